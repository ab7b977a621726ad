import type { Scope } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { readPage } from '../../../host/lists/read-list.ts'
import { ordersList, restOfOrder, toSummary, type OrderSummary, type SummaryRow } from './orders-list.ts'

type Reader = Pick<Database, 'rows'>

const LONGEST_NUMBER = 15
/** Fewer digits are the beginning of a number, and of no SKU or tracking number that somebody means. */
const SHORTEST_CODE = 4

/**
 * By a number or its beginning, the exact one first; else by what the list finds, the newest first: a SKU, a tracking number (both may be
 * of digits alone), a name, an e-mail address.
 */
export async function searchOrders(
  reader: Reader,
  { typed, limit, scope }: { typed: string; limit: number; scope?: Scope | undefined },
): Promise<readonly OrderSummary[]> {
  const digits = /^#?(\d{1,15})$/.exec(typed.trim())?.[1]
  if (digits !== undefined && !scope?.location) {
    const numbered = await findByNumber(reader, { digits, limit, markets: scope?.market })
    if (numbered.length > 0 || digits.length < SHORTEST_CODE) return numbered.map(toSummary)
  }
  const page = await readPage(reader, ordersList, { locale: 'en', now: new Date(0), search: typed, limit, scope })
  return page.ok ? page.value.items : []
}

/** Each possible length of the number is a range of the index: 12 begins 12, 120..129, 1200..1299 and so on. */
function findByNumber(
  reader: Reader,
  { digits, limit, markets }: { digits: string; limit: number; markets: readonly string[] | undefined },
): Promise<SummaryRow[]> {
  const lengths = Array.from({ length: LONGEST_NUMBER - digits.length + 1 }, (_, zeros) => 10n ** BigInt(zeros))
  const lows = lengths.map((unit) => BigInt(digits) * unit)
  const highs = lengths.map((unit) => (BigInt(digits) + 1n) * unit)
  return reader.rows(sql<SummaryRow>`
    SELECT o.* FROM unnest(${lows}::bigint[], ${highs}::bigint[]) AS span(low, high) CROSS JOIN LATERAL (
      SELECT id, number, placed_at, name, email, state, dispatch, market_code, item_count, total, currency, ${trusted(restOfOrder)}
      FROM orders.sales_order o WHERE number >= span.low AND number < span.high
        AND (${markets ?? null}::text[] IS NULL OR market_code = ANY(${markets ?? null}::text[])) ORDER BY number LIMIT ${limit}) o
    ORDER BY o.number LIMIT ${limit}`)
}
