import type { Database } from '../../../host/database/pool.ts'
import { frequentWords } from '../../../host/database/frequent-words.ts'
import { fragment, joined, type Fragment } from '../../../host/database/sql.ts'
import { nearestWord } from '../domain/nearest-word.ts'

/** What has some words, as a condition on a product `p`. */
export interface Found {
  readonly condition: Fragment
  /** A thousand have them at least: nobody needs to count. */
  readonly isMany: boolean
  /** Few products have them all, and an index finds these at once. */
  readonly isRare: boolean
}

/** Of a product `p`: every word begins one of its words. `words` as `searchWords` makes them. */
export async function wordsFound(reader: Pick<Database, 'rows'>, words: string): Promise<Found> {
  const { rare, frequent, isMany } = await byFrequency(reader, words.split(' & '))
  return { condition: joined([...along(rare), ...without(frequent)], ' AND '), isMany, isRare: rare.length > 0 }
}

const along = (words: readonly string[]): Fragment[] =>
  words.length === 0 ? [] : [fragment`p.search_words @@ to_tsquery('simple', ${words.join(' & ')})`]

/** The operator's function is not looked for along an index: asked of what other conditions leave, or of one product after the other. */
const without = (words: readonly string[]): Fragment[] =>
  words.length === 0 ? [] : [fragment`ts_match_vq(p.search_words, to_tsquery('simple', ${words.join(' & ')}))`]

/**
 * The same for what was probably meant: words that resemble a frequent one of the catalogue are read as that. Undefined where nothing is to
 * be corrected. Likeness by trigrams would find the same, and read a good part of the index for it, just because the word is frequent.
 */
export async function wordsMeant(reader: Pick<Database, 'rows'>, words: string): Promise<Found | undefined> {
  const { shares: known } = await frequentWords(reader, SEARCHED)
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
/** Of a hundred products so many: they are met soon wherever one begins, and an index would read all of them first. */
const EVERYWHERE = 0.05
const MANY = 1_000

/** Which words are looked for along the index, and which are asked of what is found: the planner knows too little of beginnings. */
async function byFrequency(reader: Pick<Database, 'rows'>, words: readonly string[]) {
  const { shares, rows } = await frequentWords(reader, SEARCHED)
  const known = words.map((word) => ({ word, share: shareOf(beginningOf(word), shares) }))
  const [least = { word: '', share: 0 }] = known.toSorted((one, other) => one.share - other.share)
  // Of products that each word leaves out, none may be the same.
  const atLeast = 1 - known.reduce((lacking, { share }) => lacking + 1 - Math.min(share, 1), 0)
  if (atLeast > EVERYWHERE) return { rare: [], frequent: words, isMany: atLeast * rows > 2 * MANY }
  const isRare = ({ share }: typeof least) => share <= FREQUENT || (least.share > FREQUENT && share === least.share)
  const rare = known.filter(isRare).map(({ word }) => word)
  return { rare, frequent: words.filter((word) => !rare.includes(word)), isMany: false }
}

function shareOf(beginning: string, shares: ReadonlyMap<string, number>): number {
  let sum = 0
  let most = 0
  for (const [word, share] of shares) {
    if (!word.startsWith(beginning)) continue
    sum += share
    most = Math.max(most, share)
  }
  return sum > 1 ? most : sum
}
