import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import type { Page } from '../../../host/http/pagination.ts'
import { readPage } from '../../../host/lists/read-list.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { MoneyJson } from '../../../kernel/money.ts'
import { percentFromPpm, percentText } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { OrderBusiness } from '../domain/business.ts'
import type { PickupAddress } from '../domain/dispatch-calendar.ts'
import type { ContentLine, MinorUnits } from '../domain/order-content.ts'
import type { OrderState } from '../domain/order.ts'
import { showPhone } from '../domain/phone.ts'
import { refusals } from '../domain/refusals.ts'
import { ordersList, restOfOrder, toSummary, type OrderSummary, type SummaryRow } from './orders-list.ts'

type Reader = Pick<Database, 'rows'>

export interface OrderListQuery {
  readonly search?: string | undefined
  readonly limit: number
}

/** Orders, newest first; `search` finds a number, a name or an e-mail address. */
export function listOrders(reader: Reader, { search, limit }: OrderListQuery): Promise<Result<Page<OrderSummary>>> {
  return readPage(reader, ordersList, { locale: 'en', now: new Date(0), search, limit })
}

interface OrderRow extends SummaryRow {
  readonly channel_code: string
  readonly customer_id: string | null
  readonly entity_id: string
  readonly locale: string
  readonly country: string
  readonly expires_at: Date
  readonly paid_at: Date | null
  readonly goods: bigint
  readonly delivery: bigint
  readonly tax: bigint
  readonly taxes: { name: string; ppm: number; net: number; tax: number }[]
  readonly tax_treatment: string | null
  readonly business: OrderBusiness | null
  readonly prices_include_tax: boolean
  readonly delivery_method: string | null
  readonly delivery_names: Record<string, string>
  readonly promised_from: string | null
  readonly promised_to: string | null
  readonly terms: StoredTerms | null
  readonly reasons: StoredReason[]
  readonly discounts: { promotion: string; names: Record<string, string>; amount: number }[]
  readonly bundles: StoredBundle[]
  readonly note: string | null
  readonly gift_message: string | null
  readonly version: number
  readonly cancellation: { reason: string; actor: string; at: string } | null
  readonly address: StoredAddress
  readonly billing: Omit<StoredAddress, 'phone'> | null
  readonly lines: StoredLine[]
}

interface StoredTerms {
  readonly kind: 'carriage' | 'pickup'
  readonly zone_name: string
  readonly weight_grams: number
  readonly pickup: PickupAddress | null
}

export interface StoredReason {
  readonly rule: string
  readonly applied: boolean
  readonly line: number | null
  readonly because: string
  readonly params: Record<string, string | number | { amount: number; currency: string }>
}

export interface StoredAddress {
  readonly name: string
  readonly company: string | null
  readonly street: string
  readonly street2: string | null
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  readonly phone: string | null
}

interface StoredBundle {
  readonly variantId: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly imageFileId: string | null
  readonly quantity: number
  readonly own: MinorUnits
  readonly subtotal: MinorUnits
  readonly promotions: 'included' | 'excluded'
}

type StoredLine = Omit<ContentLine, 'compareAt' | 'taxCategory'>

export type OrderDetail = ReturnType<typeof toDetail>

/** One order whole: lines, address, totals, reasons, cancellation. */
export async function findOrder(reader: Reader, id: string): Promise<OrderDetail | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<OrderRow>`
    SELECT o.*, ${trusted(restOfOrder)}, to_jsonb(a) - 'order_id' AS address, to_jsonb(c) - 'order_id' AS cancellation, to_jsonb(dt) AS terms,
      (SELECT to_jsonb(b) - 'order_id' FROM orders.billing_address b WHERE b.order_id = o.id) AS billing,
      (SELECT g.words FROM orders.gift_message g WHERE g.order_id = o.id) AS gift_message,
      (SELECT jsonb_agg(jsonb_build_object('position', l.position, 'variantId', l.variant_id, 'kind', l.kind, 'sku', l.sku, 'handle', l.handle,
        'name', l.name, 'options', l.options, 'imageFileId', l.image_file_id, 'quantity', l.quantity, 'bundle', l.bundle, 'own', l.own,
        'unitPrice', l.unit_price, 'subtotal', l.subtotal, 'discounts', l.discounts, 'taxPpm', l.tax_ppm, 'taxes', l.taxes, 'net', l.net, 'tax', l.tax, 'total', l.total) ORDER BY l.position)
        FROM orders.order_line l WHERE l.order_id = o.id) AS lines
    FROM orders.sales_order o JOIN orders.delivery_address a ON a.order_id = o.id
    LEFT JOIN orders.cancellation c ON c.order_id = o.id LEFT JOIN orders.delivery_terms dt ON dt.order_id = o.id
    WHERE o.id = ${id}`)
  return row && toDetail(row)
}

export async function getOrder(reader: Reader, id: string): Promise<Result<OrderDetail>> {
  const order = await findOrder(reader, id)
  return order ? ok(order) : refusals.not_found()
}

