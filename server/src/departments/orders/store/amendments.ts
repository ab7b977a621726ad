import { hashToken } from '../../../host/auth/tokens.ts'
import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { AmendmentKind, AmendmentReason } from '../domain/amendment.ts'
import { contentWords, itemsOf, type ContentLine, type OrderContent } from '../domain/order-content.ts'
import type { OrderToAmend } from '../queries/order-content.ts'
import { insertBilling } from './billing.ts'
import { changeSoldSkus } from './sold-skus.ts'

export interface AmendmentToKeep {
  readonly order: OrderToAmend
  readonly kind: AmendmentKind
  readonly reason: AmendmentReason
  readonly note: string | undefined
  readonly after: OrderContent
  readonly hashAfter: string
  readonly refundIds: readonly string[]
  /** What it waited for. */
  readonly balanceId?: string | undefined
}

/** The order is locked: its next number is nobody else's. */
export function insertAmendment(
  ctx: Context,
  { order, kind, reason, note, after, hashAfter, refundIds, balanceId }: AmendmentToKeep,
) {
  ctx.tx.later(sql`
    INSERT INTO orders.amendment (order_id, number, kind, reason, note, actor, at, paid, total_before, total_after, hash_before,
      hash_after, before, after, refund_ids, balance_id)
    SELECT ${order.id}::uuid, coalesce(max(number), 0) + 1, ${kind}, ${reason}, ${note ?? null}, ${actorText(ctx.actor)}, ${ctx.now}::timestamptz,
      ${order.paid}::boolean, ${BigInt(order.content.total)}::bigint, ${BigInt(after.total)}::bigint, ${order.contentHash}, ${hashAfter},
      ${jsonText(order.content)}::jsonb, ${jsonText(after)}::jsonb, ${refundIds}::text[],
      ${balanceId ?? null}::uuid
    FROM orders.amendment WHERE order_id = ${order.id}`)
}

/** The order's row, its lines and its address become those of the amendment. `expiresAt`: of an unpaid one, anew. */
export function saveContent(
  ctx: Context,
  order: OrderToAmend,
  {
    after,
    hashAfter,
    expiresAt,
  }: { readonly after: OrderContent; readonly hashAfter: string; readonly expiresAt: Date | undefined },
): void {
  const { address } = after
  ctx.tx.later(sql`
    UPDATE orders.sales_order SET goods = ${BigInt(after.goods)}, goods_net = ${BigInt(after.goodsNet)}, delivery = ${BigInt(after.delivery)},
      delivery_net = ${BigInt(after.deliveryNet)}, tax = ${BigInt(after.tax)}, total = ${BigInt(after.total)}, taxes = ${jsonText(after.taxes)}::jsonb,
      discounts = ${jsonText(after.discounts)}::jsonb, delivery_method = ${after.method}, delivery_names = ${jsonText(after.methodNames)}::jsonb,
      promised_from = ${after.promisedFrom}, promised_to = ${after.promisedTo}, name = ${address.name}, item_count = ${itemsOf(after)},
      content_hash = ${hashAfter}, expires_at = coalesce(${expiresAt ?? null}::timestamptz, expires_at), version = version + 1
    WHERE id = ${order.id}`)
  ctx.tx.later(sql`
    UPDATE orders.delivery_address SET name = ${address.name}, company = ${address.company}, street = ${address.street},
      street2 = ${address.street2}, postcode = ${address.postcode}, city = ${address.city}, region = ${address.region},
      phone = ${address.phone}
    WHERE order_id = ${order.id}`)
  saveWhere(ctx, order, after)
  saveLines(ctx, order, after.lines)
  const skusOf = ({ lines }: OrderContent) => lines.map(({ sku }) => sku)
  changeSoldSkus(ctx, { orderId: order.id, before: skusOf(order.content), after: skusOf(after) })
}

/** To whom the invoice goes, and for which zone the delivery is priced; what an amendment of before does not say stays. */
function saveWhere(ctx: Context, { id, content }: OrderToAmend, { billing, terms }: OrderContent): void {
  if (billing !== undefined && JSON.stringify(billing) !== JSON.stringify(content.billing)) {
    ctx.tx.later(sql`DELETE FROM orders.billing_address WHERE order_id = ${id}`)
    if (billing) insertBilling(ctx, id, billing)
  }
  if (!terms || JSON.stringify(terms) === JSON.stringify(content.terms)) return
  const { kind, zone, zoneName, weightGrams, pickup } = terms
  ctx.tx.later(sql`
    UPDATE orders.delivery_terms SET kind = ${kind}, zone = ${zone}, zone_name = ${zoneName}, weight_grams = ${weightGrams},
      pickup = ${pickup === null ? null : jsonText(pickup)}::jsonb
    WHERE order_id = ${id}`)
}

