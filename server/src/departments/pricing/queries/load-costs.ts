import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { money, type Money } from '../../../kernel/money.ts'

type Reader = Pick<Database, 'rows'>

/** What variants cost a legal person now, by variant; those without a cost are missing. */
export async function loadCosts(
  reader: Reader,
  { variantIds, entityId }: { readonly variantIds: readonly string[]; readonly entityId: string },
): Promise<ReadonlyMap<string, Money>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<{ variantId: string; amount: bigint; currency: string }>`
    SELECT variant_id AS "variantId", amount, currency FROM pricing.cost
    WHERE variant_id = ANY(${variantIds}::uuid[]) AND entity_id = ${entityId}::uuid`)
  return new Map(rows.map(({ variantId, amount, currency }) => [variantId, money(amount, currency)]))
}

export interface PastCost {
  readonly entityCode: string
  readonly from: Date
  /** Undefined: it holds. */
  readonly until: Date | null
  readonly amount: bigint
  readonly currency: string
}

/** Every cost that a variant had, the newest first. */
export function listCostHistory(reader: Reader, variantId: string): Promise<PastCost[]> {
  return reader.rows(sql<PastCost>`
    SELECT e.code AS "entityCode", c.from_at AS "from", c.until_at AS "until", c.amount, c.currency FROM (
      SELECT entity_id, since AS from_at, NULL::timestamptz AS until_at, amount, currency
      FROM pricing.cost WHERE variant_id = ${variantId}::uuid
      UNION ALL SELECT entity_id, from_at, until_at, amount, currency
      FROM pricing.cost_past WHERE variant_id = ${variantId}::uuid) c
    JOIN organisation.pub_entity e ON e.id = c.entity_id::text
    ORDER BY c.from_at DESC, e.code LIMIT 200`)
}

export interface CostEntity {
  readonly id: string
  readonly code: string
  readonly currency: string
}

/** Who may have costs: all legal persons, the first market's in front. */
export function listCostEntities(reader: Reader): Promise<CostEntity[]> {
  return reader.rows(sql<CostEntity>`
    SELECT e.id, e.code, e.currency FROM organisation.pub_entity e
    LEFT JOIN (SELECT entity_id, min(position) AS position FROM organisation.pub_market GROUP BY entity_id) m ON m.entity_id = e.id
    ORDER BY m.position NULLS LAST, e.code`)
}
