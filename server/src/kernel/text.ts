/** Latin letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
}

/**
 * Text as the readable end of an address: lower-case Latin letters and digits with single hyphens between, accents
 * dropped ("Caffè Straße No. 5" is "caffe-strasse-no-5"). Empty when nothing of it can be written in Latin letters, as
 * in "茶": the caller then takes an id.
 */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøðđþħıĸłŋŧə]/g, (letter) => plainLetters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

const mailbox = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const topLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i

/**
 * Whether text looks like an address that mail can be sent to: an unquoted ASCII mailbox (RFC 5321, 4.1.2 Dot-string,
 * at most 64 characters), a domain of at least two labels, at most 254 in all. Stricter than the standard on purpose:
 * quoted mailboxes, bare host names and addresses in brackets are typing errors in a shop.
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (text.length > 254 || at < 1 || at > 64) return false
  const labels = text.slice(at + 1).split('.')
  return (
    mailbox.test(text.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label)) &&
    topLabel.test(labels.at(-1) ?? '')
  )
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * At most `length` characters as a reader counts them (an emoji with its skin tone is one), the last being "…" when
 * something was left out. Never cuts inside a character.
 */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text
  if (length < 1) return ''
  let kept = 0
  let end = 0
  for (const { index } of characters.segment(text)) {
    if (kept === length - 1) end = index
    if (kept === length) return `${text.slice(0, end).trimEnd()}…`
    kept += 1
  }
  return text
}
