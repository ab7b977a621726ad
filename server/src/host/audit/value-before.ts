import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

export interface FieldSince {
  readonly objectType: string
  readonly objectIds: readonly string[]
  readonly field: string
  readonly since: Date
}

/**
 * What stood in a field at a moment, by object: the `before` of its first change since, or what that first one set where nothing
 * was before. Objects that nobody changed since are not in it. By the index audit_by_object.
 */
export async function valuesBefore(
  reader: Pick<Database, 'rows'>,
  { objectType, objectIds, field, since }: FieldSince,
): Promise<ReadonlyMap<string, unknown>> {
  // The first row of each object alone is read: a price that changes every minute costs no more than one that does not.
  const rows = await reader.rows(sql<{ object_id: string; before: unknown; after: unknown }>`
    SELECT asked.object_id, first.before, first.after
    FROM unnest(${objectIds}::text[]) AS asked(object_id) CROSS JOIN LATERAL (
      SELECT change -> 'before' AS before, change -> 'after' AS after
      FROM host.audit a CROSS JOIN LATERAL jsonb_array_elements(a.changes) change
      WHERE a.object_type = ${objectType} AND a.object_id = asked.object_id AND a.at > ${since}
        AND change ->> 'field' = ${field} AND change -> 'before' IS DISTINCT FROM change -> 'after'
      ORDER BY a.at LIMIT 1
    ) first`)
  return new Map(rows.map((row) => [row.object_id, row.before ?? row.after]))
}
