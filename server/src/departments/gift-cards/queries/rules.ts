import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'

export interface StoredRule {
  readonly market: string
  /** 0: for ever. */
  readonly validMonths: number
  /** 0 while nobody has decided anything. */
  readonly version: number
}

interface RuleOfMarket extends StoredRule {
  readonly currency: string
  readonly language: Locale
}

/** Every market, in the shop's order, also those of which nobody has decided anything; cards have its currency, and their mails its language. */
export function listRules(reader: Pick<Database, 'rows'>): Promise<RuleOfMarket[]> {
  return reader.rows(sql<RuleOfMarket>`
    SELECT m.code AS market, m.currency, m.language, coalesce(r.valid_months, 0) AS "validMonths", coalesce(r.version, 0) AS version
    FROM organisation.pub_market m LEFT JOIN gift_cards.rule r ON r.market_code = m.code ORDER BY m.position, m.code`)
}

/** Where a card of a market is issued: by whom, in which money, until when it is good. */
export interface PlaceOfIssue {
  readonly entityId: string
  readonly currency: string
  readonly timeZone: string
  readonly validMonths: number
}

export async function findPlaceOfIssue(
  reader: Pick<Database, 'rows'>,
  market: string,
): Promise<PlaceOfIssue | undefined> {
  const [row] = await reader.rows(sql<PlaceOfIssue>`
    SELECT m.entity_id AS "entityId", m.currency, m.time_zone AS "timeZone", coalesce(r.valid_months, 0) AS "validMonths"
    FROM organisation.pub_market m
    LEFT JOIN gift_cards.rule r ON r.market_code = m.code WHERE m.code = ${market}`)
  return row
}
