/**
 * Parts of a country by their postcodes: one (`23041`), a range (`35000-35999`), or all that begin alike (`BT*`). Blanks and
 * hyphens of a postcode mean nothing, nor does the case of its letters.
 */
export const plainPostcode = (text: string): string => text.replaceAll(/[\s-]/g, '').toUpperCase()

const PATTERN = /^[A-Z0-9 ]{1,10}(\*|-[A-Z0-9 ]{1,10})?$/i

/** Whether it can be read: a range goes upwards and has ends of one length. */
export function isPostcodePattern(pattern: string): boolean {
  const { from, to } = endsOf(pattern)
  return PATTERN.test(pattern) && from !== '' && from.length === to.length && from <= to
}

/** Whether a postcode lies within. Of one length letters and digits sort as postcodes do; 2304 does not lie between 10000 and 30000. */
export function isOfPostcodes(pattern: string, postcode: string): boolean {
  const code = plainPostcode(postcode)
  const { from, to, open } = endsOf(pattern)
  if (open) return code.startsWith(from)
  return code.length === from.length && code >= from && code <= to
}

/** Whether some postcode could lie within both. */
export function postcodesMeet(one: string, other: string): boolean {
  const [a, b] = [endsOf(one), endsOf(other)]
  if (!a.open && !b.open) return a.from.length === b.from.length && a.from <= b.to && b.from <= a.to
  if (a.open && b.open) return a.from.startsWith(b.from) || b.from.startsWith(a.from)
  const [prefix, range] = a.open ? [a.from, b] : [b.from, a]
  const cut = (text: string) => text.slice(0, prefix.length)
  return range.from.length >= prefix.length && cut(range.from) <= prefix && prefix <= cut(range.to)
}

function endsOf(pattern: string): { readonly from: string; readonly to: string; readonly open: boolean } {
  const open = pattern.endsWith('*')
  const [from = '', to = from] = (open ? pattern.slice(0, -1) : pattern).split('-').map(plainPostcode)
  return { from, to, open }
}
