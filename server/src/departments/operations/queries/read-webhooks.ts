import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { deliveryColumns, presentDelivery, type DeliveryLine, type DeliveryRow } from './webhook-deliveries-list.ts'

type Reader = Pick<Database, 'row' | 'rows'>

export interface WebhookRow {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly kinds: readonly string[]
  readonly owner_id: string
  readonly version: number
  readonly created_at: Date
  readonly failing_since: Date | null
  readonly cause: 'by_hand' | 'failing' | 'gone' | null
  readonly paused_at: Date | null
  /** Of those secrets that have not ended: when each began and will end. */
  readonly secrets: readonly { readonly createdAt: string; readonly endsAt: string | null }[]
}

export function readWebhook(reader: Reader, id: string): Promise<WebhookRow | undefined> {
  return reader.row(sql<WebhookRow>`
    SELECT w.id, w.name, w.address, w.kinds, w.owner_id, w.version, w.created_at, w.failing_since, p.cause, p.at AS paused_at,
      ARRAY(SELECT jsonb_build_object('createdAt', s.created_at, 'endsAt', s.ends_at) FROM operations.webhook_secret s
        WHERE s.webhook_id = w.id AND (s.ends_at IS NULL OR s.ends_at > now()) ORDER BY s.created_at DESC) AS secrets
    FROM operations.webhook w LEFT JOIN operations.webhook_pause p ON p.webhook_id = w.id WHERE w.id = ${id}`)
}

export async function hasWebhooks(reader: Pick<Database, 'row'>): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM operations.webhook LIMIT 1`)) !== undefined
}

export async function webhookExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM operations.webhook WHERE id = ${id}`)) !== undefined
}

export async function webhookTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM operations.webhook WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface AttemptRow {
  readonly number: number
  readonly at: Date
  readonly status: number | null
  readonly silence: string | null
  readonly said: string
  readonly ms: number
}

export interface DeliveryFound extends DeliveryLine {
  readonly body: string
  readonly tried: readonly AttemptRow[]
}

/** The last of many: a message that was sent again for years has no end of attempts. */
const MOST_ATTEMPTS = 50

export async function getDelivery(reader: Reader, id: string): Promise<Result<DeliveryFound>> {
  const [row, tried] = await Promise.all([
    reader.row(sql<DeliveryRow & { body: string }>`
      SELECT ${trusted(deliveryColumns)}, d.body FROM operations.webhook_delivery d JOIN operations.webhook w ON w.id = d.webhook_id
      WHERE d.id = ${id}`),
    reader.rows(sql<AttemptRow>`
      SELECT a.number, a.at, a.status, a.silence, a.said, a.ms FROM operations.webhook_attempt a WHERE a.delivery_id = ${id}
      ORDER BY a.number DESC LIMIT ${MOST_ATTEMPTS}`),
  ])
  if (!row) return refusals.delivery_not_found()
  const { body, ...line } = row
  return ok({ ...presentDelivery(line), body, tried })
}

/** An address and its messages are locked in this order, so it is asked for before. */
export async function findWebhookOf(reader: Pick<Database, 'row'>, deliveryId: string): Promise<string | undefined> {
  const row = await reader.row(sql<{ webhook_id: string }>`
    SELECT webhook_id FROM operations.webhook_delivery WHERE id = ${deliveryId}`)
  return row?.webhook_id
}

/** What is told, and who answers for whom it is told. */
export interface Listener {
  readonly id: string
  readonly ownerId: string
}

export function listenersTo(reader: Reader, kind: string): Promise<Listener[]> {
  return reader.rows(sql<Listener>`
    SELECT w.id, w.owner_id AS "ownerId" FROM operations.webhook w WHERE ${kind} = ANY(w.kinds)
      AND NOT EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = w.id) ORDER BY w.id`)
}

export interface FactRow {
  readonly id: string
  readonly name: string
  /** Kind and id of what it is about. */
  readonly subject: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly occurred_at: Date
}

/**
 * A fact, behind those before it about the same subject that nobody made messages of yet: whose job is late must not be overtaken. A job
 * that is tried for longer than a retry's day holds nobody up.
 */
export function readFactInTurn(reader: Reader, eventId: string): Promise<FactRow[]> {
  return reader.rows(sql<FactRow>`
    SELECT e.id, e.name, e.payload, e.occurred_at, e.ref_kind || ' ' || e.ref_id AS subject
    FROM host.event f JOIN host.event e ON e.ref_id = f.ref_id AND e.ref_kind = f.ref_kind AND e.id <= f.id
      AND e.occurred_at > f.occurred_at - interval '2 days'
    WHERE f.id = ${eventId} AND (e.id = f.id OR EXISTS (
      SELECT 1 FROM host.job j WHERE j.kind = 'fan-out-webhooks' AND j.dedup_key = e.id::text AND j.state IN ('ready', 'running')))
    ORDER BY e.id`)
}

export interface Line {
  readonly address: string
  readonly secrets: readonly Buffer[]
}

/** Where it goes and what signs it: the newest secret first. Undefined for one that is told nothing now. */
export async function readLine(reader: Reader, webhookId: string, now: Date): Promise<Line | undefined> {
  const rows = await reader.rows(sql<{ address: string; sealed: Buffer }>`
    SELECT w.address, s.sealed FROM operations.webhook w JOIN operations.webhook_secret s ON s.webhook_id = w.id
    WHERE w.id = ${webhookId} AND (s.ends_at IS NULL OR s.ends_at > ${now})
      AND NOT EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = w.id)
    ORDER BY s.created_at DESC, s.id DESC`)
  const [first] = rows
  return first && { address: first.address, secrets: rows.map(({ sealed }) => sealed) }
}

export interface DueDelivery {
  readonly id: string
  readonly eventId: string
  readonly body: string
  readonly tries: number
}

export function readDue(
  reader: Reader,
  webhookId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<DueDelivery[]> {
  return reader.rows(sql<DueDelivery>`
    SELECT id, event_id AS "eventId", body, tries FROM operations.webhook_turn
    WHERE webhook_id = ${webhookId} AND due_at <= ${now} ORDER BY due_at, id LIMIT ${limit}`)
}

/** With something due for a while and no job that will bring it: what a lost job left behind. */
export async function listLeftBehind(reader: Reader, now: Date): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT w.id FROM operations.webhook w
    WHERE EXISTS (SELECT 1 FROM operations.webhook_turn d WHERE d.webhook_id = w.id
        AND d.due_at < ${now}::timestamptz - interval '1 minute')
      AND NOT EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = w.id)
      AND NOT EXISTS (SELECT 1 FROM host.job j WHERE j.kind = 'deliver-webhooks' AND j.state IN ('ready', 'running')
        AND j.payload ->> 'webhookId' = w.id::text AND j.run_at < ${now}::timestamptz + interval '1 minute')`)
  return rows.map(({ id }) => id)
}

export async function listOutOfPatience(reader: Reader, { now, days }: { now: Date; days: number }): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT w.id FROM operations.webhook w WHERE w.failing_since < ${now}::timestamptz - make_interval(days => ${days}::int)
      AND NOT EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = w.id) ORDER BY w.id`)
  return rows.map(({ id }) => id)
}
