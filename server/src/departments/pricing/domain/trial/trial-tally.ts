import type { LocalDate } from '../../../../kernel/time.ts'
import type { Promotion } from '../promotions/promotion.ts'
import type { PromotionDraft } from '../promotions/promotion-draft.ts'
import { readTerms } from '../promotions/promotion-terms.ts'
import { revenueOf, type TriedSale } from './try-sale.ts'

/** Amounts are whole minor units. Revenue is without tax, goods and delivery together. */
interface CurrencyTally {
  redemptions: number
  discount: number
  revenueBefore: number
  revenueAfter: number
  basketRedemptions: number
  basketDiscount: number
  /** Of the pieces whose cost is known, delivery aside. Undefined in what was counted before costs were kept. */
  marginBefore?: number
  marginAfter?: number
  /** Pieces with and without a known cost, as they were sold: what has none is in no margin. */
  costed?: number
  uncosted?: number
}

export interface SampleSale {
  readonly number: number
  readonly at: string
  readonly currency: string
  readonly before: number
  readonly after: number
  readonly discount: number
}

/** What a trial has counted so far: JSON that is kept between its steps. */
export interface TrialTally {
  orders: number
  /** Orders that could not be priced again. */
  unpriced: number
  /** Orders whose price, reckoned anew without the promotion, is not what was paid. */
  unlike: number
  baskets: number
  /** Baskets that are short of the value of goods by a tenth of it at most. */
  nearBaskets: number
  currencies: Record<string, CurrencyTally>
  days: Record<string, { orders: number; redemptions: number }>
  because: Record<string, number>
  displaced: Record<string, { sales: number; amounts: Record<string, number> }>
  products: Record<string, { sku: string; name: string; units: number; amounts: Record<string, number> }>
  samples: SampleSale[]
  gifts: number
  usesOfCustomers: Record<string, number>
  spent: number
}

export function emptyTally(): TrialTally {
  return {
    orders: 0,
    unpriced: 0,
    unlike: 0,
    baskets: 0,
    nearBaskets: 0,
    currencies: {},
    days: {},
    because: {},
    displaced: {},
    products: {},
    samples: [],
    gifts: 0,
    usesOfCustomers: {},
    spent: 0,
  }
}

/** The draft as a basket of the past meets it: without its own days, with what is left of its limits by then. */
export function promotionTried(
  { code, names, terms, priority, stackingClass, exclusive, needsCoupon }: PromotionDraft,
  limits: Promotion['limits'],
): Promotion {
  return {
    code,
    names,
    ...readTerms(terms),
    ...(needsCoupon && { coupons: [code] }),
    ...(limits && { limits }),
    priority,
    stackingClass,
    exclusive,
  }
}

/** What is left of a draft's limits after what was counted. */
export function limitsLeft(
  { limits: { mostUses, mostUsesOfCustomer, budget } }: Pick<PromotionDraft, 'limits'>,
  tally: TrialTally,
  customerId: string | null,
): Promotion['limits'] {
  const uses = Object.values(tally.currencies).reduce((all, one) => all + one.redemptions, 0)
  const ofCustomer = customerId === null ? 0 : (tally.usesOfCustomers[customerId] ?? 0)
  return {
    ...(mostUses !== null && { uses: mostUses - uses }),
    ...(mostUsesOfCustomer !== null && { usesOfCustomer: mostUsesOfCustomer - ofCustomer }),
    ...(budget && { budget: { ...budget, amount: budget.amount - BigInt(tally.spent) } }),
  }
}

export interface OrderToCount {
  readonly number: number
  readonly at: Date
  readonly day: LocalDate
  readonly customerId: string | null
  /** What was paid for goods and delivery as prices were shown; undefined where it cannot be compared. */
  readonly paid: number | undefined
  readonly names: ReadonlyMap<string, { readonly sku: string; readonly name: string }>
  /** What a piece costs the seller in the order's currency, by variant; what is not known is missing. */
  readonly costs: ReadonlyMap<string, number>
}

const SAMPLES = 10

