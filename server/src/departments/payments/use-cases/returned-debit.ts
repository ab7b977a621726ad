/**
 * Money that was collected from an account and that its bank took back. The order stays what it is, paid and perhaps sent; who bought owes
 * it again. So it stands where disputed money stands, until it comes after all, is given up, or turns out to be the refund of an order
 * that ended. Rejected: making the order unpaid. Its sale, its documents and its parcels are facts; what changed is who holds the money.
 */
import type { Context } from '../../../host/context.ts'
import { money, negate } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { compareDates, localDateIn, startOfDay, type LocalDate } from '../../../kernel/time.ts'
import { postEntry, type AccountCode } from '../../ledger/index.ts'
import { stateOf, type Payment } from '../domain/payment.ts'
import { refusals } from '../domain/refusals.ts'
import { lockPayment, lockPaymentsOfOrder } from '../store/load-payments.ts'
import { findReturn, insertReturn, listOpenReturns, saveReturnEnd } from '../store/returned-debits.ts'
import { savePayment } from '../store/save-payments.ts'
import { recordMovement } from './record-movement.ts'

export interface DebitTakenBack {
  readonly paymentId: string
  /** Whole minor units; `fee`: what the bank took for it beside. */
  readonly amount: bigint
  readonly fee: bigint
  readonly bookedOn: LocalDate
  readonly bankReference: string
}

/** Answers the id under which it stands. The same movement of the bank is taken once. */
export async function recordDebitTakenBack(
  ctx: Context,
  { paymentId, amount, fee, bookedOn, bankReference }: DebitTakenBack,
): Promise<Result<{ readonly returnId: string }>> {
  const payment = await lockPayment(ctx, paymentId)
  if (!payment) return refusals.not_found()
  const { entityId, currency, orderId } = payment
  const returnId = ctx.newId()
  insertReturn(ctx, { id: returnId, paymentId, entityId, amount, fee, currency, bankReference })
  postEntry(ctx, {
    ...{ kind: 'debit_return', ref: returnId, about: orderId, entityId, effectiveOn: bookedOn },
    postings: [
      { account: 'disputed', amount: money(amount, currency) },
      { account: 'payment_fees', amount: money(fee, currency) },
      { account: 'bank', amount: money(-amount - fee, currency) },
    ],
  })
  return ok({ returnId })
}

export type ReturnOutcome = 'made_good' | 'lost'

interface ReturnEnd {
  readonly returnId: string
  readonly outcome: ReturnOutcome
  readonly on: LocalDate
  /** Where a person says the day, and no bank: no day that has not come. */
  readonly today?: LocalDate
}

/** It came after all, or nobody asks for it any more. */
export async function endDebitReturn(ctx: Context, { returnId, outcome, on, today }: ReturnEnd): Promise<Result<void>> {
  if (today !== undefined && compareDates(on, today) > 0) return refusals.receipt_in_future({ field: 'on' })
  const found = await findReturn(ctx, returnId)
  const payment = found && (await lockPayment(ctx, found.paymentId))
  const held = payment && (await findReturn(ctx, returnId))
  if (!payment || !held) return refusals.not_found()
  if (held.state !== 'open') return refusals.refund_ended()
  postEnd(ctx, payment, { ...held, account: outcome === 'lost' ? 'dispute_losses' : 'bank', on })
  saveReturnEnd(ctx, returnId, outcome)
  return ok()
}

/** Money that was collected once more, for what came back of an order; false where nothing of this amount is owed any more. */
export async function makeReturnGood(
  ctx: Context,
  { orderId, amount, on }: { readonly orderId: string; readonly amount: bigint; readonly on: LocalDate },
): Promise<boolean> {
  await lockPaymentsOfOrder(ctx, orderId)
  const owed = (await listOpenReturns(ctx, orderId)).find((one) => one.amount === amount)
  return owed !== undefined && (await endDebitReturn(ctx, { returnId: owed.id, outcome: 'made_good', on })).ok
}

/** An order that ended owes nothing: what its bank took back of it was its refund. */
export async function takeReturnsForRefunds(ctx: Context, orderId: string): Promise<Result<void>> {
  const payments = await lockPaymentsOfOrder(ctx, orderId)
  for (const { id, paymentId, amount } of await listOpenReturns(ctx, orderId)) {
    const payment = payments.find((one) => one.id === paymentId)
    if (!payment) continue
    const on = localDateIn(ctx.now, payment.timeZone)
    postEnd(ctx, payment, { id, amount, account: 'bank', on })
    saveReturnEnd(ctx, id, 'refunded')
    const paid = { ...payment, refunded: payment.refunded + amount }
    const at = startOfDay(on, payment.timeZone)
    recordMovement(ctx, paid, { kind: 'refund', providerRef: id, amount, at }, payment.timeZone)
    savePayment(ctx, { ...paid, state: stateOf(paid, { closed: true }) })
  }
  return ok()
}

interface End {
  readonly id: string
  readonly amount: bigint
  readonly account: AccountCode
  readonly on: LocalDate
}

function postEnd(ctx: Context, { orderId, entityId, currency }: Payment, { id, amount, account, on }: End): void {
  const sum = money(amount, currency)
  postEntry(ctx, {
    ...{ kind: 'debit_return_end', ref: id, about: orderId, entityId, effectiveOn: on },
    postings: [
      { account, amount: sum },
      { account: 'disputed', amount: negate(sum) },
    ],
  })
}
