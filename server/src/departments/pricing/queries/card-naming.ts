import { fragment, trusted, type Fragment } from '../../../host/database/sql.ts'
import { listOrder } from './card-orders.ts'
import { offerOf, shown } from './card-offers.ts'
import { cardsFrom, narrowing, oneMore } from './card-ways.ts'
import type { LiveList } from './live-price-lists.ts'
import type { CardFilter } from './product-cards.ts'

/** Products that cost something else than they usually do: which those are, and those of them that may stand on the page. */
export interface Naming {
  readonly named: Fragment
  /** Of the product `p`. */
  readonly isNamed: Fragment
  readonly ofLists: Fragment
}

/** One list that names its prices: along what is kept for it. */
export function keptNaming(filter: CardFilter, listId: string): Naming {
  const order = listOrder(listId, filter.order === 'price_down')
  const key = priceKeyOf(filter.after)
  const bound = key
    ? fragment`n.amount ${order.sign}= ${key.amount}::bigint AND ${behindKey(filter)(trusted('n.amount'), trusted('0::bigint'), trusted('n.product_id'))}`
    : trusted('true')
  return {
    named: trusted('SELECT NULL::uuid AS product_uuid WHERE false'),
    isNamed: fragment`SELECT 1 FROM pricing.list_offer named WHERE named.list_id = ${listId}::uuid AND named.product_id = p.product_uuid`,
    ofLists: fragment`
      SELECT p.product_uuid, p.handle, p.names, p.cover_file_id, p.by, 0::bigint AS usual, p.by_id
      FROM ${cardsFrom(filter, order, { way: 'whole', bound })}
      ORDER BY p.by ${order.direction}, p.by_id ${order.direction} LIMIT ${oneMore(filter)}`,
  }
}

/** Several lists, lists that change other prices, bundles without a price of their own: each of their products is priced. */
export function pricedNaming(filter: CardFilter, lists: readonly LiveList[]): Naming {
  const ids = lists.flatMap(({ id, basedOn }) => (basedOn === undefined ? [id] : [id, basedOn]))
  const after = behindKey(filter)
  // A product that costs more, whichever of its prices holds, than a page full of others is priced on a later page.
  const isBounded = filter.order === 'price' && lists.every(({ derivation }) => derivation === undefined)
  const mayStandHere = isBounded
    ? fragment`named.least <= coalesce((SELECT max(e.by) FROM others e HAVING count(*) > ${filter.limit}), named.least)`
    : trusted('true')
  return {
    named: fragment`
      SELECT n.product_uuid, min(n.least) AS least FROM (
        SELECT v.product_uuid, least(${shown(trusted('l.fine'))}, f.amount) AS least
        FROM pricing.list_price l JOIN catalog.pub_variant v ON v.variant_uuid = l.variant_id
        JOIN catalog.pub_variant o ON o.product_uuid = v.product_uuid AND o.sellable
        LEFT JOIN pricing.price f ON f.variant_id = o.variant_uuid AND f.currency = ${filter.currency}
        WHERE l.list_id = ANY(${ids}::uuid[]) AND l.from_quantity = 1 AND v.sellable
        UNION ALL SELECT b.product_uuid, 0 FROM (${sumSold(filter.currency)}) b) n
      GROUP BY n.product_uuid`,
    isNamed: trusted('SELECT 1 FROM named WHERE named.product_uuid = p.product_uuid'),
    ofLists: fragment`
      SELECT p.product_uuid, p.handle, p.names, p.cover_file_id, o.amount AS by, 0::bigint AS usual, p.product_uuid AS by_id
      FROM named JOIN catalog.pub_product p ON p.product_uuid = named.product_uuid
      CROSS JOIN LATERAL (${offerOf(filter, lists, trusted('p.product_uuid'))}) o
      WHERE ${mayStandHere} AND o.amount IS NOT NULL AND ${narrowing(filter)}
        AND ${after(trusted('o.amount'), trusted('0::bigint'), trusted('p.product_uuid'))}`,
  }
}

/** Behind the last card of the page before: what it costs, what it usually costs, and its id. */
export function behindKey({ after, order }: CardFilter) {
  const key = priceKeyOf(after)
  const sign = trusted(order === 'price_down' ? '<' : '>')
  return (amount: Fragment, usual: Fragment, id: Fragment): Fragment =>
    key
      ? fragment`(${amount}, ${usual}, ${id}) ${sign} (${key.amount}::bigint, ${key.usual}::bigint, ${key.id}::uuid)`
      : trusted('true')
}

/** Bundles on sale without a price of their own in the currency: they cost what their components do, less something. */
export function sumSold(currency: string): Fragment {
  return fragment`
    SELECT v.product_uuid FROM catalog.pub_bundle b JOIN catalog.pub_variant v ON v.product_uuid = b.bundle_uuid
    WHERE b.price_way <> 'own' AND v.sellable AND NOT EXISTS (
      SELECT 1 FROM pricing.price own WHERE own.variant_id = v.variant_uuid AND own.currency = ${currency})`
}

export interface PriceKey {
  readonly amount: string
  readonly usual: string
  readonly id: string
}

/** A key of the orders by price: what it is shown at, what it usually costs, and an id. */
export function priceKeyOf(after: readonly string[] | undefined): PriceKey | undefined {
  const [, amount, usual] = /^(\d{1,17})-(\d{1,17})$/.exec(after?.[0] ?? '') ?? []
  const id = after?.[1]
  return amount === undefined || usual === undefined || id === undefined ? undefined : { amount, usual, id }
}