/** Counts an order into the tally. */
export function countOrder(
  tally: TrialTally,
  order: OrderToCount,
  tried: TriedSale,
  { limits, code }: Pick<PromotionDraft, 'limits' | 'code'>,
): void {
  const { before, after, gave } = tried
  const { currency } = before
  tally.orders += 1
  if (order.paid !== undefined && order.paid !== shownTotal(before)) tally.unlike += 1
  const ofCurrency = currencyOf(tally, currency)
  ofCurrency.revenueBefore += Number(revenueOf(before).amount)
  ofCurrency.revenueAfter += Number(revenueOf(after).amount)
  countMargins(ofCurrency, order.costs, tried)
  const day = (tally.days[order.day] ??= { orders: 0, redemptions: 0 })
  day.orders += 1
  if (!gave) {
    countReason(tally, tried)
    return
  }
  const discount = Number(gave.amount)
  ofCurrency.redemptions += 1
  ofCurrency.discount += discount
  day.redemptions += 1
  tally.gifts += tried.gifts
  if (limits.mostUsesOfCustomer !== null && order.customerId !== null) {
    tally.usesOfCustomers[order.customerId] = (tally.usesOfCustomers[order.customerId] ?? 0) + 1
  }
  if (limits.budget?.currency === currency) tally.spent += discount
  for (const { promotion, amount } of tried.displaced) {
    const known = (tally.displaced[promotion] ??= { sales: 0, amounts: {} })
    known.sales += 1
    known.amounts[currency] = (known.amounts[currency] ?? 0) + Number(amount.amount)
  }
  countProducts(tally, order, tried, code)
  const sample = {
    number: order.number,
    at: order.at.toISOString(),
    currency: currency as string,
    before: Number(before.total.amount),
    after: Number(after.total.amount),
    discount,
  }
  tally.samples = [...tally.samples, sample].sort((a, b) => b.discount - a.discount || a.number - b.number)
  tally.samples.length = Math.min(tally.samples.length, SAMPLES)
}

function countMargins(ofCurrency: CurrencyTally, costs: OrderToCount['costs'], { before, after }: TriedSale): void {
  const sold = marginsOf(before, costs)
  ofCurrency.marginBefore = (ofCurrency.marginBefore ?? 0) + sold.margin
  ofCurrency.marginAfter = (ofCurrency.marginAfter ?? 0) + marginsOf(after, costs).margin
  ofCurrency.costed = (ofCurrency.costed ?? 0) + sold.costed
  ofCurrency.uncosted = (ofCurrency.uncosted ?? 0) + sold.uncosted
}

/** What is left of the goods without tax and after promotions, less what they cost; goods without a cost are counted apart. */
function marginsOf({ lines }: TriedSale['before'], costs: OrderToCount['costs']) {
  const sums = { margin: 0, costed: 0, uncosted: 0 }
  for (const { variantId, quantity, net } of lines) {
    const cost = costs.get(variantId)
    if (cost === undefined) sums.uncosted += quantity
    else {
      sums.costed += quantity
      sums.margin += Number(net.amount) - cost * quantity
    }
  }
  return sums
}

/** Goods and delivery as prices are shown, after promotions. */
function shownTotal({ goodsShown, delivery, pricesIncludeTax }: TriedSale['before']): number {
  const ofDelivery = delivery ? (pricesIncludeTax ? delivery.total : delivery.net) : undefined
  return Number(goodsShown.amount) + Number(ofDelivery?.amount ?? 0n)
}

function countProducts(tally: TrialTally, order: OrderToCount, { after }: TriedSale, code: string): void {
  for (const { variantId, quantity, discounts } of after.lines) {
    const given = discounts.find(({ promotion }) => promotion === code)
    if (!given) continue
    const { sku = '', name = '' } = order.names.get(variantId) ?? {}
    const known = (tally.products[variantId] ??= { sku, name, units: 0, amounts: {} })
    known.units += quantity
    known.amounts[after.currency] = (known.amounts[after.currency] ?? 0) + Number(given.amount.amount)
  }
}

/** Counts a basket that nobody ordered into the tally. */
export function countBasket(tally: TrialTally, { before, gave, missing, after }: TriedSale): void {
  tally.baskets += 1
  if (gave) {
    const ofCurrency = currencyOf(tally, before.currency)
    ofCurrency.basketRedemptions += 1
    ofCurrency.basketDiscount += Number(gave.amount)
  } else if (missing && missing.amount * 10n <= after.goodsShown.amount + missing.amount) {
    tally.nearBaskets += 1
  }
}

function countReason(tally: TrialTally, { because }: TriedSale): void {
  if (because !== undefined) tally.because[because] = (tally.because[because] ?? 0) + 1
}

function currencyOf(tally: TrialTally, currency: string): CurrencyTally {
  return (tally.currencies[currency] ??= {
    redemptions: 0,
    discount: 0,
    revenueBefore: 0,
    revenueAfter: 0,
    basketRedemptions: 0,
    basketDiscount: 0,
  })
}
