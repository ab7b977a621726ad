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
  declineOf,
  findPaymentOfOrder,
  isAsked,
  lockOrderPayments,
  paymentRefusals,
  providerOf,
  recordSession,
  takeAttempt,
  takeCharge,
  type ChargeToTake,
  type Decline,
  type Keeping,
  type Payment,
  type PaymentAddress,
  type PaymentProvider,
  type ProviderAnswer,
  type ProviderSession,
  type TakenAttempt,
} from '../../departments/payments/index.ts'
import { settlePayment } from '../settle-payment/index.ts'
import { findBalancePayment } from './balance-payment.ts'
import { endAttempt } from './end-attempt.ts'
import { resolveCharge, type Charged } from './resolve-charge.ts'
import { openSession, type OrderToPay, type SessionToOpen } from './session.ts'

const MOST_ATTEMPTS = 3

export interface HowToPay {
  /** What the shopper agreed to have kept of what they pay by. */
  readonly keep?: Keeping | undefined
}

export async function startPayment(
  house: House,
  order: OrderToPay,
  actor: Actor,
  { keep }: HowToPay = {},
): Promise<Result<{ url: string }>> {
  const found = await findToPay(house, order.id, actor)
  if (!found.ok) return found
  const { payment, provider } = found.value
  let closed: number | undefined
  for (let round = 0; round < MOST_ATTEMPTS; round++) {
    const attempt = await take(house, payment, actor, async (ctx, held) =>
      ok(await takeAttempt(ctx, held, { after: closed, keep })),
    )
    if (!attempt.ok) return attempt
    const opening = { provider, payment, attempt: attempt.value, order }
    closed = attempt.value.number
    if (attempt.value.kept) {
      if ((await endAttempt(house, opening)) === 'closed') continue
      await settlePayment(house, payment.id, actor)
      return ok({ url: orderPage(house, order, 'returned') })
    }
    const session = await sessionOf(house, opening)
    if (session.ok && session.value.state === 'completed') {
      await settlePayment(house, payment.id, actor)
      return ok({ url: orderPage(house, order, 'returned') })
    }
    if (session.ok && session.value.state === 'open') {
      return record(house, { ...attempt.value, session: session.value, payment, actor })
    }
  }
  throw new Outage('payments.provider_away', 'the provider closes every session that it opens')
}

/** What of an order is to be paid online now, and at whom. */
async function findToPay(
  house: House,
  orderId: string,
  actor: Actor,
): Promise<Result<{ readonly payment: PaymentAddress; readonly provider: PaymentProvider }>> {
  const due = await findBalancePayment(house, orderId, actor)
  if (due && !due.ok) return due
  const payment = due?.value ?? (await findPaymentOfOrder(house.database, orderId))
  // Gift cards covered it, wholly.
  if (!payment) return paymentRefusals.nothing_to_pay()
  if (!isAsked(payment)) return paymentRefusals.not_paid_online()
  const provider = await providerOf(house, payment.provider)
  return provider.ok ? ok({ payment, provider: provider.value }) : provider
}

export type SavedCharge = Omit<ChargeToTake, 'after'>

/** `confirm`: the shopper's bank asks them at `url`. */
export type ChargedSaved =
  | { readonly state: 'done' }
  | { readonly state: 'confirm'; readonly url: string }
  | { readonly state: 'declined'; readonly decline: Decline }

/**
 * Charges what is kept for the customer, instead of sending them to the provider's page; with them there, or without them. What was begun before
 * comes to its end first: a page that is open is closed, so that nobody pays beside it. Asked again, also at the same time, it is one charge.
 */
export async function chargeSaved(
  house: House,
  order: OrderToPay,
  actor: Actor,
  charge: SavedCharge,
): Promise<Result<ChargedSaved>> {
  const found = await findToPay(house, order.id, actor)
  if (!found.ok) return found
  const { payment, provider } = found.value
  let after: number | undefined
  for (let round = 0; round < MOST_ATTEMPTS; round++) {
    const attempt = await take(house, payment, actor, (ctx, held) => takeCharge(ctx, held, { ...charge, after }))
    if (!attempt.ok) return attempt
    const opening = { provider, payment, attempt: attempt.value, order }
    const { kept } = attempt.value
    const isThis = kept?.methodId === charge.methodId && kept.present === (charge.later === undefined)
    const charged: Charged = isThis
      ? await resolveCharge(house, opening)
      : { state: (await endAttempt(house, opening)) === 'completed' ? 'done' : 'ended', code: 'closed' }
    if (charged.state === 'done') {
      await settlePayment(house, payment.id, actor)
      return ok({ state: 'done' })
    }
    if (charged.state === 'confirm') return ok({ state: 'confirm', url: charged.url })
    if (isThis) return ok({ state: 'declined', decline: declineOf(charged.code) })
    after = attempt.value.number
  }
  throw new Outage('payments.provider_away', 'somebody else pays at the same time')
}

/** Locks the order, so that an attempt begins before the order ends or not at all. */
function take(
  house: House,
  payment: PaymentAddress,
  actor: Actor,
  begin: (ctx: Context, held: Payment) => Promise<Result<TakenAttempt>>,
): Promise<Result<TakenAttempt>> {
  return runCommand(house, { actor }, async (ctx) => {
    const order = await lockOrder(ctx, payment.orderId)
    if (!order.ok) return order
    const payable = await checkPayable(ctx, order.value, payment)
    if (!payable.ok) return payable
    const held = (await lockOrderPayments(ctx, payment.orderId)).find(({ id }) => id === payment.id)
    return held ? begin(ctx, held) : paymentRefusals.not_found()
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
