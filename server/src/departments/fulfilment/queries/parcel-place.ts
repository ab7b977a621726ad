import type { PlaceOf } from '../../../host/http/route.ts'
import { sql } from '../../../host/database/sql.ts'

/** Where a parcel was sold and whence it goes: who works for some of these alone gets to no other. */
export const parcelPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string; location: string }>`
    SELECT market_code AS market, location_code AS location FROM fulfilment.parcel WHERE id = ${id}`)

export const orderPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT o.market_code AS market FROM orders.pub_order o WHERE o.order_uuid = ${id}`)
