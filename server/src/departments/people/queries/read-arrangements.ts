import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { withDefaults, type Preferences } from '../domain/preferences.ts'
import type { ViewQuery } from '../domain/saved-view.ts'

type Reader = Pick<Database, 'rows'>

export interface SavedViewView {
  readonly id: string
  readonly screen: string
  readonly name: string
  readonly query: ViewQuery
  readonly sharedWithRole: string | null
  readonly mine: boolean
  readonly owner: string
  readonly position: number
  readonly version: number
  readonly createdAt: string
}

interface ViewRow {
  readonly id: string
  readonly screen: string
  readonly name: string
  readonly query: ViewQuery
  readonly shared_with_role: string | null
  readonly mine: boolean
  readonly owner: string
  readonly position: number
  readonly version: number
  readonly created_at: Date
}

const MOST_SHOWN = 200

/** One's own in their order, then those that somebody shares with a role that one holds at this moment. */
export async function listSavedViews(
  reader: Reader,
  staffId: string,
  { screen, id }: { screen?: string | undefined; id?: string | undefined } = {},
): Promise<SavedViewView[]> {
  const rows = await reader.rows(sql<ViewRow>`
    SELECT v.id, v.screen, v.name, v.query, v.shared_with_role, v.staff_id = ${staffId}::uuid AS mine, s.name AS owner,
      v.position, v.version, v.created_at
    FROM people.saved_view v JOIN people.staff s ON s.id = v.staff_id
    WHERE (v.staff_id = ${staffId}::uuid OR v.shared_with_role IN (
        SELECT role_code FROM people.staff_role WHERE staff_id = ${staffId}::uuid))
      AND (${screen ?? null}::text IS NULL OR v.screen = ${screen ?? null}::text)
      AND (${id ?? null}::uuid IS NULL OR v.id = ${id ?? null}::uuid)
    ORDER BY v.staff_id <> ${staffId}::uuid, v.screen, v.position, v.name, v.id LIMIT ${MOST_SHOWN}`)
  return rows.map(({ shared_with_role, created_at, ...row }) => ({
    ...row,
    sharedWithRole: shared_with_role,
    createdAt: created_at.toISOString(),
  }))
}

export interface RecentView {
  readonly kind: string
  readonly recordId: string
  /** Null for records that say themselves what they are called. */
  readonly title: string | null
  readonly path: string
  readonly at: string
}

interface RecentRow {
  readonly kind: string
  readonly record_id: string
  readonly title: string | null
  readonly path: string
  readonly at: Date
}

/** The newest first. */
export async function listRecentRecords(reader: Reader, staffId: string): Promise<RecentView[]> {
  const rows = await reader.rows(sql<RecentRow>`
    SELECT kind, record_id, title, path, at FROM people.recent_record
    WHERE staff_id = ${staffId} ORDER BY at DESC, kind, record_id LIMIT 30`)
  return rows.map(({ record_id, at, ...row }) => ({ ...row, recordId: record_id, at: at.toISOString() }))
}

/** What was chosen, and the house's own where nothing was; the language is the member's until another is chosen. */
export async function getPreferences(reader: Reader, staffId: string): Promise<Preferences> {
  const [row] = await reader.rows(sql<{ locale: Preferences['locale']; chosen: Partial<Preferences> | null }>`
    SELECT s.locale, p.chosen FROM people.staff s LEFT JOIN people.preference p ON p.staff_id = s.id WHERE s.id = ${staffId}`)
  return withDefaults(row?.chosen ?? {}, row?.locale ?? 'en')
}
