import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

const MOST = 500

/** Records of which money went back and for which, by the books, somebody still owes; the first so many. */
export async function listOwedAfterRefunds(reader: Pick<Database, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ about: string }>`
    SELECT e.about FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id
    JOIN ledger.account a ON a.id = p.account_id AND a.code = 'receivables'
    WHERE e.about IN (SELECT about FROM ledger.entry WHERE kind = 'refund')
    GROUP BY e.about, p.currency HAVING sum(p.amount) > 0 ORDER BY e.about LIMIT ${MOST}`)
  return rows.map(({ about }) => about)
}
