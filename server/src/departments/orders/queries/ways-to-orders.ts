import { fragment, type Fragment } from '../../../host/database/sql.ts'
import type { Walk, Way } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { searchTermOf } from '../domain/search-term.ts'

/** Longer than any SKU or tracking number: a name, or a line that somebody pasted. */
const LONGEST_CODE = 64

/**
 * How an order is found by what somebody types: its number, a SKU sold in it, the tracking number of its parcel, and then its
 * buyer. Each of the first three is one probe of an index; who looks for a person waits for no more than those.
 */
export const waysToOrders: readonly ((words: string) => Fragment | Way | undefined)[] = [
  (words) => (/^#?\d{4,15}$/.test(words) ? fragment`o.number = ${BigInt(words.replace('#', ''))}` : undefined),
  (words) => (isCode(words) ? { condition: withSku([words]), walk: { ...alongSku, values: [words] } } : undefined),
  (words) => (isCode(words) ? withTerm(searchTermOf(words)) : undefined),
  (words) => containing("lower(o.name || ' ' || o.email)", words),
]

function isCode(words: string): boolean {
  return words.length <= LONGEST_CODE && !words.includes('@')
}

/** Orders in which one of these SKUs was sold; each with its own place in the index, so that one order is asked by one probe of it. */
export function withSku(skus: readonly string[]): Fragment {
  const wanted = skus.map(soldAs)
  return fragment`EXISTS (SELECT 1 FROM orders.sold_sku s
    WHERE s.sku = ANY(${wanted}::text[]) AND s.placed_at = o.placed_at AND s.order_id = o.id)`
}

/** The same orders, the newest first, with what else they are sorted by: what a SKU in twenty thousand orders is paged by. */
export const alongSku: Walk = {
  from: 'FROM orders.sold_sku s',
  by: 's.placed_at',
  key: 's.order_id',
  where: (sku) => fragment`s.sku = ${soldAs(sku)}`,
  sorts: { number: 's.number', total: 's.total', name: 's.name' },
}

const soldAs = (sku: string) => sku.trim().toLowerCase()

/** Orders that have one of these tags, by their ids. */
export function withTag(tagIds: readonly string[]): Fragment {
  return fragment`o.id IN (SELECT ot.order_id FROM orders.order_tag ot WHERE ot.tag_id = ANY(${tagIds}::uuid[]))`
}

/** Orders that wait for one of these reasons. */
export function heldAs(kinds: readonly string[]): Fragment {
  return fragment`o.id IN (SELECT h.order_id FROM orders.hold h WHERE h.released_at IS NULL AND h.kind = ANY(${kinds}::text[]))`
}

function withTerm(term: string): Fragment {
  return fragment`o.id IN (SELECT s.order_id FROM orders.search_term s WHERE s.term = ${term})`
}
