import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { noteFacetsOf } from './facets-due.ts'

export interface ProductCounts {
  readonly id: string
  readonly facets: readonly string[]
  readonly completeness: number
}

/** Only rows that differ are written; answers how many those were. */
export async function writeCounts(ctx: Context, counts: readonly ProductCounts[]): Promise<number> {
  if (counts.length === 0) return 0
  const written = await ctx.tx.rows(sql<{ id: string }>`
    UPDATE catalog.product p SET facets = c.facets, completeness = c.completeness
    FROM (SELECT id, ARRAY(SELECT jsonb_array_elements_text(facets::jsonb)) AS facets, completeness FROM unnest(
      ${counts.map(({ id }) => id)}::uuid[], ${counts.map(({ facets }) => JSON.stringify(facets))}::text[],
      ${counts.map(({ completeness }) => completeness)}::smallint[]) AS counted(id, facets, completeness)) c
    WHERE p.id = c.id AND (p.facets, p.completeness) IS DISTINCT FROM (c.facets, c.completeness)
    RETURNING p.id`)
  noteFacetsOf(
    ctx,
    written.map(({ id }) => id),
  )
  return written.length
}
