import { isOfPostcodes, isPostcodePattern, plainPostcode } from '../../../kernel/postcodes.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** A part of a country that is taxed otherwise than the rest of it. */
export interface TaxZone {
  readonly code: string
  readonly name: string
  readonly country: string
  /** As addresses name them: `BC`. */
  readonly regions: readonly string[]
  /** One (`23041`), a range (`35000-35999`), or all that begin alike (`BT*`). */
  readonly postcodes: readonly string[]
  /** Its taxes take the place of the country's; else they are added to them. */
  readonly instead: boolean
}

export interface TaxPlace {
  readonly country: string
  readonly region?: string | undefined
  readonly postcode?: string | undefined
}

/** Whether a place lies in a zone. Of a place whose region and postcode nobody knows yet, it does not. */
export function liesIn({ country, regions, postcodes }: Omit<TaxZone, 'code' | 'name'>, place: TaxPlace): boolean {
  if (country !== place.country) return false
  const { region, postcode } = place
  if (region && regions.some((one) => plainPostcode(one) === plainPostcode(region))) return true
  return postcode !== undefined && postcode !== '' && postcodes.some((pattern) => isOfPostcodes(pattern, postcode))
}

/** Something that it consists of, and postcodes that can be read: a range goes upwards and has ends of one length. */
export function checkZone(zone: TaxZone): Result<TaxZone> {
  const regions = [...new Set(zone.regions.map((one) => one.trim()).filter((one) => one !== ''))]
  const postcodes = [...new Set(zone.postcodes.map((one) => one.trim().toUpperCase()).filter((one) => one !== ''))]
  if (regions.length + postcodes.length === 0) return refusals.zone_empty({ field: 'postcodes' })
  const wrong = postcodes.find((pattern) => !isPostcodePattern(pattern))
  if (wrong !== undefined) return refusals.invalid_postcodes({ field: 'postcodes', params: { pattern: wrong } })
  return ok({ ...zone, name: zone.name.trim(), regions, postcodes })
}
