import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { TimeSpan } from '../../../kernel/time-span.ts'
import type { Blackout } from '../domain/blackout.ts'

export interface BlackoutRecord extends Blackout {
  readonly madeBy: string
}

type Reader = Pick<Database, 'rows'>

/** Of `work.blackout b`; those that were lifted are over. */
const columns = fragment`
  b.id, b.reason, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.acts, b.markets, b.locations, b.made_by AS "madeBy", b.version
  FROM work.blackout b`
const isLifted = fragment`EXISTS (SELECT 1 FROM work.blackout_lifting l WHERE l.blackout_id = b.id)`

/** Windows that hold at some moment of the span, the earliest first. */
export function listBlackoutsMeeting(
  reader: Reader,
  { startsAt, endsAt }: TimeSpan,
  limit = 200,
): Promise<BlackoutRecord[]> {
  return reader.rows(sql<BlackoutRecord>`
    SELECT ${columns} WHERE tstzrange(b.starts_at, b.ends_at) && tstzrange(${startsAt}, ${endsAt}) AND NOT ${isLifted}
    ORDER BY b.starts_at, b.id LIMIT ${limit}`)
}

/** Those in force and to come. */
export function listBlackoutsToCome(reader: Reader, now: Date): Promise<BlackoutRecord[]> {
  return reader.rows(sql<BlackoutRecord>`
    SELECT ${columns} WHERE tstzrange(b.starts_at, b.ends_at) && tstzrange(${now}, NULL) AND NOT ${isLifted}
    ORDER BY b.starts_at, b.id LIMIT 200`)
}

/** Which windows somebody may pass at this moment, having said why. */
export async function listPassedBlackouts(reader: Reader, staffId: string, now: Date): Promise<ReadonlySet<string>> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT blackout_id AS id FROM work.blackout_override WHERE staff_id = ${staffId} AND at <= ${now} AND until > ${now}`)
  return new Set(rows.map(({ id }) => id))
}

export async function blackoutExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 AS one FROM work.blackout WHERE id = ${id}`)) !== undefined
}

/** Acts that some window refuses from a few seconds hence, or already. */
export async function actsInBlackout(reader: Reader, now: Date): Promise<string[]> {
  const soon = new Date(now.getTime() + SOON_MS)
  const rows = await reader.rows(sql<{ act: string }>`
    SELECT DISTINCT unnest(b.acts) AS act FROM work.blackout b
    WHERE tstzrange(b.starts_at, b.ends_at) && tstzrange(${now}, ${soon}) AND NOT ${isLifted}`)
  return rows.map(({ act }) => act)
}

/** Longer than any process remembers the answer. */
const SOON_MS = 10_000

export async function blackoutTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, reason AS title FROM work.blackout WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
