import type { Percent } from '../../../kernel/rate.ts'
import type { LocalDate } from '../../../kernel/time.ts'

/** What the one tax of most countries is called. */
export const USUAL_TAX = 'vat'

/** What one tax is on a category of goods, in a country or a zone of it, from a day on. */
export interface TaxRate {
  readonly country: string
  /** Of the whole country where there is none. */
  readonly zone?: string | undefined
  readonly category: string
  /** `vat` unless told: several taxes on the same goods have a name each. */
  readonly tax?: string | undefined
  /** On the net amount and the taxes before it, rather than on the net amount alone. */
  readonly compound?: boolean | undefined
  readonly percent: Percent
  readonly validFrom: LocalDate
  readonly validTo?: LocalDate
  /** The law or the authority's page. */
  readonly source: string
}
