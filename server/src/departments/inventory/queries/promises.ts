import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { PaidToday, PromiseKind } from '../domain/promise.ts'

type Reader = Pick<Database, 'rows'>

export interface PromiseOfVariant {
  readonly kind: PromiseKind
  readonly shipsOn: LocalDate
  /** Free on the shelf; below zero where more is promised than lies there. */
  readonly onShelf: number
  readonly paidToday: PaidToday
}

/** As columns of `inventory.promise p` have it. */
export const paidTodayColumn = fragment`jsonb_build_object('kind', p.pays_today, 'sharePpm', p.share_ppm, 'amount', p.amount, 'currency', p.currency)`

/** Variant id -> what is promised of pieces that are not there yet; absent where none may be sold so. */
export async function loadPromises(
  reader: Reader,
  { variantIds, locationCode }: { readonly variantIds: readonly string[]; readonly locationCode: string },
): Promise<ReadonlyMap<string, PromiseOfVariant>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<Omit<PromiseOfVariant, 'onShelf'> & { id: string; onShelf: bigint }>`
    SELECT p.variant_id AS id, p.kind, p.ships_on AS "shipsOn", s.on_hand + s.short - s.reserved AS "onShelf",
      ${paidTodayColumn} AS "paidToday"
    FROM inventory.promise p JOIN inventory.stock s USING (variant_id, location_id)
    JOIN inventory.location l ON l.id = p.location_id AND l.code = ${locationCode}
    WHERE p.variant_id = ANY(${variantIds}::uuid[]) AND s.beyond > 0`)
  return new Map(rows.map(({ id, onShelf, ...promise }) => [id, { ...promise, onShelf: Number(onShelf) }]))
}

export interface Awaited {
  readonly orderId: string
  readonly variantId: string
  /** Pieces that are not there yet: what lies there is given to the oldest promise first. */
  readonly quantity: number
  readonly kind: PromiseKind
  readonly shipsOn: LocalDate
  /** The last day that its buyer was told; null where they were told none. */
  readonly toldOn: LocalDate | null
  readonly slipped: boolean
}

/** What of an order is not there yet. Nothing of goods that were never sold beyond the shelf is looked at. */
export const listAwaited = (reader: Reader, orderId: string): Promise<Awaited[]> =>
  awaitedOf(reader, fragment`r.order_id = ${orderId}::uuid`)

/** Which of these orders have to wait for a piece that is not there yet. */
export async function listStillAwaiting(reader: Reader, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set()
  return new Set(
    (await awaitedOf(reader, fragment`r.order_id = ANY(${orderIds}::uuid[])`)).map(({ orderId }) => orderId),
  )
}

/** Orders that wait for these goods at a place, the oldest promise first. */
export const listOrdersAwaiting = (
  reader: Reader,
  { variantId, locationCode }: { readonly variantId: string; readonly locationCode: string },
): Promise<Awaited[]> =>
  awaitedOf(
    reader,
    fragment`r.variant_id = ${variantId}::uuid AND r.location_id = (SELECT id FROM inventory.location WHERE code = ${locationCode})`,
  )

async function awaitedOf(reader: Reader, which: Fragment): Promise<Awaited[]> {
  const rows = await reader.rows(sql<Omit<Awaited, 'quantity'> & { readonly quantity: bigint }>`
    SELECT one.order_id AS "orderId", one.variant_id AS "variantId", one.kind, one.ships_on AS "shipsOn",
      sum(one.late)::bigint AS quantity, max(one.sold_for) AS "soldFor",
      greatest(max(one.sold_for), max(told.ships_on)) AS "toldOn", coalesce(bool_or(told.ships_on IS NOT NULL), false) AS slipped
    FROM (
      SELECT r.order_id, r.variant_id, p.kind, p.ships_on, r.created_at,
        least(r.quantity, greatest(0, line.upto - s.on_hand - s.short)) AS late,
        (SELECT d.ships_on FROM inventory.promise_day d WHERE d.variant_id = r.variant_id AND d.location_id = r.location_id
          AND d.at <= r.created_at ORDER BY d.at DESC, d.id DESC LIMIT 1) AS sold_for
      FROM inventory.reservation r
      JOIN inventory.promise p ON p.variant_id = r.variant_id AND p.location_id = r.location_id
      JOIN inventory.stock s ON s.variant_id = r.variant_id AND s.location_id = r.location_id
      CROSS JOIN LATERAL (
        SELECT sum(q.quantity) AS upto FROM inventory.reservation q
        WHERE q.variant_id = r.variant_id AND q.location_id = r.location_id AND q.ended_at IS NULL
          AND (q.created_at, q.id) <= (r.created_at, r.id)
      ) line
      WHERE ${which} AND r.ended_at IS NULL
    ) one LEFT JOIN LATERAL (
      SELECT max(t.ships_on) AS ships_on FROM inventory.promise_told t
      WHERE t.order_id = one.order_id AND t.variant_id = one.variant_id
    ) told ON true
    WHERE one.late > 0 GROUP BY one.order_id, one.variant_id, one.kind, one.ships_on ORDER BY min(one.created_at), one.order_id`)
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity) }))
}

export interface PromiseRow {
  readonly variantId: string
  readonly sku: string
  readonly names: Readonly<Record<string, string>>
  readonly optionNames: Readonly<Record<string, string>>
  readonly locationCode: string
  readonly location: string
  readonly kind: PromiseKind
  readonly shipsOn: LocalDate
  readonly most: number
  /** Pieces that are sold and not there. */
  readonly sold: number
  readonly paidToday: PaidToday
  readonly version: number
}

const MOST_LISTED = 200

/** Everything that is sold, or may be, before it is there: by day. */
export async function listPromises(reader: Reader): Promise<PromiseRow[]> {
  const rows = await reader.rows(sql<Omit<PromiseRow, 'most' | 'sold'> & { most: bigint; sold: bigint }>`
    SELECT p.variant_id AS "variantId", v.sku, v.names, v.option_names AS "optionNames", l.code AS "locationCode", l.name AS location,
      p.kind, p.ships_on AS "shipsOn", s.beyond AS most, greatest(0, s.reserved - s.on_hand - s.short) AS sold,
      ${paidTodayColumn} AS "paidToday", p.version
    FROM inventory.promise p JOIN inventory.stock s USING (variant_id, location_id)
    JOIN inventory.location l ON l.id = p.location_id JOIN catalog.pub_variant v ON v.variant_uuid = p.variant_id
    WHERE s.beyond > 0 OR s.reserved > s.on_hand + s.short
    ORDER BY p.ships_on, p.variant_id, p.location_id LIMIT ${MOST_LISTED}`)
  return rows.map((row) => ({ ...row, most: Number(row.most), sold: Number(row.sold) }))
}
