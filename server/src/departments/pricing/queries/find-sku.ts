import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** A variant as people know it; empty texts for one that is not there. */
export async function findSku(
  reader: Pick<Database, 'row'>,
  variantId: string,
  locale: string,
): Promise<{ readonly sku: string; readonly name: string }> {
  const row = await reader.row(sql<{ sku: string; name: string }>`
    SELECT sku, coalesce(names ->> ${locale}, names ->> 'en', handle) AS name FROM catalog.pub_variant
    WHERE variant_uuid = ${variantId}`)
  return row ?? { sku: '', name: '' }
}
