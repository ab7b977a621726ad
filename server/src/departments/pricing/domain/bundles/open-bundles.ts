/**
 * Bundles are opened before anything else is computed: each component becomes a line of its own, which bears its share of the
 * bundle's price. So it is taxed by its own category, meets promotions by its own traits, and is given back at what was paid for
 * it, without the rest of the engine knowing of bundles.
 *
 * The price is shared out by what components cost by themselves, to the largest remainder, of equal ones to the variant that
 * sorts first; a surcharge is borne by the component that it is for.
 */
import { allocate } from '../../../../kernel/allocate.ts'
import { add, maximum, money, subtract, sum, times, zero, type Money } from '../../../../kernel/money.ts'
import { applyRate, rateOf } from '../../../../kernel/rate.ts'
import { withListPrices } from '../price-lists/with-list-prices.ts'
import type { LineToPrice, PriceSnapshot } from '../price-snapshot.ts'
import type { BundlePrice, BundleToPrice, ComponentToPrice } from './bundle-to-price.ts'

/** The same snapshot with its components as lines; itself where nothing is a bundle. */
export function openBundles(snapshot: PriceSnapshot): PriceSnapshot {
  if (!snapshot.lines.some(({ bundle }) => bundle)) return snapshot
  return {
    ...snapshot,
    lines: snapshot.lines.flatMap(({ bundle, ...line }, place) =>
      bundle ? opened(snapshot, { line: { ...line, place }, bundle }) : [{ ...line, place }],
    ),
  }
}

interface Opened {
  readonly line: LineToPrice & { readonly place: number }
  readonly bundle: BundleToPrice
}

function opened(snapshot: PriceSnapshot, { line, bundle }: Opened): LineToPrice[] {
  const components = listed(snapshot, merged(bundle.components), line.quantity)
  const unpriced = components.some(({ unitPrice }) => !unitPrice)
  if (components.length === 0 || unpriced) return [{ ...line, unitPrice: undefined }]
  const isSellable = line.sellable && components.every(({ sellable }) => sellable)
  if (!isSellable) return [{ ...line, sellable: false }]
  const own = components.map(({ unitPrice, quantity }) => times(unitPrice!, quantity))
  const { currency } = snapshot.market
  const each = priceOf(bundle.price, line.unitPrice, sum(own, currency))
  if (!each) return [{ ...line, unitPrice: undefined }]
  const shares = shareOut(
    times(each, line.quantity),
    own.map(({ amount }) => amount),
    components,
  )
  return components.map(({ surcharge, ...component }, index) => {
    const quantity = component.quantity * line.quantity
    const extra = surcharge ? times(surcharge, line.quantity) : zero(currency)
    return {
      ...component,
      quantity,
      place: line.place,
      // What is meant by a former price is the component sold by itself.
      compareAt: undefined,
      share: {
        bundle: line.place,
        variantId: line.variantId,
        amount: add(shares[index]!, extra),
        own: times(component.unitPrice!, quantity),
        promotions: bundle.promotions,
      },
    }
  })
}

/** Of one bundle, without surcharges; undefined where it has no price of its own and would need one. */
function priceOf(price: BundlePrice, own: Money | undefined, together: Money): Money | undefined {
  switch (price.way) {
    case 'own':
      return own
    case 'percent_off':
      return notNegative(subtract(together, applyRate(together, rateOf(price.percent), 'half_up')))
    case 'amount_off':
      return notNegative(subtract(together, price.amount))
  }
}

const notNegative = (amount: Money): Money => maximum(amount, zero(amount.currency))

/** Parts of the price in the order of the components; odd units do not depend on that order. */
function shareOut(price: Money, weights: readonly bigint[], components: readonly ComponentToPrice[]): Money[] {
  const order = components
    .map((_, index) => index)
    .sort((a, b) => (components[a]!.variantId < components[b]!.variantId ? -1 : 1))
  const parts = allocate(
    price,
    order.map((index) => weights[index]!),
  )
  const shares: Money[] = components.map(() => money(0n, price.currency))
  order.forEach((index, turn) => (shares[index] = parts[turn]!))
  return shares
}

/** The same variant, chosen twice, is one component; a surcharge is from here on that of all its pieces in one bundle. */
function merged(components: readonly ComponentToPrice[]): ComponentToPrice[] {
  const known = new Map<string, ComponentToPrice>()
  for (const component of components) {
    const { variantId, quantity, surcharge } = component
    const before = known.get(variantId)
    const extra = surcharge && times(surcharge, quantity)
    const all = before?.surcharge && extra ? add(before.surcharge, extra) : (before?.surcharge ?? extra)
    const { surcharge: _each, ...rest } = before ?? component
    known.set(variantId, { ...rest, quantity: quantity + (before?.quantity ?? 0), ...(all && { surcharge: all }) })
  }
  return [...known.values()]
}

/** At the prices that lists give for so many of them. */
function listed(snapshot: PriceSnapshot, components: readonly ComponentToPrice[], bundles: number): ComponentToPrice[] {
  const lines = components.map(({ surcharge: _surcharge, ...component }) => ({
    ...component,
    quantity: component.quantity * bundles,
  }))
  return withListPrices({ ...snapshot, lines }).lines.map(({ listed: _listed, exactPrice: _exact, ...line }, index) => {
    const { quantity, surcharge } = components[index]!
    return { ...line, quantity, ...(surcharge && { surcharge }) }
  })
}
