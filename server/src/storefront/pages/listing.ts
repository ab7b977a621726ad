import { html, type Html } from '../../host/http/html.ts'
import { breadcrumbData, breadcrumbs, type Crumb } from '../partials/breadcrumbs.ts'
import type { Facet, ShopPageWords } from '../../departments/catalog/index.ts'
import { facetFields, facetQuery, isChosen, type ChosenFacets } from '../partials/facets.ts'
import { productGrid } from '../partials/product-card.ts'
import { fileUrl, picture } from '../partials/picture.ts'
import { taxNote } from '../partials/price.ts'
import { wordsOf } from '../partials/words-of.ts'
import { renderPage } from '../layout.ts'
import type { CardPage } from '../views.ts'
import { href, type Visit } from '../visit.ts'

const FORM = 'list-filters'

/** `chosen` is of collections alone, which have an order of their own. */
export type Sort = 'newest' | 'price' | 'price_down' | 'name' | 'chosen'

export interface Listing extends ChosenFacets {
  readonly name: string
  /** Below the language: `/categories/kitchen`. */
  readonly path: string
  readonly cards: CardPage
  readonly sort: Sort
  /** In which it can be sorted, its own first. */
  readonly sorts: readonly [Sort, ...Sort[]]
  readonly availableOnly: boolean
  /** What it can be filtered by. */
  readonly facets: readonly Facet[]
  /** Not the first page. */
  readonly continued: boolean
  /** What it says above its products; nothing of its own where it is not there. */
  readonly words?: ShopPageWords | undefined
  /** The categories above, from the top down. */
  readonly above: readonly Crumb[]
  /** The categories right below. */
  readonly below: readonly Crumb[]
}

export function listingPage(visit: Visit, listing: Listing): string {
  const { t, shop } = visit
  const crumbs = [...listing.above, { name: listing.name, path: listing.path }]
  return renderPage(visit, {
    title: listing.words?.seoTitle || listing.name,
    description: listing.words?.seoDescription || t('listing.description', { name: listing.name, shop: shop.name }),
    image: listing.words?.imageFileId ? fileUrl(listing.words.imageFileId, 1280) : undefined,
    noindex: listing.continued || isNarrowed(listing) || listing.sort !== listing.sorts[0],
    jsonLd: [breadcrumbData(visit, crumbs)],
    body: html`<div class="wide">
      ${breadcrumbs(visit, crumbs)}
      <div class="list-head">
        <h1>${listing.name}</h1>
        ${filters(visit, listing)}
      </div>
      ${listing.words && !listing.continued && intro(listing.words)} ${facetFields(visit, listing.facets, FORM)}
      ${
        listing.below.length > 0 &&
        html`<ul class="below">
          ${listing.below.map(({ name, path }) => html`<li><a class="button quiet small" href="${href(visit, path)}">${name}</a></li>`)}
        </ul>`
      }
      ${listing.cards.items.length === 0 ? nothing(visit, listing) : productGrid(visit, listing.cards.items, { firstRow: 4 })}
      ${pager(visit, listing)}
      <p class="fine-print">${taxNote(visit)}</p>
    </div>`,
  })
}

/** What it is about, beside its picture. */
function intro({ description, imageFileId }: ShopPageWords): Html | undefined {
  if (description === '' && imageFileId === null) return undefined
  return html`<div class="list-intro">
    ${imageFileId !== null && html`<div class="box">${picture(imageFileId, { alt: '', sizes: '(min-width: 760px) 320px, 100vw' })}</div>`}
    ${description !== '' && html`<div class="list-words">${wordsOf(description)}</div>`}
  </div>`
}

/** A plain form with a button: a list that changes under one's hands is nobody's friend (WCAG 2.2, 3.2.2). */
function filters(visit: Visit, { path, sort, sorts, availableOnly }: Listing): Html {
  const { t } = visit
  return html`<form class="filters" id="${FORM}" method="get" action="${href(visit, path)}">
    <label class="check"
      ><input type="checkbox" name="available" value="yes" ${availableOnly && html` checked`} /><span
        >${t('listing.available_only')}</span
      ></label
    >
    <label class="sort"
      ><span>${t('listing.sort')}</span
      ><select name="sort">
        ${sorts.map(
          (one) => html`<option value="${one}" ${one === sort && html` selected`}>${sortName(visit, one)}</option>`,
        )}
      </select></label
    >
    <button class="button quiet small" type="submit">${t('listing.apply')}</button>
  </form>`
}

