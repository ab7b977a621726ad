import type { Money } from '../../../../kernel/money.ts'
import type { Percent } from '../../../../kernel/rate.ts'

/** One amount for each currency that it is offered in; it is never converted, and never read as a percentage. */
export type Amounts = readonly Money[]

/** Which goods are meant: those in any of the lists, all where there is none, without those of `except`. */
export interface GoodsSelector {
  readonly products?: readonly string[]
  readonly variants?: readonly string[]
  readonly categories?: readonly string[]
  readonly labels?: readonly string[]
  readonly brands?: readonly string[]
  /** Ids of collections, whether a rule or a hand fills them. */
  readonly collections?: readonly string[]
  readonly except?: Omit<GoodsSelector, 'except' | 'notReduced'>
  /** Leaves out what already costs less than before. */
  readonly notReduced?: boolean
}

/** Amounts and counts are those of the basket before any promotion: what one promotion gives never takes another away. */
export type Condition =
  | { readonly kind: 'subtotal_at_least'; readonly amounts: Amounts; readonly goods?: GoodsSelector }
  | { readonly kind: 'subtotal_at_most'; readonly amounts: Amounts; readonly goods?: GoodsSelector }
  | { readonly kind: 'units_at_least'; readonly units: number; readonly goods?: GoodsSelector }
  | { readonly kind: 'customer_group'; readonly groups: readonly string[] }
  /** 1 is the first order, 3 the third. */
  | { readonly kind: 'nth_order'; readonly orders: readonly number[] }
  | { readonly kind: 'channel'; readonly channels: readonly string[] }
  | { readonly kind: 'market'; readonly markets: readonly string[] }
  | { readonly kind: 'country'; readonly countries: readonly string[] }
  | { readonly kind: 'delivery_method'; readonly methods: readonly string[] }

export type Off = { readonly percent: Percent } | { readonly amounts: Amounts }

export interface Tier {
  /** From this many units, or from this subtotal. */
  readonly from: number | Amounts
  readonly off: Off
}

export type Action =
  /** Off each matching line. */
  | { readonly kind: 'line_percent'; readonly percent: Percent; readonly goods?: GoodsSelector }
  | { readonly kind: 'unit_amount'; readonly amounts: Amounts; readonly goods?: GoodsSelector; readonly units?: number }
  | { readonly kind: 'line_amount'; readonly amounts: Amounts; readonly goods?: GoodsSelector }
  /** Off the cheapest units among the matching goods. */
  | {
      readonly kind: 'cheapest'
      readonly percent: Percent
      readonly units: number
      readonly goods?: GoodsSelector
    }
  /** For each `buy` units, `get` further units cost less: the cheapest of those that `getGoods` (or `goods`) means. */
  | {
      readonly kind: 'buy_get'
      readonly buy: number
      readonly get: number
      readonly percent: Percent
      readonly goods?: GoodsSelector
      readonly getGoods?: GoodsSelector
      readonly times?: number
    }
  /** Any `units` of the matching goods for one price. */
  | {
      readonly kind: 'group_price'
      readonly units: number
      readonly amounts: Amounts
      readonly goods?: GoodsSelector
      readonly times?: number
    }
  /** Up to `units` of one variant cost nothing, once they lie in the basket. */
  | { readonly kind: 'gift'; readonly variant: string; readonly units: number }
  /** Off what the matching goods cost together, after the promotions on lines. */
  | { readonly kind: 'order_percent'; readonly percent: Percent; readonly goods?: GoodsSelector }
  | { readonly kind: 'order_amount'; readonly amounts: Amounts; readonly goods?: GoodsSelector }
  | { readonly kind: 'order_tiers'; readonly tiers: readonly Tier[]; readonly goods?: GoodsSelector }
  | { readonly kind: 'delivery_percent'; readonly percent: Percent }
  | { readonly kind: 'delivery_amount'; readonly amounts: Amounts }

/** What is left of a promotion's limits at this moment; undefined where there is no such limit. */
export interface LimitsLeft {
  readonly uses?: number
  readonly usesOfCustomer?: number
  readonly budget?: Money
}

export interface Promotion {
  /** The shop's own word for it; unique. */
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  /** The first instant, and the first instant after. */
  readonly from?: Date
  readonly until?: Date
  /** Without coupons it applies by itself; with, to whoever entered one of them. */
  readonly coupons?: readonly string[]
  readonly conditions: readonly Condition[]
  readonly action: Action
  /** At most this much in all. */
  readonly cap?: Amounts
  readonly limits?: LimitsLeft
  /** Of equally good ones the higher wins, and is taken off first. */
  readonly priority: number
  /** Of one class only the best for the customer applies; different classes add up. */
  readonly stackingClass: string
  /** Adds up with nothing: it applies alone, when that is best for the customer. */
  readonly exclusive: boolean
}

/** Where nothing else is said, one promotion of all applies. */
export const USUAL_CLASS = 'usual'

export type Stage = 'lines' | 'order' | 'delivery'

const STAGES: Readonly<Record<Action['kind'], Stage>> = {
  line_percent: 'lines',
  unit_amount: 'lines',
  line_amount: 'lines',
  cheapest: 'lines',
  buy_get: 'lines',
  group_price: 'lines',
  gift: 'lines',
  order_percent: 'order',
  order_amount: 'order',
  order_tiers: 'order',
  delivery_percent: 'delivery',
  delivery_amount: 'delivery',
}

export function stageOf({ action }: Promotion): Stage {
  return STAGES[action.kind]
}
