import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { paidTodayColumn, type PromiseOfVariant } from './promises.ts'
import { scarce, soldOut } from './scarce.ts'

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

export interface Shelf {
  /** Variant id -> pieces that can still be sold. Absent where nothing was ever stocked. */
  readonly available: ReadonlyMap<string, number>
  /** Variant id -> what is promised of pieces that are not there yet; absent where none may be sold so. */
  readonly promises: ReadonlyMap<string, PromiseOfVariant>
}

interface ShelfRow {
  readonly id: string
  readonly available: bigint
  readonly promise: Omit<PromiseOfVariant, 'onShelf'> | null
  readonly onShelf: bigint
}

/** What a location has of goods, and what it promises of them, in one read. */
export async function loadShelf(
  reader: Reader,
  { variantIds, locationCode }: { readonly variantIds: readonly string[]; readonly locationCode: string },
): Promise<Shelf> {
  if (variantIds.length === 0) return { available: new Map(), promises: new Map() }
  const rows = await reader.rows(sql<ShelfRow>`
    SELECT s.variant_id::text AS id, s.on_hand + s.short - s.reserved AS "onShelf",
      CASE WHEN s.backorder THEN 1000000 ELSE greatest(s.on_hand + s.short + s.beyond - s.reserved, 0) END AS available,
      CASE WHEN p.kind IS NOT NULL THEN jsonb_build_object('kind', p.kind, 'shipsOn', p.ships_on, 'paidToday', ${paidTodayColumn}) END AS promise
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id AND l.code = ${locationCode}
    LEFT JOIN inventory.promise p ON s.beyond > 0 AND p.variant_id = s.variant_id AND p.location_id = s.location_id
    WHERE s.variant_id = ANY(${variantIds}::uuid[])`)
  return {
    available: new Map(rows.map(({ id, available }) => [id, Number(available)])),
    promises: new Map(
      rows.flatMap(({ id, promise, onShelf }) => (promise ? [[id, { ...promise, onShelf: Number(onShelf) }]] : [])),
    ),
  }
}

export interface ScarceStock {
  /** Goods at a place, no more left to sell than the setting low_stock says; those sold out among them. */
  readonly low: number
  readonly soldOut: number
}

const MOST_COUNTED = 1000

/** What runs out, each counted to a thousand and no further. */
export async function countScarce(reader: Pick<Database, 'row'>): Promise<ScarceStock> {
  const row = await reader.row(sql<{ low: number; sold_out: number }>`
    SELECT (SELECT count(*)::int FROM (SELECT 1 FROM inventory.stock s WHERE ${scarce} LIMIT ${MOST_COUNTED}) low) AS low,
      (SELECT count(*)::int FROM (SELECT 1 FROM inventory.stock s WHERE ${soldOut} LIMIT ${MOST_COUNTED}) gone) AS sold_out`)
  return { low: row?.low ?? 0, soldOut: row?.sold_out ?? 0 }
}

/** Where stock is, as a list can be narrowed to it. */
export function listLocationChoices(reader: Reader): Promise<{ value: string; label: string }[]> {
  return reader.rows(sql<{ value: string; label: string }>`
    SELECT code AS value, name AS label FROM inventory.location ORDER BY name`)
}
