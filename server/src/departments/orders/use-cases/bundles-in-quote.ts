import { money } from '../../../kernel/money.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import { chooseComponents, loadBundlesSoldAs, type Bundle, type ChosenComponent } from '../../catalog/index.ts'
import type { Reader } from '../../organisation/index.ts'
import type { BundlePrice, LineToPrice, Offer, PricedBasket } from '../../pricing/index.ts'
import type { Basket, BasketBundle } from '../domain/basket.ts'
import { limitProblemOf } from './limits-of-lines.ts'
import type { LineProblem } from '../domain/line-problem.ts'
import type { QuotedBundle } from '../queries/quote.ts'

/** A bundle of a basket with what it consists of now; without `definition` where that cannot be bought any more. */
export interface OpenedBundle {
  readonly bundle: BasketBundle
  readonly definition: Bundle | undefined
  readonly components: readonly ChosenComponent[]
}

/** Asks nothing of a basket without bundles. */
export async function openBundles(reader: Reader, { bundles }: Pick<Basket, 'bundles'>): Promise<OpenedBundle[]> {
  if (bundles.length === 0) return []
  const known = await loadBundlesSoldAs(
    reader,
    bundles.map(({ variantId }) => variantId),
  )
  return bundles.map((bundle) => {
    const definition = known.get(bundle.variantId)
    const components = definition && chooseComponents(definition, bundle.choices)
    return components?.ok
      ? { bundle, definition, components: components.value }
      : { bundle, definition: undefined, components: [] }
  })
}

/** Everything whose price and stock the basket depends on. */
export function variantsOf({ lines }: Pick<Basket, 'lines'>, opened: readonly OpenedBundle[]): string[] {
  const variantIds = lines.map((line) => line.variantId)
  for (const { bundle, components } of opened) {
    variantIds.push(bundle.variantId, ...components.map(({ variantId }) => variantId))
  }
  return opened.length === 0 ? variantIds : [...new Set(variantIds)]
}

/** Variant id -> pieces that the whole basket asks for: a piece is promised once, as itself or as part of a bundle. */
export function piecesWanted(
  { lines }: Pick<Basket, 'lines'>,
  opened: readonly OpenedBundle[],
): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>()
  const want = (variantId: string, pieces: number) => wanted.set(variantId, (wanted.get(variantId) ?? 0) + pieces)
  for (const { variantId, quantity } of lines) want(variantId, quantity)
  for (const { bundle, components } of opened) {
    for (const { variantId, quantity } of components) want(variantId, quantity * bundle.quantity)
  }
  return wanted
}

export interface Known {
  readonly offers: ReadonlyMap<string, Offer>
  readonly wanted: ReadonlyMap<string, number>
  readonly availableOf: (variantId: string) => number
  readonly hasPrice: (variantId: string, quantity: number) => boolean
  /** Product id -> pieces of all its variants in the basket; components of bundles are not counted. */
  readonly ofProducts: ReadonlyMap<string, number>
}

export function examineBundle({ bundle, definition, components }: OpenedBundle, known: Known): QuotedBundle {
  const found = { bundle, offer: known.offers.get(bundle.variantId) }
  const available = bundlesAvailable(components, known.availableOf)
  return {
    ...found,
    components: components.map((component) => ({
      component,
      offer: known.offers.get(component.variantId),
      priced: undefined,
    })),
    available,
    priced: undefined,
    problem: problemOf({ bundle, definition, components }, available, known),
  }
}

/** How many bundles of these components there are: as many as the scarcest of them allows. */
export function bundlesAvailable(
  components: readonly ChosenComponent[],
  availableOf: (variantId: string) => number,
): number {
  const inOne = new Map<string, number>()
  for (const { variantId, quantity } of components) inOne.set(variantId, (inOne.get(variantId) ?? 0) + quantity)
  if (inOne.size === 0) return 0
  return Math.min(...[...inOne].map(([variantId, quantity]) => Math.floor(availableOf(variantId) / quantity)))
}

function problemOf(opened: OpenedBundle, available: number, known: Known): LineProblem | undefined {
  const { bundle, definition, components } = opened
  const isForSale = (variantId: string) => known.offers.get(variantId)?.sellable === true
  if (!definition || !isForSale(bundle.variantId)) return 'not_for_sale'
  if (!components.every(({ variantId }) => isForSale(variantId))) return 'not_for_sale'
  const isPriced =
    components.every(({ variantId, quantity }) => known.hasPrice(variantId, quantity * bundle.quantity)) &&
    (definition.price.way !== 'own' || known.hasPrice(bundle.variantId, bundle.quantity))
  if (!isPriced) return 'no_price'
  if (available === 0) return 'sold_out'
  const isEnough = components.every(
    ({ variantId }) => known.availableOf(variantId) >= (known.wanted.get(variantId) ?? 0),
  )
  if (!isEnough) return 'not_enough_left'
  const offer = known.offers.get(bundle.variantId)
  return offer && limitProblemOf(bundle, offer, known.ofProducts)
}

/** The line that the price of the basket is computed from. */
export function bundleLine(
  { bundle, offer, components }: QuotedBundle,
  definition: Bundle,
  lineOf: (offer: Offer | undefined, variantId: string, quantity: number) => LineToPrice,
  currency: string,
): LineToPrice {
  return {
    ...lineOf(offer, bundle.variantId, bundle.quantity),
    bundle: {
      price: priceIn(definition.price, currency),
      promotions: definition.promotions,
      components: components.map(({ component: { variantId, quantity, surcharges }, offer: its }) => {
        const surcharge = surcharges[currency]
        return {
          ...lineOf(its, variantId, quantity),
          ...(surcharge !== undefined && surcharge > 0 && { surcharge: money(surcharge, currency) }),
        }
      }),
    },
  }
}

function priceIn(price: Bundle['price'], currency: string): BundlePrice {
  switch (price.way) {
    case 'own':
      return price
    case 'percent_off':
      return { way: 'percent_off', percent: percentFromPpm(price.percentPpm) }
    case 'amount_off':
      // Nothing off where nobody said what: an amount is never converted.
      return { way: 'amount_off', amount: money(price.amounts[currency] ?? 0, currency) }
  }
}

/** With what they came to; `first` is which line of the snapshot the first sound one was. */
export function withPrices(
  bundles: readonly QuotedBundle[],
  sound: readonly QuotedBundle[],
  { priced, first }: { readonly priced: PricedBasket; readonly first: number },
): QuotedBundle[] {
  return bundles.map((one) => {
    const place = sound.indexOf(one)
    const its = place < 0 ? undefined : priced.bundles.find(({ line }) => line === first + place)
    if (!its) return one
    const lines = new Map(its.components.map((index) => [priced.lines[index]!.variantId, priced.lines[index]!]))
    return {
      ...one,
      priced: its,
      components: one.components.map((component) => ({
        ...component,
        priced: lines.get(component.component.variantId),
      })),
    }
  })
}
