import { ok, type Result } from '../../../kernel/result.ts'
import { hasLeft, type Dispatch, type OrderState } from './order.ts'
import { refusals } from './refusals.ts'

/** Until when buyers call an order off by themselves, as the terms said under which it was sold. */
export interface CancellationRule {
  readonly until: 'packing' | 'payment' | 'minutes' | 'never'
  /** With `minutes`: how many from placing it. */
  readonly minutes: number
}

export interface OrderOfBuyer {
  readonly state: OrderState
  readonly dispatch: Dispatch | null
  readonly placedAt: Date
  /** Whether a piece of what they would call off lies in a parcel. */
  readonly packed: boolean
  /** Whether a file of it was fetched, or a service began at their wish. */
  readonly begun: boolean
}

const MINUTE = 60_000

/** Whether its buyer may call an order, or a part of it, off without asking anybody. What the law gives them besides is another matter. */
export function mayBuyerCancel(order: OrderOfBuyer, rule: CancellationRule, now: Date): Result<void> {
  if (order.state === 'cancelled' || order.state === 'expired') {
    return refusals.not_cancellable({ params: { state: order.state } })
  }
  const why = stopOf(order, rule, now)
  return why === undefined ? ok() : refusals.buyer_cannot_cancel({ params: { why, minutes: rule.minutes } })
}

function stopOf(order: OrderOfBuyer, { until, minutes }: CancellationRule, now: Date): string | undefined {
  if (hasLeft(order.dispatch)) return 'sent'
  if (order.packed) return 'packed'
  if (order.begun) return 'begun'
  if (until === 'never') return 'never'
  if (until === 'payment' && order.state === 'paid') return 'paid'
  const end = order.placedAt.getTime() + minutes * MINUTE
  return until === 'minutes' && now.getTime() >= end ? 'late' : undefined
}
