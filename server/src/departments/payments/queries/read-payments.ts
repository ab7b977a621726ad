import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { DisputeReason, DisputeState } from '../domain/dispute.ts'
import type { MethodKind } from '../domain/method.ts'
import type { EventKind, PaymentState, Refund, ReviewReason } from '../domain/payment.ts'
import type { Authentication, CaptureShare, CaptureTime } from '../domain/provider.ts'
import { refusals } from '../domain/refusals.ts'
import { GIFT_CARD } from '../domain/tender.ts'
import { HOLD_ENDS } from './find-capture.ts'

type Reader = Pick<Database, 'rows'>

interface MoneyView {
  readonly amount: number
  readonly currency: string
}

export interface MethodOfPayment {
  readonly code: string
  readonly kind: MethodKind
  readonly names: Readonly<Record<string, string>>
}

export interface PaymentView {
  readonly id: string
  readonly orderId: string
  readonly orderNumber: string | null
  readonly provider: string
  readonly providerRef: string | null
  /** The card that paid it, where no provider did. */
  readonly giftCard: { readonly id: string; readonly last4: string | null } | null
  /** Under which way to pay it was opened; null for gift cards, and for those from before. */
  readonly method: MethodOfPayment | null
  readonly surplus: boolean
  readonly amount: MoneyView
  readonly authorised: MoneyView
  readonly captured: MoneyView
  readonly refunded: MoneyView
  /** Held until goods go out, and not asked for yet. */
  readonly held: MoneyView
  /** When the bank lets go of it; null where nothing is held. */
  readonly heldUntil: string | null
  /** Given back unused. */
  readonly released: MoneyView
  /** When it is taken, as it was agreed; how much with a parcel, and whether its card allows that (null: nobody told yet). */
  readonly captureOn: CaptureTime
  readonly captureShare: CaptureShare
  readonly capturesInParts: boolean | null
  /** What was asked for of what is held, and what for. */
  readonly captures: CaptureView[]
  /** What can still be given back: not refunded, and not on its way. */
  readonly refundable: MoneyView
  readonly state: PaymentState
  readonly inReview: boolean
  readonly reviewReason: ReviewReason | null
  readonly openCharge: boolean
  readonly createdAt: string
  readonly updatedAt: string
  readonly version: number
  readonly events: { id: string; kind: EventKind; providerRef: string; amount: MoneyView; at: string }[]
  readonly refunds: {
    id: string
    amount: MoneyView
    reason: string
    state: Refund['state']
    wantedAt: string
    endedAt: string | null
    asCredit: boolean
  }[]
  /** Whether the shopper proved to their bank who they are; null where nobody told. */
  readonly authentication: Authentication | null
  /** What the shopper disputes of it at their bank. */
  readonly disputes: DisputeOfPayment[]
}

export interface CaptureView {
  readonly id: string
  readonly amount: MoneyView
  readonly state: 'wanted' | 'succeeded' | 'failed'
  /** A parcel that left, a person who asked, or the end of the hold. */
  readonly cause: 'parcel' | 'hand' | 'hold_ends' | 'rest'
  readonly parcelId: string | null
  /** In the provider's words, where it said no. */
  readonly code: string | null
  readonly wantedAt: string
}

export interface DisputeOfPayment {
  readonly id: string
  readonly state: DisputeState
  readonly reason: DisputeReason
  readonly amount: MoneyView
  readonly dueAt: string | null
}

