import { sql } from '../../../host/database/sql.ts'
import type { NamedMarket } from '../domain/name-of-market.ts'
import type { Reader } from './read-organisation.ts'

/** What each market is called, in the shop's order. */
export function listNamedMarkets(reader: Reader): Promise<NamedMarket[]> {
  return reader.rows(sql<NamedMarket>`
    SELECT code, names, countries FROM organisation.market ORDER BY position, code`)
}
