/**
 * Takes what is held: for a parcel, because a person says so, or because the bank would let go of it. What is wanted is a row, in the
 * transaction of whatever wants it; a job asks the provider, and settling writes what really came. ADR 0013, 0016.
 *
 * Never more than the order owes. With a parcel goes its share, where that was agreed and the hold can be taken more than once; all that is
 * owed goes with the first otherwise: what one capture let go of could not be taken for the second parcel. Shares are sums since the first
 * parcel, less what was taken by then: so nothing is taken twice, whoever comes first, and what a failed one left goes with the next.
 */
import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { capturable, takesShares, uncaptured, type Payment } from '../domain/payment.ts'
import { refusals } from '../domain/refusals.ts'
import { covered } from '../domain/tender.ts'
import { captureFailed } from '../events.ts'
import { HOLD_ENDS, listWantedCaptures } from '../queries/find-capture.ts'
import { endCapture, insertCapture } from '../store/captures.ts'
import { lockPayment, lockPaymentsOfOrder } from '../store/load-payments.ts'

/** What left the house, in its order. */
export interface ShipmentsToCharge {
  readonly shipments: readonly {
    /** The parcel: charged twice under the same it is charged once. */
    readonly reference: string
    /** What went out with it and all before it, of the order's total; in minor units of its currency. */
    readonly worthUntil: bigint
  }[]
}

/** The order is held under lock (docs/lock-order.md). Where nothing is held nothing happens. */
export async function captureForShipments(
  ctx: Context,
  order: { readonly id: string; readonly total: Money },
  { shipments }: ShipmentsToCharge,
): Promise<Result<{ readonly captureIds: readonly string[] }>> {
  const payments = await lockPaymentsOfOrder(ctx, order.id)
  const tendered = covered(payments)
  const held = payments.filter((payment) => payment.captureOn === 'on_shipment' && !payment.surplus)
  const captureIds: string[] = []
  for (let payment of held) {
    for (const { reference, worthUntil } of shipments) {
      const until = takesShares(payment) ? worthUntil : order.total.amount
      const wanted = want(ctx, payment, {
        due: order.total.amount - tendered,
        asked: until - tendered - sumOfTaken(payment),
        reference,
      })
      if (!wanted) continue
      captureIds.push(wanted.id)
      if (!payment.captures.includes(wanted)) payment = { ...payment, captures: [...payment.captures, wanted] }
    }
  }
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
  const wanted = want(ctx, payment, { due: payment.amount, asked, reference: `hand:${ctx.newId()}` })
  if (!wanted) return refusals.nothing_to_capture()
  ctx.audit({
    action: 'payments:capture',
    objectType: 'payment',
    objectId: payment.id,
    changes: [{ field: 'captureWanted', after: moneyToJson(money(asked, payment.currency)) }],
  })
  return ok({ captureId: wanted.id })
}

/** The bank lets go of it soon, and not all of it was sent yet: the rest is taken now, rather than lost. */
export async function captureBeforeEnd(ctx: Context, paymentId: string): Promise<Result<void>> {
  const payment = await lockPayment(ctx, paymentId)
  if (payment) want(ctx, payment, { due: payment.amount, asked: capturable(payment), reference: HOLD_ENDS })
  return ok()
}

/** Taken, or on its way. */
const sumOfTaken = (payment: Payment): bigint => payment.captured + uncaptured(payment) - capturable(payment)

function want(
  ctx: Context,
  payment: Payment,
  { due, asked, reference }: { readonly due: bigint; readonly asked: bigint; readonly reference: string },
): Payment['captures'][number] | undefined {
  const known = payment.captures.find((capture) => capture.reference === reference)
  if (known) return known
  const free = capturable(payment)
  const owed = due - sumOfTaken(payment)
  const most = owed < free ? owed : free
  const amount = asked < most ? asked : most
  if (amount <= 0n) return undefined
  const id = ctx.newId()
  insertCapture(ctx, { id, paymentId: payment.id, amount, reference })
  ctx.enqueue({ kind: 'send-capture', ref: id, dedupKey: id })
  return { id, amount, reference, state: 'wanted', wantedAt: ctx.now, endedAt: null }
}

/** What the provider answered; what it means is found by settling. Then the next part has its turn: a payment is asked for one at a time. */
export async function recordCapture(
  ctx: Context,
  { id, paymentId, orderId }: { readonly id: string; readonly paymentId: string; readonly orderId: string },
  refusedAs: string | null,
): Promise<Result<void>> {
  // Who wants another part holds the payment, too: either it is seen here, or it sees that this one has ended.
  await lockPayment(ctx, paymentId)
  const state = refusedAs === null ? 'succeeded' : 'failed'
  const ended = await endCapture(ctx, id, { state, code: refusedAs })
  if (ended && refusedAs !== null)
    ctx.emit(captureFailed({ id: paymentId, orderId }, { captureId: id, code: refusedAs }))
  ctx.enqueue({ kind: 'settle-payment', ref: paymentId })
  const [next] = await listWantedCaptures(ctx.tx, paymentId)
  if (next !== undefined) ctx.enqueue({ kind: 'send-capture', ref: next, dedupKey: `${next} after ${id}` })
  return ok()
}
