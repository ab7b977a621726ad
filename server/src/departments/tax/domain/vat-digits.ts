import { checkVAT, countries } from 'jsvat'
import { euVat } from 'stdnum'

/** States some of whose valid numbers one library refuses; the other knows them (measured against a collection of numbers with their verdicts). */
const KNOWN_TO_THE_OTHER = new Map(
  countries.flatMap((one) => (['CZ', 'SK'].includes(one.codes[0] ?? '') ? [[one.codes[0], one]] : [])),
)

/**
 * Whether the check digits of a VAT number of the Union hold: a slip of the keyboard is found before anybody is asked.
 * `country` by ISO 3166 (Greece is GR), `digits` without the prefix. Whether the number is in use only VIES can tell.
 */
export function vatDigitsHold(country: string, digits: string): boolean {
  if (euVat[country]?.some((one) => one.validate(digits).isValid)) return true
  const other = KNOWN_TO_THE_OTHER.get(country)
  return other !== undefined && checkVAT(`${country}${digits}`, [other]).isValid
}
