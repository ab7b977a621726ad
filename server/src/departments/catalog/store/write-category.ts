import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Category } from '../domain/category.ts'
import { refusals } from '../domain/refusals.ts'
import { noteCategoryFacets } from './facets-due.ts'

export function writeCategory(ctx: Context, category: Category): void {
  if (category.version === 1) noteCategoryFacets(ctx, category.id)
  const { id, handle, parentId, names, position, version, descriptions, seoTitles, seoDescriptions } = category
  const { hidden, imageFileId, taxonomyId, googleId } = category
  ctx.tx.later(
    sql`
    INSERT INTO catalog.category (id, parent_id, handle, names, position, version, descriptions, seo_titles, seo_descriptions,
      hidden, image_file_id, taxonomy_id, google_id, created_at, updated_at)
    VALUES (${id}, ${parentId}::uuid, ${handle}, ${JSON.stringify(names)}::jsonb, ${position}, ${version},
      ${JSON.stringify(descriptions)}::jsonb, ${JSON.stringify(seoTitles)}::jsonb, ${JSON.stringify(seoDescriptions)}::jsonb,
      ${hidden}, ${imageFileId}::uuid, ${taxonomyId}, ${googleId}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, handle = excluded.handle, names = excluded.names,
      position = excluded.position, version = excluded.version, descriptions = excluded.descriptions,
      seo_titles = excluded.seo_titles, seo_descriptions = excluded.seo_descriptions, hidden = excluded.hidden,
      image_file_id = excluded.image_file_id, taxonomy_id = excluded.taxonomy_id, google_id = excluded.google_id,
      updated_at = excluded.updated_at`,
    { refusals: { category_handle: () => refusals.handle_taken({ field: 'handle', params: { handle } }) } },
  )
}

/** Of those that make room: no change of theirs, so no version. */
export function writePlaces(ctx: Context, places: readonly { readonly id: string; readonly position: number }[]): void {
  if (places.length === 0) return
  ctx.tx.later(sql`
    UPDATE catalog.category c SET position = place.position
    FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ position }) => position)}::int[]) AS place(id, position)
    WHERE c.id = place.id`)
}
