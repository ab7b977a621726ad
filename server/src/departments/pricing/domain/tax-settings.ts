import type { Rounding } from '../../../kernel/rounding.ts'

/**
 * The closed list of what a market decides on tax where the field and the laws disagree: each with its values, the usual one
 * first. docs/guides/policies.md tells all of them, and a test holds the two against each other.
 */
export const TAX_CHOICES = {
  /** What is rounded to a whole minor unit: the tax of one unit, of a line, or of all that bears one rate. */
  roundEach: ['line', 'unit', 'order'],
  rounding: ['half_up', 'half_even', 'half_down'],
  /** Tax on what is paid, or on the price before promotions; the latter only where tax is added to prices. */
  base: ['after_discount', 'before_discount'],
  /**
   * Which lines bear the odd minor units where tax is rounded for the whole order: those that lose most by rounding down, the
   * first, the last, or the largest. Lines stand in the order of their variants' ids, so that of the basket never matters.
   */
  oddUnit: ['nearest', 'first', 'last', 'largest'],
  /** Where prices include tax and another country's rate applies: everybody pays the same, or the shop keeps the same. */
  acrossZones: ['keep_gross', 'keep_net'],
  /** Delivery is taxed by its own category, or shares the rates of the goods in proportion to their value. */
  deliveryTax: ['own_category', 'pro_rata'],
} as const

type Choices = typeof TAX_CHOICES
export type TaxChoice = keyof Choices

export interface TaxSettings {
  readonly roundEach: Choices['roundEach'][number]
  readonly rounding: Extract<Rounding, Choices['rounding'][number]>
  readonly base: Choices['base'][number]
  readonly oddUnit?: Choices['oddUnit'][number]
  readonly acrossZones?: Choices['acrossZones'][number]
  readonly deliveryTax?: Choices['deliveryTax'][number]
}

/** Directive 2006/112/EC art. 79(b): a price reduction that the customer has at once is not part of what is taxed. */
export const USUAL_TAX_SETTINGS: Required<TaxSettings> = {
  roundEach: 'line',
  rounding: 'half_up',
  base: 'after_discount',
  oddUnit: 'nearest',
  acrossZones: 'keep_gross',
  deliveryTax: 'own_category',
}