function sortName({ t }: Visit, sort: Sort): string {
  if (sort === 'price') return t('listing.sort_price')
  if (sort === 'price_down') return t('listing.sort_price_down')
  if (sort === 'chosen') return t('listing.sort_chosen')
  return sort === 'name' ? t('listing.sort_name') : t('listing.sort_newest')
}

const isNarrowed = (listing: Listing) => listing.availableOnly || isChosen(listing)

function nothing(visit: Visit, listing: Listing): Html {
  const { path, continued } = listing
  const narrowed = isNarrowed(listing)
  const { t } = visit
  return html`<div class="empty">
    <p>${noneWords(visit, listing)}</p>
    <a class="button quiet" href="${href(visit, narrowed || continued ? path : '/products')}"
      >${t('listing.show_all')}</a
    >
  </div>`
}

function noneWords({ t }: Visit, listing: Listing): string {
  if (isChosen(listing)) return t('facets.none')
  return listing.availableOnly ? t('listing.none_available') : t('listing.none')
}

function pager(visit: Visit, listing: Listing): Html | undefined {
  const { path, cards, sort, sorts, availableOnly, continued } = listing
  const { t } = visit
  if (!continued && cards.nextCursor === null) return undefined
  const to = (after: string | undefined) => {
    const query = new URLSearchParams(facetQuery(listing))
    if (sort !== sorts[0]) query.set('sort', sort)
    if (availableOnly) query.set('available', 'yes')
    if (after !== undefined) query.set('after', after)
    return `${href(visit, path)}${query.size > 0 ? `?${query}` : ''}`
  }
  return html`<nav class="pager" aria-label="${t('listing.pages')}">
    ${continued && html`<a class="button quiet" href="${to(undefined)}">${t('listing.first_page')}</a>`}
    ${cards.nextCursor !== null && html`<a class="button quiet" rel="next" href="${to(cards.nextCursor)}">${t('listing.next_page')}</a>`}
  </nav>`
}

export interface Search extends ChosenFacets {
  readonly asked: string
  readonly cards: CardPage
  readonly facets: readonly Facet[]
  readonly continued: boolean
  /** Shown when nothing was found. */
  readonly instead: CardPage | undefined
}

export function searchPage(visit: Visit, search: Search): string {
  const { asked, cards, instead } = search
  const { t } = visit
  const title = asked === '' ? t('search.title') : t('search.title_for', { asked })
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: t('search.title'), path: '/search' }])}
      <div class="list-head"><h1>${title}</h1></div>
      ${
        search.facets.length > 0 &&
        html`<form id="${FORM}" method="get" action="${href(visit, '/search')}">
            <input type="hidden" name="q" value="${asked}" />
          </form>
          ${facetFields(visit, search.facets, FORM)}`
      }
      ${cards.items.length > 0 ? productGrid(visit, cards.items, { firstRow: 4 }) : html`<div class="empty"><p>${nothingFound(visit, search)}</p></div>`}
      ${
        instead &&
        instead.items.length > 0 &&
        html`<h2>${t('search.instead')}</h2>
          ${productGrid(visit, instead.items)}`
      }
      ${searchPager(visit, search)}
    </div>`,
  })
}

function nothingFound({ t }: Visit, search: Search): string {
  if (search.asked === '') return t('search.ask')
  return isChosen(search) ? t('facets.none') : t('search.none')
}

function searchPager(visit: Visit, search: Search): Html | undefined {
  const { asked, cards, continued } = search
  const { t } = visit
  if (!continued && cards.nextCursor === null) return undefined
  const to = (after: string | undefined) => {
    const query = new URLSearchParams([['q', asked], ...facetQuery(search)])
    if (after !== undefined) query.set('after', after)
    return `${href(visit, '/search')}?${query.toString()}`
  }
  return html`<nav class="pager" aria-label="${t('listing.pages')}">
    ${continued && html`<a class="button quiet" href="${to(undefined)}">${t('listing.first_page')}</a>`}
    ${cards.nextCursor !== null && html`<a class="button quiet" rel="next" href="${to(cards.nextCursor)}">${t('listing.next_page')}</a>`}
  </nav>`
}
