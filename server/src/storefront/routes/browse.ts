import type { FastifyInstance } from 'fastify'
import type { Locale } from '../../host/i18n/locales.ts'
import {
  facetTexts,
  findCategoryWords,
  findShopBrand,
  findShopCollection,
  listFacets,
  type ShopPageWords,
} from '../../departments/catalog/index.ts'
import type { Crumb } from '../partials/breadcrumbs.ts'
import { chosenFacets } from '../partials/facets.ts'
import type { Desk, PageCall } from '../desk.ts'
import { homePage } from '../pages/home.ts'
import { listingPage, searchPage, type Sort } from '../pages/listing.ts'
import { PLAIN_PAGES, plainPage } from '../pages/plain.ts'
import { productPage, type ProductView } from '../pages/product.ts'
import { counterOf } from '../reads/counter-of.ts'
import { deliveryPromise } from '../reads/delivery-promise.ts'
import { readCards, searchCards, type CardWish } from '../reads/read-cards.ts'
import { readProduct } from '../reads/read-product.ts'
import type { Category } from '../views.ts'
import { textIn } from '../visit.ts'

const config = { sharedPage: true }
const NEW_ON_HOME = 8
const INSTEAD = 4

/** Pages that are the same for everybody. */
export function mountBrowsing(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/', { config }, desk.shared(locale, home))
  scope.get(
    '/products',
    { config },
    desk.shared(locale, (call) =>
      listing(call, { name: call.visit.t('listing.everything'), path: '/products', sorts: USUAL_SORTS, narrowing: {} }),
    ),
  )
  scope.get('/categories/:handle', { config }, desk.shared(locale, category))
  scope.get('/collections/:handle', { config }, desk.shared(locale, collection))
  scope.get('/brands/:handle', { config }, desk.shared(locale, brand))
  scope.get('/search', { config }, desk.shared(locale, search))
  scope.get('/products/:handle', { config }, desk.shared(locale, product))
  for (const name of PLAIN_PAGES) {
    scope.get(
      `/${name}`,
      { config },
      desk.shared(locale, async ({ visit }) => plainPage(visit, name)),
    )
  }
}

async function home({ house, visit }: PageCall): Promise<string> {
  const { items } = await readCards(house, visit, { order: 'newest', limit: NEW_ON_HOME })
  return homePage(visit, items)
}

/** What a list is of: its name, address and words, and which products are in it. */
interface Place {
  readonly name: string
  readonly path: string
  readonly words?: ShopPageWords | undefined
  readonly sorts: readonly [Sort, ...Sort[]]
  readonly narrowing: Pick<CardWish, 'categoryIds' | 'collectionId' | 'brand'>
  readonly above?: readonly Crumb[]
  readonly below?: readonly Crumb[]
}

const USUAL_SORTS = ['newest', 'price', 'price_down', 'name'] as const

async function category(call: PageCall): Promise<string | undefined> {
  const { handle } = call.request.params as { handle: string }
  const { visit, house } = call
  const { categories } = visit.shop
  const known = categories.find((one) => one.handle === handle)
  if (!known) return undefined
  const crumbOf = (one: Category) => ({ name: textIn(visit, one.names), path: `/categories/${one.handle}` })
  return listing(call, {
    ...crumbOf(known),
    words: await findCategoryWords(house.database, handle, visit.locale),
    sorts: USUAL_SORTS,
    narrowing: { categoryIds: known.branch },
    above: above(known, categories).map(crumbOf),
    below: categories.filter(({ parentHandle }) => parentHandle === handle).map(crumbOf),
  })
}

async function collection(call: PageCall): Promise<string | undefined> {
  const { handle } = call.request.params as { handle: string }
  const { visit, house } = call
  const found = await findShopCollection(house.database, handle, { locale: visit.locale, now: house.clock.now() })
  if (!found) return undefined
  return listing(call, {
    name: textIn(visit, found.names),
    path: `/collections/${handle}`,
    words: found.words,
    sorts: ['chosen', ...USUAL_SORTS],
    narrowing: { collectionId: found.id },
  })
}

