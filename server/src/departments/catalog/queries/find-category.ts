import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Category } from '../domain/category.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { categoryColumns } from '../store/category-rows.ts'

type Reader = Pick<Database, 'rows'>

/** The category, then those above it up to the top; empty where there is none with this id. */
export async function categoryWay(reader: Reader, id: string | null): Promise<Category[]> {
  if (id === null) return []
  return reader.rows(sql<Category>`
    WITH RECURSIVE way AS (
      SELECT c.*, 0 AS steps FROM catalog.category c WHERE c.id = ${id}::uuid
      UNION ALL SELECT c.*, way.steps + 1 FROM catalog.category c JOIN way ON c.id = way.parent_id WHERE way.steps < 50)
    SELECT ${categoryColumns} FROM way c ORDER BY c.steps`)
}

export interface OfficeCategory {
  readonly id: string
  readonly parentId: string | null
  readonly handle: string
  readonly names: Readonly<Record<string, string>>
  readonly position: number
  readonly hidden: boolean
  readonly taxonomyId: string | null
  readonly imageFileId: string | null
  readonly published: number
  readonly drafts: number
}

/** The whole tree as staff see it, siblings in their order. */
export function listOfficeCategories(reader: Reader): Promise<OfficeCategory[]> {
  return reader.rows(sql<OfficeCategory>`
    SELECT c.id, c.parent_id AS "parentId", c.handle, c.names, c.position, c.hidden, c.taxonomy_id AS "taxonomyId",
      c.image_file_id AS "imageFileId", coalesce(n.published, 0)::int AS published, coalesce(n.drafts, 0)::int AS drafts
    FROM catalog.category c
    LEFT JOIN (SELECT category_id, count(*) FILTER (WHERE state = 'published') AS published,
        count(*) FILTER (WHERE state <> 'published') AS drafts
      FROM catalog.product WHERE category_id IS NOT NULL GROUP BY category_id) n ON n.category_id = c.id
    ORDER BY c.position, c.id`)
}

export async function getCategory(reader: Reader, id: string): Promise<Result<Category>> {
  const [category] = await categoryWay(reader, id)
  return category ? ok(category) : shelfRefusals.category_not_found()
}
