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

/** In one of these categories or below it; those are looked up first, so that their index is walked and not every product. */
export function inCategories(handles: readonly string[]): Fragment {
  return fragment`p.category_id = ANY(ARRAY(
    WITH RECURSIVE branch AS (
      SELECT id FROM catalog.category WHERE handle = ANY(${handles}::text[])
      UNION SELECT child.id FROM catalog.category child JOIN branch ON child.parent_id = branch.id
    ) SELECT id FROM branch))`
}
