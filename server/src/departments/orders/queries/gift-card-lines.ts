import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface GiftCardLine {
  readonly position: number
  readonly variantId: string
  readonly quantity: number
  readonly total: bigint
  readonly currency: string
}

export interface GiftCardsBought {
  readonly basketId: string
  readonly email: string
  readonly name: string
  readonly lines: readonly GiftCardLine[]
}

interface Row extends GiftCardLine {
  readonly basketId: string
  readonly email: string
  readonly name: string
}

/** What an order bought of gift cards, and for whom; undefined for most, which bought none. */
export async function findGiftCardsBought(
  reader: Pick<Database, 'rows'>,
  orderId: string,
): Promise<GiftCardsBought | undefined> {
  const rows = await reader.rows(sql<Row>`
    SELECT l.position, l.variant_id AS "variantId", l.quantity, l.total, o.currency, o.basket_id AS "basketId", o.email, o.name
    FROM orders.order_line l JOIN orders.sales_order o ON o.id = l.order_id
    WHERE l.order_id = ${orderId} AND l.kind = 'gift_card' ORDER BY l.position`)
  const [first] = rows
  return first && { basketId: first.basketId, email: first.email, name: first.name, lines: rows }
}
