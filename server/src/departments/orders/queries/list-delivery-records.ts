import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { DeliveryZone } from '../domain/delivery-zone.ts'
import type { DispatchPlace } from '../domain/dispatch-calendar.ts'
import { methodColumns, placeJson, type MethodWithTariffs } from './delivery-method-row.ts'

type Reader = Pick<Database, 'rows'>

export interface DeliveryRecord extends MethodWithTariffs {
  readonly position: number
  readonly active: boolean
  readonly version: number
}

/** Every way of delivery, also those not offered now, for those who change them. */
export function listDeliveryRecords(reader: Reader): Promise<DeliveryRecord[]> {
  return reader.rows(sql<DeliveryRecord>`
    SELECT ${methodColumns()}, m.position, m.active, m.version FROM orders.delivery_method m ORDER BY m.position, m.code`)
}

export type ZoneRecord = DeliveryZone & { readonly position: number; readonly version: number }

export function listDeliveryZones(reader: Reader): Promise<ZoneRecord[]> {
  return reader.rows(sql<ZoneRecord>`
    SELECT code, name, countries, regions, postcodes, position, version FROM orders.delivery_zone ORDER BY position, code`)
}

export type PlaceRecord = DispatchPlace & { readonly version: number }

export async function listDeliveryPlaces(reader: Reader): Promise<PlaceRecord[]> {
  const rows = await reader.rows(sql<{ place: DispatchPlace; version: number }>`
    SELECT ${placeJson} AS place, p.version FROM orders.delivery_place p ORDER BY p.location_code`)
  return rows.map(({ place, version }) => ({ ...place, version }))
}
