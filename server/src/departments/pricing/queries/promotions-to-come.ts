import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Those that are not over and not paused, the oldest first. */
export async function listPromotionsToCome(
  reader: Pick<Database, 'rows'>,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT p.id FROM pricing.promotion p
    WHERE (p.ends_at IS NULL OR p.ends_at > ${now})
      AND NOT EXISTS (SELECT 1 FROM pricing.promotion_pause s WHERE s.promotion_id = p.id AND s.ended_at IS NULL)
    ORDER BY p.created_at, p.id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** When it was made; undefined for one that is not there. */
export async function findPromotionMadeAt(reader: Pick<Database, 'rows'>, id: string): Promise<Date | undefined> {
  const [row] = await reader.rows(
    sql<{ created_at: Date }>`SELECT created_at FROM pricing.promotion WHERE id = ${id}::uuid`,
  )
  return row?.created_at
}
