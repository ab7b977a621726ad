import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'

/** Handle -> what kind of thing the product is; handles that nobody has are absent. */
export async function loadKindsByHandle(
  reader: Pick<Database, 'rows'>,
  handles: readonly string[],
): Promise<ReadonlyMap<string, ProductKind>> {
  if (handles.length === 0) return new Map()
  const rows = await reader.rows(sql<{ handle: string; kind: ProductKind }>`
    SELECT p.handle, coalesce(k.kind, 'physical') AS kind
    FROM catalog.product p LEFT JOIN catalog.product_kind k ON k.product_id = p.id WHERE p.handle = ANY(${handles}::text[])`)
  return new Map(rows.map(({ handle, kind }) => [handle, kind]))
}
