import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { OrganisationDefinition } from '../domain/definition.ts'

export function saveEntity(ctx: Context, entity: OrganisationDefinition['entities'][number]): void {
  ctx.tx.later(sql`
    INSERT INTO organisation.entity (id, code, legal_name, vat_number, register_number, email, phone, street, postcode, city,
      region, country, currency, time_zone)
    VALUES (${ctx.newId()}, ${entity.code}, ${entity.legalName}, ${entity.vatNumber}, ${entity.registerNumber}, ${entity.email},
      ${entity.phone}, ${entity.street}, ${entity.postcode}, ${entity.city}, ${entity.region}, ${entity.country},
      ${entity.currency}, ${entity.timeZone})
    ON CONFLICT (code) DO UPDATE SET legal_name = excluded.legal_name, vat_number = excluded.vat_number,
      register_number = excluded.register_number, email = excluded.email, phone = excluded.phone, street = excluded.street,
      postcode = excluded.postcode, city = excluded.city, region = excluded.region`)
}

export function saveMarket(ctx: Context, market: OrganisationDefinition['markets'][number], position: number): void {
  ctx.tx.later(sql`
    INSERT INTO organisation.market (id, code, position, countries, currency, language, prices_include_tax, law_pack, entity_id,
      location_code, names)
    SELECT ${ctx.newId()}::uuid, ${market.code}::text, ${position}::int, ${market.countries}::text[], ${market.currency}::text,
      ${market.language}::text, ${market.pricesIncludeTax}::boolean, ${market.lawPack}::text, id, ${market.locationCode}::text,
      ${JSON.stringify(market.names ?? {})}::jsonb
    FROM organisation.entity WHERE code = ${market.entityCode}
    ON CONFLICT (code) DO UPDATE SET position = excluded.position, countries = excluded.countries, language = excluded.language,
      prices_include_tax = excluded.prices_include_tax, law_pack = excluded.law_pack, location_code = excluded.location_code,
      names = excluded.names`)
}

export function saveChannel(ctx: Context, channel: OrganisationDefinition['channels'][number]): void {
  ctx.tx.later(sql`
      INSERT INTO organisation.channel (id, code, kind, names)
      VALUES (${ctx.newId()}, ${channel.code}, ${channel.kind}, ${JSON.stringify(channel.names)}::jsonb)
      ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, names = excluded.names`)
}
