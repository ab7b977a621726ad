import type { Context } from '../../../host/context.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Collection, Placed } from '../domain/collection.ts'
import { refusals } from '../domain/refusals.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { noteCollectionFacets } from './facets-due.ts'

export const collectionColumns = fragment`c.id, c.handle, c.names, c.descriptions, c.seo_titles AS "seoTitles",
  c.seo_descriptions AS "seoDescriptions", c.image_file_id AS "imageFileId", c.hidden, c.begins_at AS "beginsAt",
  c.ends_at AS "endsAt", c.rule, c.version, c.members,
  ARRAY(SELECT k.product_id::text FROM catalog.collection_pick k WHERE k.collection_id = c.id ORDER BY k.position) AS picks`

export type CollectionRow = Collection & { readonly members: number }

/** Two statements, sent together: the first waits for whoever changes it, the second reads what they left behind. */
export async function lockCollection(ctx: Context, id: string): Promise<CollectionRow | undefined> {
  const locked = ctx.tx.row(sql`SELECT 1 FROM catalog.collection WHERE id = ${id}::uuid FOR UPDATE`)
  const read = ctx.tx.row(sql<CollectionRow>`
    SELECT ${collectionColumns} FROM catalog.collection c WHERE c.id = ${id}::uuid`)
  const [, row] = await Promise.all([locked, read])
  return row
}

export function writeCollection(ctx: Context, collection: Collection): void {
  const { id, handle, names, descriptions, seoTitles, seoDescriptions, imageFileId, hidden, version } = collection
  const { beginsAt, endsAt, rule, picks } = collection
  ctx.tx.later(
    sql`
    INSERT INTO catalog.collection (id, handle, names, descriptions, seo_titles, seo_descriptions, image_file_id, hidden,
      begins_at, ends_at, rule, version, created_at, updated_at)
    VALUES (${id}, ${handle}, ${JSON.stringify(names)}::jsonb, ${JSON.stringify(descriptions)}::jsonb,
      ${JSON.stringify(seoTitles)}::jsonb, ${JSON.stringify(seoDescriptions)}::jsonb, ${imageFileId}::uuid, ${hidden},
      ${beginsAt}, ${endsAt}, ${rule && JSON.stringify(rule)}::jsonb, ${version}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET handle = excluded.handle, names = excluded.names, descriptions = excluded.descriptions,
      seo_titles = excluded.seo_titles, seo_descriptions = excluded.seo_descriptions, image_file_id = excluded.image_file_id,
      hidden = excluded.hidden, begins_at = excluded.begins_at, ends_at = excluded.ends_at, rule = excluded.rule,
      version = excluded.version, updated_at = excluded.updated_at`,
    { refusals: { collection_handle: () => refusals.handle_taken({ field: 'handle', params: { handle } }) } },
  )
  ctx.tx.later(sql`DELETE FROM catalog.collection_pick WHERE collection_id = ${id}`)
  ctx.tx.later(
    sql`
    INSERT INTO catalog.collection_pick (collection_id, product_id, position)
    SELECT ${id}::uuid, product_id, position FROM unnest(${picks}::uuid[]) WITH ORDINALITY AS pick(product_id, position)`,
    { refusals: { collection_pick_product_id_fkey: () => shelfRefusals.unknown_pick({ field: 'picks' }) } },
  )
}

/** Only rows that differ are written; answers how many those were. */
export async function writeMembers(ctx: Context, collectionId: string, places: readonly Placed[]): Promise<number> {
  const ids = places.map(({ id }) => id)
  const gone = await ctx.tx.rows(sql`
    DELETE FROM catalog.collection_member m WHERE m.collection_id = ${collectionId}::uuid
      AND NOT EXISTS (SELECT 1 FROM unnest(${ids}::uuid[]) AS kept(id) WHERE kept.id = m.product_id)
    RETURNING 1`)
  // A product that is taken away by then is no member: none is ever deleted today, and nobody shall stumble if that changes.
  const come = await ctx.tx.rows(sql`
    INSERT INTO catalog.collection_member AS old (collection_id, product_id, position)
    SELECT ${collectionId}::uuid, p.id, place.position
    FROM unnest(${ids}::uuid[], ${places.map(({ position }) => position)}::bigint[]) AS place(id, position)
    JOIN catalog.product p ON p.id = place.id
    ON CONFLICT (collection_id, product_id) DO UPDATE SET position = excluded.position
      WHERE old.position <> excluded.position
    RETURNING 1`)
  if (gone.length + come.length > 0) noteCollectionFacets(ctx, collectionId)
  return gone.length + come.length
}

export interface Kept {
  readonly id: string
  readonly members: number
  readonly shown: boolean
}

/** Answers whether the shop shows something else than before. */
export async function writeKept(ctx: Context, { id, members, shown }: Kept): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ turned: boolean }>`
    WITH before AS (SELECT shown FROM catalog.collection WHERE id = ${id}::uuid FOR UPDATE)
    UPDATE catalog.collection c SET members = ${members}, shown = ${shown}, kept_at = ${ctx.now} FROM before
    WHERE c.id = ${id}::uuid AND (c.members, c.shown) IS DISTINCT FROM (${members}, ${shown}::boolean)
    RETURNING before.shown <> c.shown AS turned`)
  return row?.turned ?? false
}
