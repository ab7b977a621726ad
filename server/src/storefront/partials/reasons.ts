// i18n-dynamic: storefront.reason.*
import { html, type Html } from '../../host/http/html.ts'
import type { MessageValues } from '../../host/i18n/translate.ts'
import type { BasketPage, PriceReason } from '../views.ts'
import { countryName, showMoney, type Visit } from '../visit.ts'

/** "Why this price?": each rule that was looked at, in a sentence, also those that did not apply. */
export function reasonsOf(visit: Visit, basket: BasketPage): Html {
  const { t } = visit
  const priced = basket.lines.filter((line) => line.total)
  return html`<details class="why">
    <summary>${t('basket.why')}</summary>
    ${priced.map((line, index) => {
      const own = basket.reasons.filter((reason) => reason.line === index)
      return (
        own.length > 0 &&
        html`<h3>${line.name}</h3>
          ${list(visit, own)}`
      )
    })}
    ${
      basket.reasons.some(({ line }) => line === null) &&
      html`<h3>${t('totals.delivery')}</h3>
        ${list(
          visit,
          basket.reasons.filter(({ line }) => line === null),
        )}`
    }
  </details>`
}

function list(visit: Visit, reasons: readonly PriceReason[]): Html {
  return html`<ul>
    ${reasons.map((reason) => html`<li>${visit.t(`reason.${reason.because}`, valuesOf(visit, reason))}</li>`)}
  </ul>`
}

function valuesOf(visit: Visit, { params }: PriceReason): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'object') return [name, showMoney(visit, value)]
      return [name, name === 'country' ? countryName(visit.locale, String(value)) : value]
    }),
  )
}
