import type { PlaceOf } from '../../../host/http/route.ts'
import { sql } from '../../../host/database/sql.ts'

/** A document belongs where its order was sold. */
export const documentPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT market_code AS market FROM documents.document WHERE id = ${id}`)

export const orderPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT o.market_code AS market FROM orders.pub_order o WHERE o.order_uuid = ${id}`)
