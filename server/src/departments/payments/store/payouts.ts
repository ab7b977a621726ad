import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Booking, Reason } from '../domain/match-line.ts'
import type { ProviderPayout, ProviderPayoutLine } from '../domain/payout.ts'

export interface PayoutToKeep extends ProviderPayout {
  readonly provider: string
  readonly origin: 'provider' | 'file'
}

/** What the provider says of a payout now; how far its lines were read stays. Those that it never names are as whole as they will be. */
export function keepPayout(ctx: Context, payout: PayoutToKeep): void {
  const lines = { ready: 'reading', later: 'later', never: 'whole' }[payout.lines]
  ctx.tx.later(sql`
    INSERT INTO payments.payout (id, provider, provider_ref, entity_id, amount, currency, state, origin, paid_at, arrives_on,
      statement_text, lines, updated_at)
    VALUES (${ctx.newId()}, ${payout.provider}, ${payout.id}, (SELECT e.id::uuid FROM organisation.pub_entity e ORDER BY e.id LIMIT 1),
      ${payout.amount}, ${payout.currency}, ${payout.state}, ${payout.origin}, ${payout.paidAt}, ${payout.arrivesOn},
      ${payout.statementText}, ${lines}, ${ctx.now})
    ON CONFLICT (provider, provider_ref) DO UPDATE SET state = excluded.state, arrives_on = excluded.arrives_on,
      statement_text = coalesce(excluded.statement_text, payments.payout.statement_text),
      lines = CASE WHEN payments.payout.lines = 'later' THEN excluded.lines ELSE payments.payout.lines END,
      updated_at = excluded.updated_at, version = payments.payout.version + 1
    WHERE (payments.payout.state, payments.payout.arrives_on, payments.payout.lines = 'later')
      IS DISTINCT FROM (excluded.state, excluded.arrives_on, excluded.lines = 'later')
      AND excluded.origin = 'provider'`)
}

/** The lines of one page, each once, and how far the payout is read by them. */
export function keepLines(
  ctx: Context,
  payout: { readonly id: string; readonly provider: string },
  { lines, next }: { readonly lines: readonly ProviderPayoutLine[]; readonly next: string | null },
): void {
  const of = <T>(pick: (line: ProviderPayoutLine) => T) => lines.map(pick)
  ctx.tx.later(sql`
    INSERT INTO payments.payout_line (id, payout_id, provider, provider_ref, kind, amount, fee, currency, source_ref, payment_ref, rate,
      description, at, verdict)
    SELECT l.id, ${payout.id}::uuid, ${payout.provider}, l.ref, l.kind, l.amount, l.fee, l.currency, l.source, l.payment, l.rate,
      l.description, l.at, 'new'
    FROM unnest(${of(() => ctx.newId())}::uuid[], ${of(({ id }) => id)}::text[], ${of(({ kind }) => kind)}::text[],
      ${of(({ amount }) => amount)}::bigint[], ${of(({ fee }) => fee)}::bigint[], ${of(({ currency }) => currency)}::text[],
      ${of(({ sourceRef }) => sourceRef)}::text[], ${of(({ paymentRef }) => paymentRef)}::text[], ${of(({ rate }) => rate)}::text[],
      ${of(({ description }) => description)}::text[], ${of(({ at }) => at)}::timestamptz[])
      AS l(id, ref, kind, amount, fee, currency, source, payment, rate, description, at)
    ON CONFLICT (provider, provider_ref) DO NOTHING`)
  ctx.tx.later(sql`
    UPDATE payments.payout SET read_after = coalesce(${next}, read_after), lines = ${next === null ? 'whole' : 'reading'},
      updated_at = ${ctx.now}
    WHERE id = ${payout.id} AND lines = 'reading'`)
}

export interface LineJudged {
  readonly id: string
  readonly verdict: 'matched' | 'booked' | 'unexplained'
  readonly reason: Reason | null
  readonly movementId: string | null
  readonly orderId: string | null
  readonly bookedAs: Booking | 'movement' | null
  readonly entityId: string
}

