import { TAX_CHOICES, USUAL_TAX_SETTINGS, type TaxChoice, type TaxSettings } from '../../pricing/index.ts'

export { TAX_CHOICES }

/** What a market decided on every question of the closed list. */
export type MarketChoices = Required<TaxSettings>

/** The market's own choices, the usual ones for the rest; what this version does not know is not there. */
export function choicesOf(own: Readonly<Record<string, string>>): MarketChoices {
  const known = Object.entries(own).filter(([choice, value]) =>
    (TAX_CHOICES[choice as TaxChoice] as readonly string[] | undefined)?.includes(value),
  )
  return { ...USUAL_TAX_SETTINGS, ...(Object.fromEntries(known) as Partial<MarketChoices>) }
}
