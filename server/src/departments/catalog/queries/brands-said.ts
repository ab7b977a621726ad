import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface BrandSaid {
  /** In small letters: what a filter compares. */
  readonly value: string
  readonly name: string
}

/** So many can be chosen from; others are typed into the search. */
const MOST = 500

/**
 * The brands that products say, by name, whether they have a page or not. The index is asked for the next one after each, so that it
 * costs what there are of brands, not of products.
 */
export function listBrandsSaid(reader: Pick<Database, 'rows'>): Promise<BrandSaid[]> {
  return reader.rows(sql<BrandSaid>`
    WITH RECURSIVE said AS (
      (SELECT lower(p.vendor) AS value, p.vendor AS name FROM catalog.product p WHERE lower(p.vendor) > ''
        ORDER BY lower(p.vendor), p.id LIMIT 1)
      UNION ALL
      SELECT next.value, next.name FROM said CROSS JOIN LATERAL (
        SELECT lower(p.vendor) AS value, p.vendor AS name FROM catalog.product p WHERE lower(p.vendor) > said.value
        ORDER BY lower(p.vendor), p.id LIMIT 1) next
    )
    SELECT s.value, coalesce(b.name, s.name) AS name FROM (SELECT * FROM said LIMIT ${MOST}) s
    LEFT JOIN catalog.brand b ON lower(b.name) = s.value ORDER BY s.value`)
}
