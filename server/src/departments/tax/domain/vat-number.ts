import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'
import { vatDigitsHold } from './vat-digits.ts'

/** By the prefix of the number: what follows it. */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^[013459]\d{7}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^[1-9]\d{8}$/,
  DK: /^[1-9]\d{7}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^([A-HJ-NP-SUVW]\d{7}[A-J0-9]|[KLMXYZ]\d{7}[A-Z]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-IT-W]?|[7-9][A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^[1-9]\d{7}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^[1-9]\d{8}$/,
  RO: /^([1-9]\d{1,9}|\d{13})$/,
  SE: /^\d{10}01$/,
  SI: /^[1-9]\d{7}$/,
  SK: /^[1-9]\d[2-47-9]\d{7}$/,
}

/** A VAT identification number of the Union (Directive 2006/112/EC art. 215), as VIES takes it. */
export interface VatNumber {
  /** ISO 3166: Greece is GR, though its numbers begin with EL. */
  readonly country: string
  /** `EL` of Greece, else the country. */
  readonly prefix: string
  /** What follows the prefix, without blanks and dots. */
  readonly digits: string
  /** Prefix and digits: `IT00743110157`. */
  readonly text: string
}

/** As people write it, with blanks, dots, dashes, in any case, with the country before it or not. */
export function readVatNumber(typed: string, country?: string): Result<VatNumber> {
  const bare = typed.toUpperCase().replace(/[\s.\-:/()]/g, '')
  const own = prefixOf(country)
  // With its own country before it, else as that of the country that is known otherwise.
  const [, prefix = '', digits = ''] = /^([A-Z]{2})(.+)$/.exec(bare) ?? []
  const known = prefix in FORMS ? read(prefix, digits) : undefined
  const found = known ?? (own in FORMS ? read(own, bare) : undefined)
  if (found) return ok(found)
  return prefix in FORMS || own in FORMS ? refusals.vat_number_wrong() : refusals.vat_number_unknown_country()
}

function read(prefix: string, typed: string): VatNumber | undefined {
  const digits = filledUp(prefix, typed)
  const country = prefix === 'EL' ? 'GR' : prefix
  if (!FORMS[prefix]?.test(digits) || !vatDigitsHold(country, digits)) return undefined
  return { country, prefix, digits, text: `${prefix}${digits}` }
}

const prefixOf = (country: string | undefined): string => (country === 'GR' ? 'EL' : (country ?? ''))

/** Some leave out zeros in front that belong to the number. */
function filledUp(prefix: string, digits: string): string {
  if (prefix === 'BE' && digits.length === 9) return `0${digits}`
  if (prefix === 'EL' && digits.length === 8) return `0${digits}`
  return prefix === 'NL' ? digits.padStart(12, '0') : digits
}
