/**
 * What an order or a basket was, as a snapshot that can be priced again: its goods at the prices that held, its place, who bought,
 * and the promotions of its time. Rates of tax are those that the order bore. What the house does not keep is taken as it is today:
 * the groups of the customer, the categories and labels of goods, from which value delivery is free.
 */
import type { LeftBasket, PastLine, PastOrder } from '../../departments/orders/index.ts'
import type {
  GoodsTraits,
  LineToPrice,
  Offer,
  PriceSnapshot,
  PromotionOfPeriod,
} from '../../departments/pricing/index.ts'
import { usualTerms, type MethodWithTariffs } from '../../departments/orders/index.ts'
import { currencyCode, exponentOf, type CurrencyCode } from '../../kernel/currency.ts'
import { isZero, money } from '../../kernel/money.ts'
import { pieces } from '../../kernel/quantity.ts'
import { percentFromPpm, type Percent } from '../../kernel/rate.ts'
import { unitPrice } from '../../kernel/unit-price.ts'

type Market = PriceSnapshot['market']
type Taxes = Pick<PriceSnapshot, 'taxRates' | 'treatment' | 'taxCountry' | 'homeTaxRates'>

/** What the shop knows besides the sale itself. */
export interface ShopOfSale {
  readonly market: Market
  readonly methods: ReadonlyMap<string, MethodWithTariffs>
  readonly promotions: readonly PromotionOfPeriod[]
  /** Variant -> product, and product -> what promotions look at. */
  readonly products: ReadonlyMap<string, string>
  readonly traits: ReadonlyMap<string, GoodsTraits>
}

export function snapshotOfOrder(order: PastOrder, shop: ShopOfSale): PriceSnapshot {
  const currency = currencyCode(order.currency)
  const method = shop.methods.get(order.deliveryMethod ?? '')
  const terms = method && usualTerms(method, { country: order.country, currency })
  const category = method?.taxCategory ?? 'delivery'
  const rates = new Map<string, Percent>(order.lines.map((line) => [line.taxCategory, percentFromPpm(line.taxPpm)]))
  if (!rates.has(category)) rates.set(category, rateOf(order.delivery, order.deliveryNet))
  const ofDelivery = deliveryDiscount(order)
  const shown = order.pricesIncludeTax ? order.delivery : order.deliveryNet
  const paid = money(shown + ofDelivery, currency)
  const treatment = order.taxTreatment as PriceSnapshot['treatment'] | null
  return {
    market: { ...shop.market, currency, pricesIncludeTax: order.pricesIncludeTax },
    country: order.country,
    lines: order.lines.map((line) => lineOf(line, currency, shop)),
    delivery:
      order.deliveryMethod === null
        ? undefined
        : {
            code: order.deliveryMethod,
            price: isZero(paid) ? (terms?.price ?? paid) : paid,
            freeFrom: terms?.freeFrom,
            taxCategory: category,
          },
    taxRates: rates,
    ...(treatment && { treatment }),
    sale: {
      now: order.placedAt,
      channel: order.channelCode,
      customerGroups: order.groups,
      nthOrder: order.nthOrder ?? undefined,
      coupons: order.discounts.map(({ promotion }) => promotion),
      promotions: promotionsAt(shop.promotions, order.placedAt),
    },
  }
}

function lineOf(line: PastLine, currency: CurrencyCode, shop: ShopOfSale): LineToPrice {
  const { variantId, quantity, before, bundle } = line
  const isExact = bundle === null && line.each * quantity !== before
  return {
    variantId,
    quantity,
    unitPrice: money(line.each, currency),
    ...(isExact && { exactPrice: exactly(before, quantity, currency) }),
    compareAt: line.compareAt === null ? undefined : money(line.compareAt, currency),
    taxCategory: line.taxCategory,
    sellable: true,
    ...traitsOf(variantId, shop),
    ...(bundle && {
      share: {
        bundle: bundle.at,
        variantId: bundle.variantId,
        amount: money(before, currency),
        own: money(bundle.own, currency),
        promotions: bundle.promotions === 'excluded' ? ('excluded' as const) : ('included' as const),
      },
    }),
  }
}

