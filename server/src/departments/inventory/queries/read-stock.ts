import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { integerSettingSql } from '../../../host/settings/setting-sql.ts'
import { lowStock } from './low-stock.ts'

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

const limit = trusted(integerSettingSql(lowStock))

export async function countLowStock(reader: Pick<Database, 'row'>): Promise<number> {
  const row = await reader.row(sql<{ n: bigint }>`
    SELECT count(*) AS n FROM (SELECT 1 FROM inventory.stock
      WHERE on_hand + short - reserved <= ${limit} AND NOT backorder LIMIT 1000) low`)
  return Number(row?.n ?? 0n)
}

/** Where stock is, as a list can be narrowed to it. */
export function listLocationChoices(reader: Reader): Promise<{ value: string; label: string }[]> {
  return reader.rows(sql<{ value: string; label: string }>`
    SELECT code AS value, name AS label FROM inventory.location ORDER BY name`)
}
