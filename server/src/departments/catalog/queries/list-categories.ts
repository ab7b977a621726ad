import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'

export interface CategoryView {
  readonly id: string
  readonly parentId: string | null
  readonly handle: string
  readonly name: string
  readonly names: Texts
  readonly position: number
  /** It or one above it: shown nowhere in the shop. */
  readonly hidden: boolean
  readonly imageFileId: string | null
  /** Published products of its own, without those of the categories below it. */
  readonly productCount: number
}

interface CategoryRow {
  readonly id: string
  readonly parent_id: string | null
  readonly handle: string
  readonly names: Texts
  readonly position: number
  readonly hidden: boolean
  readonly image_file_id: string | null
  readonly product_count: number
}

/** Every category, parents' children in their order: pages show the tree. */
export async function listCategories(
  database: Pick<Database, 'rows'>,
  { locale }: { locale: string },
): Promise<CategoryView[]> {
  const rows = await database.rows(sql<CategoryRow>`
    SELECT c.id, c.parent_id, c.handle, c.names, c.position, c.hidden, c.image_file_id, coalesce(n.product_count, 0)::int AS product_count
    FROM catalog.category c
    LEFT JOIN (SELECT category_id, count(*) AS product_count FROM catalog.product WHERE state = 'published'
      GROUP BY category_id) n ON n.category_id = c.id
    ORDER BY c.position, c.id`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    handle: row.handle,
    name: inLanguage(row.names, locale),
    names: row.names,
    position: row.position,
    hidden: isHidden(row, byId),
    imageFileId: row.image_file_id,
    productCount: row.product_count,
  }))
}

function isHidden(row: CategoryRow, byId: ReadonlyMap<string, CategoryRow>): boolean {
  const above = row.parent_id === null ? undefined : byId.get(row.parent_id)
  return row.hidden || (above !== undefined && isHidden(above, byId))
}
