/**
 * Sends the shopper to the provider's page. Three steps, the network between two transactions: take an attempt (its key is
 * written down before anybody is asked), open or find its session, record it. Asked again, also by two tabs at once or after a
 * crash in the middle, it leads to the same page; a new one is opened only where the old one is closed for good.
 */
import { runCommand, type Actor, type Context, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { findBalanceDue, lockOrder, orderPage, type LockedOrder } from '../../departments/orders/index.ts'
import {
  findPaymentOfOrder,
  isAsked,
  lockOrderPayments,
  paymentRefusals,
  providerOf,
  recordSession,
  takeAttempt,
  type PaymentAddress,
  type ProviderAnswer,
  type ProviderSession,
  type TakenAttempt,
} from '../../departments/payments/index.ts'
import { settlePayment } from '../settle-payment/index.ts'
import { findBalancePayment } from './balance-payment.ts'
import { openSession, type OrderToPay, type SessionToOpen } from './session.ts'

const MOST_ATTEMPTS = 3

export async function startPayment(house: House, order: OrderToPay, actor: Actor): Promise<Result<{ url: string }>> {
  const due = await findBalancePayment(house, order.id, actor)
  if (due && !due.ok) return due
  const payment = due?.value ?? (await findPaymentOfOrder(house.database, order.id))
  // Gift cards covered it, wholly.
  if (!payment) return paymentRefusals.nothing_to_pay()
  if (!isAsked(payment)) return paymentRefusals.not_paid_online()
  const provider = await providerOf(house, payment.provider)
  if (!provider.ok) return provider
  let closed: number | undefined
  for (let round = 0; round < MOST_ATTEMPTS; round++) {
    const attempt = await take(house, payment, closed, actor)
    if (!attempt.ok) return attempt
    const session = await sessionOf(house, { provider: provider.value, payment, attempt: attempt.value, order })
    if (session.ok && session.value.state === 'completed') {
      await settlePayment(house, payment.id, actor)
      return ok({ url: orderPage(house, order, 'returned') })
    }
    if (session.ok && session.value.state === 'open') {
      return record(house, { ...attempt.value, session: session.value, payment, actor })
    }
    closed = attempt.value.number
  }
  throw new Outage('payments.provider_away', 'the provider closes every session that it opens')
}

/** Locks the order, so that an attempt begins before the order ends or not at all. */
function take(
  house: House,
  payment: PaymentAddress,
  closed: number | undefined,
  actor: Actor,
): Promise<Result<TakenAttempt>> {
  return runCommand(house, { actor }, async (ctx) => {
    const order = await lockOrder(ctx, payment.orderId)
    if (!order.ok) return order
    const payable = await checkPayable(ctx, order.value, payment)
    if (!payable.ok) return payable
    const held = (await lockOrderPayments(ctx, payment.orderId)).find(({ id }) => id === payment.id)
    return held ? ok(await takeAttempt(ctx, held, closed)) : paymentRefusals.not_found()
  })
}

/** What a paid order came to cost more is payable as long as its change waits. */
async function checkPayable(ctx: Context, order: LockedOrder, payment: PaymentAddress): Promise<Result<void>> {
  if (payment.balanceOf === null) return checkOrder(order, ctx.now)
  const balance = await findBalanceDue(ctx.tx, order.id)
  return balance?.id === payment.balanceOf ? ok() : paymentRefusals.nothing_to_pay()
}

function checkOrder(order: LockedOrder, now: Date): Result<void> {
  if (order.state === 'paid') return paymentRefusals.nothing_to_pay()
  const open = order.state === 'awaiting_payment' && order.expiresAt > now
  return open ? ok() : paymentRefusals.payment_time_over()
}

/** A key sent before may be answered with what was true then; the session is asked how it is now. */
async function sessionOf(
  house: House,
  opening: SessionToOpen & { attempt: TakenAttempt },
): Promise<ProviderAnswer<ProviderSession>> {
  const { provider, attempt } = opening
  if (attempt.providerSessionId !== null) return provider.getSession(attempt.providerSessionId)
  const opened = await openSession(house, opening)
  return opened.ok && !attempt.fresh ? provider.getSession(opened.value.id) : opened
}

interface Opened extends TakenAttempt {
  readonly session: ProviderSession
  readonly payment: PaymentAddress
  readonly actor: Actor
}

async function record(house: House, opened: Opened): Promise<Result<{ url: string }>> {
  const { session, payment, actor } = opened
  if (opened.providerSessionId !== null) return ok({ url: session.url })
  const recorded = await runCommand(house, { actor }, async (ctx) => {
    const order = await lockOrder(ctx, payment.orderId)
    if (!order.ok) return order
    recordSession(ctx, payment.id, opened, session.id)
    return ok(await checkPayable(ctx, order.value, payment))
  })
  if (!recorded.ok) return recorded
  if (recorded.value.ok) return ok({ url: session.url })
  // The order ended while the page was being opened: nobody is sent there.
  const provider = await providerOf(house, payment.provider)
  if (provider.ok) await provider.value.expireSession(session.id)
  return recorded.value
}
