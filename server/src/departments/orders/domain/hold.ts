import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import type { OrderState } from './order.ts'
import { deskRefusals as refusals } from './desk-refusals.ts'
import type { Because, HoldKind } from './hold-rule.ts'

/** One reason why an order waits. */
export interface HeldBecause extends Because {
  readonly id: string
  readonly kind: HoldKind
  readonly rule: string | null
  readonly heldAt: Date
}

/** Orders that came to their end wait for nothing. */
const ENDED: readonly OrderState[] = ['cancelled', 'expired']

/** Whether somebody may hold it by hand: once at a time. */
export function mayHold(state: OrderState, open: readonly Pick<HeldBecause, 'kind'>[]): Result<void> {
  if (ENDED.includes(state)) return refusals.not_holdable({ params: { state } })
  return open.some(({ kind }) => kind === 'manual') ? refusals.already_held() : ok()
}

export function mayRelease(open: readonly unknown[]): Result<void> {
  return open.length === 0 ? refusals.not_held() : ok()
}

/** For those who would send it: nothing, or why not. */
export function refuseHeld(held: readonly HeldBecause[]): Result<void> {
  return held.length === 0 ? ok() : refusals.held({ params: { count: held.length } })
}

export function refusalOf(decision: Result<void>): Refusal | null {
  return decision.ok ? null : decision.refusal
}

export function isEnded(state: OrderState): boolean {
  return ENDED.includes(state)
}
