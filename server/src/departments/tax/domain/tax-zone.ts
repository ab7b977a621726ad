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

const plain = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase()

/** Whether a place lies in a zone. Of a place whose region and postcode nobody knows yet, it does not. */
export function liesIn({ country, regions, postcodes }: Omit<TaxZone, 'code' | 'name'>, place: TaxPlace): boolean {
  if (country !== place.country) return false
  const { region, postcode } = place
  if (region && regions.some((one) => plain(one) === plain(region))) return true
  return postcode !== undefined && postcode !== '' && postcodes.some((pattern) => matches(pattern, plain(postcode)))
}

function matches(pattern: string, postcode: string): boolean {
  if (pattern.endsWith('*')) return postcode.startsWith(plain(pattern.slice(0, -1)))
  const [from = '', to = from] = pattern.split('-').map(plain)
  // Of one length letters and digits sort as postcodes do; 2304 does not lie between 10000 and 30000.
  return postcode.length === from.length && postcode >= from && postcode <= to
}

const PATTERN = /^[A-Z0-9 ]{1,10}(\*|-[A-Z0-9 ]{1,10})?$/i

/** Something that it consists of, and postcodes that can be read: a range goes upwards and has ends of one length. */
export function checkZone(zone: TaxZone): Result<TaxZone> {
  const regions = [...new Set(zone.regions.map((one) => one.trim()).filter((one) => one !== ''))]
  const postcodes = [...new Set(zone.postcodes.map((one) => one.trim().toUpperCase()).filter((one) => one !== ''))]
  if (regions.length + postcodes.length === 0) return refusals.zone_empty({ field: 'postcodes' })
  for (const pattern of postcodes) {
    const [from = '', to = from] = pattern.replace('*', '').split('-').map(plain)
    if (!PATTERN.test(pattern) || from === '' || from.length !== to.length || from > to) {
      return refusals.invalid_postcodes({ field: 'postcodes', params: { pattern } })
    }
  }
  return ok({ ...zone, name: zone.name.trim(), regions, postcodes })
}
