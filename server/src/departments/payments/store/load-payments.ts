import type { Context } from '../../../host/context.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Capture, Payment, PaymentId, PaymentState, Refund, RefundId, ReviewReason } from '../domain/payment.ts'
import type { CaptureShare, CaptureTime } from '../domain/provider.ts'
import { lockById, lockByOrder } from './locks.ts'

interface RefundRow {
  readonly id: RefundId
  readonly amount: string
  readonly reason: string
  readonly state: Refund['state']
  readonly provider_ref: string | null
  readonly settled_amount: string | null
  readonly to_credit: boolean
}

interface CaptureRow {
  readonly amount: string
  readonly wanted_at: string
  readonly ended_at: string | null
}

interface PaymentRow {
  readonly id: PaymentId
  readonly order_id: string
  readonly entity_id: string
  readonly time_zone: string
  readonly provider: string
  readonly reference: PaymentId
  readonly provider_payment_id: string | null
  readonly surplus: boolean
  readonly balance_of: string | null
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly authorised: bigint
  readonly captured: bigint
  readonly refunded: bigint
  readonly released: bigint
  readonly state: PaymentState
  readonly authorised_hash: string
  readonly review_reason: ReviewReason | null
  readonly open_charge: boolean
  readonly capture_on: CaptureTime
  readonly capture_share: CaptureShare
  readonly captures_in_parts: boolean | null
  readonly capture_before: Date | null
  readonly captures: readonly (Omit<Capture, 'amount' | 'wantedAt' | 'endedAt'> & CaptureRow)[]
  readonly disputed: bigint
  readonly authentication: Payment['authentication']
  readonly version: number
  readonly events: readonly string[]
  readonly refunds: readonly RefundRow[]
}

/** All payments of an order: the expected ones first, then surplus ones. Held until the end. */
export async function lockPaymentsOfOrder(ctx: Context, orderId: string): Promise<Payment[]> {
  lockByOrder(ctx, orderId)
  return load(ctx, fragment`p.order_id = ${orderId}`)
}

export async function lockPayment(ctx: Context, paymentId: string): Promise<Payment | undefined> {
  lockById(ctx, paymentId)
  return (await load(ctx, fragment`p.id = ${paymentId}`))[0]
}

async function load(ctx: Context, which: Fragment): Promise<Payment[]> {
  const rows = await ctx.tx.rows(sql<PaymentRow>`
    SELECT p.id, p.order_id, p.entity_id, coalesce(e.time_zone, 'UTC') AS time_zone, p.provider, p.reference, p.provider_payment_id, p.surplus, p.balance_of, p.amount, p.currency,
      p.authorised, p.captured, p.refunded, p.released, p.state, p.authorised_hash, p.review_reason, p.open_charge, p.capture_on, p.capture_share, p.captures_in_parts, p.capture_before, p.authentication, p.version,
      ((SELECT coalesce(sum(d.amount), 0) FROM payments.dispute d WHERE d.payment_id = p.id AND d.withdrawn > 0)
        + (SELECT coalesce(sum(b.amount), 0) FROM payments.returned_debit b WHERE b.payment_id = p.id AND b.state IN ('open', 'lost')))::bigint AS disputed,
      ARRAY(SELECT e.kind || ' ' || e.provider_ref FROM payments.event e WHERE e.payment_id = p.id) AS events,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'amount', c.amount::text, 'reference', c.reference, 'state', c.state,
        'wanted_at', c.wanted_at, 'ended_at', c.ended_at)
        ORDER BY c.wanted_at, c.id) FROM payments.capture c WHERE c.payment_id = p.id), '[]') AS captures,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'amount', r.amount::text, 'reason', r.reason, 'state', r.state,
        'provider_ref', r.provider_ref, 'settled_amount', r.settled_amount::text, 'to_credit', r.credit_id IS NOT NULL) ORDER BY r.wanted_at, r.id)
        FROM payments.refund r WHERE r.payment_id = p.id), '[]') AS refunds
    FROM payments.payment p LEFT JOIN organisation.pub_entity e ON e.id = p.entity_id::text
    WHERE ${which} ORDER BY p.surplus, p.id`)
  return rows.map(toPayment)
}

function toPayment(row: PaymentRow): Payment {
  return {
    id: row.id,
    orderId: row.order_id,
    entityId: row.entity_id,
    timeZone: row.time_zone,
    provider: row.provider,
    reference: row.reference,
    providerPaymentId: row.provider_payment_id,
    surplus: row.surplus,
    balanceOf: row.balance_of,
    amount: row.amount,
    currency: row.currency,
    authorised: row.authorised,
    captured: row.captured,
    refunded: row.refunded,
    released: row.released,
    state: row.state,
    authorisedHash: row.authorised_hash,
    reviewReason: row.review_reason,
    openCharge: row.open_charge,
    captureOn: row.capture_on,
    captureShare: row.capture_share,
    capturesInParts: row.captures_in_parts,
    captureBefore: row.capture_before,
    captures: row.captures.map(({ wanted_at, ended_at, amount, ...capture }) => ({
      ...capture,
      amount: BigInt(amount),
      wantedAt: new Date(wanted_at),
      endedAt: ended_at === null ? null : new Date(ended_at),
    })),
    disputed: row.disputed,
    authentication: row.authentication,
    version: row.version,
    knownEvents: new Set(row.events),
    refunds: row.refunds.map((refund) => ({
      id: refund.id,
      amount: BigInt(refund.amount),
      reason: refund.reason,
      state: refund.state,
      providerRef: refund.provider_ref,
      settledAmount: refund.settled_amount === null ? null : BigInt(refund.settled_amount),
      toCredit: refund.to_credit,
    })),
  }
}
