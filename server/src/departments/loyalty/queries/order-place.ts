import type { PlaceOf } from '../../../host/http/route.ts'
import { sql } from '../../../host/database/sql.ts'

/** Points of an order belong where it was sold. */
export const placeOfOrder: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT o.market_code AS market FROM orders.pub_order o WHERE o.order_uuid = ${id}`)
