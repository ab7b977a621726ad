import type { Context } from '../../../host/context.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn, startOfDay } from '../../../kernel/time.ts'
import type { OrderFacts } from '../domain/judge.ts'
import { stateOf, type Payment } from '../domain/payment.ts'
import { allocate, checkReceipt, isByHand, type Receipt } from '../domain/receipt.ts'
import { refusals } from '../domain/refusals.ts'
import { surplusOf } from '../domain/surplus.ts'
import { covered } from '../domain/tender.ts'
import { insertReceipt } from '../store/receipts.ts'
import { insertPayment, savePayment } from '../store/save-payments.ts'
import { recordMovement } from './record-movement.ts'
import { requestRefund } from './want-refund.ts'

export interface ReceiptToRecord {
  readonly receipt: Receipt
  /** Every payment of the order, held under lock. */
  readonly payments: readonly Payment[]
  readonly order: OrderFacts & { readonly id: string }
}

export interface RecordedReceipt {
  /** Set where the order has its money now, exactly and for what it holds: the hash that was paid for. */
  readonly paysFor: string | undefined
}

/**
 * Money that came past any provider, as somebody saw it: what the order waited for counts for it, with its entry, and the rest stands
 * as surplus and is to go back. Part payments sum up; until they are whole a person is asked to look.
 */
export async function recordReceipt(
  ctx: Context,
  { receipt, payments, order }: ReceiptToRecord,
): Promise<Result<RecordedReceipt>> {
  const expected = payments.find((payment) => isByHand(payment) && !payment.surplus)
  if (!expected) return refusals.told_by_provider()
  const checked = checkReceipt(receipt, expected, localDateIn(ctx.now, expected.timeZone))
  if (!checked.ok) return checked
  const due = order.total.amount - covered(payments)
  const { part, rest, pays, review } = allocate(expected, receipt.amount.amount, { due, order })
  const receiptId = ctx.newId()
  insertReceipt(ctx, receiptId, order.id, receipt)
  const at = startOfDay(receipt.receivedOn, expected.timeZone)
  if (part > 0n) take(ctx, { ...expected, reviewReason: review }, { amount: part, providerRef: receiptId, at })
  if (rest > 0n) takeSurplus(ctx, expected, { amount: rest, providerRef: receiptId, at })
  ctx.audit({
    action: 'payments:record',
    objectType: 'payment',
    objectId: expected.id,
    changes: [{ field: 'receipt', before: null, after: moneyToJson(receipt.amount) }],
    reason: receipt.bankReference,
  })
  return ok({ paysFor: pays ? expected.authorisedHash : undefined })
}

interface Coming {
  readonly amount: bigint
  readonly providerRef: string
  readonly at: Date
}

function take(ctx: Context, payment: Payment, { amount, providerRef, at }: Coming): Payment {
  const grown = { ...payment, authorised: payment.authorised + amount, captured: payment.captured + amount }
  const after = { ...grown, state: stateOf(grown, { closed: false }) }
  recordMovement(ctx, after, { kind: 'capture', providerRef, amount, at }, payment.timeZone)
  savePayment(ctx, after)
  return after
}

function takeSurplus(ctx: Context, elder: Payment, coming: Coming): void {
  const surplus = surplusOf(elder, { id: ctx.newId<'payment'>(), providerPaymentId: coming.providerRef })
  insertPayment(ctx, surplus)
  take(ctx, { ...surplus, openCharge: true }, coming)
  requestRefund(ctx, surplus, { amount: coming.amount, reason: 'surplus' })
}
