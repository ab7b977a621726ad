import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface ProductOfVariants {
  readonly id: string
  readonly handle: string
}

export function findProductsOf(
  reader: Pick<Database, 'rows'>,
  variantIds: readonly string[],
): Promise<ProductOfVariants[]> {
  return reader.rows(sql<ProductOfVariants>`
    SELECT DISTINCT product_id AS id, handle FROM catalog.pub_variant WHERE variant_uuid = ANY(${variantIds}::uuid[]) ORDER BY handle`)
}
