import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import type { EntityDraft, MarketDraft } from '../domain/check-definition.ts'
import { hostRefusals } from '../../../host/refusals.ts'

/** Two people who make the same code at once: one did, the other must look at it. */
const madeMeanwhile = {
  entity_code_key: () => hostRefusals.version_conflict(),
  market_code_key: () => hostRefusals.version_conflict(),
}

export type VersionedEntity = EntityDraft & { readonly version: number }
export type VersionedMarket = MarketDraft & { readonly version: number; readonly position: number }

export function lockEntity(ctx: Context, code: string): Promise<VersionedEntity | undefined> {
  return ctx.tx.row(sql<VersionedEntity>`
    SELECT code, legal_name AS "legalName", vat_number AS "vatNumber", register_number AS "registerNumber", email, phone,
      street, postcode, city, region, country, currency, time_zone AS "timeZone", version
    FROM organisation.entity WHERE code = ${code} FOR UPDATE`)
}

export function insertEntity(ctx: Context, entity: EntityDraft): void {
  raiseContentVersion(ctx, 'organisation')
  ctx.tx.later(
    sql`
    INSERT INTO organisation.entity (id, code, legal_name, vat_number, register_number, email, phone, street, postcode, city,
      region, country, currency, time_zone)
    VALUES (${ctx.newId()}, ${entity.code}, ${entity.legalName}, ${entity.vatNumber}, ${entity.registerNumber}, ${entity.email},
      ${entity.phone}, ${entity.street}, ${entity.postcode}, ${entity.city}, ${entity.region}, ${entity.country},
      ${entity.currency}, ${entity.timeZone})`,
    { refusals: madeMeanwhile },
  )
}

export function updateEntity(ctx: Context, entity: EntityDraft): void {
  raiseContentVersion(ctx, 'organisation')
  ctx.tx.later(sql`
    UPDATE organisation.entity SET legal_name = ${entity.legalName}, vat_number = ${entity.vatNumber},
      register_number = ${entity.registerNumber}, email = ${entity.email}, phone = ${entity.phone}, street = ${entity.street},
      postcode = ${entity.postcode}, city = ${entity.city}, region = ${entity.region}, time_zone = ${entity.timeZone},
      version = version + 1
    WHERE code = ${entity.code}`)
}

export function lockMarket(ctx: Context, code: string): Promise<VersionedMarket | undefined> {
  return ctx.tx.row(sql<VersionedMarket>`
    SELECT m.code, m.countries, m.currency, m.language, m.prices_include_tax AS "pricesIncludeTax", m.law_pack AS "lawPack",
      e.code AS "entityCode", m.location_code AS "locationCode", m.names, m.position, m.version
    FROM organisation.market m JOIN organisation.entity e ON e.id = m.entity_id WHERE m.code = ${code} FOR UPDATE OF m`)
}

export async function entityExists(ctx: Context, code: string): Promise<boolean> {
  return (await ctx.tx.row(sql`SELECT 1 FROM organisation.entity WHERE code = ${code}`)) !== undefined
}

/** Without a position a new market comes last. */
export function insertMarket(ctx: Context, market: MarketDraft, position: number | undefined): void {
  raiseContentVersion(ctx, 'organisation')
  ctx.tx.later(
    sql`
    INSERT INTO organisation.market (id, code, position, countries, currency, language, prices_include_tax, law_pack, entity_id,
      location_code, names)
    SELECT ${ctx.newId()}::uuid, ${market.code}::text,
      coalesce(${position ?? null}::int, (SELECT coalesce(max(position), -1) + 1 FROM organisation.market)),
      ${market.countries}::text[], ${market.currency}::text, ${market.language}::text, ${market.pricesIncludeTax}::boolean,
      ${market.lawPack}::text, id, ${market.locationCode}::text,
      ${JSON.stringify(market.names ?? {})}::jsonb
    FROM organisation.entity WHERE code = ${market.entityCode}`,
    { refusals: madeMeanwhile },
  )
}

export function updateMarket(ctx: Context, market: MarketDraft, position: number | undefined): void {
  raiseContentVersion(ctx, 'organisation')
  ctx.tx.later(sql`
    UPDATE organisation.market m SET countries = ${market.countries}::text[], language = ${market.language},
      prices_include_tax = ${market.pricesIncludeTax}, law_pack = ${market.lawPack}, location_code = ${market.locationCode},
      entity_id = e.id, names = ${JSON.stringify(market.names ?? {})}::jsonb, position = coalesce(${position ?? null}::int, m.position), version = m.version + 1
    FROM organisation.entity e WHERE m.code = ${market.code} AND e.code = ${market.entityCode}`)
}
