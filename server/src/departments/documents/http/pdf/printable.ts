/**
 * The standard fonts of PDF know the letters of Western Europe (WinAnsi), which Italian, Spanish and Indonesian are written with.
 * Letters beyond lose their marks rather than their place: Łódź is printed Lódz. What has no such form becomes a question mark.
 */
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const UNMARKED: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  ș: 's',
  ț: 't',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u00a0': ' ',
}

export function printable(text: string): string {
  return [...text.normalize('NFC')].map(letter).join('')
}

function letter(one: string): string {
  if (one === '\n') return one
  const known = UNMARKED[one]
  if (known !== undefined) return known
  if (isKnown(one)) return one
  const bare = one.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return bare !== '' && [...bare].every(isKnown) ? bare : '?'
}

function isKnown(one: string): boolean {
  const code = one.codePointAt(0) ?? 0
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa1 && code <= 0xff) || BEYOND_LATIN_1.includes(one)
}
