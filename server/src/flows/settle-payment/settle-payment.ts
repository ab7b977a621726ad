/**
 * Brings the shop to what the provider knows of a payment. Everybody who hears of money calls this and nothing else: the webhook's
 * job, the shopper who returns, the expiry of an order, the reconciler. It takes no news as input, only the name of the payment,
 * and asks; so it does not matter who calls first, how often, or in what order.
 *
 * Three steps. (1) Ask the provider, in no transaction: a slow provider must not hold a row (saleor#11168). (2) Lock the order, then
 * its payments (docs/lock-order.md); compare, write each new movement once with its ledger entry. (3) Where the money is exactly
 * the order's, or what its gift cards leave of it, the order is paid and its sale posted, in that same transaction: one capture, one
 * entry, one mail. Where it is held until goods go out, the order is cleared for fulfilment, and paid when all of it was taken (ADR 0013).
 *
 * Killed between (1) and (2) nothing is lost: the next caller asks again.
 */
import { runCommand, system, type Actor, type Context, type House } from '../../host/context.ts'
import { money, subtract } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { clearOrder, findBalance, findBalanceDue, lockOrder } from '../../departments/orders/index.ts'
import {
  covered,
  findPaymentAddress,
  findPaymentOfOrder,
  isAsked,
  listPaymentsOfBalance,
  lockOrderPayments,
  paymentRefusals,
  providerOf,
  readKnownPayment,
  recordTruth,
  type PaymentAddress,
  type ProviderPayment,
} from '../../departments/payments/index.ts'
import { completeSale } from './sale.ts'
import { factsOfBalance, settleBalance } from './settle-balance.ts'

export interface SettledPayment {
  /** Whether it learnt anything. */
  readonly changed: boolean
  /** Whether this call made the order paid. */
  readonly paid: boolean
}

/** For who has to do with the call itself. */
interface Beside {
  /** From now on the provider's answer may be older than what a caller knows. */
  readonly asking?: () => void
  /** Written with the outcome, in its transaction, which may be tried again. */
  readonly note?: (ctx: Context, changed: boolean) => Promise<void>
}

/** Throws an Outage where the provider cannot be asked. */
export async function settlePayment(
  house: House,
  paymentId: string,
  actor: Actor = system('settle-payment'),
  beside: Beside = {},
): Promise<Result<SettledPayment>> {
  const address = await findPaymentAddress(house.database, paymentId)
  if (!address) return paymentRefusals.not_found()
  // Nobody but us knows anything of it.
  if (!isAsked(address)) return ok({ changed: false, paid: false })
  const provider = await providerOf(house, address.provider)
  if (!provider.ok) return provider
  const known = await readKnownPayment(house.database, address)
  beside.asking?.()
  const truths = await provider.value.findPayments(known)
  return runCommand(house, { actor }, async (ctx): Promise<Result<SettledPayment>> => {
    const settled = await settleBy(ctx, address, truths)
    if (settled.ok) await beside.note?.(ctx, settled.value.changed)
    return settled
  })
}

async function settleBy(
  ctx: Context,
  address: PaymentAddress,
  truths: readonly ProviderPayment[],
): Promise<Result<SettledPayment>> {
  const [order, all] = await lockBoth(ctx, address.orderId)
  if (!order.ok) return order
  const payments = all.filter(({ reference }) => reference === address.reference)
  const { currency } = order.value.total
  // Of a paid order, what it was paid with: it may have been changed since.
  const [expected] = payments
  const due =
    order.value.state === 'paid' && expected
      ? money(expected.amount, currency)
      : subtract(order.value.total, money(covered(all), currency))
  const balance = expected?.balanceOf ? await findBalance(ctx.tx, expected.balanceOf) : undefined
  const facts = balance ? factsOfBalance(order.value, balance) : { ...order.value, total: due }
  const { changed, paysFor, clears } = recordTruth(ctx, { payments, truths, order: facts })
  if (balance) {
    if (paysFor === undefined) return ok({ changed, paid: false })
    await settleBalance(ctx, { order: order.value, balance, payments: all, outcome: 'paid', paidBy: expected?.id })
    return ok({ changed: true, paid: true })
  }
  if (clears) {
    const cleared = clearOrder(ctx, order.value, 'authorised')
    if (!cleared.ok) return cleared
  }
  if (paysFor === undefined) return ok({ changed, paid: false })
  const paid = await completeSale(ctx, order.value, { payments: all, paysFor })
  return paid.ok ? ok({ changed: true, paid: true }) : paid
}

/** The order first, then its payments (docs/lock-order.md): what is sent so is granted so, and travels in one round trip. */
const lockBoth = (ctx: Context, orderId: string) =>
  Promise.all([lockOrder(ctx, orderId), lockOrderPayments(ctx, orderId)])

/** An order that gift cards cover wholly needs no provider: it is paid in the transaction that places it. */
export async function settleCovered(ctx: Context, orderId: string): Promise<Result<void>> {
  const [order, payments] = await lockBoth(ctx, orderId)
  if (!order.ok) return order
  return completeSale(ctx, order.value, { payments, paysFor: order.value.contentHash })
}

/** The same by the order, for those who know no payment: the page to which the shopper returns. */
export async function settleOrder(house: House, orderId: string, actor?: Actor): Promise<Result<SettledPayment>> {
  const balance = await findBalanceDue(house.database, orderId)
  const waited = balance && (await listPaymentsOfBalance(house.database, balance.id)).find(isAsked)
  if (waited) return settlePayment(house, waited.id, actor)
  const payment = await findPaymentOfOrder(house.database, orderId)
  return payment ? settlePayment(house, payment.id, actor) : paymentRefusals.not_found()
}