export interface PaymentRow {
  readonly id: string
  readonly order_id: string
  readonly order_number: string | null
  readonly provider: string
  readonly provider_payment_id: string | null
  readonly gift_card: { readonly id: string; readonly last4: string | null } | null
  readonly method: MethodOfPayment | null
  readonly surplus: boolean
  readonly amount: bigint
  readonly currency: string
  readonly authorised: bigint
  readonly captured: bigint
  readonly refunded: bigint
  readonly pending: bigint
  readonly held: bigint
  readonly capture_before: Date | null
  readonly released: bigint
  readonly capture_on: CaptureTime
  readonly capture_share: CaptureShare
  readonly captures_in_parts: boolean | null
  readonly captures: readonly {
    id: string
    amount: number
    state: CaptureView['state']
    reference: string
    code: string | null
    wanted_at: string
  }[]
  readonly state: PaymentState
  readonly in_review: boolean
  readonly review_reason: ReviewReason | null
  readonly open_charge: boolean
  readonly created_at: Date
  readonly updated_at: Date
  readonly version: number
  readonly events: readonly { id: string; kind: EventKind; provider_ref: string; amount: number; at: string }[]
  readonly refunds: readonly {
    id: string
    amount: number
    reason: string
    state: Refund['state']
    wanted_at: string
    ended_at: string | null
    as_credit: boolean
  }[]
  readonly disputed: bigint
  readonly authentication: Authentication | null
  readonly disputes: readonly {
    id: string
    state: DisputeState
    reason: DisputeReason
    amount: number
    due_at: string | null
  }[]
}

/** Every payment of an order, the expected one first. */
export async function listPaymentsOf(reader: Reader, orderId: string): Promise<PaymentView[]> {
  if (!isUuid(orderId)) return []
  return (await select(reader, fragment`p.order_id = ${orderId} ORDER BY p.surplus, p.created_at, p.id`)).map(toView)
}

export async function getPayment(reader: Reader, id: string): Promise<Result<PaymentView>> {
  const [row] = isUuid(id) ? await select(reader, fragment`p.id = ${id}`) : []
  return row ? ok(toView(row)) : refusals.not_found()
}

/** How it was paid, for a title: the way to pay as the shop calls it, or a gift card by the end of its code. `p` is the payment. */
export const paidBy = (locale: string): Fragment =>
  fragment`CASE WHEN p.provider = ${GIFT_CARD}::text THEN (SELECT '•••• ' || coalesce(g.last4, '')
      FROM gift_cards.pub_redemption g WHERE g.redemption_uuid = p.provider_payment_id::uuid)
    ELSE coalesce((SELECT coalesce(m.names ->> ${locale}::text, m.names ->> 'en') FROM payments.payment_method m
      WHERE m.code = p.method), p.provider) END`

/** The movements of a payment, and what is on its way of it; joined to the rows that are shown. */
export const paymentDetails = `LEFT JOIN LATERAL (
  SELECT sum(amount) FILTER (WHERE state IN ('wanted', 'sent')) AS pending,
    jsonb_agg(jsonb_build_object('id', id, 'amount', amount, 'reason', reason, 'state', state, 'wanted_at', wanted_at,
      'ended_at', ended_at, 'as_credit', credit_id IS NOT NULL) ORDER BY wanted_at, id) AS refunds
  FROM payments.refund WHERE payment_id = p.id) r ON true
  LEFT JOIN LATERAL (
  SELECT sum(amount) FILTER (WHERE withdrawn > 0) AS disputed, jsonb_agg(jsonb_build_object('id', id, 'state', state, 'reason', reason,
    'amount', amount, 'due_at', due_at) ORDER BY opened_at, id) AS disputes
  FROM payments.dispute WHERE payment_id = p.id) d ON true`

