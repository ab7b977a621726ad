/** Spaces and lines that fonts lack or draw oddly, and letters that no decomposition knows. */
const PLAIN: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u00a0': ' ',
}

/**
 * What a font lacks loses its marks rather than its place, and becomes a question mark where it has no plainer form: nothing falls out of an
 * address unseen.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  return [...text.normalize('NFC')].map((one) => letter(one, has)).join('')
}

function letter(one: string, has: (codePoint: number) => boolean): string {
  if (one === '\n') return one
  const known = PLAIN[one]
  if (known !== undefined) return known
  const isThere = (sign: string) => !/\p{C}/u.test(sign) && has(sign.codePointAt(0) ?? 0)
  if (isThere(one)) return one
  const bare = one.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return bare !== '' && [...bare].every(isThere) ? bare : '?'
}
