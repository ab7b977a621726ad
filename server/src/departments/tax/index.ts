export { loadTaxRates } from './queries/load-tax-rates.ts'
export type { TaxRates } from './queries/load-tax-rates.ts'
export { setTaxRates } from './use-cases/set-tax-rates.ts'
export type { TaxRate } from './domain/tax-rate.ts'