export function saveVerdicts(ctx: Context, lines: readonly LineJudged[]): void {
  const of = <T>(pick: (line: LineJudged) => T) => lines.map(pick)
  ctx.tx.later(sql`
    UPDATE payments.payout_line l SET verdict = v.verdict, reason = v.reason, movement_id = v.movement, booked_as = v.booked_as,
      order_id = v.order_id, entity_id = v.entity
    FROM unnest(${of(({ id }) => id)}::uuid[], ${of(({ verdict }) => verdict)}::text[], ${of(({ reason }) => reason)}::text[],
      ${of(({ movementId }) => movementId)}::uuid[], ${of(({ orderId }) => orderId)}::uuid[], ${of(({ bookedAs }) => bookedAs)}::text[],
      ${of(({ entityId }) => entityId)}::uuid[]) AS v(id, verdict, reason, movement, order_id, booked_as, entity)
    WHERE l.id = v.id AND l.verdict = 'new'`)
}

export interface LineExplained {
  readonly id: string
  readonly movementId: string | null
  readonly orderId: string | null
  readonly bookedAs: Booking | 'movement'
  readonly words: string
}

export function saveExplanation(ctx: Context, { id, movementId, orderId, bookedAs, words }: LineExplained): void {
  ctx.tx.later(sql`
    UPDATE payments.payout_line SET verdict = 'explained', reason = NULL, movement_id = ${movementId}, order_id = ${orderId},
      booked_as = ${bookedAs},
      words = ${words}, explained_by = ${actorText(ctx.actor)}, explained_at = ${ctx.now}
    WHERE id = ${id} AND verdict = 'unexplained'`)
}

/** Sums of its lines as they are judged now; what has no line of ours yet counts for nothing. */
export function saveSums(ctx: Context, payoutId: string): void {
  ctx.tx.later(sql`
    UPDATE payments.payout p SET gross = s.gross, refunds = s.refunds, fees = s.fees,
      others = s.net - s.gross - s.refunds + s.fees - s.unexplained, unexplained = s.unexplained,
      unexplained_lines = s.unexplained_lines, updated_at = ${ctx.now}, version = p.version + 1
    FROM (SELECT coalesce(sum(amount - fee), 0)::bigint AS net,
        coalesce(sum(amount) FILTER (WHERE kind = 'payment' AND verdict <> 'unexplained'), 0)::bigint AS gross,
        coalesce(sum(amount) FILTER (WHERE kind = 'refund' AND verdict <> 'unexplained'), 0)::bigint AS refunds,
        coalesce(sum(CASE WHEN booked_as = 'fee' THEN fee - amount ELSE fee END), 0)::bigint AS fees,
        coalesce(sum(amount) FILTER (WHERE verdict = 'unexplained'), 0)::bigint AS unexplained,
        count(*) FILTER (WHERE verdict = 'unexplained')::integer AS unexplained_lines
      FROM payments.payout_line WHERE payout_id = ${payoutId}) s
    WHERE p.id = ${payoutId} AND (p.gross, p.refunds, p.fees, p.unexplained, p.unexplained_lines)
      IS DISTINCT FROM (s.gross, s.refunds, s.fees, s.unexplained, s.unexplained_lines)`)
}

export function markBooked(ctx: Context, payoutId: string, entityId: string): void {
  ctx.tx.later(sql`UPDATE payments.payout SET booked_at = ${ctx.now}, entity_id = ${entityId} WHERE id = ${payoutId}`)
}

export function markReturned(ctx: Context, payoutId: string): void {
  ctx.tx.later(sql`UPDATE payments.payout SET returned_at = ${ctx.now} WHERE id = ${payoutId}`)
}

export function saveTodo(ctx: Context, payoutId: string, todoId: string | null): void {
  ctx.tx.later(sql`UPDATE payments.payout SET todo_id = ${todoId} WHERE id = ${payoutId}`)
}

export function saveArrival(
  ctx: Context,
  payoutId: string,
  { arrivedOn, bankReference }: { readonly arrivedOn: LocalDate; readonly bankReference: string },
): void {
  ctx.tx.later(sql`
    UPDATE payments.payout SET arrived_on = ${arrivedOn}, bank_reference = ${bankReference}, updated_at = ${ctx.now},
      version = version + 1
    WHERE id = ${payoutId}`)
}
