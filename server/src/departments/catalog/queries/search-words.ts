const MAX_WORDS = 8

/**
 * What somebody typed, as a query for `to_tsquery('simple', ...)`: every word must begin a word of the product, so that a
 * search answers while it is being typed. Letters and digits only, hence nothing of tsquery's own syntax. Empty when nothing
 * of it can be searched for.
 */
export function searchWords(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, MAX_WORDS)
    .map((word) => `${word}:*`)
    .join(' & ')
}
