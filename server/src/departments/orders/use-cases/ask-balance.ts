import type { Context } from '../../../host/context.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import type { AmendmentReason } from '../domain/amendment.ts'
import type { Balance, BalanceOutcome } from '../domain/balance.ts'
import type { OrderContent } from '../domain/order-content.ts'
import { balanceAsked, balanceEnded } from '../events.ts'
import { readBalanceDays } from '../queries/balance-days.ts'
import type { OrderToAmend } from '../queries/order-content.ts'
import { contentHashOf } from '../store/amendments.ts'
import { insertBalance, saveBalanceEnd, touchOrder } from '../store/balances.ts'

const DAY_MS = 24 * 60 * 60_000

export interface BalanceToAsk {
  readonly order: OrderToAmend
  readonly after: OrderContent
  readonly reason: AmendmentReason
  readonly note: string | undefined
}

export interface AskedBalance {
  readonly id: string
  readonly amount: number
  readonly expiresAt: Date
}

/** A paid order would come to cost more: the change waits, and its difference is asked for. The order is held under lock. */
export async function askBalance(ctx: Context, { order, after, reason, note }: BalanceToAsk): Promise<AskedBalance> {
  const amount = after.total - order.content.total
  const expiresAt = new Date(ctx.now.getTime() + (await readBalanceDays(ctx.tx)) * DAY_MS)
  const id = ctx.newId<'balance'>()
  const { id: orderId, currency } = order
  const hashes = { hashBefore: order.contentHash, hashAfter: contentHashOf(order, after) }
  insertBalance(ctx, { id, orderId, amount, currency, reason, note: note ?? null, expiresAt, ...hashes, after })
  touchOrder(ctx, orderId)
  const worth = moneyToJson(money(amount, currency))
  ctx.emit(balanceAsked(orderId, { number: order.number, amount: worth }))
  ctx.enqueue({ kind: 'ask-balance', ref: orderId, payload: { balanceId: id }, dedupKey: id })
  ctx.audit({
    action: 'orders:ask_balance',
    objectType: 'order',
    objectId: orderId,
    version: order.version + 1,
    changes: [{ field: 'balance', before: null, after: worth }],
    ...(note === undefined ? {} : { reason: note }),
  })
  return { id, amount, expiresAt }
}

/** It came about, or the order stays as it was. What that means for money and stock is the flow's part; the order is held under lock. */
export function endBalance(
  ctx: Context,
  balance: Balance,
  {
    outcome,
    reason,
    version,
  }: {
    readonly outcome: BalanceOutcome
    readonly reason?: string | undefined
    /** Of the order before it, where nothing else changes the order with it. */
    readonly version?: number
  },
): void {
  saveBalanceEnd(ctx, balance, { outcome, reason })
  if (version !== undefined) touchOrder(ctx, balance.orderId)
  const worth = moneyToJson(money(balance.amount, balance.currency))
  ctx.emit(balanceEnded(balance.orderId, { amount: worth, outcome }))
  ctx.audit({
    action: 'orders:end_balance',
    objectType: 'order',
    objectId: balance.orderId,
    ...(version === undefined ? {} : { version: version + 1 }),
    changes: [{ field: 'balance', before: worth, after: outcome }],
    ...(reason === undefined ? {} : { reason }),
  })
}
