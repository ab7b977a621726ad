import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { ProductState, Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'
import { likeness } from './product-conditions.ts'
import { searchWords } from './search-words.ts'

export interface FoundProduct {
  readonly id: string
  readonly name: string
  readonly vendor: string
  readonly state: ProductState
  /** Where a SKU or GTIN was typed. */
  readonly sku: string | null
}

interface FoundRow {
  readonly id: string
  readonly names: Texts
  readonly vendor: string
  readonly state: ProductState
  readonly sku: string | null
}

/** So many are looked at before the best are chosen: two letters fit half of the catalogue, and nobody waits for its order. */
const CANDIDATES = 300

interface ProductSearch {
  readonly typed: string
  readonly locale: string
  readonly limit: number
}

/**
 * What staff type while they look for a product: a SKU or GTIN as a whole, the beginnings of words, or a name with a typing
 * error; in that order, each asked only while there is room.
 */
export async function searchProducts(
  reader: Pick<Database, 'rows'>,
  { typed, locale, limit }: ProductSearch,
): Promise<readonly FoundProduct[]> {
  const words = searchWords(typed)
  if (words === '') return []
  const ways = [findByCode, findByWords, ...([...typed.trim()].length > 2 ? [findByLikeness] : [])]
  const found = new Map<string, FoundRow>()
  for (const way of ways) {
    if (found.size >= limit) break
    for (const row of await way(reader, typed.trim(), words)) if (!found.has(row.id)) found.set(row.id, row)
  }
  return [...found.values()].slice(0, limit).map(({ names, ...row }) => ({ ...row, name: inLanguage(names, locale) }))
}

type Way = (reader: Pick<Database, 'rows'>, typed: string, words: string) => Promise<FoundRow[]>

const findByCode: Way = (reader, typed) =>
  reader.rows(sql<FoundRow>`
    SELECT p.id, p.names, p.vendor, p.state, v.sku FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
    WHERE (v.sku = ${typed} OR v.sku = upper(${typed}) OR v.gtin = ${typed}) AND v.retired_at IS NULL LIMIT 5`)

const findByWords: Way = (reader, typed, words) =>
  reader.rows(sql<FoundRow>`
    SELECT p.id, p.names, p.vendor, p.state, NULL AS sku FROM (
      SELECT * FROM catalog.product p WHERE p.search_words @@ to_tsquery('simple', ${words}) LIMIT ${CANDIDATES}) p
    ORDER BY ${likeness(typed, words)} DESC, p.id LIMIT 20`)

const findByLikeness: Way = (reader, typed, words) =>
  reader.rows(sql<FoundRow>`
    SELECT p.id, p.names, p.vendor, p.state, NULL AS sku FROM (
      SELECT * FROM catalog.product p WHERE ${fragment`lower(${typed}) <% p.search_text`} LIMIT ${CANDIDATES}) p
    ORDER BY ${likeness(typed, words)} DESC, p.id LIMIT 20`)
