/** What a merchandiser asks of the catalogue in the office, and a shopper in the storefront; and what nobody could answer faster. */
import { createHash } from 'node:crypto'
import type { Blueprint } from '../../server/src/apps/house.ts'
import { listFacets, listProducts } from '../../server/src/departments/catalog/index.ts'
import { listProductCards, loadCardOffers } from '../../server/src/departments/pricing/index.ts'
import { listPricesOf } from '../../server/src/departments/pricing/queries/prices-of-list.ts'
import type { House } from '../../server/src/host/context.ts'
import { sql } from '../../server/src/host/database/sql.ts'
import { listOf } from '../../server/src/host/lists/list-routes.ts'
import { countList, readPage, type PageQuery } from '../../server/src/host/lists/read-list.ts'
import { must } from '../../server/src/testing/scene.ts'
import { BRANDS, COLLECTIONS, GROUPS, LOCATION, namedStep, SHELVES, TAG } from './catalogue-goods.ts'

type Ask = (turn: number) => Promise<unknown>
type CardWish = Partial<Parameters<typeof listProductCards>[1]>
type Asked = Partial<Omit<PageQuery, 'filters'>> & { readonly filters?: readonly string[] }

export interface Asking {
  readonly house: Pick<House, 'database' | 'clock'>
  readonly blueprint: Pick<Blueprint, 'routes'>
  readonly size: number
}

const PAGE = 24

const BARE = {
  office: 'bare: 50 rows by their keys, wherever they lie',
  shop: `bare: ${PAGE} rows by their keys, wherever they lie`,
  one: 'bare: one row by its SKU',
  count: 'bare: drafts counted along an index, 10,000 at most',
}

/** The bare read of as many rows as a question answers. */
export function bareOf(subject: string): string {
  if (subject.startsWith('bare')) return ''
  if (subject.startsWith('shop')) return BARE.shop
  if (subject.includes('count of drafts')) return BARE.count
  return /for one|by SKU/.test(subject) ? BARE.one : BARE.office
}

export function catalogueQuestions(asking: Asking): Record<string, Ask> {
  return { ...bareQuestions(asking), ...officeQuestions(asking), ...shopQuestions(asking) }
}

/** One of as many as there are, another each time. */
const someOf =
  ({ size }: Asking) =>
  (turn: number) =>
    1 + ((turn * 7919) % size)

/** The physical limit: an index and the rows behind it, and nothing of ours around. */
function bareQuestions(asking: Asking): Record<string, Ask> {
  const { database } = asking.house
  const some = someOf(asking)
  const ids = (turn: number, length: number) => Array.from({ length }, (_, at) => `product${some(turn * length + at)}`)
  const byKeys = (length: number) => (turn: number) =>
    database.rows(sql`
      SELECT p.* FROM catalog.product p WHERE p.id IN (SELECT md5(one)::uuid FROM unnest(${ids(turn, length)}::text[]) one)`)
  return {
    'bare: 50 rows along an index': () =>
      database.rows(sql`SELECT p.* FROM catalog.product p ORDER BY p.updated_at DESC, p.id DESC LIMIT 50`),
    [BARE.office]: byKeys(50),
    [BARE.shop]: byKeys(PAGE),
    [BARE.count]: () =>
      database.rows(
        sql`SELECT count(*) FROM (SELECT 1 FROM catalog.product p WHERE p.state = 'draft' LIMIT 10001) counted`,
      ),
    [BARE.one]: (turn) => database.rows(sql`SELECT v.* FROM catalog.variant v WHERE v.sku = ${`SKU-${some(turn)}`}`),
  }
}

