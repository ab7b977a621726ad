/**
 * Takes what is held: for a parcel, because a person says so, or because the bank would let go of it. What is wanted is a row, in the
 * transaction of whatever wants it; a job asks the provider, and settling writes what really came. ADR 0013.
 *
 * Never more than the order owes. A provider that lets a hold be captured once gives all that is owed with the first parcel (`most`):
 * what it let go of could not be taken for the second.
 */
import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { capturable, type Payment } from '../domain/payment.ts'
import { refusals } from '../domain/refusals.ts'
import { covered } from '../domain/tender.ts'
import { captureFailed } from '../events.ts'
import { HOLD_ENDS } from '../queries/find-capture.ts'
import { endCapture, insertCapture } from '../store/captures.ts'
import { lockPayment, lockPaymentsOfOrder } from '../store/load-payments.ts'

export interface ShipmentToCharge {
  /** What the parcel is worth of the order's total, in its currency. */
  readonly amount: Money
  /** The parcel: charged twice under the same it is charged once. */
  readonly reference: string
}

/** The order is held under lock (docs/lock-order.md). Where nothing is held nothing happens. */
export async function captureForShipment(
  ctx: Context,
  order: { readonly id: string; readonly total: Money },
  { amount, reference }: ShipmentToCharge,
): Promise<Result<{ readonly captureIds: readonly string[] }>> {
  const payments = await lockPaymentsOfOrder(ctx, order.id)
  const due = order.total.amount - covered(payments)
  const held = payments.filter((payment) => payment.captureOn === 'on_shipment' && !payment.surplus)
  const captureIds = held.flatMap((payment) => want(ctx, payment, { due, asked: amount.amount, reference }))
  return ok({ captureIds })
}

/** Staff take what is held, or a part of it; without an amount all that is owed. */
export async function captureByHand(
  ctx: Context,
  { paymentId, amount }: { readonly paymentId: string; readonly amount: Money | undefined },
): Promise<Result<{ readonly captureId: string }>> {
  const payment = await lockPayment(ctx, paymentId)
  if (!payment) return refusals.not_found()
  const most = capturable(payment)
  const asked = amount?.amount ?? most
  if (payment.captureOn !== 'on_shipment' || most === 0n) return refusals.nothing_to_capture()
  if (asked > most || asked <= 0n || (amount && amount.currency !== payment.currency)) {
    return refusals.capture_above_held({ field: 'amount', params: { most: Number(most), currency: payment.currency } })
  }
  const [captureId] = want(ctx, payment, { due: payment.amount, asked, reference: `hand:${ctx.newId()}` })
  if (captureId === undefined) return refusals.nothing_to_capture()
  ctx.audit({
    action: 'payments:capture',
    objectType: 'payment',
    objectId: payment.id,
    changes: [{ field: 'captureWanted', after: moneyToJson(money(asked, payment.currency)) }],
  })
  return ok({ captureId })
}

/** The bank lets go of it soon, and nothing was sent yet: it is taken now, rather than lost. */
export async function captureBeforeEnd(ctx: Context, paymentId: string): Promise<Result<void>> {
  const payment = await lockPayment(ctx, paymentId)
  if (payment) want(ctx, payment, { due: payment.amount, asked: capturable(payment), reference: HOLD_ENDS })
  return ok()
}

function want(
  ctx: Context,
  payment: Payment,
  { due, asked, reference }: { readonly due: bigint; readonly asked: bigint; readonly reference: string },
): string[] {
  const known = payment.captures.find((capture) => capture.reference === reference)
  if (known) return [known.id]
  const free = capturable(payment)
  const owed = due - payment.captured - (payment.authorised - payment.captured - payment.released - free)
  const most = owed < free ? owed : free
  const amount = asked < most ? asked : most
  if (amount <= 0n) return []
  const id = ctx.newId()
  insertCapture(ctx, { id, paymentId: payment.id, amount, reference })
  ctx.enqueue({ kind: 'send-capture', ref: id, payload: { most: String(most) }, dedupKey: id })
  return [id]
}

/** What the provider answered; what it means is found by settling. */
export async function recordCapture(
  ctx: Context,
  { id, paymentId, orderId }: { readonly id: string; readonly paymentId: string; readonly orderId: string },
  refusedAs: string | null,
): Promise<Result<void>> {
  const state = refusedAs === null ? 'succeeded' : 'failed'
  const ended = await endCapture(ctx, id, { state, code: refusedAs })
  if (ended && refusedAs !== null)
    ctx.emit(captureFailed({ id: paymentId, orderId }, { captureId: id, code: refusedAs }))
  ctx.enqueue({ kind: 'settle-payment', ref: paymentId })
  return ok()
}
