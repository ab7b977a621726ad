import type { Database } from '../../../host/database/pool.ts'
import { frequentWords } from '../../../host/database/frequent-words.ts'
import { fragment, type Fragment } from '../../../host/database/sql.ts'

/** Of a product `p`: every word begins one of its words. `words` as `searchWords` makes them. */
export async function wordsFound(reader: Pick<Database, 'rows'>, words: string): Promise<Fragment> {
  const { rare, frequent } = await byFrequency(reader, words.split(' & '))
  if (rare.length === 0 || frequent.length === 0) return fragment`p.search_words @@ to_tsquery('simple', ${words})`
  // The operator's function is not looked for along an index: asked of what the rare words leave.
  return fragment`(p.search_words @@ to_tsquery('simple', ${rare.join(' & ')})
    AND ts_match_vq(p.search_words, to_tsquery('simple', ${frequent.join(' & ')})))`
}

/** Of a hundred products one: above that an index reads more than it spares. */
const FREQUENT = 0.01

async function byFrequency(reader: Pick<Database, 'rows'>, words: readonly string[]) {
  if (words.length === 1) return { rare: words, frequent: [] }
  const known = await frequentWords(reader, { schema: 'catalog', table: 'product', column: 'search_words' })
  const rare: string[] = []
  const frequent: string[] = []
  for (const word of words) {
    const beginning = word.replace(/:\*$/, '')
    let share = 0
    for (const [one, its] of known) if (one.startsWith(beginning)) share += its
    ;(share > FREQUENT ? frequent : rare).push(word)
  }
  return { rare, frequent }
}
