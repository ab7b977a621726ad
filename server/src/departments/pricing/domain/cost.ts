import { subtract, type Money } from '../../../kernel/money.ts'
import { divideRounded } from '../../../kernel/rounding.ts'

export interface CostToSet {
  readonly variantId: string
  /** Undefined takes it away: what it was is kept. */
  readonly cost: Money | undefined
  /** Which legal person's; undefined: that of the first market. */
  readonly entityCode?: string | undefined
}

export interface Margin {
  readonly margin: Money
  /** Of what comes in without tax, in parts per million; undefined where nothing comes in. */
  readonly share: number | undefined
}

const MILLION = 1_000_000n

/** What is left of what came in without tax. Both in one currency. */
export function marginOf(net: Money, cost: Money): Margin {
  const margin = subtract(net, cost)
  const share = net.amount > 0n ? Number(divideRounded(margin.amount * MILLION, net.amount, 'half_up')) : undefined
  return { margin, share }
}
