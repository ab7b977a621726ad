import type { PlaceOf } from '../../../host/http/route.ts'
import { sql } from '../../../host/database/sql.ts'

/** Where an order was sold: who works for some markets alone gets to no other orders. */
export const orderPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT market_code AS market FROM orders.sales_order WHERE id = ${id}`)