export const paymentSelect = `p.id, p.order_id,
  (SELECT o.number::text FROM orders.pub_order o WHERE o.order_uuid = p.order_id) AS order_number, p.provider, p.provider_payment_id,
  CASE WHEN p.provider = '${GIFT_CARD}' THEN (SELECT jsonb_build_object('id', g.card_id, 'last4', g.last4)
    FROM gift_cards.pub_redemption g WHERE g.redemption_uuid = p.provider_payment_id::uuid) END AS gift_card,
  (SELECT jsonb_build_object('code', m.code, 'kind', m.kind, 'names', m.names) FROM payments.payment_method m
    WHERE m.code = p.method) AS method,
  p.surplus, p.amount, p.currency, p.authorised, p.captured, p.refunded, coalesce(r.pending, 0)::bigint AS pending,
  CASE WHEN p.capture_on = 'on_shipment' THEN greatest(0, p.authorised - p.captured - p.released - coalesce((SELECT sum(c.amount)
    FROM payments.capture c WHERE c.payment_id = p.id AND c.state = 'wanted'), 0)) ELSE 0 END::bigint AS held, p.capture_before, p.released, p.capture_on, p.capture_share, p.captures_in_parts,
  CASE WHEN p.capture_on = 'on_shipment' THEN coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'amount', c.amount, 'state', c.state,
    'reference', c.reference, 'code', c.code, 'wanted_at', c.wanted_at) ORDER BY c.wanted_at, c.id)
    FROM payments.capture c WHERE c.payment_id = p.id), '[]') ELSE '[]' END AS captures, p.authentication, p.state, p.in_review, p.review_reason, p.open_charge, p.created_at,
  p.updated_at, p.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'provider_ref', e.provider_ref, 'amount', e.amount,
    'at', e.at) ORDER BY e.at, e.id) FROM payments.event e WHERE e.payment_id = p.id), '[]') AS events,
  coalesce(r.refunds, '[]') AS refunds, coalesce(d.disputed, 0)::bigint AS disputed, coalesce(d.disputes, '[]') AS disputes`

function select(reader: Reader, rest: Fragment): Promise<PaymentRow[]> {
  return reader.rows(sql<PaymentRow>`
    SELECT ${trusted(paymentSelect)} FROM payments.payment p ${trusted(paymentDetails)} WHERE ${rest}`)
}

export function toView(row: PaymentRow): PaymentView {
  const inCurrency = (amount: bigint | number) => ({ amount: Number(amount), currency: row.currency })
  const instant = (text: string) => new Date(text).toISOString()
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    provider: row.provider,
    providerRef: row.provider_payment_id,
    giftCard: row.gift_card,
    method: row.method,
    surplus: row.surplus,
    amount: inCurrency(row.amount),
    authorised: inCurrency(row.authorised),
    captured: inCurrency(row.captured),
    refunded: inCurrency(row.refunded),
    held: inCurrency(row.held),
    heldUntil: row.held > 0n ? (row.capture_before?.toISOString() ?? null) : null,
    released: inCurrency(row.released),
    captureOn: row.capture_on,
    captureShare: row.capture_share,
    capturesInParts: row.captures_in_parts,
    captures: row.captures.map(({ id, amount, state, reference, code, wanted_at }) => ({
      ...{ id, state, code },
      amount: inCurrency(amount),
      cause: causeOf(reference),
      parcelId: reference.startsWith('parcel:') ? reference.slice('parcel:'.length) : null,
      wantedAt: instant(wanted_at),
    })),
    refundable: inCurrency(atLeastNothing(row.captured - row.refunded - row.pending - row.disputed)),
    state: row.state,
    inReview: row.in_review,
    reviewReason: row.review_reason,
    openCharge: row.open_charge,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    events: row.events.map(({ id, kind, provider_ref, amount, at }) => ({
      id,
      kind,
      providerRef: provider_ref,
      amount: inCurrency(amount),
      at: instant(at),
    })),
    refunds: row.refunds.map(({ id, amount, reason, state, wanted_at, ended_at, as_credit }) => ({
      id,
      amount: inCurrency(amount),
      reason,
      state,
      wantedAt: instant(wanted_at),
      endedAt: ended_at === null ? null : instant(ended_at),
      asCredit: as_credit,
    })),
    authentication: row.authentication,
    disputes: row.disputes.map(({ id, state, reason, amount, due_at }) => ({
      id,
      state,
      reason,
      amount: inCurrency(amount),
      dueAt: due_at === null ? null : instant(due_at),
    })),
  }
}

function causeOf(reference: string): CaptureView['cause'] {
  if (reference === HOLD_ENDS) return 'hold_ends'
  const [kind] = reference.split(':')
  return kind === 'parcel' || kind === 'rest' ? kind : 'hand'
}

const atLeastNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n)
