import type { Context } from '../../../host/context.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Brand } from '../domain/brand.ts'
import { refusals } from '../domain/refusals.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'

export const brandColumns = fragment`b.id, b.name, b.handle, b.descriptions, b.seo_titles AS "seoTitles",
  b.seo_descriptions AS "seoDescriptions", b.image_file_id AS "imageFileId", b.hidden, b.maker_id AS "makerId", b.version`

export function lockBrand(ctx: Context, id: string): Promise<Brand | undefined> {
  return ctx.tx.row(sql<Brand>`SELECT ${brandColumns} FROM catalog.brand b WHERE b.id = ${id}::uuid FOR UPDATE`)
}

export function writeBrand(ctx: Context, brand: Brand): void {
  const { id, name, handle, descriptions, seoTitles, seoDescriptions, imageFileId, hidden, makerId, version } = brand
  ctx.tx.later(
    sql`
    INSERT INTO catalog.brand (id, name, handle, descriptions, seo_titles, seo_descriptions, image_file_id, hidden, maker_id,
      version, created_at, updated_at)
    VALUES (${id}, ${name}, ${handle}, ${JSON.stringify(descriptions)}::jsonb, ${JSON.stringify(seoTitles)}::jsonb,
      ${JSON.stringify(seoDescriptions)}::jsonb, ${imageFileId}::uuid, ${hidden}, ${makerId}::uuid, ${version}, ${ctx.now},
      ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, handle = excluded.handle, descriptions = excluded.descriptions,
      seo_titles = excluded.seo_titles, seo_descriptions = excluded.seo_descriptions, image_file_id = excluded.image_file_id,
      hidden = excluded.hidden, maker_id = excluded.maker_id, version = excluded.version, updated_at = excluded.updated_at`,
    {
      refusals: {
        brand_handle: () => refusals.handle_taken({ field: 'handle', params: { handle } }),
        brand_name: () => shelfRefusals.brand_taken({ field: 'name', params: { name } }),
        brand_maker: () => refusals.unknown_contact({ field: 'makerId' }),
      },
    },
  )
}
