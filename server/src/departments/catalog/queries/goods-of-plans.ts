import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'

/** Goods as plans name them: products, and groups (categories) with all below them; where neither is named, everything is meant. */
export interface ChosenGoods {
  readonly goods: readonly string[]
  readonly groups: readonly string[]
}

type Reader = Pick<Database, 'rows'>

/** Of `catalog.product p`. */
const isAmong = ({ goods, groups }: ChosenGoods) => fragment`
  (p.id = ANY(${goods}::uuid[]) OR p.category_id = ANY(ARRAY(
    WITH RECURSIVE chosen AS (
      SELECT unnest(${groups}::uuid[]) AS id
      UNION SELECT below.id FROM catalog.category below JOIN chosen ON below.parent_id = chosen.id)
    SELECT id FROM chosen)))`

const isAll = ({ goods, groups }: ChosenGoods) => goods.length === 0 && groups.length === 0

/** Whether there is a product in both choices. */
export async function goodsMeet(reader: Reader, a: ChosenGoods, b: ChosenGoods): Promise<boolean> {
  if (isAll(a) || isAll(b)) return true
  const rows = await reader.rows(
    sql`SELECT 1 AS one FROM catalog.product p WHERE ${isAmong(a)} AND ${isAmong(b)} LIMIT 1`,
  )
  return rows.length > 0
}

export interface ChosenVariant {
  readonly id: string
  readonly sku: string
}

/** What is still made of the chosen goods, at most so many; undefined for everything, which nobody lists. */
export async function listChosenVariants(
  reader: Reader,
  goods: ChosenGoods,
  limit: number,
): Promise<ChosenVariant[] | undefined> {
  if (isAll(goods)) return undefined
  return reader.rows(sql<ChosenVariant>`
    SELECT v.id::text, v.sku FROM catalog.product p JOIN catalog.variant v ON v.product_id = p.id
    WHERE v.retired_at IS NULL AND ${isAmong(goods)} ORDER BY v.sku LIMIT ${limit}`)
}
