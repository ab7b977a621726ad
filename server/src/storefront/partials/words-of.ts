import { html, trustedHtml, type Html } from '../../host/http/html.ts'
import { cleanRichText, isRichText } from '../../host/rich-text/rich-text.ts'

/** What staff write with headings and lists, cleaned once more on its way out; a plain text in escaped paragraphs. */
export function wordsOf(text: string): Html | Html[] {
  if (isRichText(text)) return trustedHtml(cleanRichText(text))
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => html`<p>${part}</p>`)
}
