import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Showing } from '../domain/showing.ts'
import { noteFacetsOf } from './facets-due.ts'

export interface ShowingToWrite {
  readonly productId: string
  readonly version: number
  readonly showing: Showing
}

/** Whole, of many products at once; their rows are locked by the products' own. */
export function writeShowings(ctx: Context, writes: readonly ShowingToWrite[]): void {
  if (writes.length === 0) return
  const ids = writes.map(({ productId }) => productId)
  noteFacetsOf(ctx, ids)
  ctx.tx.later(sql`DELETE FROM catalog.showing_place WHERE product_id = ANY(${ids}::uuid[])`)
  ctx.tx.later(sql`
    INSERT INTO catalog.showing (product_id, elsewhere, version)
    SELECT * FROM unnest(${ids}::uuid[], ${writes.map(({ showing }) => showing.elsewhere)}::boolean[],
      ${writes.map(({ version }) => version)}::int[])
    ON CONFLICT (product_id) DO UPDATE SET elsewhere = excluded.elsewhere, version = excluded.version`)
  const places = writes.flatMap(({ productId, showing }) => showing.places.map((place) => ({ productId, ...place })))
  if (places.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO catalog.showing_place (product_id, channel, market, shown, begins, ends, begins_at, ends_at)
    SELECT * FROM unnest(${places.map(({ productId }) => productId)}::uuid[], ${places.map(({ channel }) => channel)}::text[],
      ${places.map(({ market }) => market)}::text[], ${places.map(({ shown }) => shown)}::boolean[],
      ${places.map(({ begins }) => begins)}::text[], ${places.map(({ ends }) => ends)}::text[],
      ${places.map(({ beginsAt }) => beginsAt)}::timestamptz[], ${places.map(({ endsAt }) => endsAt)}::timestamptz[])`)
}
