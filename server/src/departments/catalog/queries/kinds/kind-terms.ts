import type { Database } from '../../../../host/database/pool.ts'
import { fragment, sql } from '../../../../host/database/sql.ts'
import type { Download, KindTerms } from '../../domain/kinds/kind-terms.ts'
import type { ProductKind } from '../../domain/kinds/product-kind.ts'

type Reader = Pick<Database, 'rows'>

export interface TermsOfProduct extends KindTerms {
  readonly productId: string
  readonly kind: ProductKind
}

/** Product id -> its terms; absent for goods. */
export async function loadKindTerms(
  reader: Reader,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, TermsOfProduct>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.rows(sql<TermsOfProduct>`
    SELECT product_id AS "productId", kind, download_limit AS "downloadLimit", download_days AS "downloadDays", notes
    FROM catalog.product_kind WHERE product_id = ANY(${productIds}::uuid[])`)
  return new Map(rows.map((row) => [row.productId, row]))
}

const columns = fragment`id, file_id AS "fileId", product_id AS "productId", number, name, media_type AS "mediaType", bytes, sha256,
  added_at AS "addedAt"`

/** The files of these products as they are now, by name. */
export async function listDownloads(reader: Reader, productIds: readonly string[]): Promise<Download[]> {
  if (productIds.length === 0) return []
  return reader.rows(sql<Download>`
    SELECT ${columns} FROM catalog.download
    WHERE product_id = ANY(${productIds}::uuid[]) AND ended_at IS NULL ORDER BY name, file_id`)
}

/** Every version of a product's files, those of a file together, the newest first. */
export function listDownloadVersions(
  reader: Reader,
  productId: string,
): Promise<(Download & { readonly endedAt: Date | null })[]> {
  return reader.rows(sql<Download & { endedAt: Date | null }>`
    SELECT ${columns}, ended_at AS "endedAt" FROM catalog.download
    WHERE product_id = ${productId}::uuid ORDER BY file_id, number DESC`)
}
