import { locales } from '../host/i18n/locales.ts'
import { html, inlineJson, type Html } from '../host/http/html.ts'
import { footer } from './partials/footer.ts'
import { header } from './partials/header.ts'
import { assetUrl, islandUrl } from './assets.ts'
import { href, type Visit } from './visit.ts'

/** Islands are named by their file in `islands/`. */
export type Island = 'basket-count' | 'choice' | 'checkout'

export interface PageParts {
  /** Without the shop's name. Undefined on the home page, which is the shop. */
  readonly title: string | undefined
  readonly description?: string
  readonly body: Html
  /** Personal pages, errors and results of a search are nobody's to index. */
  readonly noindex?: boolean
  readonly ogType?: 'website' | 'product'
  /** Address of a picture for whoever shares the page. */
  readonly image?: string | undefined
  readonly jsonLd?: readonly object[]
  readonly islands?: readonly Island[]
  /** Looks again by itself, also without a script. */
  readonly refresh?: { readonly seconds: number; readonly url: string }
  /** The checkout keeps people's minds on it: no search, no categories. */
  readonly quiet?: boolean
}

export function renderPage(visit: Visit, page: PageParts): string {
  const { shop, locale, t } = visit
  const title = page.title === undefined ? `${shop.name} · ${t('home.tagline')}` : `${page.title} · ${shop.name}`
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf6ef" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141a1b" media="(prefers-color-scheme: dark)" />
        ${page.refresh && html`<meta http-equiv="refresh" content="${page.refresh.seconds};url=${page.refresh.url}" />`}
        <link rel="stylesheet" href="${assetUrl('shop.css')}" />
        ${shop.brand.icon && html`<link rel="icon" href="${shop.brand.icon}" type="image/svg+xml" />`}
        ${page.noindex ? html`<meta name="robots" content="noindex" />` : indexed(visit, page, title)}
        ${(page.jsonLd ?? []).map(
          (data) =>
            html`<script type="application/ld+json">
              ${inlineJson(data)}
            </script>`,
        )}
        ${['basket-count' as const, ...(page.islands ?? [])].map(script)}
      </head>
      <body>
        <a class="skip" href="#main">${t('layout.skip')}</a>
        ${header(visit, page.quiet ?? false)}
        <main id="main" tabindex="-1">${page.body}</main>
        ${footer(visit)}
      </body>
    </html>`.text
}

function script(island: Island): Html | undefined {
  const url = islandUrl(island)
  return url === undefined ? undefined : html`<script type="module" src="${url}"></script>`
}

function indexed(visit: Visit, page: PageParts, title: string): Html {
  const { shop, origin, path } = visit
  const canonical = `${origin}${href(visit, path)}`
  return html`<link rel="canonical" href="${canonical}" />
    ${locales.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${origin}/${locale}${path}" />`)}
    <link rel="alternate" hreflang="x-default" href="${origin}/en${path}" />
    <meta property="og:site_name" content="${shop.name}" />
    <meta property="og:type" content="${page.ogType ?? 'website'}" />
    <meta property="og:title" content="${page.title ?? title}" />
    <meta property="og:url" content="${canonical}" />
    <meta property="og:locale" content="${OG_LOCALES[visit.locale]}" />
    ${page.description && html`<meta property="og:description" content="${page.description}" />`}
    ${page.image && html`<meta property="og:image" content="${origin}${page.image}" />`}`
}

const OG_LOCALES = { en: 'en_GB', it: 'it_IT', es: 'es_ES', id: 'id_ID' } as const
