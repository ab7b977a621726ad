import type { Database } from '../../../host/database/pool.ts'
import { loadSaleTaxes, type SalePlace } from '../queries/load-sale-taxes.ts'
import { choicesOf } from './choices-of.ts'

/** All that a price must know of taxes, as the price function takes it; spread it into a snapshot, `tax` into its market. */
export async function saleTaxes(reader: Pick<Database, 'rows'>, sale: SalePlace) {
  const { chosen, homeTaxRates, vatCheck, exemption, ...taxes } = await loadSaleTaxes(reader, sale)
  const { roundPrices, unverifiedNumbers: _, ...tax } = choicesOf(chosen)
  return { tax, roundPrices, vatCheck, exemption, sale: { ...taxes, ...(homeTaxRates && { homeTaxRates }) } }
}
