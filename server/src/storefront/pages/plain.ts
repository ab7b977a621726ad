// i18n-dynamic: storefront.plain.accessibility.*
// i18n-dynamic: storefront.plain.guarantee.*
import { html, type Html } from '../../host/http/html.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import { renderPage } from '../layout.ts'
import type { Entity } from '../views.ts'
import { countryName, type Visit } from '../visit.ts'

/** Paragraphs of each page, in this order, each with a heading of its own. */
const SECTIONS = {
  accessibility: ['aim', 'state', 'how', 'tell'],
  // Directive (EU) 2019/771 art. 10 and 13; the reminder of it: partials/guarantee.ts.
  guarantee: ['law', 'remedies', 'longer', 'maker'],
} as const

export type PlainPage = keyof typeof SECTIONS | 'imprint'
export const PLAIN_PAGES: readonly PlainPage[] = ['imprint', 'accessibility', 'guarantee']

export function plainPage(visit: Visit, name: PlainPage): string {
  const { t } = visit
  const title = t(`plain.${name}.title`)
  return renderPage(visit, {
    title,
    description: `${title}: ${visit.shop.name}`,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: title, path: `/${name}` }])}
      <article class="prose">
        <h1>${title}</h1>
        ${name === 'imprint' ? imprint(visit) : sections(visit, name)}
      </article>
    </div>`,
  })
}

function sections(visit: Visit, name: keyof typeof SECTIONS): Html[] {
  const { t } = visit
  const entity = sellerOf(visit)
  const values = { shop: visit.shop.name, seller: entity?.legalName ?? visit.shop.name, email: entity?.email ?? '' }
  return SECTIONS[name].map(
    (part) =>
      html`<section id="${part}">
        <h2>${t(`plain.${name}.${part}.title`)}</h2>
        <p>${t(`plain.${name}.${part}.text`, values)}</p>
      </section>`,
  )
}

function sellerOf({ shop, market }: Visit): Entity | undefined {
  return shop.entities.find(({ id }) => id === market.entityId) ?? shop.entities[0]
}

/** Directive 2000/31/EC art. 5(1): who this is, where, how to reach them, their numbers. */
function imprint(visit: Visit): Html[] {
  const { t, locale, shop } = visit
  return shop.entities.map(
    (entity) =>
      html`<section>
        <h2>${entity.legalName}</h2>
        <dl class="details">
          <div>
            <dt>${t('plain.imprint.address')}</dt>
            <dd>
              ${entity.street}, ${entity.postcode} ${entity.city}${entity.region !== null && html` (${entity.region})`},
              ${countryName(locale, entity.country)}
            </dd>
          </div>
          <div>
            <dt>${t('plain.imprint.email')}</dt>
            <dd><a href="mailto:${entity.email}">${entity.email}</a></dd>
          </div>
          ${
            entity.phone !== null &&
            html`<div>
              <dt>${t('plain.imprint.phone')}</dt>
              <dd><a href="tel:${entity.phone.replaceAll(' ', '')}">${entity.phone}</a></dd>
            </div>`
          }
          ${
            entity.vatNumber !== null &&
            html`<div>
              <dt>${t('plain.imprint.vat')}</dt>
              <dd>${entity.vatNumber}</dd>
            </div>`
          }
          ${
            entity.registerNumber !== null &&
            html`<div>
              <dt>${t('plain.imprint.register')}</dt>
              <dd>${entity.registerNumber}</dd>
            </div>`
          }
        </dl>
      </section>`,
  )
}