function officeQuestions(asking: Asking): Record<string, Ask> {
  const { house, blueprint } = asking
  const some = someOf(asking)
  const lists = new Map(blueprint.routes.flatMap((route) => listOf(route) ?? []).map((list) => [list.name, list]))
  const asked = { locale: 'it', now: house.clock.now(), limit: 50 } as const
  const known = (list: string) => lists.get(list) ?? fail(list)
  const texts = (filters: readonly string[] = []) => filters.map((text) => ({ text, field: 'filter.0' }))
  const page = (list: string, query: (turn: number) => Asked) => async (turn: number) => {
    const { filters, ...rest } = query(turn)
    return must(await readPage(house.database, known(list), { ...asked, ...rest, filters: texts(filters) }))
  }
  const count = (list: string, query: (turn: number) => Asked) => async (turn: number) => {
    const { filters, ...rest } = query(turn)
    return must(await countList(house.database, known(list), { ...asked, ...rest, filters: texts(filters) }))
  }
  const sku = (turn: number) => `SKU-${some(turn)}`
  const gtin = (turn: number) => String(4_000_000_000_000 + some(turn))
  return {
    'products: first page': page('products', () => ({})),
    'products: by name': page('products', () => ({ sort: 'name' })),
    'products: drafts': page('products', () => ({ filters: ['state:is:draft'] })),
    'products: drafts by name': page('products', () => ({ filters: ['state:is:draft'], sort: 'name' })),
    'products: of a brand': page('products', (turn) => ({ filters: [`vendor:is:Vendor ${turn % BRANDS}`] })),
    'products: of a category': page('products', (turn) => ({ filters: [`category:is:above-${turn % 4}`] })),
    'products: of a category, drafts, a tag': page('products', () => ({
      filters: ['category:is:above-0', 'state:is:draft', `tag:is:${TAG.name}`],
    })),
    // One or two products of a thousand, hundreds of a million: more is found, sorted and shown there.
    'products: of a category, drafts, one of 300 tags': page('products', (turn) => ({
      filters: [`category:is:above-${turn % 4}`, 'state:is:draft', `tag:is:tag${turn % 300}`],
    })),
    'products: published, incomplete, of some days': page('products', () => ({
      filters: ['state:is:published', 'completeness:to:50', 'createdAt:from:2026-11-01'],
    })),
    'products: count of a tag': count('products', () => ({ filters: [`tag:is:${TAG.name}`] })),
    // A hundred of a thousand, ten thousand of a million.
    'products: count of drafts': count('products', () => ({ filters: ['state:is:draft'] })),
    'products: search for one': page('products', (turn) => ({ search: sku(turn) })),
    'products: search for one by two words': page('products', (turn) => ({ search: `mug ${some(turn)}` })),
    'products: search that fits all': page('products', () => ({ search: 'mug' })),
    'products: search that fits all drafts': page('products', () => ({ search: 'mug', filters: ['state:is:draft'] })),
    'products: search with a typing error': page('products', (turn) => ({ search: `vemdor ${turn % BRANDS}` })),
    'products: count of a search that fits all': count('products', () => ({ search: 'mug' })),
    'variants: first page': page('variants', () => ({})),
    'variants: by SKU': page('variants', (turn) => ({ filters: [`sku:is:${sku(turn)}`] })),
    'variants: search for one': page('variants', (turn) => ({ search: sku(turn) })),
    'variants: search for one barcode': page('variants', (turn) => ({ search: gtin(turn) })),
    'variants: search that fits all': page('variants', () => ({ search: 'mug' })),
    'stock: first page': page('stock', () => ({})),
    'stock: of a place': page('stock', () => ({ filters: [`location:is:${LOCATION}`] })),
    'stock: what is low': page('stock', () => ({ filters: ['low:is:true'], sort: 'scarce' })),
    'prices of a list': () =>
      listPricesOf(house.database, { listId: md5(GROUPS.named), currency: 'EUR', locale: 'it', limit: 50 }),
    'prices of a list: search for one': (turn) =>
      listPricesOf(house.database, {
        listId: md5(GROUPS.named),
        currency: 'EUR',
        locale: 'it',
        limit: 50,
        // Of its largest numbers, with which no other begins: one is found in every house.
        search: `SKU-${namedStep(asking.size) * (Math.floor(asking.size / namedStep(asking.size)) - (some(turn) % 50))}`,
      }),
  }
}

