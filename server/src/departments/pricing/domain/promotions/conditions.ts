import { unreachable } from '../../../../kernel/assert.ts'
import type { CurrencyCode } from '../../../../kernel/currency.ts'
import { money, type Money } from '../../../../kernel/money.ts'
import { matcherOf, type PromotableLine } from './goods.ts'
import type { Amounts, Condition, GoodsSelector, Promotion } from './promotion.ts'

/** What promotions are asked about: a basket before any of them, who buys, where and when. */
export interface PromotionScene {
  readonly currency: CurrencyCode
  /** In an order of their own, not the basket's: see price-basket.ts. */
  readonly lines: readonly PromotableLine[]
  readonly market: string
  readonly country: string
  readonly channel: string
  readonly deliveryMethod: string | undefined
  readonly customerGroups: readonly string[]
  /** Which order of the customer's this would be, from 1; undefined for who is not known. */
  readonly nthOrder: number | undefined
  /** As entered, compared without case. */
  readonly coupons: readonly string[]
  readonly now: Date
}

/** Coupons as they are compared. */
export function enteredCodes({ coupons }: PromotionScene): ReadonlySet<string> {
  return new Set(coupons.map((code) => code.trim().toUpperCase()))
}

/** Why a promotion does not apply: the first condition that failed, and the figures that its sentence needs. */
export interface Failure {
  readonly because: string
  readonly params: Readonly<Record<string, string | number | Money>>
}

/** The first thing that speaks against a promotion; undefined when nothing does. `entered` are the codes of the scene. */
export function firstFailure(
  promotion: Promotion,
  scene: PromotionScene,
  entered: ReadonlySet<string>,
): Failure | undefined {
  return (
    failedDate(promotion, scene.now) ??
    failedCoupon(promotion, entered) ??
    failedLimit(promotion) ??
    firstOf(promotion.conditions, (condition) => failed(condition, scene))
  )
}

function firstOf<T, Found>(items: readonly T[], find: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function failedDate({ from, until }: Promotion, now: Date): Failure | undefined {
  if (from && now < from) return { because: 'not_begun', params: { from: from.toISOString() } }
  if (until && now >= until) return { because: 'ended', params: { until: until.toISOString() } }
  return undefined
}

function failedCoupon({ coupons }: Promotion, entered: ReadonlySet<string>): Failure | undefined {
  if (!coupons) return undefined
  const isEntered = entered.size > 0 && coupons.some((coupon) => entered.has(coupon.toUpperCase()))
  return isEntered ? undefined : { because: 'coupon_not_entered', params: {} }
}

function failedLimit({ limits }: Promotion): Failure | undefined {
  if (limits?.uses !== undefined && limits.uses <= 0) return { because: 'used_up', params: {} }
  if (limits?.usesOfCustomer !== undefined && limits.usesOfCustomer <= 0) {
    return { because: 'used_up_by_customer', params: {} }
  }
  if (limits?.budget && limits.budget.amount <= 0n) return { because: 'budget_spent', params: {} }
  return undefined
}

function failed(condition: Condition, scene: PromotionScene): Failure | undefined {
  switch (condition.kind) {
    case 'subtotal_at_least':
    case 'subtotal_at_most':
      return failedSubtotal(condition, scene)
    case 'units_at_least': {
      const have = unitsOf(scene, condition.goods)
      const { units } = condition
      return have >= units ? undefined : { because: 'too_few_units', params: { units, have, missing: units - have } }
    }
    case 'customer_group':
      return condition.groups.some((group) => scene.customerGroups.includes(group))
        ? undefined
        : { because: 'other_customer_group', params: { groups: condition.groups.join(', ') } }
    case 'nth_order':
      return failedNthOrder(condition.orders, scene.nthOrder)
    case 'channel':
      return among(condition.channels, scene.channel, 'other_channel')
    case 'market':
      return among(condition.markets, scene.market, 'other_market')
    case 'country':
      return among(condition.countries, scene.country, 'other_country')
    case 'delivery_method':
      return among(condition.methods, scene.deliveryMethod ?? '', 'other_delivery_method')
    default:
      return unreachable(condition)
  }
}

function failedSubtotal(
  { kind, amounts, goods }: Condition & { kind: 'subtotal_at_least' | 'subtotal_at_most' },
  scene: PromotionScene,
): Failure | undefined {
  const { currency } = scene
  const limit = amountIn(amounts, currency)
  if (limit === undefined) return otherCurrency(currency)
  const have = amountOf(scene, goods)
  const isLeast = kind === 'subtotal_at_least'
  if (isLeast ? have >= limit : have <= limit) return undefined
  const params = { amount: money(limit, currency), have: money(have, currency) }
  return isLeast
    ? { because: 'subtotal_too_low', params: { ...params, missing: money(limit - have, currency) } }
    : { because: 'subtotal_too_high', params }
}

function failedNthOrder(orders: readonly number[], nth: number | undefined): Failure | undefined {
  if (nth === undefined) return { because: 'customer_not_known', params: {} }
  return orders.includes(nth) ? undefined : { because: 'other_order', params: { orders: orders.join(', '), nth } }
}

function among(allowed: readonly string[], value: string, because: string): Failure | undefined {
  return allowed.includes(value) ? undefined : { because, params: { allowed: allowed.join(', ') } }
}

export function otherCurrency(currency: CurrencyCode): Failure {
  return { because: 'other_currency', params: { currency } }
}

/** Whole minor units; undefined where nothing is offered in the currency. */
export function amountIn(amounts: Amounts, currency: CurrencyCode): number | undefined {
  const found = amounts.find((amount) => amount.currency === currency)
  return found && Number(found.amount)
}

export function amountOf({ lines }: PromotionScene, goods: GoodsSelector | undefined): number {
  const isMeant = matcherOf(goods)
  let sum = 0
  for (const line of lines) if (isMeant(line)) sum += line.amount
  return sum
}

export function unitsOf({ lines }: PromotionScene, goods: GoodsSelector | undefined): number {
  const isMeant = matcherOf(goods)
  let sum = 0
  for (const line of lines) if (isMeant(line)) sum += line.units
  return sum
}
