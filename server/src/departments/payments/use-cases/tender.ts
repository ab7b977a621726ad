import type { Context } from '../../../host/context.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { freeCard, redeemCard, returnToCard, type Held } from '../../gift-cards/index.ts'
import { stateOf, type Payment, type Refund } from '../domain/payment.ts'
import { GIFT_CARD, isTender, STORE_CREDIT } from '../domain/tender.ts'
import { endRefund, insertPayment, insertRefund, savePayment } from '../store/save-payments.ts'
import { auditRefund } from './audit-refund.ts'
import { recordMovement } from './record-movement.ts'

export interface TendersToOpen {
  readonly orderId: string
  readonly entityId: string
  readonly currency: CurrencyCode
  readonly authorisedHash: string
  readonly held: readonly Held[]
}

/** What gift cards and store credit have promised to an order: one payment for each, authorised from the first. */
export function openTenders(ctx: Context, { held, ...order }: TendersToOpen): void {
  for (const { redemptionId, amount, isCredit } of held) {
    const id = ctx.newId<'payment'>()
    insertPayment(ctx, {
      ...order,
      id,
      provider: isCredit ? STORE_CREDIT : GIFT_CARD,
      reference: id,
      providerPaymentId: redemptionId,
      surplus: false,
      amount,
      authorised: amount,
      state: 'authorised',
      reviewReason: null,
      openCharge: false,
      captureOn: 'at_once',
      version: 1,
    })
  }
}

/** The order is paid: what its cards promised is spent. Payments are held under lock; done twice it changes nothing. */
export function takeTenders(ctx: Context, payments: readonly Payment[]): void {
  for (const payment of payments.filter(isTender)) {
    const amount = payment.authorised - payment.captured - payment.released
    if (amount <= 0n || payment.providerPaymentId === null) continue
    const after = { ...payment, captured: payment.captured + amount }
    redeemCard(ctx, payment.providerPaymentId)
    const event = { kind: 'capture', providerRef: payment.providerPaymentId, amount, at: ctx.now } as const
    recordMovement(ctx, after, event, payment.timeZone)
    savePayment(ctx, { ...after, state: stateOf(after, { closed: false }) })
  }
}

/** The order ended before it was paid: the card has its money again. */
export function freeTender(ctx: Context, payment: Payment): void {
  const amount = payment.authorised - payment.captured - payment.released
  if (amount <= 0n || payment.providerPaymentId === null) return
  freeCard(ctx, payment.providerPaymentId)
  const after = { ...payment, released: payment.released + amount }
  const event = { kind: 'void', providerRef: payment.providerPaymentId, amount, at: ctx.now } as const
  recordMovement(ctx, after, event, payment.timeZone)
  savePayment(ctx, { ...after, state: stateOf(after, { closed: true }) })
}

/** Money back onto the card that paid it: there at once, with its entry. */
export function refundTender(
  ctx: Context,
  payment: Payment,
  { refund, reason }: { readonly refund: Pick<Refund, 'id' | 'amount'>; readonly reason: string },
): Refund {
  const { id, amount } = refund
  const redemptionId = payment.providerPaymentId ?? ''
  insertRefund(ctx, { id, paymentId: payment.id, amount, reason })
  const movementId = returnToCard(ctx, { redemptionId, amount, reason, timeZone: payment.timeZone })
  const after = { ...payment, refunded: payment.refunded + amount }
  recordMovement(ctx, after, { kind: 'refund', providerRef: movementId, amount, at: ctx.now }, payment.timeZone)
  const done: Refund = { id, amount, reason, state: 'succeeded', providerRef: movementId, settledAmount: amount }
  endRefund(ctx, { refund: done, state: 'succeeded', providerRef: movementId, settledAmount: amount, at: ctx.now })
  savePayment(ctx, { ...after, state: stateOf(after, { closed: false }) })
  auditRefund(ctx, payment, { amount, reason })
  return done
}
