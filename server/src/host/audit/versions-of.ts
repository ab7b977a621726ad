import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import type { Change } from './record.ts'

export interface VersionRow {
  readonly version: number
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly action: string
  readonly reason: string | null
  readonly changes: readonly Change[]
}

export interface VersionsOf {
  readonly objectType: string
  readonly objectId: string
  /** Newer than this one; every one unless told. */
  readonly above?: number | undefined
  /** Older than this one. */
  readonly below?: number | undefined
  readonly limit: number
}

const LAST = 2_147_483_647

/** The versions of a record as the trail has them, the newest first; by the index audit_by_object, however many records there are. */
export function listVersions(
  reader: Pick<Database, 'rows'>,
  { objectType, objectId, above = 0, below = LAST, limit }: VersionsOf,
): Promise<VersionRow[]> {
  return reader.rows(sql<VersionRow>`
    SELECT version, at, actor_kind, actor_id, action, reason, changes FROM host.audit
    WHERE object_type = ${objectType} AND object_id = ${objectId} AND version > ${above} AND version < ${below}
    ORDER BY version DESC LIMIT ${limit}`)
}
