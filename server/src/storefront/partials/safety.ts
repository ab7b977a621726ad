import type { ProductSafety } from '../../departments/catalog/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { countryName, type Visit } from '../visit.ts'

/**
 * Regulation (EU) 2023/988 art. 19: an offer at a distance names the maker with postal and electronic address, who answers for
 * the product in the Union, and its warnings in the reader's language. Beside it origin, guarantee of durability and passport.
 */
export function safetyNotice(visit: Visit, safety: ProductSafety): Html | undefined {
  const { t, locale } = visit
  const { maker, responsible, warnings, originCountry, durabilityYears, passportUrl } = safety
  const lines = [
    maker && line(t('safety.maker'), contact(visit, maker)),
    responsible && line(t('safety.responsible'), contact(visit, responsible)),
    originCountry !== null && line(t('safety.origin'), countryName(locale, originCountry)),
    durabilityYears !== null && line(t('safety.durability'), t('safety.years', { count: durabilityYears })),
    passportUrl !== null &&
      line(t('safety.passport'), html`<a href="${passportUrl}" rel="noopener">${t('safety.passport_open')}</a>`),
  ].filter((one) => one !== null && one !== false)
  if (lines.length === 0 && warnings === '') return undefined
  return html`<section class="safety" aria-labelledby="safety">
    <h2 id="safety">${t('safety.title')}</h2>
    ${warnings !== '' && html`<p class="warnings"><strong>${t('safety.warnings')}</strong> ${warnings}</p>`}
    <dl class="details">${lines}</dl>
  </section>`
}

function line(name: string, value: Html | string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}

function contact({ locale }: Visit, one: NonNullable<ProductSafety['maker']>): Html {
  const { name, street, postcode, city, country, email, website } = one
  return html`${name}<br />${street}<br />${postcode} ${city}, ${countryName(locale, country)}<br /><a
      href="mailto:${email}"
      >${email}</a
    >${website !== '' && html`<br /><a href="${website}" rel="noopener">${new URL(website).host}</a>`}`
}
