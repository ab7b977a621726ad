import type { Context } from '../../../host/context.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'

/** Of a product what decides where it is counted, and as what. */
export interface Counted {
  readonly id: string
  readonly state: string
  readonly categoryId: string | null
  readonly vendor: string
  readonly facets: readonly string[]
}

/**
 * What shoppers filter by is counted for each category, brand and collection (store/facet-counts.ts). Whoever changes what is counted notes
 * the scopes in the same transaction: a row for each change and none of which is ever waited for, so that no two who write products meet
 * here. Until they are counted anew, these scopes are counted whenever somebody asks.
 */
function note(ctx: Context, scopes: Fragment): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.facet_due (scope, noted_at)
    SELECT DISTINCT scope, ${ctx.now}::timestamptz FROM (${scopes}) due(scope) WHERE scope <> 'brand '`)
}

/** Before these are written: where they were counted, and where they will be. What is counted as before is left alone. */
export function noteFacetsMoving(ctx: Context, products: readonly Counted[]): void {
  if (products.length === 0) return
  note(
    ctx,
    fragment`
    WITH moved AS MATERIALIZED (
      SELECT p.id, p.category_id AS old_category, p.vendor AS old_vendor, n.category_id, n.vendor
      FROM unnest(${products.map(({ id }) => id)}::uuid[], ${products.map(({ state }) => state)}::text[],
        ${products.map(({ categoryId }) => categoryId)}::uuid[], ${products.map(({ vendor }) => vendor)}::text[],
        ${products.map(({ facets }) => JSON.stringify(facets))}::text[]) AS n(id, state, category_id, vendor, facets)
      JOIN catalog.product p ON p.id = n.id
      WHERE 'published' IN (p.state, n.state) AND (p.state, p.category_id, p.vendor, p.facets)
        IS DISTINCT FROM (n.state, n.category_id, n.vendor, ARRAY(SELECT jsonb_array_elements_text(n.facets::jsonb))))
    SELECT 'category ' || old_category FROM moved UNION ALL SELECT 'category ' || category_id FROM moved
    UNION ALL SELECT 'brand ' || lower(old_vendor) FROM moved UNION ALL SELECT 'brand ' || lower(vendor) FROM moved
    UNION ALL SELECT 'collection ' || l.collection_id FROM moved JOIN catalog.collection_member l ON l.product_id = moved.id`,
  )
}

/** Of new products, which lie in no collection yet. */
export function noteFacetsComing(ctx: Context, products: readonly Counted[]): void {
  const published = products.filter(({ state }) => state === 'published')
  if (published.length === 0) return
  const categories = [...new Set(published.flatMap(({ categoryId }) => categoryId ?? []))]
  const vendors = [...new Set(published.map(({ vendor }) => vendor))]
  note(
    ctx,
    fragment`SELECT 'category ' || one FROM unnest(${categories}::uuid[]) one
      UNION ALL SELECT 'brand ' || lower(one) FROM unnest(${vendors}::text[]) one`,
  )
}

/** Products that stay where they are, and are counted as something else or shown elsewhere. */
export function noteFacetsOf(ctx: Context, productIds: readonly string[]): void {
  if (productIds.length === 0) return
  note(
    ctx,
    fragment`
    WITH changed AS MATERIALIZED (SELECT p.id, p.category_id, p.vendor FROM catalog.product p
      WHERE p.id = ANY(${productIds}::uuid[]) AND p.state = 'published')
    SELECT 'category ' || category_id FROM changed UNION ALL SELECT 'brand ' || lower(vendor) FROM changed
    UNION ALL SELECT 'collection ' || l.collection_id FROM changed JOIN catalog.collection_member l ON l.product_id = changed.id`,
  )
}

export function noteCategoryFacets(ctx: Context, id: string): void {
  note(ctx, fragment`SELECT ${`category ${id}`}::text`)
}

export function noteCollectionFacets(ctx: Context, id: string): void {
  note(ctx, fragment`SELECT ${`collection ${id}`}::text`)
}
