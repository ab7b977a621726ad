import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { percentFromPpm, type Percent } from '../../../kernel/rate.ts'
import type { LocalDate } from '../../../kernel/time.ts'

/** Tax category -> rate in force in a country on a date. */
export type TaxRates = ReadonlyMap<string, Percent>

export async function loadTaxRates(
  reader: Pick<Database, 'rows'>,
  { country, on }: { country: string; on: LocalDate },
): Promise<TaxRates> {
  const rows = await reader.rows(sql<{ category: string; ppm: bigint }>`
    SELECT category, ppm FROM tax.rate
    WHERE country = ${country} AND valid_from <= ${on} AND (valid_to IS NULL OR valid_to >= ${on})`)
  return new Map(rows.map(({ category, ppm }) => [category, percentFromPpm(ppm)]))
}

export interface TaxRateRow {
  readonly country: string
  readonly category: string
  readonly ppm: bigint
  readonly valid_from: LocalDate
  readonly valid_to: LocalDate | null
  readonly source: string
}

export function listTaxRates(reader: Pick<Database, 'rows'>): Promise<TaxRateRow[]> {
  return reader.rows(sql<TaxRateRow>`
    SELECT country, category, ppm, valid_from, valid_to, source FROM tax.rate ORDER BY country, category, valid_from LIMIT 2000`)
}
