const LEAST_LETTERS = 4
const LETTERS_FOR_TWO = 8

/**
 * The word of the catalogue that somebody meant who typed another: one letter wrong, missing or too many, or two changed places; two such
 * errors in a long word. The most frequent of those; undefined for what begins a known word, and for what is too short to tell.
 */
export function nearestWord(typed: string, known: ReadonlyMap<string, number>): string | undefined {
  if ([...typed].length < LEAST_LETTERS) return undefined
  const most = typed.length >= LETTERS_FOR_TWO ? 2 : 1
  let best: { readonly word: string; readonly errors: number; readonly share: number } | undefined
  for (const [word, share] of known) {
    if (word.startsWith(typed)) return undefined
    if (Math.abs(word.length - typed.length) > most || /\d/.test(word)) continue
    const errors = errorsBetween(typed, word)
    if (errors > most) continue
    if (!best || errors < best.errors || (errors === best.errors && share > best.share)) best = { word, errors, share }
  }
  return best?.word
}

/** Damerau and Levenshtein's distance, with neighbours that changed places as one error. */
function errorsBetween(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1
      const least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost)
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      line.push(isSwapped ? Math.min(least, (before[column - 2] ?? 0) + 1) : least)
    }
    before = last
    last = line
  }
  return last.at(-1) ?? 0
}
