import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'
import { VAT_FORMS } from './vat-check-digits.ts'

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
  const known = prefix in VAT_FORMS ? read(prefix, digits) : undefined
  const found = known ?? (own in VAT_FORMS ? read(own, bare) : undefined)
  if (found) return ok(found)
  return prefix in VAT_FORMS || own in VAT_FORMS ? refusals.vat_number_wrong() : refusals.vat_number_unknown_country()
}

function read(prefix: string, typed: string): VatNumber | undefined {
  const digits = filledUp(prefix, typed)
  const { form, holds } = VAT_FORMS[prefix] ?? {}
  if (!form?.test(digits) || !holds?.(digits)) return undefined
  return { country: prefix === 'EL' ? 'GR' : prefix, prefix, digits, text: `${prefix}${digits}` }
}

const prefixOf = (country: string | undefined): string => (country === 'GR' ? 'EL' : (country ?? ''))

/** Some leave out zeros in front that belong to the number. */
function filledUp(prefix: string, digits: string): string {
  if (prefix === 'BE' && digits.length === 9) return `0${digits}`
  if (prefix === 'EL' && digits.length === 8) return `0${digits}`
  return prefix === 'NL' ? digits.padStart(12, '0') : digits
}
