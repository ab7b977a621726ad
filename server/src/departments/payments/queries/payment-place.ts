import { sql } from '../../../host/database/sql.ts'
import type { PlaceOf } from '../../../host/http/route.ts'

/** A payment belongs where its order was sold. */
export const paymentPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`
    SELECT o.market_code AS market FROM payments.payment p JOIN orders.pub_order o ON o.order_uuid = p.order_id
    WHERE p.id = ${id}`)

export const placeOfPaidOrder: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT o.market_code AS market FROM orders.pub_order o WHERE o.order_uuid = ${id}`)

export const placeOfRefund: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`
    SELECT o.market_code AS market FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
    JOIN orders.pub_order o ON o.order_uuid = p.order_id WHERE r.id = ${id}`)
