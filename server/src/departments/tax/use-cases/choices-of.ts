import { TAX_CHOICES, USUAL_TAX_SETTINGS, type TaxSettings } from '../../pricing/index.ts'
import { UNVERIFIED, type Unverified } from '../domain/where-taxed.ts'

/** The closed list of what a market decides: what the price function takes, and what is decided before it is asked. */
export const MARKET_CHOICES = {
  ...TAX_CHOICES,
  /** Where a price finer than the minor unit becomes money: once, at the line, or at each unit. */
  roundPrices: ['line', 'unit'],
  /** A VAT number whose register cannot be asked: tax is charged, or the number accepted until it can. */
  unverifiedNumbers: UNVERIFIED,
} as const
export type MarketChoice = keyof typeof MARKET_CHOICES

/** What a market decided on every question of the closed list. */
export type MarketChoices = Required<TaxSettings> & {
  readonly roundPrices: (typeof MARKET_CHOICES.roundPrices)[number]
  readonly unverifiedNumbers: Unverified
}

export const USUAL_CHOICES: MarketChoices = { ...USUAL_TAX_SETTINGS, roundPrices: 'line', unverifiedNumbers: 'charge' }

/** The market's own choices, the usual ones for the rest; what this version does not know is not there. */
export function choicesOf(own: Readonly<Record<string, string>>): MarketChoices {
  const known = Object.entries(own).filter(([choice, value]) =>
    (MARKET_CHOICES[choice as MarketChoice] as readonly string[] | undefined)?.includes(value),
  )
  return { ...USUAL_CHOICES, ...(Object.fromEntries(known) as Partial<MarketChoices>) }
}
