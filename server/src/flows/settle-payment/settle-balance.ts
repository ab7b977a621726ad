/**
 * A paid order that a change makes dearer. The change waits, whole, until its difference is there (ADR 0014): the order stays as it was sold,
 * what the change needs besides is promised to it already, and neither is sent before it is known which it will be. Paid, received or waived,
 * the change comes about in the transaction that learns of it: one amendment, its entry in the books, and the documents that follow both.
 * Undone, or not paid in time, the order is as it was, and money that still comes goes back by itself.
 *
 * Rejected: changing the order at once and waiting for the rest. Then what is sent, documented, refunded and verified would hang on money that
 * may never come, and taking it back would be a change of its own. Everything here runs under the order's lock.
 */
import type { Context } from '../../host/context.ts'
import { Fault } from '../../kernel/assert.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { needsDelivery } from '../../departments/catalog/index.ts'
import { followContents, piecesSent } from '../../departments/fulfilment/index.ts'
import { exchangeStock } from '../../departments/inventory/index.ts'
import {
  amendOrder,
  endBalance,
  findOrderToAmend,
  getAnyBasket,
  listAmendments,
  orderRefusals,
  waiveIncrease,
  type Balance,
  type BalanceOutcome,
  type LockedOrder,
  type OrderContent,
  type OrderToAmend,
  type SaleAmounts,
} from '../../departments/orders/index.ts'
import {
  closeBalancePayments,
  openBalanceByHand,
  lockOrderPayments,
  paymentRefusals,
  recordReceipt,
  type BalanceToPay,
  type Receipt,
} from '../../departments/payments/index.ts'
import { amendSale, completeDeposit } from './sale.ts'

export type Payments = Awaited<ReturnType<typeof lockOrderPayments>>

/** What a payment of a balance is judged by: the change stands there for the order. */
export function factsOfBalance(order: LockedOrder, balance: Balance) {
  const lives = order.state === 'paid' || order.state === 'awaiting_payment'
  const done = balance.outcome === 'paid' || balance.outcome === 'received'
  const state = !lives ? order.state : balance.outcome === null ? 'awaiting_payment' : done ? 'paid' : 'cancelled'
  return {
    id: order.id,
    state,
    total: money(balance.amount, balance.currency),
    contentHash: balance.hashAfter,
    timeZone: order.timeZone,
  } as const
}

export function balanceToPay({ entityId }: Pick<LockedOrder, 'entityId'>, balance: Balance): BalanceToPay {
  const { id, orderId, amount, currency, hashAfter } = balance
  return { id, orderId, entityId, amount: money(amount, currency), authorisedHash: hashAfter }
}

interface Settled {
  readonly order: LockedOrder
  readonly balance: Balance
  readonly payments: Payments
  readonly outcome: Extract<BalanceOutcome, 'paid' | 'received' | 'waived'>
  /** The payment that brought it. */
  readonly paidBy?: string | undefined
  /** Why it was waived, and what that reduction is called. */
  readonly waiver?: { readonly reason: string; readonly names: Readonly<Record<string, string>> } | undefined
}

/** The change comes about. */
export async function settleBalance(ctx: Context, settled: Settled): Promise<void> {
  const { order, balance, payments, outcome, paidBy, waiver } = settled
  const before = await findOrderToAmend(ctx.tx, order.id)
  // While a change waits, nothing else changes the order.
  if (before?.contentHash !== balance.hashBefore)
    throw new Fault(`order ${order.id} changed while a change of it waited`)
  const { pricesIncludeTax, content, currency } = before
  const after = waiver
    ? waiveIncrease(content, balance.after, { names: waiver.names, pricesIncludeTax })
    : balance.after
  const number = (await listAmendments(ctx.tx, order.id)).length + 1
  if (balance.kind === 'rest') {
    completeDeposit(ctx, order, { number, before: worthOf(content, currency), after: worthOf(after, currency) })
  } else amendSale(ctx, order, { number, more: worthMore(content, after, currency) })
  const { reason: why, note } = balance
  amendOrder(ctx, {
    ...{ order: before, after, kind: 'edit', reason: why, note: note ?? undefined },
    ...{ refundIds: [], expiresAt: undefined, balanceId: balance.id },
  })
  endBalance(ctx, balance, { outcome, reason: waiver?.reason })
  closeBalancePayments(ctx, payments, { balanceId: balance.id, paidBy })
  await promiseStock(ctx, before, { held: [content, balance.after], wanted: [after] })
  if (before.hasLeft) await followContents(ctx, order.id)
}

