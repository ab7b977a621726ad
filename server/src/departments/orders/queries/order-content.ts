import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { ContentAddress, ContentLine, ContentTax, ContentTerms, OrderContent } from '../domain/order-content.ts'
import { hasLeft, type ClearanceGround, type Dispatch, type OrderState } from '../domain/order.ts'

/** What of an order an amendment changes, and what it must know to price anew. */
export interface OrderToAmend {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly paid: boolean
  /** Whether any of it was sent. */
  readonly hasLeft: boolean
  readonly dispatch: Dispatch | null
  readonly cleared: ClearanceGround | null
  readonly version: number
  readonly basketId: string
  readonly currency: string
  readonly pricesIncludeTax: boolean
  readonly taxTreatment: string | null
  readonly contentHash: string
  readonly locale: string
  readonly content: OrderContent
}

interface Row {
  readonly id: string
  readonly number: bigint
  readonly state: OrderState
  readonly paid: boolean
  readonly dispatch: Dispatch | null
  readonly cleared: ClearanceGround | null
  readonly version: number
  readonly basket_id: string
  readonly currency: string
  readonly prices_include_tax: boolean
  readonly tax_treatment: string | null
  readonly content_hash: string
  readonly locale: string
  readonly goods: bigint
  readonly goods_net: bigint
  readonly delivery: bigint
  readonly delivery_net: bigint
  readonly tax: bigint
  readonly total: bigint
  readonly taxes: ContentTax[]
  readonly discounts: OrderContent['discounts']
  readonly delivery_method: string | null
  readonly delivery_names: Record<string, string>
  readonly promised_from: string | null
  readonly promised_to: string | null
  readonly address: ContentAddress
  readonly billing: Omit<ContentAddress, 'phone'> | null
  readonly terms: ContentTerms | null
  readonly lines: ContentLine[]
}

/** As it is now; under the order's lock as it stays until the transaction ends. */
export async function findOrderToAmend(
  reader: Pick<Database, 'rows'>,
  orderId: string,
): Promise<OrderToAmend | undefined> {
  if (!isUuid(orderId)) return undefined
  const [row] = await reader.rows(sql<Row>`
    SELECT o.id, o.number, o.state, o.paid_at IS NOT NULL AS paid, o.dispatch, o.version, o.basket_id,
      (SELECT c.ground FROM orders.clearance c WHERE c.order_id = o.id) AS cleared, o.currency, o.prices_include_tax,
      o.tax_treatment, o.content_hash, o.locale, o.goods, o.goods_net, o.delivery, o.delivery_net, o.tax, o.total, o.taxes,
      o.discounts, o.delivery_method, o.delivery_names, o.promised_from, o.promised_to, to_jsonb(a) - 'order_id' AS address,
      (SELECT to_jsonb(b) - 'order_id' FROM orders.billing_address b WHERE b.order_id = o.id) AS billing,
      (SELECT jsonb_build_object('kind', t.kind, 'zone', t.zone, 'zoneName', t.zone_name, 'weightGrams', t.weight_grams, 'pickup', t.pickup)
        FROM orders.delivery_terms t WHERE t.order_id = o.id) AS terms,
      (SELECT jsonb_agg(jsonb_build_object('position', l.position, 'variantId', l.variant_id, 'kind', l.kind, 'sku', l.sku,
        'handle', l.handle, 'name', l.name, 'options', l.options, 'imageFileId', l.image_file_id, 'quantity', l.quantity,
        'bundle', l.bundle, 'own', l.own, 'unitPrice', l.unit_price, 'compareAt', l.compare_at, 'subtotal', l.subtotal,
        'discounts', l.discounts, 'taxCategory', l.tax_category, 'taxPpm', l.tax_ppm, 'taxes', l.taxes, 'net', l.net, 'tax', l.tax,
        'total', l.total) ORDER BY l.position) FROM orders.order_line l WHERE l.order_id = o.id) AS lines
    FROM orders.sales_order o JOIN orders.delivery_address a ON a.order_id = o.id WHERE o.id = ${orderId}`)
  return row && toOrder(row)
}

function toOrder(row: Row): OrderToAmend {
  return {
    id: row.id,
    number: String(row.number),
    state: row.state,
    paid: row.paid,
    hasLeft: hasLeft(row.dispatch),
    dispatch: row.dispatch,
    cleared: row.cleared,
    version: row.version,
    basketId: row.basket_id,
    currency: row.currency,
    pricesIncludeTax: row.prices_include_tax,
    taxTreatment: row.tax_treatment,
    contentHash: row.content_hash,
    locale: row.locale,
    content: {
      lines: row.lines,
      discounts: row.discounts,
      goods: Number(row.goods),
      goodsNet: Number(row.goods_net),
      delivery: Number(row.delivery),
      deliveryNet: Number(row.delivery_net),
      tax: Number(row.tax),
      taxes: row.taxes,
      total: Number(row.total),
      method: row.delivery_method,
      methodNames: row.delivery_names,
      promisedFrom: row.promised_from,
      promisedTo: row.promised_to,
      address: row.address,
      billing: row.billing,
      terms: row.terms,
    },
  }
}
