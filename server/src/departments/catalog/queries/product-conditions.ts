import { fragment, type Fragment } from '../../../host/database/sql.ts'

const TRANSLATED: readonly string[] = ['it', 'es', 'id']

/** As the indexes product_by_name_* and collection_by_name_* say it. */
export function nameOrder(locale: string, of: 'p' | 'c' = 'p'): string {
  if (!TRANSLATED.includes(locale)) return `lower(${of}.names ->> 'en')`
  return `lower(coalesce(${of}.names ->> '${locale}', ${of}.names ->> 'en'))`
}

/** What words found ranks above this, what is alike never. */
export const LIKENESS_OF_WORDS = 1_000

/** Whole thousandths, so that a key reads back exactly. Words found count before likeness. */
export function likeness(search: string, words: string): Fragment {
  return fragment`(1000 * (p.search_words @@ to_tsquery('simple', ${words}))::int
    + (1000 * ts_rank(p.search_words, to_tsquery('simple', ${words})))::int
    + (1000 * word_similarity(lower(${search}), p.search_text))::int)`
}

/** Of one of these brands, whatever the case; of one alone along its index. */
export function ofBrands(names: readonly string[]): Fragment {
  const [one, ...more] = names.map((name) => name.toLowerCase())
  return more.length === 0
    ? fragment`lower(p.vendor) = ${one}`
    : fragment`lower(p.vendor) = ANY(${[one, ...more]}::text[])`
}

/** What shoppers chose: attribute code -> values, of each one at least; and brands. */
export interface Chosen {
  readonly chosen?: Readonly<Record<string, readonly string[]>> | undefined
  readonly brands?: readonly string[] | undefined
}

export function chosenConditions({ chosen = {}, brands = [] }: Chosen): Fragment[] {
  return [
    ...facetTexts(chosen).map((facets) => fragment`p.facets && ${facets}::text[]`),
    ...(brands.length > 0 ? [ofBrands(brands)] : []),
  ]
}

/** For each attribute its values, as the index holds them; one of each list must be there. */
export function facetTexts(chosen: Readonly<Record<string, readonly string[]>>): string[][] {
  return Object.entries(chosen).map(([code, values]) => values.map((value) => `${code}=${value}`))
}

/** In one of these categories or below it; those are looked up first, so that their index is walked and not every product. */
export function inCategories(handles: readonly string[]): Fragment {
  return fragment`p.category_id = ANY(ARRAY(
    WITH RECURSIVE branch AS (
      SELECT id FROM catalog.category WHERE handle = ANY(${handles}::text[])
      UNION SELECT child.id FROM catalog.category child JOIN branch ON child.parent_id = branch.id
    ) SELECT id FROM branch))`
}
