import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, sql, type Fragment } from '../../../host/database/sql.ts'

/** So many different times and places at most that products of one scope are shown at: each is looked at when somebody asks. */
const MOST_GROUPS = 50

/** Scopes of which something changed, those that wait longest first. */
export async function listScopesDue(reader: Pick<Database, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ scope: string }>`
    SELECT scope FROM catalog.facet_due GROUP BY scope ORDER BY min(noted_at), scope`)
  return rows.map(({ scope }) => scope)
}

/**
 * Counts one scope anew. Its row is held first, so that nobody who looked earlier writes later; then what was noted is taken, and only then
 * is it counted: what commits in between is counted and noted all the same, and counted once more.
 */
export async function countScope(ctx: Context, scope: string): Promise<void> {
  await ctx.tx.rows(sql`
    INSERT INTO catalog.facet_scope (scope, counted_at, too_varied) VALUES (${scope}, ${ctx.now}, true)
    ON CONFLICT (scope) DO UPDATE SET counted_at = excluded.counted_at RETURNING 1`)
  ctx.tx.later(sql`DELETE FROM catalog.facet_due WHERE scope = ${scope}`)
  ctx.tx.later(sql`DELETE FROM catalog.facet_count WHERE scope = ${scope}`)
  ctx.tx.later(sql`DELETE FROM catalog.facet_group WHERE scope = ${scope}`)
  ctx.tx.later(adHoc`
    WITH here AS MATERIALIZED (
      SELECT p.id, p.facets, p.vendor, ${placesFrom(ctx.now)} AS places FROM catalog.product p
      LEFT JOIN catalog.showing e ON e.product_id = p.id WHERE p.state = 'published' AND ${liesIn(scope)}),
    groups AS MATERIALIZED (
      SELECT places, row_number() OVER (ORDER BY places)::int AS position, min(id::text)::uuid AS product_id, count(*)::int AS products
      FROM here GROUP BY places),
    kept AS MATERIALIZED (SELECT * FROM groups WHERE (SELECT count(*) FROM groups) <= ${MOST_GROUPS}),
    grouped AS (INSERT INTO catalog.facet_group (scope, position, product_id, places, products)
      SELECT ${scope}, position, product_id, places, products FROM kept),
    counted AS (
      SELECT k.position, split_part(facet, '=', 1) AS attribute, substr(facet, strpos(facet, '=') + 1) AS value, '' AS name,
        count(*)::int AS products FROM here JOIN kept k USING (places), unnest(here.facets) AS facet GROUP BY 1, 2, 3
      UNION ALL SELECT k.position, '', lower(vendor), min(vendor), count(*)::int FROM here JOIN kept k USING (places)
      WHERE vendor <> '' GROUP BY 1, 3),
    counts AS (INSERT INTO catalog.facet_count (scope, attribute, value, position, name, products)
      SELECT ${scope}, attribute, value, position, name, products FROM counted)
    UPDATE catalog.facet_scope SET too_varied = (SELECT count(*) FROM groups) > ${MOST_GROUPS} WHERE scope = ${scope}`)
}

/** Where and when a product is shown from `now` on, the same for all that are shown alike; nothing for what is shown everywhere. */
function placesFrom(now: Date): Fragment {
  return fragment`CASE WHEN e.product_id IS NOT NULL THEN e.elsewhere::text || coalesce((
      SELECT jsonb_agg(jsonb_build_array(w.channel, w.market, w.shown AND coalesce(w.ends_at > ${now}::timestamptz, true),
        CASE WHEN w.begins_at > ${now}::timestamptz THEN extract(epoch FROM w.begins_at) END,
        CASE WHEN w.ends_at > ${now}::timestamptz THEN extract(epoch FROM w.ends_at) END) ORDER BY w.channel, w.market)::text
      FROM catalog.showing_place w WHERE w.product_id = p.id), '') ELSE '' END`
}

function liesIn(scope: string): Fragment {
  const [kind = '', ...rest] = scope.split(' ')
  const key = rest.join(' ')
  if (kind === 'brand') return fragment`lower(p.vendor) = ${key}`
  if (kind === 'category') return fragment`p.category_id = ${key}::uuid`
  return fragment`p.id IN (SELECT l.product_id FROM catalog.collection_member l WHERE l.collection_id = ${key}::uuid)`
}
