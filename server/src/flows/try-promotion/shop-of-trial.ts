import { listDeliveryRecords, type MethodWithTariffs } from '../../departments/orders/index.ts'
import { listMarkets, type Market } from '../../departments/organisation/index.ts'
import {
  loadCosts,
  loadGoodsTraits,
  loadOffers,
  loadPromotionsOfPeriod,
  type GoodsTraits,
  type Offer,
  type PromotionOfPeriod,
  type Trial,
} from '../../departments/pricing/index.ts'
import { saleTaxes } from '../../departments/tax/index.ts'
import type { House } from '../../host/context.ts'
import type { Money } from '../../kernel/money.ts'
import { localDateIn } from '../../kernel/time.ts'
import type { ShopOfSale } from './rebuild-sale.ts'

type SaleTaxes = Awaited<ReturnType<typeof saleTaxes>>

/**
 * What a trial asks of the house, each thing once: a trial over ten thousand orders of a thousand goods reads a thousand goods.
 */
export interface TrialShop {
  readonly markets: ReadonlyMap<string, Market>
  readonly promotions: readonly PromotionOfPeriod[]
  /** By which clock its days are told. */
  readonly zone: string
  /** The taxes of a market's sales to a country, as they are today. */
  readonly taxesOf: (market: Market, country: string) => Promise<SaleTaxes>
  readonly offersOf: (variantIds: readonly string[], currency: string) => Promise<ReadonlyMap<string, Offer>>
  /** Costs of today are known of what they were asked of. */
  readonly knowCosts: (variantIds: readonly string[]) => Promise<void>
  /** Whole minor units; undefined where none is known in that currency. */
  readonly costToday: (
    marketCode: string,
    piece: { readonly variantId: string; readonly currency: string },
  ) => number | undefined
  /** With the goods known that offers were asked of. */
  readonly shopFor: (marketCode: string, taxes: SaleTaxes | undefined) => ShopOfSale
}

export async function openTrialShop({ database, clock }: House, trial: Trial): Promise<TrialShop> {
  const { since, until, promotionId } = trial
  const [markets, methods, { promotions }] = await Promise.all([
    listMarkets(database),
    listDeliveryRecords(database),
    loadPromotionsOfPeriod(database, { since, until, except: promotionId ?? undefined }),
  ])
  const byCode = new Map(markets.map((market) => [market.code, market]))
  const methodsByCode = new Map(methods.map((method): [string, MethodWithTariffs] => [method.code, method]))
  const zone = markets[0]?.timeZone ?? 'UTC'
  const products = new Map<string, string>()
  const traits = new Map<string, GoodsTraits>()
  const offers = new Map<string, Map<string, Offer>>()
  const taxes = new Map<string, Promise<SaleTaxes>>()
  const costs = new Map(markets.map(({ entityId }) => [entityId as string, new Map<string, Money>()]))
  const costsKnown = new Set<string>()
  return {
    markets: byCode,
    promotions,
    zone,
    taxesOf: ({ code, timeZone }, country) => {
      const key = `${code} ${country}`
      const known = taxes.get(key)
      if (known) return known
      const asked = saleTaxes(database, { market: code, place: { country }, on: localDateIn(clock.now(), timeZone) })
      taxes.set(key, asked)
      return asked
    },
    offersOf: async (variantIds, currency) => {
      const known = offers.get(currency) ?? new Map<string, Offer>()
      offers.set(currency, known)
      const missing = [...new Set(variantIds)].filter((id) => !known.has(id))
      const found = await loadOffers(database, { variantIds: missing, currency })
      const unknown = new Set<string>()
      for (const [id, offer] of found) {
        known.set(id, offer)
        products.set(id, offer.productId)
        if (!traits.has(offer.productId)) unknown.add(offer.productId)
      }
      for (const [id, one] of await loadGoodsTraits(database, [...unknown])) traits.set(id, one)
      return known
    },
    knowCosts: async (variantIds) => {
      const missing = [...new Set(variantIds)].filter((id) => !costsKnown.has(id))
      for (const id of missing) costsKnown.add(id)
      for (const [entityId, known] of costs) {
        for (const [id, cost] of await loadCosts(database, { variantIds: missing, entityId })) known.set(id, cost)
      }
    },
    costToday: (marketCode, { variantId, currency }) => {
      const cost = costs.get(byCode.get(marketCode)?.entityId ?? '')?.get(variantId)
      return cost?.currency === currency ? Number(cost.amount) : undefined
    },
    shopFor: (marketCode, known) => {
      const market = byCode.get(marketCode)
      return {
        market: {
          code: marketCode,
          currency: market?.currency ?? markets[0]!.currency,
          pricesIncludeTax: market?.pricesIncludeTax ?? true,
          ...(known && { tax: known.tax }),
        },
        methods: methodsByCode,
        promotions,
        products,
        traits,
      }
    },
  }
}