/** So much for all of them: a price of a list that was finer than the minor unit. */
function exactly(together: number, quantity: number, currency: CurrencyCode) {
  return unitPrice({ amount: BigInt(together), scale: exponentOf(currency), currency, per: pieces(quantity) })
}

export function traitsOf(variantId: string, { products, traits }: Pick<ShopOfSale, 'products' | 'traits'>) {
  const productId = products.get(variantId)
  return productId === undefined ? {} : { productId, ...traits.get(productId) }
}

/** What promotions took off the delivery: of all that they gave, what the lines do not bear. */
function deliveryDiscount({ discounts, lines, goods, goodsNet, pricesIncludeTax }: PastOrder): number {
  const given = discounts.reduce((all, { amount }) => all + amount, 0)
  const before = lines.reduce((all, line) => all + line.before, 0)
  const ofLines = before - (pricesIncludeTax ? goods : goodsNet)
  return Math.max(0, given - ofLines)
}

const MILLION = 1_000_000
/** Nobody levies finer parts of a tax. */
const STEP = 100

function rateOf(gross: number, net: number): Percent {
  return percentFromPpm(net === 0 ? 0 : Math.round((((gross - net) / net) * MILLION) / STEP) * STEP)
}

/** Those that ran at an instant. */
export function promotionsAt(promotions: readonly PromotionOfPeriod[], at: Date) {
  return promotions.flatMap(({ promotion, pauses }) => {
    const { from, until } = promotion
    const isOver = (from && at < from) || (until && at >= until)
    const isPaused = pauses.some((pause) => pause.from <= at && (pause.until === null || at < pause.until))
    return isOver || isPaused ? [] : [promotion]
  })
}

/** A basket has no prices of its own: it is priced as it would be today. Undefined where nothing in it can be bought. */
export function snapshotOfBasket(
  basket: LeftBasket,
  shop: ShopOfSale & { readonly offers: ReadonlyMap<string, Offer>; readonly taxes: Taxes },
): PriceSnapshot | undefined {
  const { market, offers, taxes } = shop
  const lines = basket.lines.flatMap(({ variantId, quantity }): LineToPrice[] => {
    const offer = offers.get(variantId)
    return offer?.price && offer.sellable ? [{ ...offerLine(offer, quantity), ...traitsOf(variantId, shop) }] : []
  })
  if (lines.length === 0) return undefined
  const method = basket.deliveryMethod === null ? undefined : shop.methods.get(basket.deliveryMethod)
  const terms = method && usualTerms(method, { country: basket.country, currency: market.currency })
  return {
    market,
    country: basket.country,
    lines,
    delivery: method &&
      terms && {
        code: method.code,
        ...terms,
        taxCategory: method.taxCategory,
      },
    ...taxes,
    sale: {
      now: basket.updatedAt,
      channel: basket.channelCode,
      customerGroups: basket.groups,
      nthOrder: basket.nthOrder ?? undefined,
      coupons: [],
      promotions: promotionsAt(shop.promotions, basket.updatedAt),
    },
  }
}

export function offerLine(offer: Offer, quantity: number): LineToPrice {
  const { variantId, price, compareAt, taxCategory } = offer
  return { variantId, quantity, unitPrice: price, compareAt, taxCategory, sellable: true }
}

/** What was paid as prices were shown; undefined where the tried promotion itself was in it. */
export function paidAsShown(order: PastOrder, tried: string): number | undefined {
  if (order.discounts.some(({ promotion }) => promotion === tried)) return undefined
  return order.pricesIncludeTax ? order.goods + order.delivery : order.goodsNet + order.deliveryNet
}
