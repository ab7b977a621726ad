// i18n-dynamic: storefront.reason.*
import { html, type Html } from '../../host/http/html.ts'
import type { MessageValues } from '../../host/i18n/translate.ts'
import type { BasketPage, PriceReason } from '../views.ts'
import { countryName, showMoney, type Visit } from '../visit.ts'

/** "Why this price?": each rule that was looked at, in a sentence, also those that did not apply. */
export function reasonsOf(visit: Visit, basket: BasketPage): Html {
  const { t } = visit
  const part = (title: string, reasons: readonly PriceReason[]) =>
    reasons.length > 0 &&
    html`<h3>${title}</h3>
      ${list(visit, reasons, basket)}`
  return html`<details class="why">
    <summary>${t('basket.why')}</summary>
    ${basket.reasonNames.map((name, index) => {
      const own = basket.reasons.filter((reason) => reason.line === index)
      return (
        own.length > 0 &&
        html`<h3>${name}</h3>
          ${list(visit, own, basket)}`
      )
    })}
    ${part(
      t('basket.promotions'),
      basket.reasons.filter(({ line, rule }) => line === null && rule === 'promotion'),
    )}${part(
      t('totals.delivery'),
      basket.reasons.filter(({ line, rule }) => line === null && rule !== 'promotion' && rule !== 'tax_place'),
    )}${part(
      t('basket.taxes'),
      basket.reasons.filter(({ rule }) => rule === 'tax_place'),
    )}
  </details>`
}

function list(visit: Visit, reasons: readonly PriceReason[], basket: BasketPage): Html {
  return html`<ul>
    ${reasons.map((reason) => html`<li>${sentence(visit, reason, basket)}</li>`)}
  </ul>`
}

/** Values that are codes, and what stands before the code where names are looked up. */
const NAMED: Readonly<Record<string, string>> = { promotion: '', winner: '', list: 'list ', betterList: 'list ' }

const TOLD_BY_PRICING: readonly string[] = ['promotion', 'price_list', 'bundle']

/** Promotions speak with the words of the department whose rules they are. */
function sentence(visit: Visit, reason: PriceReason, { promotionNames }: BasketPage): string {
  const values = valuesOf(visit, reason)
  if (!TOLD_BY_PRICING.includes(reason.rule)) return visit.t(`reason.${reason.because}`, values)
  const named = Object.entries(values).map(([name, value]) => [
    name,
    name in NAMED ? (promotionNames[`${NAMED[name]}${String(value)}`] ?? value) : value,
  ])
  return visit.translate(`pricing.reasons.${reason.because}`, Object.fromEntries(named) as MessageValues)
}

function valuesOf(visit: Visit, { params }: PriceReason): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'object') return [name, showMoney(visit, value)]
      return [name, name === 'country' || name === 'destination' ? countryName(visit.locale, String(value)) : value]
    }),
  )
}
