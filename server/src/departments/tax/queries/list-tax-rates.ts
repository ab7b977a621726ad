import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'

export interface TaxRateRow {
  readonly country: string
  /** Empty for a whole country. */
  readonly zone: string
  readonly category: string
  readonly tax: string
  readonly compound: boolean
  readonly ppm: bigint
  readonly valid_from: LocalDate
  readonly valid_to: LocalDate | null
  readonly source: string
}

export function listTaxRates(reader: Pick<Database, 'rows'>): Promise<TaxRateRow[]> {
  return reader.rows(sql<TaxRateRow>`
    SELECT country, zone_code AS zone, category, tax, compound, ppm, valid_from, valid_to, source FROM tax.rate
    ORDER BY country, zone_code, category, tax, valid_from LIMIT 5000`)
}