async function brand(call: PageCall): Promise<string | undefined> {
  const { handle } = call.request.params as { handle: string }
  const found = await findShopBrand(call.house.database, handle, call.visit.locale)
  if (!found) return undefined
  const { name, words } = found
  return listing(call, { name, path: `/brands/${handle}`, words, sorts: USUAL_SORTS, narrowing: { brand: name } })
}

async function listing({ house, visit }: PageCall, place: Place): Promise<string> {
  const query = new URLSearchParams(visit.query)
  const { sorts, narrowing, above: upwards = [], below = [], ...same } = place
  const sort = sorts.find((one) => one === query.get('sort')) ?? sorts[0]
  const availableOnly = query.get('available') === 'yes'
  const after = query.get('after') ?? undefined
  const { chosen, brands } = chosenFacets(query)
  const [facets, cards] = await Promise.all([
    listFacets(house.database, { locale: visit.locale, place: counterOf(house, visit), ...narrowing, chosen, brands }),
    readCards(house, visit, { order: sort, availableOnly, after, ...narrowing, facets: facetTexts(chosen), brands }),
  ])
  return listingPage(visit, {
    ...same,
    cards,
    sort,
    sorts,
    availableOnly,
    facets,
    chosen,
    brands,
    continued: after !== undefined,
    above: upwards,
    below,
  })
}

function above(category: Category, categories: readonly Category[]): Category[] {
  const parent = categories.find(({ handle }) => handle === category.parentHandle)
  return parent ? [...above(parent, categories), parent] : []
}

async function search({ house, visit }: PageCall): Promise<string> {
  const query = new URLSearchParams(visit.query)
  const asked = (query.get('q') ?? '').trim().slice(0, 100)
  const after = query.get('after') ?? undefined
  const chosen = chosenFacets(query)
  const [facets, cards] =
    asked === ''
      ? [[], { items: [], nextCursor: null }]
      : await Promise.all([
          listFacets(house.database, {
            locale: visit.locale,
            place: counterOf(house, visit),
            search: asked,
            ...chosen,
          }),
          searchCards(house, visit, { asked, after, ...chosen }),
        ])
  const instead =
    cards.items.length === 0 ? await readCards(house, visit, { order: 'newest', limit: INSTEAD }) : undefined
  return searchPage(visit, { asked, cards, facets, ...chosen, continued: after !== undefined, instead })
}

async function product({ request, house, visit }: PageCall): Promise<string | undefined> {
  const { handle } = request.params as { handle: string }
  const found = await readProduct(house, visit, handle)
  if (!found) return undefined
  const query = new URLSearchParams(visit.query)
  return productPage(visit, {
    product: found,
    delivery: deliveryPromise(house, visit),
    chosen: choicesOf(query),
    message: messageOf(visit, query, found.name),
  })
}

/** `option-size=m&option-colour=blue` */
export function choicesOf(fields: URLSearchParams): Record<string, string> {
  const prefix = 'option-'
  return Object.fromEntries(
    [...fields].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]),
  )
}

/** What came of the form that led here. Only these words can be said, whatever stands in the address. */
function messageOf(visit: PageCall['visit'], query: URLSearchParams, name: string): ProductView['message'] {
  const { t } = visit
  if (query.has('added')) return { kind: 'good', words: t('product.added', { name }), toBasket: true }
  const warn = (words: string) => ({ kind: 'warning' as const, words, toBasket: false })
  switch (query.get('problem')) {
    case 'choice':
      return warn(t('product.no_such_choice'))
    case 'bundle':
      return warn(t('bundle.choose'))
    case 'sold_out':
      return warn(t('product.sold_out_now'))
    case 'not_enough_left':
      return warn(t('product.not_enough_left'))
    case 'other':
      return warn(t('product.cannot_add'))
    default:
      return undefined
  }
}
