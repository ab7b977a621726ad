import { html, type Html } from '../../host/http/html.ts'
import { locales } from '../../host/i18n/locales.ts'
import { topCategories } from '../shop-reader.ts'
import { countriesOf, countryName, href, languageNames, textIn, type Visit } from '../visit.ts'
import { icons } from './icons.ts'

export function header(visit: Visit, quiet: boolean): Html {
  const { t } = visit
  return html`<header class="top${quiet && ' quiet'}">
    ${visit.shop.demo && html`<p class="demo-note">${t('layout.demo')}</p>`} ${announcement(visit)}
    <div class="wide bar">
      <a class="brand" href="${href(visit, '')}">${signOf(visit)}</a>
      ${quiet ? null : search(visit)}
      <div class="tools">
        ${whereAndHow(visit)}
        ${!quiet && html`<a class="basket-link account-link" href="${href(visit, '/account')}">${icons.person}<span>${t('header.account')}</span></a>`}
        <a class="basket-link" href="${href(visit, '/basket')}"
          >${icons.basket}<span>${t('header.basket')}</span
          ><span class="count" data-island="basket-count" data-label="${t('header.count')}"></span
        ></a>
      </div>
    </div>
    ${quiet ? null : categories(visit)}
  </header>`
}

function announcement({ shop, locale }: Visit): Html | undefined {
  const text = shop.announcement[locale]
  return text ? html`<p class="announcement">${text}</p>` : undefined
}

function signOf({ shop }: Visit): Html {
  const { logo } = shop.brand
  return logo
    ? html`<img src="${logo.url}" alt="${shop.name}" width="${logo.width}" height="${logo.height}" />`
    : html`<span class="wordmark">${shop.name}</span>`
}

function search(visit: Visit): Html {
  const { t } = visit
  const asked = visit.path === '/search' ? (new URLSearchParams(visit.query).get('q') ?? '') : ''
  return html`<form class="search" role="search" action="${href(visit, '/search')}" method="get">
    <label class="unseen" for="q">${t('header.search')}</label>
    <input
      id="q"
      name="q"
      type="search"
      value="${asked}"
      placeholder="${t('header.search_hint')}"
      maxlength="100"
      autocomplete="off"
      enterkeyhint="search"
    />
    <button type="submit" aria-label="${t('header.search')}">${icons.search}</button>
  </form>`
}

/** Language and country in one place; a `details` opens without a script. */
function whereAndHow(visit: Visit): Html {
  const { t, locale, country, path, query } = visit
  const tail = query === '' ? '' : `?${query}`
  return html`<details class="where" name="top">
    <summary>
      ${icons.globe}<span class="unseen">${t('header.where')}</span
      ><span aria-hidden="true">${locale.toUpperCase()} · ${country}</span
      ><span class="unseen">${languageNames[locale]}, ${countryName(locale, country)}</span>
    </summary>
    <div class="panel">
      <p class="panel-title">${t('header.language')}</p>
      <ul class="languages">
        ${locales.map(
          (one) =>
            html`<li>
              <a
                href="/${one}${path}${tail}"
                lang="${one}"
                hreflang="${one}"
                ${one === locale && html` aria-current="true"`}
                >${languageNames[one]}</a
              >
            </li>`,
        )}
      </ul>
      <form method="post" action="${href(visit, '/country')}">
        <input type="hidden" name="back" value="${path}${tail}" />
        <label class="panel-title" for="country-choice">${t('header.country')}</label>
        <div class="pair">
          <select id="country-choice" name="country">
            ${countriesOf(visit).map(
              ({ code, name }) => html`<option value="${code}" ${code === country && html` selected`}>${name}</option>`,
            )}</select
          ><button class="button small" type="submit">${t('header.choose')}</button>
        </div>
        <p class="hint">${t('header.country_hint')}</p>
      </form>
    </div>
  </details>`
}

function categories(visit: Visit): Html | undefined {
  const { shop, t, path } = visit
  const top = topCategories(shop)
  if (top.length === 0) return undefined
  return html`<nav class="categories" aria-label="${t('header.categories')}">
    <ul class="wide">
      ${top.map(({ handle, names }) => {
        const own = `/categories/${handle}`
        return html`<li>
          <a href="${href(visit, own)}" ${path === own && html` aria-current="page"`}>${textIn(visit, names)}</a>
        </li>`
      })}
    </ul>
  </nav>`
}
