import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { EntityDraft, MarketDraft } from '../domain/check-definition.ts'

export interface EntityRecord extends EntityDraft {
  readonly id: string
  readonly version: number
}

export interface MarketRecord extends MarketDraft {
  readonly names: Readonly<Record<string, string>>
  readonly id: string
  readonly position: number
  readonly timeZone: string
  readonly version: number
}

/** Whole, with versions, for those who change them. */
export function listEntityRecords(reader: Pick<Database, 'rows'>): Promise<EntityRecord[]> {
  return reader.rows(sql<EntityRecord>`
    SELECT id, code, legal_name AS "legalName", vat_number AS "vatNumber", register_number AS "registerNumber", email, phone,
      street, postcode, city, region, country, currency, time_zone AS "timeZone", version
    FROM organisation.entity ORDER BY code`)
}

export function listMarketRecords(reader: Pick<Database, 'rows'>): Promise<MarketRecord[]> {
  return reader.rows(sql<MarketRecord>`
    SELECT m.id, m.code, m.countries, m.currency, m.language, m.prices_include_tax AS "pricesIncludeTax",
      m.law_pack AS "lawPack", e.code AS "entityCode", m.location_code AS "locationCode", m.names, m.position, e.time_zone AS "timeZone",
      m.version
    FROM organisation.market m JOIN organisation.entity e ON e.id = m.entity_id ORDER BY m.position, m.code`)
}
