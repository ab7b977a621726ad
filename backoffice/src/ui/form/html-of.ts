const BEGINS_WITH_A_BLOCK = /^\s*<(?:p|div|h[1-6]|ul|ol|blockquote)[\s>]/i

/** The words of a text that may have markup. */
export function withoutMarkup(text: string): string {
  if (!BEGINS_WITH_A_BLOCK.test(text)) return text
  const words = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** A text as the editor takes it: with markup as it is, a plain one in paragraphs, its signs kept as they read. */
export function htmlOf(text: string): string {
  if (text === '' || BEGINS_WITH_A_BLOCK.test(text)) return text
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const paragraphs = escaped.split(/\n{2,}/).map((part) => part.trim())
  return paragraphs.map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join('')
}
