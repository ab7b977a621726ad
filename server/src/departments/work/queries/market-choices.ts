import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export function listMarketChoices(reader: Pick<Database, 'rows'>): Promise<{ value: string; label: string }[]> {
  return reader.rows(sql<{ value: string; label: string }>`
    SELECT code AS value, upper(code) AS label FROM organisation.pub_market ORDER BY position, code`)
}

/** In which the shop sells, the first market's first. */
export async function listCurrencies(reader: Pick<Database, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ currency: string }>`
    SELECT currency FROM organisation.pub_market GROUP BY currency ORDER BY min(position), currency`)
  return rows.map(({ currency }) => currency)
}
