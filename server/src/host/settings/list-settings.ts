import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

export interface SettingState {
  readonly key: string
  /** Null: back to the default. */
  readonly value: unknown
  readonly version: number
  readonly changed_at: Date | null
  readonly actor_kind: string | null
  readonly actor_id: string | null
}

/** The settings that were ever set, each with its last change. */
export function readSettingStates(database: Pick<Database, 'rows'>, keys: readonly string[]): Promise<SettingState[]> {
  return database.rows(sql<SettingState>`
    SELECT s.key, s.value, s.version, a.at AS changed_at, a.actor_kind, a.actor_id
    FROM host.setting s LEFT JOIN LATERAL (
      SELECT at, actor_kind, actor_id FROM host.audit
      WHERE object_type = 'setting' AND object_id = s.key ORDER BY at DESC LIMIT 1) a ON true
    WHERE s.key = ANY(${keys}::text[])`)
}

export interface SettingChange {
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly version: number | null
  readonly changes: readonly { readonly before?: unknown; readonly after?: unknown }[]
}

const MOST = 200

/** The newest first. */
export function readSettingHistory(database: Pick<Database, 'rows'>, key: string): Promise<SettingChange[]> {
  return database.rows(sql<SettingChange>`
    SELECT at, actor_kind, actor_id, version, changes FROM host.audit
    WHERE object_type = 'setting' AND object_id = ${key} ORDER BY at DESC, version DESC LIMIT ${MOST}`)
}
