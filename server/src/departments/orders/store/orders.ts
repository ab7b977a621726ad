import { hashToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { actorText } from '../../../host/actor.ts'
import type { Money } from '../../../kernel/money.ts'
import { contentText, type NewOrder, type NewOrderLine } from '../domain/new-order.ts'
import type { ClearanceGround, LockedOrder, OrderState } from '../domain/order.ts'
import { CONSENT_TEXT } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'
import { insertBilling } from './billing.ts'
import { insertConsents, insertRights } from './downloads.ts'
import { insertSoldSkus } from './sold-skus.ts'

/** The next order number. Taken outside any lock: numbers of orders may have gaps, numbers of invoices may not. */
export async function nextOrderNumber(ctx: Context): Promise<bigint> {
  const row = await ctx.tx.row(sql<{ number: bigint }>`SELECT nextval('orders.order_number') AS number`)
  return row?.number ?? 0n
}

/** Writes the order, its lines and its address; answers the hash of what was ordered. */
export function insertOrder(ctx: Context, order: NewOrder): string {
  const contentHash = hashToken(contentText(order)).toString('hex')
  const { basket, address, method } = order
  ctx.tx.later(
    sql`
    INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, customer_id, locale, currency,
      country, email, name, state, placed_at, expires_at, goods, goods_net, delivery, delivery_net, tax, total,
      prices_include_tax, delivery_method, delivery_names, promised_from, promised_to, reasons, content_hash, item_count, note, discounts, taxes, tax_treatment, bundles, business)
    VALUES (${order.id}, ${order.number}, ${basket.id}, ${basket.market.entityId}, ${basket.market.code}, ${basket.channelCode},
      ${order.customerId}, ${basket.locale}, ${order.total.currency}, ${address.country}, ${order.email}, ${address.name},
      'awaiting_payment', ${order.placedAt}, ${order.expiresAt}, ${order.goods.amount}, ${order.goodsNet.amount},
      ${order.delivery.amount}, ${order.deliveryNet.amount}, ${order.tax.amount}, ${order.total.amount},
      ${basket.market.pricesIncludeTax}, ${method?.code ?? null}, ${JSON.stringify(method?.names ?? {})}, ${order.promised?.from ?? null},
      ${order.promised?.to ?? null}, ${jsonText(order.reasons)}, ${contentHash},
      ${order.lines.reduce((count, line) => count + line.quantity, 0)}, ${order.note ?? null}, ${discountsText(order.discounts)},
      ${taxesText(order.taxes)}, ${order.taxTreatment ?? null}, ${bundlesText(order.bundles)}, ${order.business ? jsonText(order.business) : null}::jsonb)`,
    { refusals: { one_order_per_basket: () => refusals.basket_already_ordered() } },
  )
  insertLines(ctx, order)
  insertSoldSkus(ctx, {
    orderId: order.id,
    placedAt: order.placedAt,
    number: order.number,
    total: order.total.amount,
    name: address.name,
    skus: order.lines.map(({ sku }) => sku),
  })
  insertDeliveryTerms(ctx, order)
  insertRights(
    ctx,
    order.id,
    order.lines.flatMap(({ download }, position) => (download ? [{ ...download, position }] : [])),
  )
  insertConsents(
    ctx,
    order.id,
    order.consents.map((kind) => ({
      kind,
      textVersion: CONSENT_TEXT,
      locale: basket.locale,
      givenIn: 'checkout' as const,
    })),
  )
  ctx.tx.later(sql`
    INSERT INTO orders.delivery_address (order_id, name, company, street, street2, postcode, city, region, country, phone)
    VALUES (${order.id}, ${address.name}, ${address.company ?? null}, ${address.street}, ${address.street2 ?? null},
      ${address.postcode}, ${address.city}, ${address.region ?? null}, ${address.country}, ${address.phone ?? null})`)
  if (order.billing) insertBilling(ctx, order.id, order.billing)
  if (order.giftMessage) {
    ctx.tx.later(sql`INSERT INTO orders.gift_message (order_id, words) VALUES (${order.id}, ${order.giftMessage})`)
  }
  return contentHash
}

/** Which zone it was priced for and what it weighed; where it is collected, the address as it was told. */
function insertDeliveryTerms(ctx: Context, { id, method, weightGrams }: NewOrder): void {
  if (!method) return
  const { kind, zone, leaves } = method
  const pickup = kind === 'pickup' && leaves?.pickup ? jsonText(leaves.pickup) : null
  ctx.tx.later(sql`
    INSERT INTO orders.delivery_terms (order_id, kind, zone, zone_name, weight_grams, pickup)
    VALUES (${id}, ${kind}, ${zone.code}, ${zone.name}, ${weightGrams}, ${pickup}::jsonb)`)
}

/** With what a piece costs the seller at this moment: margins of the past are reckoned by it. */
function insertLines(ctx: Context, { id, lines, basket }: NewOrder): void {
  ctx.tx.later(sql`
    INSERT INTO orders.order_line (unit_cost, cost_currency, order_id, position, variant_id, sku, handle, name, options, image_file_id, quantity,
      unit_price, compare_at, tax_category, tax_ppm, net, tax, total, subtotal, discounts, taxes,
      bundle, own, kind)
    SELECT c.amount, c.currency, ${id}::uuid, line.* FROM unnest(
      ${lines.map((_, index) => index)}::smallint[], ${lines.map((line) => line.variantId)}::uuid[],
      ${lines.map((line) => line.sku)}::text[], ${lines.map((line) => line.handle)}::text[], ${lines.map((line) => line.name)}::text[],
      ${lines.map((line) => line.options)}::text[], ${lines.map((line) => line.imageFileId)}::uuid[],
      ${lines.map((line) => line.quantity)}::int[], ${lines.map((line) => line.unitPrice.amount)}::bigint[],
      ${lines.map((line) => line.compareAt?.amount ?? null)}::bigint[], ${lines.map((line) => line.taxCategory)}::text[],
      ${lines.map((line) => line.taxPpm)}::bigint[], ${lines.map((line) => line.net.amount)}::bigint[],
      ${lines.map((line) => line.tax.amount)}::bigint[], ${lines.map((line) => line.total.amount)}::bigint[],
      ${lines.map((line) => line.subtotal.amount)}::bigint[], ${lines.map((line) => discountsText(line.discounts))}::jsonb[],
      ${lines.map((line) => lineTaxesText(line.taxes))}::jsonb[], ${lines.map((line) => line.bundle ?? null)}::smallint[],
      ${lines.map((line) => line.own?.amount ?? null)}::bigint[], ${lines.map((line) => line.kind)}::text[]) AS line(at, variant)
    LEFT JOIN pricing.pub_cost c ON c.variant_uuid = line.variant AND c.entity_uuid = ${basket.market.entityId}::uuid`)
}

/** Amounts as jsonb holds them: whole minor units of the order's currency. */
function discountsText(discounts: readonly { readonly amount: Money }[]): string {
  return jsonText(discounts.map((one) => ({ ...one, amount: one.amount.amount })))
}

function bundlesText(bundles: NewOrder['bundles']): string {
  return jsonText(bundles.map((one) => ({ ...one, own: one.own.amount, subtotal: one.subtotal.amount })))
}

function taxesText(taxes: NewOrder['taxes']): string {
  return jsonText(
    taxes.map(({ name, percent, net, tax }) => ({ name, ppm: percent.ppm, net: net.amount, tax: tax.amount })),
  )
}

function lineTaxesText(taxes: NewOrderLine['taxes']): string {
  return jsonText(taxes.map(({ tax, percent, amount }) => ({ name: tax, ppm: percent.ppm, amount: amount.amount })))
}

export function saveState(ctx: Context, order: LockedOrder, state: OrderState): void {
  ctx.tx.later(sql`
    UPDATE orders.sales_order SET state = ${state}, version = version + 1,
      dispatch = CASE WHEN ${state}::text IN ('cancelled', 'expired') THEN NULL ELSE dispatch END,
      paid_at = CASE WHEN ${state}::text = 'paid' THEN ${ctx.now}::timestamptz ELSE paid_at END
    WHERE id = ${order.id}`)
}

export function saveAuthorisedHash(ctx: Context, order: LockedOrder, hash: string): void {
  ctx.tx.later(sql`UPDATE orders.sales_order SET authorised_hash = ${hash} WHERE id = ${order.id}`)
}

export function insertCancellation(ctx: Context, order: LockedOrder, reason: string): void {
  ctx.tx.later(sql`
    INSERT INTO orders.cancellation (order_id, reason, actor, at)
    VALUES (${order.id}, ${reason}, ${actorText(ctx.actor)}, ${ctx.now})`)
}

/** The first ground stays. */
export function insertClearance(ctx: Context, order: LockedOrder, ground: ClearanceGround): void {
  ctx.tx.later(sql`
    INSERT INTO orders.clearance (order_id, ground, actor, at)
    VALUES (${order.id}, ${ground}, ${actorText(ctx.actor)}, ${ctx.now}) ON CONFLICT (order_id) DO NOTHING`)
}

export function insertExpiry(ctx: Context, order: LockedOrder): void {
  ctx.tx.later(sql`INSERT INTO orders.expiry (order_id, at) VALUES (${order.id}, ${ctx.now})`)
}
