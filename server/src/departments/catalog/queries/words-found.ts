import type { Database } from '../../../host/database/pool.ts'
import { frequentWords } from '../../../host/database/frequent-words.ts'
import { fragment, type Fragment } from '../../../host/database/sql.ts'
import { nearestWord } from '../domain/nearest-word.ts'

/** Of a product `p`: every word begins one of its words. `words` as `searchWords` makes them. */
export async function wordsFound(reader: Pick<Database, 'rows'>, words: string): Promise<Fragment> {
  const { rare, frequent } = await byFrequency(reader, words.split(' & '))
  if (rare.length === 0 || frequent.length === 0) return fragment`p.search_words @@ to_tsquery('simple', ${words})`
  // The operator's function is not looked for along an index: asked of what the rare words leave.
  return fragment`(p.search_words @@ to_tsquery('simple', ${rare.join(' & ')})
    AND ts_match_vq(p.search_words, to_tsquery('simple', ${frequent.join(' & ')})))`
}

/**
 * The same for what was probably meant: words that resemble a frequent one of the catalogue are read as that. Undefined where nothing is to
 * be corrected. Likeness by trigrams would find the same, and read a good part of the index for it, just because the word is frequent.
 */
export async function wordsMeant(reader: Pick<Database, 'rows'>, words: string): Promise<Fragment | undefined> {
  const known = await frequentWords(reader, SEARCHED)
  const meant = words
    .split(' & ')
    .map((word) => nearestWord(beginningOf(word), known) ?? beginningOf(word))
    .map((word) => `${word}:*`)
    .join(' & ')
  return meant === words ? undefined : wordsFound(reader, meant)
}

const SEARCHED = { schema: 'catalog', table: 'product', column: 'search_words' }

const beginningOf = (word: string) => word.replace(/:\*$/, '')

/** Of a hundred products one: above that an index reads more than it spares. */
const FREQUENT = 0.01

async function byFrequency(reader: Pick<Database, 'rows'>, words: readonly string[]) {
  if (words.length === 1) return { rare: words, frequent: [] }
  const known = await frequentWords(reader, SEARCHED)
  const rare: string[] = []
  const frequent: string[] = []
  for (const word of words) {
    let share = 0
    for (const [one, its] of known) if (one.startsWith(beginningOf(word))) share += its
    ;(share > FREQUENT ? frequent : rare).push(word)
  }
  return { rare, frequent }
}
