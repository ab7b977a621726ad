import { actorText } from '../actor.ts'
import type { Context } from '../context.ts'
import { jsonText } from '../database/json.ts'
import { sql } from '../database/sql.ts'

/** A fact, in the past tense and versioned: `order.placed.v1`. Payloads carry ids and facts, never personal data. */
export interface DomainEvent {
  readonly name: string
  readonly ref: { readonly kind: string; readonly id: string }
  readonly payload: Readonly<Record<string, unknown>>
}

export interface JobRequest {
  readonly kind: string
  /** What it is about: an order's id. */
  readonly ref?: string
  readonly payload?: Readonly<Record<string, unknown>>
  /** One job per kind and key, for ever: asking twice is harmless. */
  readonly dedupKey?: string
  readonly runAt?: Date
  readonly maxAttempts?: number
}

/** Event name -> the kinds of job that its subscribers run. Derived from the departments' manifests. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>

interface JobRow extends JobRequest {
  readonly eventId: string | null
}

export function writeOutbox(
  ctx: Context,
  subscriptions: Subscriptions,
  events: readonly DomainEvent[],
  jobs: readonly JobRequest[],
): void {
  const identified = events.map((event) => ({ ...event, id: ctx.newId() as string }))
  if (identified.length > 0) {
    // One statement for both: a fact that nobody outside listens to costs one look at a table of a few rows.
    ctx.tx.later(sql`
      WITH fact AS (
        SELECT * FROM unnest(
          ${identified.map((event) => event.id)}::uuid[], ${identified.map((event) => event.name)}::text[],
          ${identified.map((event) => event.ref.kind)}::text[], ${identified.map((event) => event.ref.id)}::text[],
          ${identified.map((event) => jsonText(event.payload))}::text[], ${identified.map(() => ctx.newId())}::uuid[]
        ) AS fact(id, name, ref_kind, ref_id, payload, job_id)
      ), written AS (
        INSERT INTO host.event (id, name, ref_kind, ref_id, payload, actor, request_id, occurred_at)
        SELECT id, name, ref_kind, ref_id, payload::jsonb, ${actorText(ctx.actor)}::text, ${ctx.requestId ?? null}::text, ${ctx.now}::timestamptz
        FROM fact RETURNING id
      )
      INSERT INTO host.job (id, kind, payload, dedup_key, event_id, run_at, max_attempts, created_at)
      SELECT fact.job_id, listened.job, jsonb_build_object('eventId', fact.id), fact.id::text, fact.id, ${ctx.now}::timestamptz, 12,
        ${ctx.now}::timestamptz
      FROM written JOIN fact ON fact.id = written.id JOIN host.listened_fact listened ON listened.name = fact.name
      ON CONFLICT (kind, dedup_key) WHERE dedup_key IS NOT NULL DO NOTHING`)
  }
  const delivered = identified.flatMap((event) =>
    (subscriptions.get(event.name) ?? []).map((kind): JobRow => ({
      kind,
      ref: event.ref.id,
      payload: event.payload,
      dedupKey: event.id,
      eventId: event.id,
    })),
  )
  const rows: JobRow[] = [...delivered, ...jobs.map((job) => ({ ...job, eventId: null }))]
  if (rows.length > 0) insertJobs(ctx, rows)
}

function insertJobs(ctx: Context, rows: readonly JobRow[]): void {
  ctx.tx.later(sql`
    INSERT INTO host.job (id, kind, ref, payload, dedup_key, event_id, run_at, max_attempts, created_at)
    SELECT id, kind, ref, payload::jsonb, dedup_key, event_id, run_at, max_attempts, ${ctx.now}::timestamptz
    FROM unnest(
      ${rows.map(() => ctx.newId())}::uuid[], ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.ref ?? null)}::text[],
      ${rows.map((row) => jsonText(row.payload ?? {}))}::text[], ${rows.map((row) => row.dedupKey ?? null)}::text[],
      ${rows.map((row) => row.eventId)}::uuid[], ${rows.map((row) => row.runAt ?? ctx.now)}::timestamptz[],
      ${rows.map((row) => row.maxAttempts ?? 12)}::int[]
    ) AS job(id, kind, ref, payload, dedup_key, event_id, run_at, max_attempts)
    ON CONFLICT (kind, dedup_key) WHERE dedup_key IS NOT NULL DO NOTHING`)
}
