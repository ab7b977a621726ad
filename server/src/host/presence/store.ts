import type { Database } from '../database/pool.ts'
import { fragment, sql } from '../database/sql.ts'
import type { RecordRef } from '../records/record-directory.ts'

/** One page of one person: two tabs are two rows, so that closing one leaves the other. */
export interface Tab {
  readonly record: RecordRef
  readonly staffId: string
  readonly tab: string
}

export interface PresentRow {
  readonly staff_id: string
  readonly editing: boolean
}

type Reader = Pick<Database, 'rows'>

/** Who looks and was not heard of for so long has left. */
export const PRESENT_SECONDS = 40
/** Who has something unsaved may be in another tab: browsers let a hidden one speak once a minute. */
export const EDITING_SECONDS = 90
const MOST_SHOWN = 50

const on = ({ type, id }: RecordRef) => fragment`object_type = ${type} AND object_id = ${id}`
const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)
const heardOf = (now: Date) => fragment`
  left_at IS NULL AND (seen_at > ${before(now, PRESENT_SECONDS)} OR (editing AND seen_at > ${before(now, EDITING_SECONDS)}))`

/** Everybody but this person, each once; whoever changes something in any tab is changing something. */
const others = (record: RecordRef, staffId: string | undefined, now: Date) => fragment`
  SELECT staff_id, bool_or(editing) AS editing FROM host.presence
  WHERE ${on(record)} AND staff_id IS DISTINCT FROM ${staffId ?? null}::uuid AND ${heardOf(now)}
  GROUP BY staff_id ORDER BY staff_id LIMIT ${MOST_SHOWN}`

export function listOthers(
  database: Reader,
  record: RecordRef,
  staffId: string | undefined,
  now: Date,
): Promise<PresentRow[]> {
  return database.rows(sql<PresentRow>`${others(record, staffId, now)}`)
}

/**
 * One statement, without a transaction around it: says that one is there, and answers who else is. Goodbyes overtake what was said
 * before them, on another connection: a page that has left stays so, and one that comes back calls itself by another id.
 */
export function keepPresence(
  database: Reader,
  { record, staffId, tab }: Tab,
  editing: boolean,
  now: Date,
): Promise<PresentRow[]> {
  return database.rows(sql<PresentRow>`
    WITH kept AS (
      INSERT INTO host.presence (object_type, object_id, staff_id, tab, editing, seen_at)
      VALUES (${record.type}, ${record.id}, ${staffId}, ${tab}, ${editing}, ${now})
      ON CONFLICT (object_type, object_id, staff_id, tab)
      DO UPDATE SET editing = excluded.editing, seen_at = excluded.seen_at WHERE presence.left_at IS NULL
    ) ${others(record, staffId, now)}`)
}

export async function leave(database: Reader, { record, staffId, tab }: Tab, now: Date): Promise<void> {
  await database.rows(sql`
    INSERT INTO host.presence (object_type, object_id, staff_id, tab, editing, seen_at, left_at)
    VALUES (${record.type}, ${record.id}, ${staffId}, ${tab}, false, ${now}, ${now})
    ON CONFLICT (object_type, object_id, staff_id, tab)
    DO UPDATE SET editing = false, seen_at = excluded.seen_at, left_at = excluded.left_at`)
}

/** Tabs that were closed, with or without a word. */
export async function forgetOldPresence(database: Reader, now: Date): Promise<void> {
  await database.rows(sql`DELETE FROM host.presence WHERE seen_at < ${before(now, EDITING_SECONDS)}`)
}
