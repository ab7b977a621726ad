import { sql } from '../../../host/database/sql.ts'
import { nameOfMarket, type NamedMarket } from '../domain/name-of-market.ts'
import type { Reader } from './read-organisation.ts'

interface MarketName {
  readonly code: string
  readonly name: string
}

/** What each market is called in a language, in the shop's order. */
export async function listMarketNames(reader: Reader, locale: string): Promise<MarketName[]> {
  const markets = await reader.rows(sql<NamedMarket>`
    SELECT code, names, countries FROM organisation.market ORDER BY position, code`)
  return markets.map((market) => ({ code: market.code, name: nameOfMarket(market, locale) }))
}
