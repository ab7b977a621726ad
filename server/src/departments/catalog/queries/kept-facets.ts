import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

export interface KeptCount {
  readonly kind: 'kept' | 'facet' | 'brand'
  readonly value: string
  readonly name: string
  readonly count: number
}

/** Together nothing lies in two of them: categories, or one brand, or one collection. */
export type Shelf =
  | { readonly categoryIds: readonly string[] }
  | { readonly brand: string }
  | { readonly collectionId: string }

/**
 * What the job count-facets counted of all products that are shown here now; undefined while something of it changed since, and of what was
 * never counted. Said by one statement: a change and its note are seen together or not at all.
 */
export async function keptFacets(
  reader: Pick<Database, 'rows'>,
  shelf: Shelf,
  place: ShopPlace,
): Promise<KeptCount[] | undefined> {
  const scopes = scopesOf(shelf)
  const rows = await reader.rows(sql<KeptCount>`
    WITH asked(scope) AS MATERIALIZED (${scopes}),
    known AS MATERIALIZED (SELECT 1 WHERE NOT EXISTS (
      SELECT 1 FROM asked LEFT JOIN catalog.facet_scope s ON s.scope = asked.scope
      WHERE s.scope IS NULL OR s.too_varied OR s.counted_at > ${place.now}
        OR EXISTS (SELECT 1 FROM catalog.facet_due d WHERE d.scope = asked.scope))),
    groups AS MATERIALIZED (
      SELECT g.scope, g.position, g.products FROM known, asked JOIN catalog.facet_group g ON g.scope = asked.scope
      WHERE ${shownHere(place, trusted('g.product_id'))})
    SELECT 'kept' AS kind, '' AS value, '' AS name, (SELECT coalesce(sum(products), 0)::int FROM groups) AS count FROM known
    UNION ALL (SELECT 'facet', c.attribute || '=' || c.value, '', sum(c.products)::int
      FROM groups JOIN catalog.attribute a ON a.filterable
      JOIN catalog.facet_count c ON c.scope = groups.scope AND c.attribute = a.code AND c.position = groups.position
      GROUP BY c.attribute, c.value)
    UNION ALL (SELECT 'brand', c.value, coalesce(b.name, min(c.name)), sum(c.products)::int
      FROM groups JOIN catalog.facet_count c ON c.scope = groups.scope AND c.attribute = '' AND c.position = groups.position
      LEFT JOIN catalog.brand b ON lower(b.name) = c.value WHERE b.hidden IS NOT TRUE
      GROUP BY c.value, b.name ORDER BY sum(c.products) DESC, c.value)`)
  return rows.length === 0 ? undefined : rows
}

/** Of a list the planner does not know how long it is, and plans it each time it is asked: one category, as most are, is said as one. */
function scopesOf(shelf: Shelf): Fragment {
  if ('brand' in shelf) return fragment`SELECT 'brand ' || lower(${shelf.brand})`
  if ('collectionId' in shelf) return fragment`SELECT 'collection ' || ${shelf.collectionId}::uuid`
  const [one, ...more] = shelf.categoryIds
  if (one !== undefined && more.length === 0) return fragment`SELECT 'category ' || ${one}::uuid`
  return fragment`SELECT DISTINCT 'category ' || id FROM unnest(${shelf.categoryIds}::uuid[]) id`
}
