import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Consent } from '../domain/consent.ts'
import type { DownloadRight } from '../domain/download-access.ts'
import type { OrderState } from '../domain/order.ts'

type Reader = Pick<Database, 'rows'>

export interface IntangibleLine {
  readonly position: number
  readonly variantId: string
  readonly kind: string
  readonly name: string
  /** Of files alone. */
  readonly right: (DownloadRight & { readonly productId: string }) | null
}

export interface Taken {
  readonly position: number
  readonly fileId: string
  readonly name: string
  readonly number: number
  readonly at: Date
}

export interface IntangiblesOfOrder {
  readonly state: OrderState
  readonly placedAt: Date
  readonly paidAt: Date | null
  readonly timeZone: string
  readonly locale: string
  readonly forCompany: boolean
  readonly lines: readonly IntangibleLine[]
  readonly consents: readonly Consent[]
  /** What was downloaded, the last first. */
  readonly taken: readonly Taken[]
}

interface LineRow {
  readonly position: number
  readonly variantId: string
  readonly kind: string
  readonly name: string
  readonly productId: string | null
  readonly limit: number | null
  readonly days: number | null
  readonly renewedAt: Date | null
  readonly stoppedAt: Date | null
}

/** What of an order is downloaded or done for somebody; undefined for an order that is not there. */
export async function findIntangibles(reader: Reader, orderId: string): Promise<IntangiblesOfOrder | undefined> {
  const [orders, lines, consents, taken] = await Promise.all([
    reader.rows(sql<Omit<IntangiblesOfOrder, 'lines' | 'consents' | 'taken'>>`
      SELECT o.state, o.placed_at AS "placedAt", o.paid_at AS "paidAt", e.time_zone AS "timeZone", o.locale,
        o.business ->> 'name' IS NOT NULL AS "forCompany"
      FROM orders.sales_order o JOIN organisation.pub_entity e ON e.id = o.entity_id::text WHERE o.id = ${orderId}::uuid`),
    reader.rows(sql<LineRow>`
      SELECT l.position, l.variant_id AS "variantId", l.kind, concat_ws(', ', l.name, nullif(l.options, '')) AS name,
        r.product_id AS "productId", r.download_limit AS limit, r.download_days AS days, r.renewed_at AS "renewedAt",
        r.stopped_at AS "stoppedAt"
      FROM orders.order_line l LEFT JOIN orders.download_right r ON r.order_id = l.order_id AND r.position = l.position
      WHERE l.order_id = ${orderId}::uuid AND l.kind IN ('digital', 'service') ORDER BY l.position`),
    reader.rows(sql<Consent>`
      SELECT kind, text_version AS "textVersion", locale, given_in AS "givenIn", at
      FROM orders.consent WHERE order_id = ${orderId}::uuid ORDER BY kind`),
    reader.rows(sql<Taken>`
      SELECT position, file_id AS "fileId", name, number, at FROM orders.download
      WHERE order_id = ${orderId}::uuid ORDER BY at DESC, id DESC LIMIT 1000`),
  ])
  const [order] = orders
  return order && { ...order, consents, taken, lines: lines.map(toLine) }
}

function toLine({ productId, limit, days, renewedAt, stoppedAt, ...line }: LineRow): IntangibleLine {
  return { ...line, right: productId === null ? null : { productId, limit, days, renewedAt, stoppedAt } }
}
