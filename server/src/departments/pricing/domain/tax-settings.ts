import type { Rounding } from '../../../kernel/rounding.ts'

/** Where the field and the laws disagree on tax, a market says which way it goes. */
export interface TaxSettings {
  /** What is rounded to a whole minor unit: the tax of one unit, of a line, or of all that bears one rate. */
  readonly roundEach: 'unit' | 'line' | 'order'
  readonly rounding: Extract<Rounding, 'half_up' | 'half_even' | 'half_down'>
  /** Tax on what is paid, or on the price before promotions; the latter only where tax is added to prices. */
  readonly base: 'after_discount' | 'before_discount'
}

/** Directive 2006/112/EC art. 79(b): a price reduction that the customer has at once is not part of what is taxed. */
export const USUAL_TAX_SETTINGS: TaxSettings = { roundEach: 'line', rounding: 'half_up', base: 'after_discount' }
