import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface MarketChoicesRow {
  readonly market: string
  readonly currency: string
  readonly countries: readonly string[]
  readonly pricesIncludeTax: boolean
  /** Zero where the market has said nothing yet. */
  readonly version: number
  readonly choices: Readonly<Record<string, string>>
}

/** Every market with what it chose itself, in the shop's order. */
export function listMarketChoices(reader: Pick<Database, 'rows'>): Promise<MarketChoicesRow[]> {
  return reader.rows(sql<MarketChoicesRow>`
    SELECT m.code AS market, m.currency, m.countries, m.prices_include_tax AS "pricesIncludeTax",
      coalesce(c.version, 0) AS version, coalesce(c.choices, '{}') AS choices
    FROM organisation.pub_market m LEFT JOIN tax.market_choice c ON c.market_code = m.code ORDER BY m.position, m.code`)
}