interface Dropped {
  readonly order: LockedOrder
  readonly balance: Balance
  readonly payments: Payments
  readonly outcome: Extract<BalanceOutcome, 'undone' | 'expired' | 'order_cancelled'>
  readonly reason?: string | undefined
}

/** The order stays as it was. A cancelled order gives all of its stock back by itself. */
export async function dropBalance(ctx: Context, dropped: Dropped): Promise<void> {
  const { order, balance, payments, outcome, reason } = dropped
  const { version } = order
  endBalance(ctx, balance, { outcome, reason, ...(outcome === 'order_cancelled' ? {} : { version }) })
  closeBalancePayments(ctx, payments, { balanceId: balance.id })
  const before = await findOrderToAmend(ctx.tx, order.id)
  if (!before || outcome === 'order_cancelled') return
  await promiseStock(ctx, before, { held: [before.content, balance.after], wanted: [before.content] })
}

/** Somebody saw its money come: all of it, or nothing counts; what is beyond is to go back. */
export async function receiveBalance(
  ctx: Context,
  { order, balance, receipt }: { readonly order: LockedOrder; readonly balance: Balance; readonly receipt: Receipt },
): Promise<Result<void>> {
  const { amount, currency } = balance
  if (receipt.amount.currency === currency && receipt.amount.amount < BigInt(amount)) {
    return paymentRefusals.receipt_below_balance({ field: 'amount', params: { amount, currency } })
  }
  openBalanceByHand(ctx, await lockOrderPayments(ctx, order.id), balanceToPay(order, balance))
  const payments = await lockOrderPayments(ctx, order.id)
  const own = payments.filter(({ balanceOf }) => balanceOf === balance.id)
  const recorded = await recordReceipt(ctx, { receipt, payments: own, order: factsOfBalance(order, balance) })
  if (!recorded.ok) return recorded
  if (recorded.value.paysFor === undefined) return orderRefusals.no_balance_due()
  const paidBy = own.find(({ provider, surplus }) => provider === 'bank_transfer' && !surplus)?.id
  await settleBalance(ctx, { order, balance, payments, outcome: 'received', paidBy })
  return ok()
}

export function worthMore(before: OrderContent, after: OrderContent, currency: string): SaleAmounts {
  const more = (of: (content: OrderContent) => number) => money(of(after) - of(before), currency)
  return {
    receivable: more(({ total }) => total),
    goods: more(({ goodsNet }) => goodsNet),
    delivery: more(({ deliveryNet }) => deliveryNet),
    tax: more(({ tax }) => tax),
  }
}

function worthOf({ total, goodsNet, deliveryNet, tax }: OrderContent, currency: string): SaleAmounts {
  const [receivable, goods, delivery] = [
    money(total, currency),
    money(goodsNet, currency),
    money(deliveryNet, currency),
  ]
  return { receivable, goods, delivery, tax: money(tax, currency) }
}

interface Contents {
  /** What it may hold promised now. */
  readonly held: readonly OrderContent[]
  /** For which of these it must suffice. */
  readonly wanted: readonly OrderContent[]
}

/**
 * Of goods whose pieces are others than before; what is packed is still promised, what was sent is not. Of two that may come about, the
 * more of each.
 */
export async function promiseStock(ctx: Context, order: OrderToAmend, { held, wanted }: Contents): Promise<void> {
  const before = mostOf(held)
  const then = mostOf(wanted)
  const variantIds = [...new Set([...before.keys(), ...then.keys()])]
  const changed = variantIds.filter((id) => (before.get(id) ?? 0) !== (then.get(id) ?? 0))
  const basket = await getAnyBasket(ctx.tx, order.basketId)
  if (changed.length === 0 || !basket.ok) return
  const sent = order.hasLeft ? await piecesSent(ctx.tx, order.id) : new Map<string, number>()
  exchangeStock(ctx, {
    orderId: order.id,
    locationCode: basket.value.market.locationCode,
    variantIds: changed,
    wishes: changed.map((variantId) => ({
      variantId,
      quantity: Math.max(0, (then.get(variantId) ?? 0) - (sent.get(variantId) ?? 0)),
    })),
  })
}

/** What lies on a shelf, by variant. */
function mostOf(contents: readonly OrderContent[]): Map<string, number> {
  const most = new Map<string, number>()
  for (const { lines } of contents) {
    const sums = new Map<string, number>()
    for (const { variantId, quantity, kind } of lines) {
      if (needsDelivery(kind)) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
    }
    for (const [id, quantity] of sums) most.set(id, Math.max(most.get(id) ?? 0, quantity))
  }
  return most
}
