/**
 * Calls an order off as far as it still can be: whole while nothing of it was sent, afterwards what of it lies in no parcel. The rest is a
 * change like any other (edit-order), so that money, stock, books and documents follow it in one place; which pieces it is about is decided
 * behind the order's lock, by the parcels that are there then.
 *
 * Rejected: to guess from what the caller saw. Somebody may ship a part in between; who meant the whole order says so, and is refused then.
 */
import type { Context, House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { orderRefusals, wishToCallOffRest, type OrderState } from '../../departments/orders/index.ts'
import { editIn, editOrder, type WishBehindLock } from '../edit-order/index.ts'
import { callOffOrder, cancelIn, type Cancellation } from './cancel-order.ts'

export const CALLED_OFF = ['order', 'rest'] as const
export type CalledOff = (typeof CALLED_OFF)[number]

export interface CallOff extends Cancellation {
  /** What the caller means; undefined: whichever is possible. */
  readonly what?: CalledOff | undefined
}

export interface CallOffOutcome {
  readonly state: OrderState
  readonly calledOff: CalledOff
}

export async function callOff(house: House, { what, ...cancellation }: CallOff): Promise<Result<CallOffOutcome>> {
  if (what !== 'rest') {
    const whole = await callOffOrder(house, cancellation)
    if (whole.ok) return ok({ ...whole.value, calledOff: 'order' as const })
    if (what === 'order' || !isSent(whole.refusal)) return whole
  }
  const { reason, ...common } = cancellation
  const edited = await editOrder(house, { ...common, wish: restFor(reason) })
  return edited.ok ? ok({ state: edited.value.state, calledOff: 'rest' as const }) : edited
}

/** The same, tried in one transaction to show what it would do. */
export async function callOffIn(
  ctx: Context,
  { orderId, reason, what }: Pick<CallOff, 'orderId' | 'reason' | 'what'>,
): Promise<Result<unknown>> {
  const whole = what === 'rest' ? undefined : await cancelIn(ctx, { orderId, reason })
  if (whole && (whole.ok || what === 'order' || !isSent(whole.refusal))) return whole
  return editIn(ctx, { orderId, wish: restFor(reason) })
}

const isSent = ({ code }: { readonly code: string }) => code === orderRefusals.already_shipped().refusal.code

const restFor =
  (reason: string): WishBehindLock =>
  (order, left) => {
    // Of what was not sent the whole order is called off.
    if (!order.hasLeft) return orderRefusals.nothing_sent()
    const wish = wishToCallOffRest(order.content, left)
    return wish.ok
      ? ok({ ...wish.value, kind: 'part_cancellation' as const, reason: 'other' as const, note: reason })
      : wish
  }