/** Lines keep their places, and with them what it cost the seller when they were sold; new ones get what it costs now. */
function saveLines(ctx: Context, { id, content }: OrderToAmend, lines: readonly ContentLine[]): void {
  const known = new Set(content.lines.map(({ position }) => position))
  const places = lines.map(({ position }) => position)
  ctx.tx.later(sql`DELETE FROM orders.order_line WHERE order_id = ${id} AND position <> ALL(${places}::smallint[])`)
  const kept = lines.filter(({ position }) => known.has(position))
  ctx.tx.later(sql`
    UPDATE orders.order_line l SET quantity = n.quantity, unit_price = n.unit_price, subtotal = n.subtotal, discounts = n.discounts,
      tax_ppm = n.tax_ppm, taxes = n.taxes, net = n.net, tax = n.tax, total = n.total
    FROM unnest(${kept.map(({ position }) => position)}::smallint[], ${kept.map(({ quantity }) => quantity)}::int[],
      ${kept.map(({ unitPrice }) => unitPrice)}::bigint[], ${kept.map(({ subtotal }) => subtotal)}::bigint[],
      ${kept.map(({ discounts }) => jsonText(discounts))}::jsonb[], ${kept.map(({ taxPpm }) => taxPpm)}::bigint[],
      ${kept.map(({ taxes }) => jsonText(taxes))}::jsonb[], ${kept.map(({ net }) => net)}::bigint[],
      ${kept.map(({ tax }) => tax)}::bigint[], ${kept.map(({ total }) => total)}::bigint[])
      AS n(position, quantity, unit_price, subtotal, discounts, tax_ppm, taxes, net, tax, total)
    WHERE l.order_id = ${id} AND l.position = n.position`)
  insertFresh(
    ctx,
    id,
    lines.filter(({ position }) => !known.has(position)),
  )
}

function insertFresh(ctx: Context, orderId: string, lines: readonly ContentLine[]): void {
  if (lines.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO orders.order_line (order_id, unit_cost, cost_currency, position, variant_id, sku, handle, name, options, image_file_id,
      quantity, unit_price, compare_at, tax_category, tax_ppm, net, tax, total, subtotal, discounts, taxes, kind)
    SELECT o.id, c.amount, c.currency, line.* FROM unnest(${lines.map(({ position }) => position)}::smallint[],
      ${lines.map(({ variantId }) => variantId)}::uuid[], ${lines.map(({ sku }) => sku)}::text[],
      ${lines.map(({ handle }) => handle)}::text[], ${lines.map(({ name }) => name)}::text[],
      ${lines.map(({ options }) => options)}::text[], ${lines.map(({ imageFileId }) => imageFileId)}::uuid[],
      ${lines.map(({ quantity }) => quantity)}::int[], ${lines.map(({ unitPrice }) => unitPrice)}::bigint[],
      ${lines.map(({ compareAt }) => compareAt)}::bigint[], ${lines.map(({ taxCategory }) => taxCategory)}::text[],
      ${lines.map(({ taxPpm }) => taxPpm)}::bigint[], ${lines.map(({ net }) => net)}::bigint[],
      ${lines.map(({ tax }) => tax)}::bigint[], ${lines.map(({ total }) => total)}::bigint[],
      ${lines.map(({ subtotal }) => subtotal)}::bigint[], ${lines.map(({ discounts }) => jsonText(discounts))}::jsonb[],
      ${lines.map(({ taxes }) => jsonText(taxes))}::jsonb[], ${lines.map(({ kind }) => kind)}::text[]) AS line(at, variant)
    JOIN orders.sales_order o ON o.id = ${orderId}
    LEFT JOIN pricing.pub_cost c ON c.variant_uuid = line.variant AND c.entity_uuid = o.entity_id`)
}

/** The hash of what is paid for then. */
export function contentHashOf(
  { id, currency }: Pick<OrderToAmend, 'id' | 'currency'>,
  { lines, total, delivery, method }: OrderContent,
): string {
  return hashToken(contentWords({ id, currency, total, delivery, method, lines })).toString('hex')
}
