import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Issued } from '../domain/owed.ts'
import type { ForPersons } from '../domain/sale-kind.ts'

export interface StoredRule {
  readonly market: string
  readonly issued: Issued
  readonly forPersons: ForPersons
  /** 0 while nobody has decided anything. */
  readonly version: number
}

export const usualRule = (market: string): StoredRule => ({
  market,
  issued: 'at_payment',
  forPersons: 'invoice',
  version: 0,
})

export async function findRule(reader: Pick<Database, 'rows'>, market: string): Promise<StoredRule> {
  const [rule] = await reader.rows(sql<StoredRule>`
    SELECT market_code AS market, issued, for_persons AS "forPersons", version FROM documents.rule WHERE market_code = ${market}`)
  return rule ?? usualRule(market)
}

/** Every market, in the shop's order, also those of which nobody has decided anything. */
export async function listRules(reader: Pick<Database, 'rows'>): Promise<StoredRule[]> {
  return reader.rows(sql<StoredRule>`
    SELECT m.code AS market, coalesce(r.issued, 'at_payment') AS issued, coalesce(r.for_persons, 'invoice') AS "forPersons",
      coalesce(r.version, 0) AS version
    FROM organisation.pub_market m LEFT JOIN documents.rule r ON r.market_code = m.code ORDER BY m.position, m.code`)
}
