import { DEFAULT_LANGUAGE, type Texts } from './product.ts'

/** One of the world's own trees of what is sold: who has one of its places is found by that name everywhere. */
export const TAXONOMIES = ['shopify', 'google'] as const
export type TaxonomyName = (typeof TAXONOMIES)[number]

export interface TaxonomyNode {
  readonly id: string
  readonly above: TaxonomyNode | undefined
  readonly names: Texts
  /** Google's category of one of Shopify's; empty where Google has none (services). */
  readonly googleId: string
}

export type Taxonomy = ReadonlyMap<string, TaxonomyNode>

/** Of rows `id, above, Google's id, name in English, Italian, Spanish`; those above come first. */
export function taxonomyOf(rows: readonly (readonly string[])[]): Taxonomy {
  const nodes = new Map<string, TaxonomyNode>()
  for (const [id = '', above = '', googleId = '', en = '', it = '', es = ''] of rows) {
    const names = { en, ...(it && { it }), ...(es && { es }) }
    nodes.set(id, { id, above: nodes.get(above), names, googleId })
  }
  return nodes
}

/** From the top down, in the reader's language where it has names there. */
export function pathOf(node: TaxonomyNode, locale: string): string[] {
  const own = node.names[locale] ?? node.names[DEFAULT_LANGUAGE] ?? ''
  return node.above ? [...pathOf(node.above, locale), own] : [own]
}

interface Spoken {
  readonly node: TaxonomyNode
  readonly name: string
  /** Its words, as places in the vocabulary. */
  readonly words: readonly number[]
  /** Place of the node above, -1 at the top. */
  readonly above: number
  readonly depth: number
}

const MOST_WORDS = 8

/**
 * Finds nodes by words of one language, the best first. Made once for a language: words are compared with the vocabulary, a few
 * thousand, and then only looked up for the ten thousand nodes, so that a search keeps nobody else waiting.
 */
export class TaxonomySearch {
  readonly #spoken: readonly Spoken[]
  readonly #vocabulary: readonly { readonly word: string; readonly stem: string }[]

  constructor(taxonomy: Taxonomy, locale: string) {
    const places = new Map<string, number>()
    const at = new Map<TaxonomyNode, number>()
    this.#spoken = [...taxonomy.values()].map((node, index): Spoken => {
      at.set(node, index)
      const words = wordsOf(node.names[locale] ?? node.names[DEFAULT_LANGUAGE] ?? '')
      for (const word of words) if (!places.has(word)) places.set(word, places.size)
      const above = node.above ? (at.get(node.above) ?? -1) : -1
      return {
        node,
        name: words.join(' '),
        words: words.map((word) => places.get(word) ?? 0),
        above,
        depth: depthOf(node),
      }
    })
    this.#vocabulary = [...places.keys()].map((word) => ({ word, stem: stemOf(word) }))
  }

  /** Every word must begin a word of the path, or be one but for its ending (mugs, mug); in the name it weighs more. */
  find(asked: string, limit: number): TaxonomyNode[] {
    const words = wordsOf(asked).slice(0, MOST_WORDS)
    if (words.length === 0) return []
    const levels = words.map((word) => this.#levelsOf(word))
    const ways = words.map(() => new Uint8Array(this.#spoken.length))
    const found: { readonly one: Spoken; readonly isWhole: boolean; readonly weight: number }[] = []
    for (const [index, one] of this.#spoken.entries()) {
      const own = levels.map((level) => bestOf(one.words, level))
      for (const [place, way] of ways.entries()) way[index] = Math.max(own[place] ?? 0, way[one.above] ?? 0)
      const weights = own.map((level, place) => (level > 0 ? level * 4 : (ways[place]?.[index] ?? 0)))
      const isSome = own.some((level) => level > 1)
      if (weights.includes(0) && !isSome) continue
      const covered = one.words.filter((word) => levels.some((level) => (level[word] ?? 0) > 0)).length
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const exact = one.name === words.join(' ') ? 50 : 0
      const isWhole = !weights.includes(0)
      found.push({
        one,
        isWhole,
        weight: sum * 10 + Math.floor((30 * covered) / Math.max(1, one.words.length)) + exact,
      })
    }
    // Where all words are said nowhere together, what says some of them is better than nothing.
    const whole = found.filter(({ isWhole }) => isWhole)
    const wanted = whole.length > 0 ? whole : found
    wanted.sort((a, b) => b.weight - a.weight || a.one.depth - b.one.depth || a.one.name.length - b.one.name.length)
    return wanted.slice(0, limit).map(({ one }) => one.node)
  }

  /** For each word of the vocabulary: 3 the word itself, 2 but for its ending, 1 begins with it. */
  #levelsOf(asked: string): Uint8Array {
    const stem = stemOf(asked)
    return Uint8Array.from(this.#vocabulary, (known) => {
      if (known.word === asked) return 3
      if (known.stem === stem) return 2
      return asked.length > 1 && known.word.startsWith(asked) ? 1 : 0
    })
  }
}

function bestOf(words: readonly number[], level: Uint8Array): number {
  let best = 0
  for (const word of words) best = Math.max(best, level[word] ?? 0)
  return best
}

function depthOf(node: TaxonomyNode): number {
  return node.above ? depthOf(node.above) + 1 : 1
}

/** Without what makes one many, in English, Italian and Spanish: mugs, tazze, platos. */
function stemOf(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:[aeio]s|s|[aeio])$/, '')
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** What one record says of itself; null where it says nothing and what is above it counts. */
export interface Placing {
  readonly taxonomyId: string | null
  /** Against what Shopify's category would mean at Google. */
  readonly googleId: string | null
}

export interface Placed<By> {
  readonly taxonomyId: string | null
  readonly taxonomyFrom: By | null
  readonly googleId: string | null
  readonly googleFrom: By | null
  /** Said by somebody, and not what Shopify's category means at Google. */
  readonly googleChosen: boolean
}

/** What holds, from the record itself upwards: the nearest that says something is heard. */
export function placedBy<By>(way: readonly (Placing & { readonly by: By })[], shopify: Taxonomy): Placed<By> {
  const mapped = way.find(({ taxonomyId }) => taxonomyId !== null)
  const google = way.find(({ taxonomyId, googleId }) => googleId !== null || googleOf(shopify, taxonomyId) !== null)
  return {
    taxonomyId: mapped?.taxonomyId ?? null,
    taxonomyFrom: mapped?.by ?? null,
    googleId: google ? (google.googleId ?? googleOf(shopify, google.taxonomyId)) : null,
    googleFrom: google?.by ?? null,
    googleChosen: google?.googleId !== null && google !== undefined,
  }
}

function googleOf(shopify: Taxonomy, taxonomyId: string | null): string | null {
  return (taxonomyId !== null && shopify.get(taxonomyId)?.googleId) || null
}
