import type { Id } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import { ok, type Refusal, type Refused, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export type OrderId = Id<'order'>
export type OrderState = 'awaiting_payment' | 'paid' | 'cancelled' | 'expired'
export type OrderAction = 'pay' | 'expire' | 'cancel'

/** How far an order is on its way; null: nothing of it is sent, or not yet. */
export const DISPATCHES = ['to_ship', 'partly', 'shipped', 'delivered'] as const
export type Dispatch = (typeof DISPATCHES)[number]

/** Whether a piece of it left the house: then it is not called off as a whole any more. */
export function hasLeft(dispatch: Dispatch | null): boolean {
  return dispatch !== null && dispatch !== 'to_ship'
}

/** Whether all of it is out: nothing is here that could become something else. */
export function isAllSent(dispatch: Dispatch | null): boolean {
  return dispatch === 'shipped' || dispatch === 'delivered'
}

/** State x action -> next state. What is not here is refused; screens read the same table (refusalsOf). */
const transitions: Readonly<Record<OrderState, Partial<Record<OrderAction, OrderState>>>> = {
  awaiting_payment: { pay: 'paid', expire: 'expired', cancel: 'cancelled' },
  paid: { cancel: 'cancelled' },
  cancelled: {},
  expired: {},
}

const refusalOf: Readonly<Record<OrderAction, (state: OrderState) => Refused>> = {
  pay: (state) => refusals.not_awaiting_payment({ params: { state } }),
  expire: (state) => refusals.not_awaiting_payment({ params: { state } }),
  cancel: (state) => refusals.not_cancellable({ params: { state } }),
}

/** Nobody waits for the money of an order that was cleared: its goods may be on their way. */
export function mayExpire({ state, cleared }: Pick<LockedOrder, 'state' | 'cleared'>): boolean {
  return state === 'awaiting_payment' && cleared === null
}

export function decide(state: OrderState, action: OrderAction): Result<OrderState> {
  const next = transitions[state][action]
  return next === undefined ? refusalOf[action](state) : ok(next)
}

/** What each action would be answered now; null where nothing stands against it. */
export function refusalsOf<Action extends OrderAction>(
  state: OrderState,
  actions: readonly Action[],
): { readonly action: Action; readonly refusal: Refusal | null }[] {
  return actions.map((action) => {
    const decision = decide(state, action)
    return { action, refusal: decision.ok ? null : decision.refusal }
  })
}

/** Why an order may be fulfilled: its money is here, or promised by a provider, or it is paid at the door or by agreement afterwards. */
export type ClearanceGround = 'paid' | 'authorised' | 'on_delivery' | 'on_account'

/** Whether what was ordered may leave the house: a living order that was cleared. What holds it back for other reasons is asked elsewhere. */
export function mayBeShipped({ state, cleared }: Pick<LockedOrder, 'state' | 'cleared'>): Result<void> {
  const lives = state === 'awaiting_payment' || state === 'paid'
  return lives && cleared !== null ? ok() : refusals.not_cleared({ params: { state } })
}

/** An order as flows need it: held under lock until their transaction ends. */
export interface LockedOrder {
  readonly id: OrderId
  readonly number: string
  readonly state: OrderState
  readonly entityId: string
  readonly marketCode: string
  readonly locale: string
  readonly timeZone: string
  readonly total: Money
  readonly goodsNet: Money
  readonly deliveryNet: Money
  readonly tax: Money
  readonly contentHash: string
  readonly expiresAt: Date
  /** On what ground it may be fulfilled; null: not yet. */
  readonly cleared: ClearanceGround | null
  readonly dispatch: Dispatch | null
  readonly version: number
}

/** What of the order is in the ledger as a sale: who owes us, what we earned, what we owe the tax office. */
export interface SaleAmounts {
  readonly receivable: Money
  readonly goods: Money
  readonly delivery: Money
  readonly tax: Money
}

export function saleAmounts(order: LockedOrder): SaleAmounts {
  return { receivable: order.total, goods: order.goodsNet, delivery: order.deliveryNet, tax: order.tax }
}
