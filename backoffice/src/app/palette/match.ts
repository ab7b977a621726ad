/**
 * How well a text answers what was typed: higher is better, 0 is not at all. Every typed word must begin a word of the text,
 * or stand inside one; accents and case do not count.
 */
export function matchOf(typed: string, text: string): number {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u)
  let score = 0
  for (const part of plain(typed).split(/\s+/).filter(Boolean)) {
    const at = words.findIndex((word) => word.startsWith(part))
    if (at >= 0) score += at === 0 ? 4 : 3
    else if (part.length > 1 && words.some((word) => word.includes(part))) score += 1
    else return 0
  }
  return score
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
