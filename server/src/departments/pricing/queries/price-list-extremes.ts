import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PriceStep } from '../domain/price-change.ts'

interface ExtremesRow {
  readonly count: bigint
  readonly low_fine: bigint | null
  readonly low_usual: bigint | null
  readonly high_fine: bigint | null
  readonly high_usual: bigint | null
}

/** The prices of a list that lie farthest below and above the usual ones, and how many it has. */
export async function readListExtremes(
  reader: Pick<Database, 'row'>,
  listId: string,
  currency: string,
): Promise<{ readonly steps: readonly PriceStep[]; readonly count: number }> {
  const row = await reader.row(sql<ExtremesRow>`
    WITH beside AS (
      SELECT l.fine, p.amount * 10000 AS usual FROM pricing.list_price l
      JOIN pricing.price p ON p.variant_id = l.variant_id AND p.currency = ${currency}
      WHERE l.list_id = ${listId}::uuid),
    low AS (SELECT fine, usual FROM beside ORDER BY fine::numeric / nullif(usual, 0), usual LIMIT 1),
    high AS (SELECT fine, usual FROM beside ORDER BY fine::numeric / nullif(usual, 0) DESC NULLS FIRST, usual LIMIT 1)
    SELECT (SELECT count(*) FROM pricing.list_price WHERE list_id = ${listId}::uuid) AS count,
      (SELECT fine FROM low) AS low_fine, (SELECT usual FROM low) AS low_usual,
      (SELECT fine FROM high) AS high_fine, (SELECT usual FROM high) AS high_usual`)
  if (!row) return { steps: [], count: 0 }
  const step = (after: bigint | null, now: bigint | null): PriceStep[] =>
    after === null || now === null ? [] : [{ after, now, dayAgo: undefined }]
  return {
    steps: [...step(row.low_fine, row.low_usual), ...step(row.high_fine, row.high_usual)],
    count: Number(row.count),
  }
}
