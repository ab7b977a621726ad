import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'

const require = createRequire(import.meta.url)
/** A parser of HTML, loaded for the first text that has markup. */
const sanitize = (text: string, options: sanitizeHtml.IOptions) =>
  (require('sanitize-html') as typeof sanitizeHtml)(text, options)

/**
 * Texts that people write with headings, lists and links are kept as restricted HTML. What is allowed stands here alone: it
 * is applied when such a text is written, and once more when it is printed, so that no row that came in by another way can
 * carry a script into a page. A text without markup is plain, as all were once, and is escaped by whoever prints it. Headings
 * begin at the third level: such a text always stands below a title of its page's.
 */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'br'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: { b: 'strong', i: 'em', h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', div: 'p' },
}

const BEGINS_WITH_A_BLOCK = /^\s*<(?:p|div|h[1-6]|ul|ol|blockquote)[\s>]/i

export function isRichText(text: string): boolean {
  return BEGINS_WITH_A_BLOCK.test(text)
}

/** As it may be kept; a plain text as it is, and one without any words as nothing. */
export function cleanRichText(text: string): string {
  if (!isRichText(text)) return text
  const cleaned = sanitize(text, ALLOWED).trim()
  return plainWords(cleaned) === '' ? '' : cleaned
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}

/** The words alone, for search engines and mails. */
export function plainWords(text: string): string {
  if (!isRichText(text)) return text
  const spaced = text.replaceAll(/<\/(?:p|h[1-6]|li|blockquote|div)>|<br\s*\/?>/gi, '$& ')
  const escaped = sanitize(spaced, { allowedTags: [], allowedAttributes: {} })
  return escaped
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The words alone, each paragraph, heading and item of a list by itself: a whole text in a mail. */
export function plainParagraphs(text: string): string[] {
  const parts = isRichText(text)
    ? text.split(/<\/(?:p|h[1-6]|li|blockquote|div)>|<br\s*\/?>/i).map((part) => plainWords(`<p>${part}</p>`))
    : text.split(/\n+/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
