import { currencyCode } from '../../../kernel/currency.ts'
import { money, sum, type Money } from '../../../kernel/money.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { chooseComponents, usualChoices, type Bundle, type BundleChoice } from '../../catalog/index.ts'
import { loadAvailability } from '../../inventory/index.ts'
import { listMarkets, type Reader } from '../../organisation/index.ts'
import { openBundles } from '../domain/bundles/open-bundles.ts'
import type { BundlePrice } from '../domain/bundles/bundle-to-price.ts'
import { refusals } from '../domain/refusals.ts'
import { loadOffers } from '../queries/load-offers.ts'

/** As the catalogue takes it. */
export { bundleToWrite } from '../../catalog/index.ts'

export interface BundleToPreview {
  readonly bundle: Bundle
  /** What it is sold as, for its own price. */
  readonly variantId: string
  /** Where; the first market unless told. */
  readonly market?: string | undefined
  readonly choices?: readonly BundleChoice[] | undefined
}

export interface BundlePreview {
  readonly market: string
  readonly price: Money
  readonly own: Money
  readonly available: number
  readonly components: readonly {
    readonly variantId: string
    readonly quantity: number
    readonly own: Money
    readonly share: Money
    readonly available: number
  }[]
}

/** What one bundle would cost as it is being built, how its price is shared out, and how many there are; nothing is kept. */
export async function previewBundle(
  reader: Reader,
  { bundle, variantId, market: code, choices }: BundleToPreview,
): Promise<Result<BundlePreview>> {
  const markets = await listMarkets(reader)
  const market = markets.find((one) => one.code === code) ?? markets[0]
  if (!market) return refusals.unknown_currency({ field: 'market', params: { currency: '' } })
  const chosen = chooseComponents(bundle, choices ?? usualChoices(bundle))
  if (!chosen.ok) return chosen
  const variantIds = [variantId, ...chosen.value.map((one) => one.variantId)]
  const currency = currencyCode(market.currency)
  const [offers, counted] = await Promise.all([
    loadOffers(reader, { variantIds, currency }),
    loadAvailability(reader, { variantIds, locationCode: market.locationCode }),
  ])
  const lineOf = (id: string, quantity: number) => ({
    variantId: id,
    quantity,
    unitPrice: offers.get(id)?.price,
    compareAt: undefined,
    taxCategory: '',
    sellable: true,
  })
  const { lines } = openBundles({
    market: { code: market.code, currency, pricesIncludeTax: market.pricesIncludeTax },
    country: '',
    delivery: undefined,
    taxRates: new Map(),
    lines: [
      {
        ...lineOf(variantId, 1),
        bundle: {
          price: priceIn(bundle.price, currency),
          promotions: bundle.promotions,
          components: chosen.value.map(({ variantId: id, quantity, surcharges }) => ({
            ...lineOf(id, quantity),
            surcharge: money(surcharges[currency] ?? 0, currency),
          })),
        },
      },
    ],
  })
  const parts = lines.flatMap(({ share, ...line }) => (share ? [{ ...line, share }] : []))
  if (parts.length === 0) return refusals.no_price({ field: 'bundle', params: { currency } })
  const components = parts.map(({ variantId: id, quantity, share }) => ({
    variantId: id,
    quantity,
    own: share.own,
    share: share.amount,
    available: counted.get(id) ?? 0,
  }))
  return ok({
    market: market.code,
    price: sum(
      components.map(({ share }) => share),
      currency,
    ),
    own: sum(
      components.map(({ own }) => own),
      currency,
    ),
    available: Math.min(...components.map(({ available, quantity }) => Math.floor(available / quantity))),
    components,
  })
}

function priceIn(price: Bundle['price'], currency: string): BundlePrice {
  if (price.way === 'percent_off') return { way: 'percent_off', percent: percentFromPpm(price.percentPpm) }
  if (price.way === 'amount_off') return { way: 'amount_off', amount: money(price.amounts[currency] ?? 0, currency) }
  return price
}
