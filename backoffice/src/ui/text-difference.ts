/** A run of words that is in both texts, only in the older, or only in the newer. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

const MOST_WORDS = 3000

/** What became of a text, word by word: the longest common words stay. Very long texts are told as a whole. */
export function textDifference(before: string, after: string): readonly Run[] {
  const older = wordsOf(before)
  const newer = wordsOf(after)
  if (older.length > MOST_WORDS || newer.length > MOST_WORDS) return joined([run('gone', before), run('new', after)])
  const common = commonLengths(older, newer)
  const runs: Run[] = []
  let o = 0
  let n = 0
  while (o < older.length || n < newer.length) {
    if (o < older.length && n < newer.length && older[o] === newer[n]) {
      runs.push(run('same', older[o] ?? ''))
      o += 1
      n += 1
    } else if (n >= newer.length || (o < older.length && at(common, o + 1, n) >= at(common, o, n + 1))) {
      runs.push(run('gone', older[o] ?? ''))
      o += 1
    } else {
      runs.push(run('new', newer[n] ?? ''))
      n += 1
    }
  }
  return joined(runs)
}

/** A text with markup as its words. */
export function plainText(html: string): string {
  const page = new DOMParser().parseFromString(
    html.replaceAll(/<\/(p|h3|h4|li|blockquote)>|<br \/>/g, '$&\n'),
    'text/html',
  )
  return (page.body.textContent ?? '').trim()
}

const run = (kind: Run['kind'], text: string): Run => ({ kind, text })
const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? []
const at = (lengths: readonly Uint16Array[], o: number, n: number) => lengths[o]?.[n] ?? 0

function commonLengths(older: readonly string[], newer: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: older.length + 1 }, () => new Uint16Array(newer.length + 1))
  for (let o = older.length - 1; o >= 0; o -= 1) {
    for (let n = newer.length - 1; n >= 0; n -= 1) {
      const row = lengths[o]
      if (row) {
        row[n] =
          older[o] === newer[n] ? at(lengths, o + 1, n + 1) + 1 : Math.max(at(lengths, o + 1, n), at(lengths, o, n + 1))
      }
    }
  }
  return lengths
}

function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const one of runs) {
    const last = out.at(-1)
    if (last?.kind === one.kind) out[out.length - 1] = run(one.kind, last.text + one.text)
    else if (one.text !== '') out.push(one)
  }
  return out
}
