import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Outcome } from '../domain/webhook.ts'

export interface NewDelivery {
  readonly webhookId: string
  readonly eventId: string
  readonly kind: string
  readonly body: string
  /** Kind and id of what it is about: messages about one subject go in the order of their facts. Undefined waits for nobody. */
  readonly subject?: string
}

/** One message for one address, for ever: a fact told twice lies there once. Answers the addresses that it is new to. */
export async function insertDeliveries(ctx: Context, deliveries: readonly NewDelivery[]): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ webhook_id: string }>`
    INSERT INTO operations.webhook_delivery (id, webhook_id, event_id, kind, body, subject, state, due_at, created_at)
    SELECT id, webhook_id, event_id, kind, body, subject, 'waiting', ${ctx.now}::timestamptz, ${ctx.now}::timestamptz FROM unnest(
      ${deliveries.map(() => ctx.newId())}::uuid[], ${deliveries.map((one) => one.webhookId)}::uuid[],
      ${deliveries.map((one) => one.eventId)}::uuid[], ${deliveries.map((one) => one.kind)}::text[],
      ${deliveries.map((one) => one.body)}::text[], ${deliveries.map((one) => one.subject ?? null)}::text[]
    ) AS new(id, webhook_id, event_id, kind, body, subject)
    WHERE EXISTS (SELECT 1 FROM operations.webhook w WHERE w.id = new.webhook_id)
    ON CONFLICT (webhook_id, event_id) DO NOTHING RETURNING webhook_id`)
  return rows.map(({ webhook_id }) => webhook_id)
}

/** The line to an address is one job's; a job that died gives it back with its time. False: somebody else has it. */
export async function takeLine(ctx: Context, webhookId: string, jobId: string, seconds: number): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    UPDATE operations.webhook SET busy_job = ${jobId}, busy_until = now() + make_interval(secs => ${seconds}::float8)
    WHERE id = ${webhookId} AND (busy_job IS NULL OR busy_job = ${jobId} OR busy_until < now()) RETURNING id`)
  return row !== undefined
}

/**
 * Gives the line back, and answers when the next message is due: after the row's lock was granted, so that what others put there while
 * they found the line taken is seen.
 */
export async function leaveLine(ctx: Context, webhookId: string, jobId: string): Promise<Date | undefined> {
  await ctx.tx.rows(sql`
    UPDATE operations.webhook SET busy_job = NULL, busy_until = NULL WHERE id = ${webhookId} AND busy_job = ${jobId}`)
  const row = await ctx.tx.row(sql<{ due: Date | null }>`
    SELECT min(d.due_at) AS due FROM operations.webhook_turn d WHERE d.webhook_id = ${webhookId}
      AND NOT EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = d.webhook_id)`)
  return row?.due ?? undefined
}

export interface Tried {
  readonly deliveryId: string
  readonly webhookId: string
  readonly at: Date
  readonly status: number | null
  readonly silence: string | null
  readonly said: string
  readonly ms: number
}

/** What came of a call; a message that somebody removed meanwhile is gone. The address is locked before its message. */
export function recordAttempt(ctx: Context, tried: Tried, outcome: Outcome): void {
  const dueAt = outcome.state === 'waiting' ? new Date(ctx.now.getTime() + outcome.afterSeconds * 1000) : ctx.now
  ctx.tx.later(sql`
    UPDATE operations.webhook SET failing_since =
      CASE WHEN ${outcome.state === 'delivered'}::boolean THEN NULL ELSE coalesce(failing_since, ${tried.at}::timestamptz) END
    WHERE id = ${tried.webhookId} AND (failing_since IS NULL) <> ${outcome.state === 'delivered'}::boolean`)
  ctx.tx.later(sql`
    WITH done AS (
      UPDATE operations.webhook_delivery SET attempts = attempts + 1, tries = tries + 1, state = ${outcome.state}, due_at = ${dueAt},
        ended_at = CASE WHEN ${outcome.state === 'waiting'}::boolean THEN NULL ELSE ${ctx.now}::timestamptz END,
        last_status = ${tried.status}::int, last_silence = ${tried.silence}::text, last_ms = ${tried.ms}::int
      WHERE id = ${tried.deliveryId} RETURNING id, attempts
    )
    INSERT INTO operations.webhook_attempt (delivery_id, number, at, status, silence, said, ms)
    SELECT id, attempts, ${tried.at}::timestamptz, ${tried.status}::int, ${tried.silence}::text, ${tried.said}::text, ${tried.ms}::int FROM done`)
}

export function lockDelivery(
  ctx: Context,
  id: string,
): Promise<{ readonly webhookId: string; readonly state: string } | undefined> {
  return ctx.tx.row(sql<{ webhookId: string; state: string }>`
    SELECT webhook_id AS "webhookId", state FROM operations.webhook_delivery WHERE id = ${id} FOR UPDATE`)
}

/** Due now, with all its tries before it: the receiver sees the same message under the same number. */
export function beginAnew(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    UPDATE operations.webhook_delivery SET state = 'waiting', tries = 0, due_at = ${ctx.now}, ended_at = NULL WHERE id = ${id}`)
}

/** Of all that failed since then; answers how many. */
export async function beginFailedAnew(ctx: Context, webhookId: string, since: Date): Promise<number> {
  const rows = await ctx.tx.rows(sql`
    UPDATE operations.webhook_delivery SET state = 'waiting', tries = 0, due_at = ${ctx.now}, ended_at = NULL
    WHERE id IN (
      SELECT id FROM operations.webhook_delivery WHERE webhook_id = ${webhookId} AND state = 'failed' AND created_at >= ${since}
      ORDER BY id FOR UPDATE)
    RETURNING id`)
  return rows.length
}

/** Ended ones of which nobody asks any more, with their attempts. */
export async function forgetDeliveries(ctx: Context, days: number): Promise<void> {
  await ctx.tx.rows(sql`
    DELETE FROM operations.webhook_delivery WHERE id IN (
      SELECT id FROM operations.webhook_delivery
      WHERE created_at < ${ctx.now}::timestamptz - make_interval(days => ${days}::integer) AND state <> 'waiting'
      ORDER BY created_at LIMIT 5000)`)
}
