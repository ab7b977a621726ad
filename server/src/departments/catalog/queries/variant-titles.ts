import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'

export interface VariantTitle {
  readonly sku: string
  readonly handle: string
  readonly name: string
  /** "Medium, Blue"; empty where there is nothing to choose. */
  readonly title: string
  readonly imageFileId: string | null
}

interface TitleRow {
  readonly variant_id: string
  readonly sku: string
  readonly handle: string
  readonly names: Texts
  readonly option_names: Texts
  readonly image_file_id: string | null
}

/** Variant id -> what it is called in a language, retired ones included: orders show them for years. */
export async function getVariantTitles(
  database: Pick<Database, 'rows'>,
  variantIds: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, VariantTitle>> {
  if (variantIds.length === 0) return new Map()
  const rows = await database.rows(sql<TitleRow>`
    SELECT variant_id, sku, handle, names, option_names, image_file_id FROM catalog.pub_variant
    WHERE variant_uuid = ANY(${variantIds}::uuid[])`)
  return new Map(
    rows.map((row) => [
      row.variant_id,
      {
        sku: row.sku,
        handle: row.handle,
        name: inLanguage(row.names, locale),
        title: inLanguage(row.option_names, locale),
        imageFileId: row.image_file_id,
      },
    ]),
  )
}
