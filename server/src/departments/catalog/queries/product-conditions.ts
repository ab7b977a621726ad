import { fragment, type Fragment } from '../../../host/database/sql.ts'

const TRANSLATED: readonly string[] = ['it', 'es', 'id']

/** As the indexes product_by_name_* and collection_by_name_* say it. */
export function nameOrder(locale: string, of: 'p' | 'c' = 'p'): string {
  if (!TRANSLATED.includes(locale)) return `lower(${of}.names ->> 'en')`
  return `lower(coalesce(${of}.names ->> '${locale}', ${of}.names ->> 'en'))`
}

/** Whole thousandths, so that a key reads back exactly. Words found count before likeness. */
export function likeness(search: string, words: string): Fragment {
  return fragment`(1000 * (p.search_words @@ to_tsquery('simple', ${words}))::int
    + (1000 * ts_rank(p.search_words, to_tsquery('simple', ${words})))::int
    + (1000 * word_similarity(lower(${search}), p.search_text))::int)`
}

export function matches(search: string, words: string): Fragment {
  return fragment`(p.search_words @@ to_tsquery('simple', ${words}) OR lower(${search}) <% p.search_text)`
}

/** In one of these categories or below it. */
export function inCategories(handles: readonly string[]): Fragment {
  return fragment`p.category_id IN (
    WITH RECURSIVE branch AS (
      SELECT id FROM catalog.category WHERE handle = ANY(${handles}::text[])
      UNION SELECT child.id FROM catalog.category child JOIN branch ON child.parent_id = branch.id
    ) SELECT id FROM branch)`
}
