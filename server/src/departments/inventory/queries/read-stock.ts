import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { decodeCursor, toPage, type Page } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'

type Reader = Pick<Database, 'rows'>

/** Variant id -> pieces that can still be sold from a location. Absent where nothing was ever stocked. */
export async function loadAvailability(
  reader: Reader,
  { variantIds, locationCode }: { variantIds: readonly string[]; locationCode: string },
): Promise<ReadonlyMap<string, number>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<{ variant_id: string; available: bigint }>`
    SELECT variant_id, available FROM inventory.pub_availability
    WHERE variant_uuid = ANY(${variantIds}::uuid[]) AND location_code = ${locationCode}`)
  return new Map(rows.map((row) => [row.variant_id, Number(row.available)]))
}

export interface StockView {
  readonly variantId: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly options: string
  readonly location: string
  readonly onHand: number
  readonly reserved: number
  readonly available: number
}

interface StockRow {
  readonly variant_id: string
  readonly location_id: string
  readonly sku: string
  readonly handle: string
  readonly name: string | null
  readonly options: string | null
  readonly location: string
  readonly on_hand: bigint
  readonly reserved: bigint
  readonly short: bigint
}

export interface StockListQuery {
  readonly locale: string
  readonly after?: string | undefined
  readonly limit: number
  readonly low?: boolean | undefined
}

const LOW = 5

/** Stock by variant and location; `low` keeps what has five pieces or fewer left to sell, scarcest first. */
export async function listStock(reader: Reader, query: StockListQuery): Promise<Result<Page<StockView>>> {
  const cursor = decodeCursor(query.after, query.low ? ['integer', 'id', 'id'] : ['id', 'id'])
  if (!cursor.ok) return cursor
  const rows = query.low ? await lowRows(reader, query, cursor.value) : await allRows(reader, query, cursor.value)
  return ok(
    toPage(rows, query.limit, toView, (row) =>
      query.low
        ? [String(row.on_hand - row.reserved), row.variant_id, row.location_id]
        : [row.variant_id, row.location_id],
    ),
  )
}

const FIRST = '00000000-0000-0000-0000-000000000000'

function allRows(reader: Reader, query: StockListQuery, key: readonly string[] | undefined): Promise<StockRow[]> {
  const [variantId = FIRST, locationId = FIRST] = key ?? []
  return reader.rows(sql<StockRow>`
    SELECT s.variant_id, s.location_id, v.sku, v.handle, coalesce(v.names ->> ${query.locale}, v.names ->> 'en') AS name,
      coalesce(v.option_names ->> ${query.locale}, v.option_names ->> 'en') AS options, l.name AS location, s.on_hand, s.reserved, s.short
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    JOIN catalog.pub_variant v ON v.variant_uuid = s.variant_id
    WHERE (s.variant_id, s.location_id) > (${variantId}::uuid, ${locationId}::uuid)
    ORDER BY s.variant_id, s.location_id LIMIT ${query.limit + 1}`)
}

function lowRows(reader: Reader, query: StockListQuery, key: readonly string[] | undefined): Promise<StockRow[]> {
  const [left = '-1', variantId = FIRST, locationId = FIRST] = key ?? []
  return reader.rows(sql<StockRow>`
    SELECT s.variant_id, s.location_id, v.sku, v.handle, coalesce(v.names ->> ${query.locale}, v.names ->> 'en') AS name,
      coalesce(v.option_names ->> ${query.locale}, v.option_names ->> 'en') AS options, l.name AS location, s.on_hand, s.reserved, s.short
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    JOIN catalog.pub_variant v ON v.variant_uuid = s.variant_id
    WHERE s.on_hand - s.reserved <= ${LOW} AND NOT s.backorder
      AND (s.on_hand - s.reserved, s.variant_id, s.location_id) > (${left}::bigint, ${variantId}::uuid, ${locationId}::uuid)
    ORDER BY s.on_hand - s.reserved, s.variant_id, s.location_id LIMIT ${query.limit + 1}`)
}

function toView(row: StockRow): StockView {
  return {
    variantId: row.variant_id,
    sku: row.sku,
    handle: row.handle,
    name: row.name ?? row.sku,
    options: row.options ?? '',
    location: row.location,
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
    available: Number(row.on_hand + row.short - row.reserved),
  }
}

export async function countLowStock(reader: Pick<Database, 'row'>): Promise<number> {
  const row = await reader.row(sql<{ n: bigint }>`
    SELECT count(*) AS n FROM (SELECT 1 FROM inventory.stock
      WHERE on_hand - reserved <= ${LOW} AND NOT backorder LIMIT 1000) low`)
  return Number(row?.n ?? 0n)
}
