import type { Database } from '../../../../host/database/pool.ts'
import { sql } from '../../../../host/database/sql.ts'
import type { Refused } from '../../../../kernel/result.ts'
import { kindFlaw } from '../../domain/kinds/kind-terms.ts'

/** Product id -> what keeps it out of the shop by its kind; absent where nothing does. */
export async function loadKindFlaws(
  reader: Pick<Database, 'rows'>,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Refused>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.rows(sql<{ id: string; kind: string; files: number }>`
    SELECT k.product_id AS id, k.kind,
      (SELECT count(*)::int FROM catalog.download d WHERE d.product_id = k.product_id AND d.ended_at IS NULL) AS files
    FROM catalog.product_kind k WHERE k.product_id = ANY(${productIds}::uuid[]) AND k.kind = 'digital'`)
  return new Map(
    rows.flatMap(({ id, kind, files }) => {
      const flaw = kindFlaw(kind, files)
      return flaw ? [[id, flaw] as const] : []
    }),
  )
}
