const FAR = 3

/** The word that was most likely meant: the fewest letters to change, add or leave out, and not more than three. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  let best: { word: string; steps: number } | undefined
  for (const word of words) {
    const steps = word.startsWith(typed) ? 1 : distance(typed, word)
    if (steps <= Math.min(FAR, Math.ceil(word.length / 2)) && (best === undefined || steps < best.steps))
      best = { word, steps }
  }
  return best?.word
}

/** Levenshtein distance, row by row. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[to.length] ?? 0
}