function toDetail(row: OrderRow) {
  const inCurrency = (amount: bigint | number) => ({ amount: Number(amount), currency: row.currency })
  return {
    ...toSummary(row),
    entityId: row.entity_id,
    channel: row.channel_code,
    customerId: row.customer_id,
    locale: row.locale,
    country: row.country,
    expiresAt: row.expires_at.toISOString(),
    paidAt: row.paid_at?.toISOString() ?? null,
    discounts: row.discounts.map((one) => ({ ...one, amount: inCurrency(one.amount) })),
    goods: inCurrency(row.goods),
    delivery: {
      method: row.delivery_method,
      names: row.delivery_names,
      total: inCurrency(row.delivery),
      promisedFrom: row.promised_from,
      promisedTo: row.promised_to,
      kind: row.terms?.kind ?? null,
      zone: row.terms?.zone_name ?? null,
      weightGrams: row.terms?.weight_grams ?? null,
      pickup: row.terms?.pickup ?? null,
    },
    tax: inCurrency(row.tax),
    taxes: row.taxes.map(({ name, ppm, net, tax }) => ({
      name,
      percent: percentText(percentFromPpm(ppm)),
      net: inCurrency(net),
      tax: inCurrency(tax),
    })),
    taxTreatment: row.tax_treatment,
    business: row.business,
    pricesIncludeTax: row.prices_include_tax,
    bundles: row.bundles.map(({ own, subtotal, ...bundle }, index) => ({
      ...bundle,
      own: inCurrency(own),
      subtotal: inCurrency(subtotal),
      total: inCurrency(row.lines.reduce((all, line) => (line.bundle === index ? all + line.total : all), 0)),
    })),
    reasons: row.reasons,
    note: row.note,
    giftMessage: row.gift_message,
    version: row.version,
    address: { ...row.address, phoneShown: row.address.phone && showPhone(row.address.phone, row.address.country) },
    billing: row.billing && { ...row.billing, phone: null, phoneShown: null },
    cancellation: row.cancellation,
    lines: row.lines.map(({ own, unitPrice, subtotal, discounts, taxes, net, tax, total, ...line }) => ({
      ...line,
      own: own === null ? null : inCurrency(own),
      unitPrice: inCurrency(unitPrice),
      subtotal: inCurrency(subtotal),
      discounts: discounts.map((one) => ({ ...one, amount: inCurrency(one.amount) })),
      net: inCurrency(net),
      tax: inCurrency(tax),
      taxes: taxes.map(({ name, ppm, amount }) => ({
        name,
        percent: percentText(percentFromPpm(ppm)),
        amount: inCurrency(amount),
      })),
      total: inCurrency(total),
    })),
  }
}

/** Orders whose time to pay is over, the longest overdue first. */
export async function listOrdersToExpire(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT id FROM orders.sales_order o WHERE state = 'awaiting_payment' AND expires_at < ${now}
      AND NOT EXISTS (SELECT 1 FROM orders.clearance c WHERE c.order_id = o.id)
    ORDER BY expires_at LIMIT ${limit}`)
  return rows.map((row) => row.id)
}

export interface OrderFigures {
  readonly currency: string
  readonly orders: number
  /** What shoppers paid, and that without tax. */
  readonly total: MoneyJson
  readonly net: MoneyJson
}

/** Paid orders and their value by currency, for each of some spans of time; every span is one probe of an index. */
export async function orderFigures(
  reader: Reader,
  spans: readonly { readonly from: Date; readonly to: Date }[],
): Promise<OrderFigures[][]> {
  const rows = await reader.rows(sql<{ span: number; currency: string; n: bigint; total: bigint; net: bigint }>`
    SELECT span.n::int AS span, o.currency, count(*) AS n, sum(o.total)::bigint AS total,
      sum(o.goods_net + o.delivery_net)::bigint AS net
    FROM unnest(${spans.map((span) => span.from)}::timestamptz[], ${spans.map((span) => span.to)}::timestamptz[])
      WITH ORDINALITY AS span(starts, ends, n)
    JOIN orders.sales_order o ON o.state = 'paid' AND o.placed_at >= span.starts AND o.placed_at < span.ends
    GROUP BY span.n, o.currency ORDER BY span.n, o.currency`)
  return spans.map((_, index) =>
    rows
      .filter((row) => row.span === index + 1)
      .map(({ currency, n, total, net }) => ({
        currency,
        orders: Number(n),
        total: { amount: Number(total), currency },
        net: { amount: Number(net), currency },
      })),
  )
}

export async function countByState(reader: Reader, state: OrderState): Promise<number> {
  const [row] = await reader.rows(sql<{ n: bigint }>`
    SELECT count(*) AS n FROM (SELECT 1 FROM orders.sales_order WHERE state = ${state} LIMIT 10001) counted`)
  return Number(row?.n ?? 0n)
}
