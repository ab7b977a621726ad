import type { FastifyInstance } from 'fastify'
import type { Locale } from '../../host/i18n/locales.ts'
import { facetTexts, findCategoryWords, listFacets } from '../../departments/catalog/index.ts'
import { chosenFacets } from '../partials/facets.ts'
import type { Desk, PageCall } from '../desk.ts'
import { homePage } from '../pages/home.ts'
import { listingPage, searchPage, SORTS, type Sort } from '../pages/listing.ts'
import { PLAIN_PAGES, plainPage } from '../pages/plain.ts'
import { productPage, type ProductView } from '../pages/product.ts'
import { counterOf } from '../reads/counter-of.ts'
import { deliveryPromise } from '../reads/delivery-promise.ts'
import { readCards, searchCards } from '../reads/read-cards.ts'
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
    desk.shared(locale, (call) => listing(call, undefined)),
  )
  scope.get('/categories/:handle', { config }, desk.shared(locale, category))
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

async function category(call: PageCall): Promise<string | undefined> {
  const { handle } = call.request.params as { handle: string }
  const known = call.visit.shop.categories.find((one) => one.handle === handle)
  return known && listing(call, known)
}

async function listing({ house, visit }: PageCall, category: Category | undefined): Promise<string> {
  const query = new URLSearchParams(visit.query)
  const sort = SORTS.find((one) => one === query.get('sort')) ?? 'newest'
  const availableOnly = query.get('available') === 'yes'
  const after = query.get('after') ?? undefined
  const chosen = chosenFacets(query)
  const narrowing = { categoryIds: category?.branch, chosen }
  const [words, facets, cards] = await Promise.all([
    category && findCategoryWords(house.database, category.handle, visit.locale),
    listFacets(house.database, { locale: visit.locale, place: counterOf(house, visit), ...narrowing }),
    readCards(house, visit, {
      order: sort satisfies Sort,
      availableOnly,
      after,
      categoryIds: category?.branch,
      facets: facetTexts(chosen),
    }),
  ])
  const { categories } = visit.shop
  const crumbOf = (one: Category) => ({ name: textIn(visit, one.names), path: `/categories/${one.handle}` })
  return listingPage(visit, {
    name: category ? textIn(visit, category.names) : visit.t('listing.everything'),
    path: category ? `/categories/${category.handle}` : '/products',
    words,
    cards,
    sort,
    availableOnly,
    facets,
    chosen,
    continued: after !== undefined,
    above: category ? above(category, categories).map(crumbOf) : [],
    below: category ? categories.filter(({ parentHandle }) => parentHandle === category.handle).map(crumbOf) : [],
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
  const cards = asked === '' ? { items: [], nextCursor: null } : await searchCards(house, visit, asked, after)
  const instead =
    cards.items.length === 0 ? await readCards(house, visit, { order: 'newest', limit: INSTEAD }) : undefined
  return searchPage(visit, { asked, cards, continued: after !== undefined, instead })
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
