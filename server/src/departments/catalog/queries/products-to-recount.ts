import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'

/** The products of a family, or those that may have an attribute; `after` the last id of the chunk before. */
export interface Recount {
  readonly family?: string | undefined
  readonly attribute?: string | undefined
  readonly after?: string | undefined
}

const FIRST = '00000000-0000-0000-0000-000000000000'

/** In the order of ids. */
export async function listProductsToRecount(
  reader: Pick<Database, 'rows'>,
  { family, attribute, after }: Recount,
  limit: number,
): Promise<string[]> {
  const among =
    family === undefined
      ? fragment`(p.family_code IN (SELECT f.code FROM catalog.family f
            WHERE f.attributes @> ${JSON.stringify([{ code: attribute ?? '' }])}::jsonb)
          OR EXISTS (SELECT 1 FROM catalog.attribute a WHERE a.code = ${attribute ?? ''} AND a.section = 'own'))`
      : fragment`p.family_code = ${family}`
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT p.id FROM catalog.product p WHERE p.id > ${after ?? FIRST}::uuid AND ${among} ORDER BY p.id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}
