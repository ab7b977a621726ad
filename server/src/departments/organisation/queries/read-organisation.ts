import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Channel, Entity, Market } from '../domain/organisation.ts'

export interface Reader {
  rows: Database['rows']
}

export function listMarkets(reader: Reader): Promise<Market[]> {
  return reader.rows(sql<Market>`
    SELECT id, code, countries, currency, language, prices_include_tax AS "pricesIncludeTax", law_pack AS "lawPack",
      entity_id AS "entityId", entity_country AS "entityCountry", time_zone AS "timeZone", location_code AS "locationCode"
    FROM organisation.pub_market ORDER BY position, code`)
}

export function listEntities(reader: Reader): Promise<Entity[]> {
  return reader.rows(sql<Entity>`
    SELECT id, code, legal_name AS "legalName", vat_number AS "vatNumber", register_number AS "registerNumber", email, phone,
      street, postcode, city, region, country, currency, time_zone AS "timeZone"
    FROM organisation.entity ORDER BY code`)
}

export function listChannels(reader: Reader): Promise<Channel[]> {
  return reader.rows(sql<Channel>`SELECT id, code, kind FROM organisation.pub_channel ORDER BY code`)
}
