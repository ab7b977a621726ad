import type { House } from '../../host/context.ts'
import { decodeCursor, encodeCursor, type CursorPart } from '../../host/http/pagination.ts'
import { recallSetting } from '../../host/settings/read-setting.ts'
import {
  listProducts,
  listRelated,
  listTogether,
  showsTogether,
  type RelatedKind,
} from '../../departments/catalog/index.ts'
import { listProductCards, loadCardOffers, type CardFilter, type CardOrder } from '../../departments/pricing/index.ts'
import type { ChosenFacets } from '../partials/facets.ts'
import { counterOf } from './counter-of.ts'
import type { CardPage, ProductCard, RelatedCards } from '../views.ts'
import type { Visit } from '../visit.ts'

const PAGE = 24

export type CardWish = Pick<
  CardFilter,
  'order' | 'categoryIds' | 'collectionId' | 'brand' | 'brands' | 'availableOnly' | 'facets'
> & {
  readonly limit?: number
  readonly after?: string | undefined
}

/** A page of cards. A cursor that this house did not make begins at the beginning: an address may be cut off in a mail. */
export async function readCards(house: House, visit: Visit, wish: CardWish): Promise<CardPage> {
  const { items, nextKey } = await listProductCards(house.database, {
    ...counterOf(house, visit),
    locale: visit.locale,
    order: wish.order,
    limit: wish.limit ?? PAGE,
    categoryIds: wish.categoryIds,
    collectionId: wish.collectionId,
    brand: wish.brand,
    availableOnly: wish.availableOnly,
    facets: wish.facets,
    brands: wish.brands,
    after: keyOf(wish.after, KEY_PARTS[wish.order]),
  })
  return { items, nextCursor: nextKey && encodeCursor(nextKey) }
}

/** Found by the catalogue, in its order of likeness; priced by who knows prices. */
export async function searchCards(
  house: House,
  visit: Visit,
  { asked, after, ...chosen }: ChosenFacets & { readonly asked: string; readonly after: string | undefined },
): Promise<CardPage> {
  const found = await listProducts(house.database, {
    locale: visit.locale,
    limit: PAGE,
    publishedOnly: true,
    place: counterOf(house, visit),
    search: asked,
    ...chosen,
    after: keyOf(after, 'integer'),
  })
  const cards = await priced(house, visit, found.items)
  const items = found.items.flatMap(({ id }) => cards.get(id) ?? [])
  return { items, nextCursor: found.nextKey && encodeCursor(found.nextKey) }
}

const MOST_RELATED = 8
const MOST_TOGETHER = 4
const WITH_IT: readonly RelatedKind[] = ['accessory', 'cross_sell']

/** What goes with a product, what others bought with it, and what may be bought instead; of the last two only what can be bought. */
export async function readRelated(house: House, visit: Visit, productId: string): Promise<RelatedCards> {
  const counter = counterOf(house, visit)
  const shows = await recallSetting(house.database, showsTogether)
  const [related, together] = await Promise.all([
    listRelated(house.database, productId, counter),
    shows ? listTogether(house.database, productId, counter) : [],
  ])
  const cards = await priced(house, visit, [...related, ...together])
  const isSold = ({ price, available }: ProductCard) => price !== undefined && available > 0
  const chosen = new Set(related.map(({ id }) => id))
  const of = (goesWith: boolean) => {
    const ids = related.filter(({ kind }) => WITH_IT.includes(kind) === goesWith).map(({ id }) => id)
    return [...new Set(ids)].flatMap((id) => cards.get(id) ?? [])
  }
  return {
    goesWith: of(true).slice(0, MOST_RELATED),
    together: together
      .filter(({ id }) => !chosen.has(id))
      .flatMap(({ id }) => cards.get(id) ?? [])
      .filter(isSold)
      .slice(0, MOST_TOGETHER),
    instead: of(false).filter(isSold).slice(0, MOST_RELATED),
  }
}

/** Product id -> its card, for products that somebody else has chosen. */
async function priced(
  house: House,
  visit: Visit,
  chosen: readonly (Pick<ProductCard, 'handle' | 'names' | 'imageFileId'> & { readonly id: string })[],
): Promise<ReadonlyMap<string, ProductCard>> {
  const productIds = [...new Set(chosen.map(({ id }) => id))]
  const offers = await loadCardOffers(house.database, { productIds, ...counterOf(house, visit) })
  return new Map(
    chosen.map(({ id, handle, names, imageFileId }) => {
      const offer = offers.get(id) ?? { price: undefined, compareAt: undefined, isFrom: false, available: 0 }
      return [id, { handle, names, imageFileId, ...offer }]
    }),
  )
}

/** What the first part of a cursor is; the second is always an id. */
const KEY_PARTS: Readonly<Record<CardOrder, CursorPart>> = {
  newest: 'instant',
  // What it is shown at and what it usually costs, apart by a dash.
  price: 'text',
  price_down: 'text',
  name: 'text',
  chosen: 'integer',
}

function keyOf(after: string | undefined, first: CursorPart): readonly string[] | undefined {
  const key = decodeCursor(after, [first, 'id'])
  return key.ok ? key.value : undefined
}