function shopQuestions(asking: Asking): Record<string, Ask> {
  const { house } = asking
  const some = someOf(asking)
  const here = { market: 'it', channel: 'web', currency: 'EUR', locationCode: LOCATION, now: house.clock.now() }
  const counter = { ...here, groups: [] as string[] }
  const cards = (wish: (turn: number) => CardWish) => (turn: number) =>
    listProductCards(house.database, { ...counter, locale: 'it', order: 'newest', limit: PAGE, ...wish(turn) })
  const search = (words: (turn: number) => string) => async (turn: number) => {
    const found = await listProducts(house.database, {
      locale: 'it',
      limit: PAGE,
      publishedOnly: true,
      place: counter,
      search: words(turn),
    })
    return loadCardOffers(house.database, { productIds: found.items.map(({ id }) => id), ...counter })
  }
  type Wish = Partial<Parameters<typeof listFacets>[1]>
  const facets = (wish: (turn: number) => Wish) => (turn: number) =>
    listFacets(house.database, { locale: 'it', place: counter, chosen: {}, ...wish(turn) })
  const shelf = (turn: number) => ({ categoryIds: [md5(`shelf${turn % SHELVES}`)] })
  const brand = (turn: number) => ({ brand: `Vendor ${turn % BRANDS}` })
  const collection = (which: keyof typeof COLLECTIONS) => () => ({ collectionId: COLLECTIONS[which] })
  const blue = (turn: number) => [[`colour=${turn % 12}`]]
  return {
    'shop: the newest': cards(() => ({})),
    'shop: the cheapest': cards(() => ({ order: 'price' })),
    'shop: the dearest': cards(() => ({ order: 'price_down' })),
    'shop: by name': cards(() => ({ order: 'name' })),
    'shop: a category': cards(shelf),
    'shop: a category, the cheapest': cards((turn) => ({ ...shelf(turn), order: 'price' })),
    'shop: a category, by name': cards((turn) => ({ ...shelf(turn), order: 'name' })),
    'shop: a brand': cards(brand),
    'shop: a brand, the cheapest': cards((turn) => ({ ...brand(turn), order: 'price' })),
    'shop: a large collection, as chosen': cards(() => ({ ...collection('large')(), order: 'chosen' })),
    'shop: a large collection, the cheapest': cards(() => ({ ...collection('large')(), order: 'price' })),
    'shop: a small collection, the newest': cards(collection('small')),
    'shop: a small collection, the cheapest': cards(() => ({ ...collection('small')(), order: 'price' })),
    'shop: what is available': cards(() => ({ availableOnly: true })),
    'shop: a colour': cards((turn) => ({ facets: blue(turn) })),
    'shop: a colour of a category, the cheapest': cards((turn) => ({
      ...shelf(turn),
      facets: blue(turn),
      order: 'price',
    })),
    'shop: the cheapest with a percentage off': cards(() => ({ groups: [GROUPS.percent], order: 'price' })),
    'shop: the cheapest under named prices': cards(() => ({ groups: [GROUPS.named], order: 'price' })),
    'shop: search for one': search((turn) => `SKU-${some(turn)}`),
    'shop: search by two words': search((turn) => `mug ${some(turn)}`),
    'shop: search that fits all': search(() => 'mug'),
    'shop: search with a typing error': search((turn) => `vemdor ${turn % BRANDS}`),
    'facets: of everything': facets(() => ({})),
    'facets: of a category': facets(shelf),
    'facets: of a brand': facets(brand),
    'facets: of a large collection': facets(collection('large')),
    'facets: of everything, a colour chosen': facets((turn) => ({ chosen: { colour: [String(turn % 12)] } })),
  }
}

function md5(text: string): string {
  return createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function fail(list: string): never {
  throw new Error(`There is no list ${list}.`)
}
