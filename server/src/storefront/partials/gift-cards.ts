import { html, type Html } from '../../host/http/html.ts'
import { isZero, negate } from '../../kernel/money.ts'
import type { BasketPage, CardsOfBasket } from '../views.ts'
import { href, showMoney, type Visit } from '../visit.ts'
import { field } from './field.ts'

// i18n-dynamic: gift-cards.shop.*
export const cardWords = ({ translate }: Visit, key: string, values?: Record<string, string>): string =>
  translate(`gift-cards.shop.${key}`, values)

/** Cards that were named, each with its way out, and a place for another code. */
export function giftCardForm(visit: Visit, { giftCards }: Pick<BasketPage, 'giftCards'>): Html {
  const action = href(visit, '/basket/gift-cards')
  return html`<div class="coupons">
    ${giftCards.cards.map(
      ({ id, last4, amount }) =>
        html`<form method="post" action="${action}" class="coupon">
          <input type="hidden" name="remove" value="${id}" /><span class="coupon-code"
            >${cardWords(visit, 'card', { last4 })}: ${showMoney(visit, amount)}</span
          ><button class="link-button" type="submit">
            ${visit.t('basket.remove')}<span class="unseen"> ${last4}</span>
          </button>
        </form>`,
    )}
    <details>
      <summary>${cardWords(visit, 'have')}</summary>
      <form method="post" action="${action}" class="coupon-entry">
        <label class="unseen" for="gift-card">${cardWords(visit, 'code')}</label
        ><input
          id="gift-card"
          name="add"
          maxlength="60"
          autocomplete="off"
          autocapitalize="characters"
          required
        /><button class="button quiet small" type="submit">${cardWords(visit, 'use')}</button>
      </form>
    </details>
  </div>`
}

/** Below the total: what each card pays, and what the payment provider will ask for. */
export function cardRows(visit: Visit, { cards, due }: CardsOfBasket): Html | undefined {
  const paying = cards.filter(({ amount }) => !isZero(amount))
  if (paying.length === 0) return undefined
  return html`${paying.map(
      ({ last4, amount }) =>
        html`<div>
          <dt>${cardWords(visit, 'card', { last4 })}</dt>
          <dd>${showMoney(visit, negate(amount))}</dd>
        </div>`,
    )}
    <div class="grand">
      <dt>${cardWords(visit, 'due')}</dt>
      <dd>${showMoney(visit, due)}</dd>
    </div>`
}

/** On the page of a gift card: for whom it is; left empty it is for who buys it. */
export function giftFields(visit: Visit): Html {
  const optional = { value: '', required: false, autocomplete: 'off' }
  return html`<fieldset class="gift-fields">
    <legend>${cardWords(visit, 'for_whom')}</legend>
    ${field(visit, { ...optional, name: 'recipient_email', label: cardWords(visit, 'recipient_email'), type: 'email', maxlength: 254, hint: cardWords(visit, 'recipient_hint') })}
    ${field(visit, { ...optional, name: 'recipient_name', label: cardWords(visit, 'recipient_name') })}
    ${field(visit, { ...optional, name: 'sender_name', label: cardWords(visit, 'sender_name') })}
    ${field(visit, { ...optional, name: 'message', label: cardWords(visit, 'message'), maxlength: 500 })}
  </fieldset>`
}
