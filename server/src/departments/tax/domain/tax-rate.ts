import type { Percent } from '../../../kernel/rate.ts'
import type { LocalDate } from '../../../kernel/time.ts'

export interface TaxRate {
  readonly country: string
  readonly category: string
  readonly percent: Percent
  readonly validFrom: LocalDate
  readonly validTo?: LocalDate
  /** The law or the authority's page. */
  readonly source: string
}
