import { html, type Html } from '../../host/http/html.ts'
import { href, type Visit } from '../visit.ts'

export interface Crumb {
  readonly name: string
  readonly path: string
}

/** The way from the home page to here; the last one is this page. */
export function breadcrumbs(visit: Visit, crumbs: readonly Crumb[]): Html {
  const way = [{ name: visit.shop.name, path: '' }, ...crumbs]
  return html`<nav class="crumbs" aria-label="${visit.t('layout.crumbs')}">
    <ol>
      ${way.map(({ name, path }, index) =>
        index === way.length - 1
          ? html`<li><span aria-current="page">${name}</span></li>`
          : html`<li><a href="${href(visit, path)}">${name}</a></li>`,
      )}
    </ol>
  </nav>`
}

/** schema.org BreadcrumbList */
export function breadcrumbData(visit: Visit, crumbs: readonly Crumb[]): object {
  const way = [{ name: visit.shop.name, path: '' }, ...crumbs]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${visit.origin}${href(visit, path)}`,
    })),
  }
}
