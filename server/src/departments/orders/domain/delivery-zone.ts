import { isOfPostcodes, isPostcodePattern, plainPostcode, postcodesMeet } from '../../../kernel/postcodes.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** Where goods go for one price: whole countries, or parts of one country. */
export interface DeliveryZone {
  readonly code: string
  readonly name: string
  readonly countries: readonly string[]
  /** As addresses name them: `VE`. Together with postcodes they narrow a zone of one country. */
  readonly regions: readonly string[]
  /** One (`30121`), a range (`30121-30176`), or all that begin alike (`09*`). */
  readonly postcodes: readonly string[]
}

export interface DeliveryPlace {
  readonly country: string
  readonly region?: string | undefined
  readonly postcode?: string | undefined
}

/** How closely a zone names a place: a postcode goes before a region, a region before the country. 0: not at all. */
export function closeness(zone: DeliveryZone, { country, region, postcode }: DeliveryPlace): 0 | 1 | 2 | 3 {
  if (!zone.countries.includes(country)) return 0
  if (!isPart(zone)) return 1
  if (postcode && zone.postcodes.some((pattern) => isOfPostcodes(pattern, postcode))) return 3
  if (region && zone.regions.some((one) => plainPostcode(one) === plainPostcode(region))) return 2
  return 0
}

export const isPart = ({ regions, postcodes }: DeliveryZone): boolean => regions.length + postcodes.length > 0

/** Whether some place would be named as closely by both: then its price would depend on their order. */
export function zonesMeet(one: DeliveryZone, other: DeliveryZone): boolean {
  if (!one.countries.some((country) => other.countries.includes(country))) return false
  if (isPart(one) !== isPart(other)) return false
  if (!isPart(one)) return true
  const regions = new Set(other.regions.map(plainPostcode))
  return (
    one.regions.some((region) => regions.has(plainPostcode(region))) ||
    one.postcodes.some((a) => other.postcodes.some((b) => postcodesMeet(a, b)))
  )
}

/** The zone with blanks taken off, or what is wrong with it. */
export function checkDeliveryZone(zone: DeliveryZone): Result<DeliveryZone> {
  const trimmed = (list: readonly string[]) => [...new Set(list.map((one) => one.trim()).filter((one) => one !== ''))]
  const regions = trimmed(zone.regions)
  const postcodes = trimmed(zone.postcodes.map((one) => one.toUpperCase()))
  const name = zone.name.trim()
  if (name === '') return refusals.delivery_zone_unnamed({ field: 'name' })
  if (regions.length + postcodes.length > 0 && zone.countries.length > 1)
    return refusals.delivery_zone_parts({ field: regions.length > 0 ? 'regions' : 'postcodes' })
  const wrong = postcodes.find((pattern) => !isPostcodePattern(pattern))
  if (wrong !== undefined) return refusals.delivery_postcodes_wrong({ field: 'postcodes', params: { pattern: wrong } })
  return ok({ ...zone, name, regions, postcodes })
}
