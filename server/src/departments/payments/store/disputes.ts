import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Dispute, DisputeMovement, LearntDispute, ProviderDispute } from '../domain/dispute.ts'
import type { EvidenceTexts, KeptFile } from '../domain/evidence.ts'
import type { Payment } from '../domain/payment.ts'
import { isOpen } from '../domain/dispute.ts'
import { marketOf } from './save-payments.ts'

type Row = Omit<Dispute, 'knownRefs'> & { readonly refs: readonly string[] }

/** Its payment is held under lock, which every change of a dispute takes first. */
export async function loadDispute(
  ctx: Context,
  { provider, providerDisputeId }: { readonly provider: string; readonly providerDisputeId: string },
): Promise<Dispute | undefined> {
  const row = await ctx.tx.row(sql<Row>`
    SELECT d.id, d.inquiry, d.state, d.amount, d.reason, d.due_at AS "dueAt", d.withdrawn, d.written_off AS "writtenOff", d.fee, d.held_currency AS "heldCurrency",
      d.todo_id AS "todoId", d.asked_for AS "askedFor", d.owner_id AS "ownerId",
      EXISTS (SELECT 1 FROM payments.dispute_answer a WHERE a.dispute_id = d.id AND a.state <> 'failed') AS answered,
      ARRAY(SELECT m.provider_ref FROM payments.dispute_movement m WHERE m.dispute_id = d.id) AS refs
    FROM payments.dispute d WHERE d.provider = ${provider} AND d.provider_dispute_id = ${providerDisputeId}`)
  return row && { ...row, knownRefs: new Set(row.refs) }
}

export function insertDispute(
  ctx: Context,
  id: string,
  {
    payment,
    truth,
    learnt,
  }: { readonly payment: Payment; readonly truth: ProviderDispute; readonly learnt: LearntDispute },
): void {
  const currency = learnt.movements[0]?.currency ?? truth.currency
  ctx.tx.later(sql`
    INSERT INTO payments.dispute (id, payment_id, order_id, entity_id, provider, provider_dispute_id, inquiry, reason, amount, currency,
      state, due_at, withdrawn, written_off, held_currency, fee, market_code, opened_at, ended_at)
    VALUES (${id}, ${payment.id}, ${payment.orderId}, ${payment.entityId}, ${payment.provider}, ${truth.id}, ${learnt.inquiry},
      ${truth.reason}, ${learnt.amount}, ${truth.currency}, ${learnt.state}, ${learnt.dueAt}, ${learnt.withdrawn}, ${learnt.writeOff},
      ${currency}, ${learnt.fee}, ${marketOf(payment.orderId)}, ${truth.openedAt}, ${isOpen(learnt.state) ? null : ctx.now})`)
}

export function saveDispute(ctx: Context, { id, writtenOff }: Dispute, learnt: LearntDispute): void {
  const [first] = learnt.movements
  ctx.tx.later(sql`
    UPDATE payments.dispute SET inquiry = ${learnt.inquiry}, amount = ${learnt.amount}, state = ${learnt.state}, due_at = ${learnt.dueAt},
      withdrawn = ${learnt.withdrawn}, written_off = ${writtenOff + learnt.writeOff}, fee = ${learnt.fee},
      held_currency = coalesce(${first?.currency ?? null}::text, held_currency), version = version + 1,
      ended_at = CASE WHEN ${isOpen(learnt.state)} THEN NULL ELSE coalesce(ended_at, ${ctx.now}) END
    WHERE id = ${id}`)
}

/** The provider was asked. */
export function noteLooked(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    INSERT INTO payments.dispute_look (dispute_id, looked_at) VALUES (${id}, ${ctx.now})
    ON CONFLICT (dispute_id) DO UPDATE SET looked_at = excluded.looked_at`)
}

export function insertDisputeMovement(ctx: Context, id: string, disputeId: string, movement: DisputeMovement): void {
  ctx.tx.later(sql`
    INSERT INTO payments.dispute_movement (id, dispute_id, provider_ref, amount, fee, currency, at)
    VALUES (${id}, ${disputeId}, ${movement.ref}, ${movement.amount}, ${movement.fee}, ${movement.currency}, ${movement.at})`)
}

export function setDisputeTodo(
  ctx: Context,
  id: string,
  { todoId, stage }: { readonly todoId: string; readonly stage: string },
): void {
  ctx.tx.later(sql`UPDATE payments.dispute SET todo_id = ${todoId}, asked_for = ${stage} WHERE id = ${id}`)
}

export function setDisputeOwner(ctx: Context, id: string, owner: { readonly id: string; readonly name: string }): void {
  ctx.tx.later(sql`
    UPDATE payments.dispute SET owner_id = ${owner.id}, owner_name = ${owner.name}, version = version + 1 WHERE id = ${id}`)
}

export interface AnswerToInsert {
  readonly id: string
  readonly disputeId: string
  readonly kind: 'evidence' | 'acceptance'
  readonly texts: EvidenceTexts
  readonly files: readonly KeptFile[]
}

export function insertAnswer(ctx: Context, { id, disputeId, kind, texts, files }: AnswerToInsert): void {
  ctx.tx.later(sql`
    INSERT INTO payments.dispute_answer (id, dispute_id, kind, texts, files, state, actor, at)
    VALUES (${id}, ${disputeId}, ${kind}, ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(files)}::jsonb, 'wanted',
      ${actorText(ctx.actor)}, ${ctx.now})`)
  ctx.tx.later(sql`UPDATE payments.dispute SET version = version + 1 WHERE id = ${disputeId}`)
}

/** False where it had ended before. */
export async function endAnswer(
  ctx: Context,
  id: string,
  { state, code }: { readonly state: 'sent' | 'failed'; readonly code: string | null },
): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    UPDATE payments.dispute_answer SET state = ${state}, code = ${code}, ended_at = ${ctx.now}
    WHERE id = ${id} AND state = 'wanted' RETURNING 1`)
  return row !== undefined
}
