import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, negate } from '../../../kernel/money.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { postEntry, type AccountCode, type Posting } from '../../ledger/index.ts'
import type { EventKind, Payment } from '../domain/payment.ts'
import { isAsked, isTender, STORE_CREDIT } from '../domain/tender.ts'
import type { NewEvent } from '../domain/reconcile.ts'
import { paymentAuthorised, paymentCaptured, paymentRefunded, paymentVoided } from '../events.ts'
import { awaitPayout } from '../store/awaited-payouts.ts'
import { insertEvent } from '../store/save-payments.ts'

const told = {
  authorisation: paymentAuthorised,
  capture: paymentCaptured,
  refund: paymentRefunded,
  void: paymentVoided,
} as const satisfies Record<EventKind, unknown>

/** One movement of the provider: its row, its fact, and, where money moved, its entry (verify O5). */
export function recordMovement(ctx: Context, payment: Payment, event: NewEvent, timeZone: string): void {
  const id = ctx.newId()
  const amount = money(event.amount, payment.currency)
  insertEvent(ctx, id, payment, event)
  ctx.emit(told[event.kind](payment, { amount: moneyToJson(amount), provider: payment.provider }))
  if (event.kind !== 'capture' && event.kind !== 'refund') return
  if (event.kind === 'capture' && isAsked(payment)) awaitPayout(ctx, id, payment, event)
  postEntry(ctx, {
    kind: event.kind,
    ref: id,
    about: payment.orderId,
    entityId: payment.entityId,
    effectiveOn: localDateIn(event.at, timeZone),
    postings: postingsOf(payment, event),
  })
}

/**
 * The provider holds the money for us until it pays out; what comes past any provider is with our bank. Money that nobody owes us is a
 * debt, not a receivable. What a gift card or store credit pays is no new money: we owe its holder so much less.
 */
function postingsOf(payment: Payment, event: NewEvent): Posting[] {
  const came = money(event.kind === 'capture' ? event.amount : -event.amount, payment.currency)
  return [
    { account: event.into ?? heldIn(payment), amount: came },
    { account: payment.surplus ? 'unassigned_receipts' : 'receivables', amount: negate(came) },
  ]
}

function heldIn(payment: Payment): AccountCode {
  if (isTender(payment)) return payment.provider === STORE_CREDIT ? 'store_credit' : 'gift_cards'
  return isAsked(payment) ? 'payments_clearing' : 'bank'
}
