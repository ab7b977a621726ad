import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, sql, trusted } from '../../../host/database/sql.ts'
import { allOf, selectFrom, type ListQuery } from '../../../host/lists/selection.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'
import type { Product } from '../domain/product.ts'
import { productOf, wholeProduct, type ProductRow } from '../store/product-row.ts'
import { productsList } from './products-list.ts'

/** A product as a file of products tells it: whole, with what its category is called there. */
export interface ProductOfFile extends Product {
  readonly kind: ProductKind
  readonly categoryHandle: string | null
  readonly categoryName: string | null
}

interface FileRow extends ProductRow {
  readonly kind: ProductKind
  readonly category_handle: string | null
  readonly category_name: string | null
}

export interface ProductsOfFile {
  /** Those with these handles; all of them unless told. */
  readonly handles?: readonly string[] | undefined
  /** The last one of the batch before. */
  readonly after: string
  readonly limit: number
}

/** The next products in the order of their handles, which is the same in every shop that has them. */
export async function listProductsOfFile(
  reader: Pick<Database, 'rows'>,
  { handles, after, limit }: ProductsOfFile,
): Promise<ProductOfFile[]> {
  const among = handles ? fragment`p.handle = ANY(${handles}::text[])` : fragment`true`
  const rows = await reader.rows(sql<FileRow>`
    SELECT ${wholeProduct}, coalesce(k.kind, 'physical') AS kind, c.handle AS category_handle, c.names ->> 'en' AS category_name
    FROM catalog.product p LEFT JOIN catalog.product_kind k ON k.product_id = p.id
    LEFT JOIN catalog.category c ON c.id = p.category_id
    WHERE p.handle > ${after} AND ${among} ORDER BY p.handle LIMIT ${limit}`)
  return rows.map((row) => ({
    ...productOf(row),
    kind: row.kind,
    categoryHandle: row.category_handle,
    categoryName: row.category_name,
  }))
}

/** The handles of what the list of products shows, or of those with these ids, in their order. */
export async function listHandlesOf(
  reader: Pick<Database, 'rows'>,
  { ids, selection }: { readonly ids?: readonly string[] | undefined; readonly selection?: ListQuery | undefined },
): Promise<Result<string[]>> {
  const selected = selection && (await selectFrom(reader, productsList, selection))
  if (selected && !selected.ok) return selected
  if (selected?.value.empty) return ok([])
  const shown = selected ? allOf(selected.value.conditions) : fragment`true`
  const named = ids ? fragment`p.id = ANY(${ids}::uuid[])` : fragment`true`
  const rows = await reader.rows(adHoc<{ handle: string }>`
    SELECT p.handle ${trusted(productsList.from)} WHERE ${named} AND ${shown} ORDER BY p.handle`)
  return ok(rows.map(({ handle }) => handle))
}
