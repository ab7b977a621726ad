import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { jsonText } from '../../../host/database/json.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'
import type { DeliveryZone } from '../domain/delivery-zone.ts'
import type { DispatchPlace } from '../domain/dispatch-calendar.ts'
import { methodColumns, placeJson } from '../queries/delivery-method-row.ts'

export interface MethodToPut extends DeliveryMethod {
  readonly active: boolean
}

export type VersionedMethod = MethodToPut & { readonly version: number }

// Everything about delivery is changed behind one lock, taken first: zones are checked against methods and methods against zones.
// Few people change it, seldom, and shoppers only read.
export function lockDelivery(ctx: Context): void {
  ctx.tx.later(sql`SELECT pg_advisory_xact_lock(hashtextextended('orders.delivery', 0))`)
}

export function findMethodToPut(ctx: Context, code: string): Promise<VersionedMethod | undefined> {
  return ctx.tx.row(sql<VersionedMethod>`
    SELECT ${methodColumns()}, m.active, m.version FROM orders.delivery_method m WHERE m.code = ${code} FOR UPDATE`)
}

/** What a rate keeps is the code of its zone. */
const ratesText = ({ rates }: DeliveryMethod) => jsonText(rates.map((rate) => ({ ...rate, zone: rate.zone.code })))

/** Without a position it comes last. */
export function insertMethod(ctx: Context, method: MethodToPut, position: number | undefined): void {
  raiseContentVersion(ctx, 'delivery')
  ctx.tx.later(
    sql`
    INSERT INTO orders.delivery_method (code, kind, names, descriptions, tax_category, limits, asks_phone, place, rates, active, position)
    VALUES (${method.code}, ${method.kind}, ${jsonText(method.names)}::jsonb, ${jsonText(method.descriptions)}::jsonb,
      ${method.taxCategory}, ${jsonText(method.limits)}::jsonb, ${method.asksPhone ?? false}, ${method.place}, ${ratesText(method)}::jsonb, ${method.active},
      coalesce(${position ?? null}::int, (SELECT coalesce(max(position), -1) + 1 FROM orders.delivery_method)))`,
    // Two people who make the same code at once: one did, the other must look at it.
    { refusals: { delivery_method_pkey: () => hostRefusals.version_conflict() } },
  )
}

export function updateMethod(ctx: Context, method: MethodToPut, position: number | undefined): void {
  raiseContentVersion(ctx, 'delivery')
  ctx.tx.later(sql`
    UPDATE orders.delivery_method SET kind = ${method.kind}, names = ${jsonText(method.names)}::jsonb,
      descriptions = ${jsonText(method.descriptions)}::jsonb, tax_category = ${method.taxCategory},
      limits = ${jsonText(method.limits)}::jsonb, asks_phone = ${method.asksPhone ?? false}, place = ${method.place}, rates = ${ratesText(method)}::jsonb,
      active = ${method.active}, position = coalesce(${position ?? null}::int, position), version = version + 1
    WHERE code = ${method.code}`)
}

export type VersionedZone = DeliveryZone & { readonly version: number }

export function findZones(ctx: Context, codes: readonly string[]): Promise<VersionedZone[]> {
  return ctx.tx.rows(sql<VersionedZone>`
    SELECT code, name, countries, regions, postcodes, version FROM orders.delivery_zone WHERE code = ANY(${codes}::text[])`)
}

/** The methods that go to a zone. */
export function listMethodsOfZone(ctx: Context, code: string): Promise<DeliveryMethod[]> {
  const has = jsonText([{ zone: code }])
  return ctx.tx.rows(sql<DeliveryMethod>`
    SELECT ${methodColumns()} FROM orders.delivery_method m WHERE m.rates @> ${has}::jsonb ORDER BY m.code`)
}

/** Without a position it comes last. */
export function upsertZone(ctx: Context, zone: DeliveryZone, position: number | undefined): void {
  raiseContentVersion(ctx, 'delivery')
  ctx.tx.later(sql`
    INSERT INTO orders.delivery_zone AS old (code, name, countries, regions, postcodes, position)
    VALUES (${zone.code}, ${zone.name}, ${zone.countries}::text[], ${zone.regions}::text[], ${zone.postcodes}::text[],
      coalesce(${position ?? null}::int, (SELECT coalesce(max(position), -1) + 1 FROM orders.delivery_zone)))
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, countries = excluded.countries, regions = excluded.regions,
      postcodes = excluded.postcodes, position = coalesce(${position ?? null}::int, old.position), version = old.version + 1`)
}

export type VersionedPlace = DispatchPlace & { readonly version: number }

export async function findPlace(ctx: Context, locationCode: string): Promise<VersionedPlace | undefined> {
  const row = await ctx.tx.row(sql<{ place: DispatchPlace; version: number }>`
    SELECT ${placeJson} AS place, p.version FROM orders.delivery_place p WHERE p.location_code = ${locationCode}`)
  return row && { ...row.place, version: row.version }
}

/** Whether something is collected there, and of whom in which countries. */
export function listMethodsOfPlace(ctx: Context, locationCode: string): Promise<DeliveryMethod[]> {
  return ctx.tx.rows(sql<DeliveryMethod>`
    SELECT ${methodColumns()} FROM orders.delivery_method m WHERE m.place = ${locationCode} ORDER BY m.code`)
}

export function upsertPlace(ctx: Context, place: DispatchPlace): void {
  raiseContentVersion(ctx, 'delivery')
  const pickup = place.pickup ? fragment`${jsonText(place.pickup)}::jsonb` : fragment`NULL`
  ctx.tx.later(sql`
    INSERT INTO orders.delivery_place AS old (location_code, time_zone, cut_off, weekdays, holidays, pickup)
    VALUES (${place.locationCode}, ${place.timeZone}, ${place.cutOff}, ${place.weekdays}::smallint[], ${place.holidays}::date[],
      ${pickup})
    ON CONFLICT (location_code) DO UPDATE SET time_zone = excluded.time_zone, cut_off = excluded.cut_off,
      weekdays = excluded.weekdays, holidays = excluded.holidays, pickup = excluded.pickup, version = old.version + 1`)
}
