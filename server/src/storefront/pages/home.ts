import { html, type Html } from '../../host/http/html.ts'
import { productGrid } from '../partials/product-card.ts'
import { icons } from '../partials/icons.ts'
import { picture } from '../partials/picture.ts'
import { renderPage } from '../layout.ts'
import type { ProductCard } from '../views.ts'
import { topCategories } from '../shop-reader.ts'
import { href, textIn, type Visit } from '../visit.ts'

export function homePage(visit: Visit, newest: readonly ProductCard[]): string {
  const { t, shop } = visit
  return renderPage(visit, {
    title: undefined,
    description: t('home.description', { shop: shop.name }),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: shop.name,
        url: `${visit.origin}${href(visit, '')}`,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${visit.origin}${href(visit, '/search')}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
    ],
    body: html`${hero(visit)} ${shop.categories.length > 0 && categoryTiles(visit)}
    ${shop.collections.length > 0 && collectionTiles(visit)}
    ${
      newest.length > 0 &&
      html`<section class="wide band" aria-labelledby="new">
        <div class="band-head">
          <h2 id="new">${t('home.new')}</h2>
          <a href="${href(visit, '/products')}">${t('home.all')}</a>
        </div>
        ${productGrid(visit, newest, { firstRow: 0 })}
      </section>`
    }
    ${promises(visit)}`,
  })
}

function hero(visit: Visit): Html {
  const { t, shop } = visit
  const { hero: scene, heroTitles, heroTexts } = shop.brand
  return html`<section class="hero${scene === undefined && ' plain'}">
    ${scene && html`<img class="scene" src="${scene.url}" srcset="${scene.srcset}" sizes="100vw" alt="${textIn(visit, scene.alts)}" width="${scene.width}" height="${scene.height}" fetchpriority="high" />`}
    <div class="wide">
      <div class="hero-words">
        <h1>${textIn(visit, heroTitles) || t('home.title')}</h1>
        <p class="lead">${textIn(visit, heroTexts) || t('home.lead', { shop: shop.name })}</p>
        <a class="button" href="${href(visit, '/products')}">${t('home.browse')}</a>
      </div>
    </div>
  </section>`
}

function categoryTiles(visit: Visit): Html {
  const { t, shop } = visit
  return html`<section class="wide band" aria-labelledby="by-category">
    <h2 id="by-category">${t('home.categories')}</h2>
    <ul class="tiles">
      ${topCategories(shop).map(
        ({ handle, names, imageFileId }) =>
          html`<li>
            <a class="tile" href="${href(visit, `/categories/${handle}`)}">
              <span class="box">${picture(imageFileId, { alt: '', sizes: '(min-width: 760px) 23vw, 46vw' })}</span
              ><span class="tile-name">${textIn(visit, names)}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

function collectionTiles(visit: Visit): Html {
  const { t, shop } = visit
  return html`<section class="wide band" aria-labelledby="by-collection">
    <h2 id="by-collection">${t('home.collections')}</h2>
    <ul class="tiles">
      ${shop.collections.map(
        ({ handle, names, imageFileId }) =>
          html`<li>
            <a class="tile" href="${href(visit, `/collections/${handle}`)}">
              <span class="box">${picture(imageFileId, { alt: '', sizes: '(min-width: 760px) 23vw, 46vw' })}</span
              ><span class="tile-name">${textIn(visit, names)}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

function promises({ t }: Visit): Html {
  const points = [
    { icon: icons.parcel, title: t('home.promise.delivery.title'), text: t('home.promise.delivery.text') },
    { icon: icons.back, title: t('home.promise.returns.title'), text: t('home.promise.returns.text') },
    { icon: icons.lock, title: t('home.promise.payment.title'), text: t('home.promise.payment.text') },
    { icon: icons.hand, title: t('home.promise.people.title'), text: t('home.promise.people.text') },
  ]
  return html`<section class="promises" aria-labelledby="promises">
    <h2 class="unseen" id="promises">${t('home.promise.label')}</h2>
    <ul class="wide">
      ${points.map(
        ({ icon, title, text }) =>
          html`<li>
            ${icon}
            <h3>${title}</h3>
            <p>${text}</p>
          </li>`,
      )}
    </ul>
  </section>`
}
