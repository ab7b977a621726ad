import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { Payment, RefundId } from '../domain/payment.ts'
import type { CaptureTime } from '../domain/provider.ts'
import type { NewEvent, RefundOutcome } from '../domain/reconcile.ts'

/** What is opened: nobody has said anything of it yet, save that a gift card stands good for it. */
export type PaymentToInsert = Omit<
  Payment,
  | 'timeZone'
  | 'captured'
  | 'refunded'
  | 'released'
  | 'knownEvents'
  | 'refunds'
  | 'captures'
  | 'captureOn'
  | 'captureShare'
  | 'capturesInParts'
  | 'disputed'
  | 'authentication'
  | 'captureBefore'
  | 'balanceOf'
> & {
  readonly captureOn: CaptureTime | 'by_market'
  readonly method?: string | null
  readonly balanceOf?: string | null
}

export function insertPayment(ctx: Context, payment: PaymentToInsert): void {
  ctx.tx.later(sql`
    INSERT INTO payments.payment (id, order_id, entity_id, provider, reference, provider_payment_id, surplus, amount, currency,
      authorised, state, authorised_hash, method, capture_on, capture_share, balance_of, market_code, created_at, updated_at)
    VALUES (${payment.id}, ${payment.orderId}, ${payment.entityId}, ${providerToAsk(payment)}, ${payment.reference},
      ${payment.providerPaymentId}, ${payment.surplus}, ${payment.amount}, ${payment.currency},
      ${payment.authorised}, ${payment.state}, ${payment.authorisedHash}, ${methodOf(payment)}, ${captureOn(payment)},
      ${captureShare(payment)}, ${payment.balanceOf ?? null}, ${marketOf(payment.orderId)}, ${ctx.now},
      ${ctx.now})`)
}

/** Of its order, for ever: by it people see it whose work is narrowed to some markets. */
export const marketOf = (orderId: string): Fragment =>
  fragment`(SELECT o.market_code FROM orders.pub_order o WHERE o.order_uuid = ${orderId})`

/** With whom the shop has an account that is in use; the development provider where there is none. */
function providerToAsk({ provider }: PaymentToInsert): Fragment {
  return provider === 'usual'
    ? fragment`coalesce((SELECT a.provider FROM payments.provider_account a WHERE a.enabled ORDER BY a.provider LIMIT 1), 'devpay')`
    : fragment`${provider}`
}

/** Money that came a second time came the way that the order is paid. */
function methodOf({ method = null, surplus, orderId, provider }: PaymentToInsert): Fragment {
  return surplus
    ? fragment`(SELECT p.method FROM payments.payment p WHERE p.order_id = ${orderId} AND p.provider = ${provider} AND NOT p.surplus
        ORDER BY p.created_at, p.id LIMIT 1)`
    : fragment`${method}::text`
}

/** As the market of its order has it, whose row was queued before this one. */
function captureOn({ captureOn: agreed, orderId }: PaymentToInsert): Fragment {
  return agreed === 'by_market'
    ? fragment`coalesce((SELECT r.capture_on FROM payments.rule r JOIN orders.pub_order o ON o.market_code = r.market_code
        WHERE o.order_uuid = ${orderId}), 'at_once')`
    : fragment`${agreed}`
}

function captureShare({ captureOn: agreed, orderId }: PaymentToInsert): Fragment {
  return agreed === 'by_market'
    ? fragment`coalesce((SELECT r.capture_share FROM payments.rule r JOIN orders.pub_order o ON o.market_code = r.market_code
        WHERE o.order_uuid = ${orderId}), 'all_with_first')`
    : fragment`'all_with_first'`
}

/** Writes what changed of a payment that is held under lock. */
export function savePayment(ctx: Context, payment: Payment): void {
  ctx.tx.later(sql`
    UPDATE payments.payment SET provider_payment_id = ${payment.providerPaymentId}, surplus = ${payment.surplus}, authorised = ${payment.authorised},
      captured = ${payment.captured}, refunded = ${payment.refunded}, released = ${payment.released}, state = ${payment.state},
      review_reason = ${payment.reviewReason}, open_charge = ${payment.openCharge}, capture_before = ${payment.captureBefore}, captures_in_parts = ${payment.capturesInParts}, authentication = ${payment.authentication}, updated_at = ${ctx.now}, version = version + 1
    WHERE id = ${payment.id}`)
}

export function insertEvent(ctx: Context, id: string, payment: Payment, event: NewEvent): void {
  ctx.tx.later(sql`
    INSERT INTO payments.event (id, payment_id, kind, provider_ref, amount, currency, settled, at)
    VALUES (${id}, ${payment.id}, ${event.kind}, ${event.providerRef}, ${event.amount}, ${payment.currency}, true, ${event.at})`)
}

export interface RefundToInsert {
  readonly id: RefundId
  readonly paymentId: string
  readonly amount: bigint
  readonly reason: string
}

export function insertRefund(ctx: Context, refund: RefundToInsert): void {
  ctx.tx.later(sql`
    INSERT INTO payments.refund (id, payment_id, amount, reason, state, actor, wanted_at)
    VALUES (${refund.id}, ${refund.paymentId}, ${refund.amount}, ${refund.reason}, 'wanted', ${actorText(ctx.actor)}, ${ctx.now})`)
}

export function markRefundSent(ctx: Context, refundId: string): void {
  ctx.tx.later(sql`UPDATE payments.refund SET state = 'sent' WHERE id = ${refundId} AND state = 'wanted'`)
}

export function endRefund(ctx: Context, { refund, state, providerRef, settledAmount }: RefundOutcome): void {
  ctx.tx.later(sql`
    UPDATE payments.refund SET state = ${state}, provider_ref = ${providerRef}, settled_amount = ${settledAmount},
      ended_at = ${ctx.now}
    WHERE id = ${refund.id} AND ended_at IS NULL`)
}

/** It became store credit, in the transaction that wants it. */
export function insertCreditedRefund(ctx: Context, refund: RefundToInsert & { readonly creditId: string }): void {
  ctx.tx.later(sql`
    INSERT INTO payments.refund (id, payment_id, amount, reason, state, provider_ref, settled_amount, credit_id, actor, wanted_at, ended_at)
    VALUES (${refund.id}, ${refund.paymentId}, ${refund.amount}, ${refund.reason}, 'succeeded', ${refund.creditId}, ${refund.amount},
      ${refund.creditId}, ${actorText(ctx.actor)}, ${ctx.now}, ${ctx.now})`)
}

/** The provider said no to it: nothing moved. */
export function refuseRefund(ctx: Context, refundId: string): void {
  ctx.tx.later(sql`
    UPDATE payments.refund SET state = 'failed', settled_amount = 0, ended_at = ${ctx.now}
    WHERE id = ${refundId} AND ended_at IS NULL`)
}
