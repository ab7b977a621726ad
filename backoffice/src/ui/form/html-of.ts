const BEGINS_WITH_A_BLOCK = /^\s*<(?:p|div|h[1-6]|ul|ol|blockquote)[\s>]/i

/** A text as the editor takes it: with markup as it is, a plain one in paragraphs, its signs kept as they read. */
export function htmlOf(text: string): string {
  if (text === '' || BEGINS_WITH_A_BLOCK.test(text)) return text
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const paragraphs = escaped.split(/\n{2,}/).map((part) => part.trim())
  return paragraphs.map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join('')
}
