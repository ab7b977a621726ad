import { html, type Html } from '../../host/http/html.ts'
import { isZero, negate } from '../../kernel/money.ts'
import type { BasketLine, BasketPage, CardsOfBasket } from '../views.ts'
import { href, showMoney, type Visit } from '../visit.ts'
import { field, problemSummary } from './field.ts'

// i18n-dynamic: gift-cards.shop.*
export const cardWords = ({ translate }: Visit, key: string, values?: Record<string, string | number>): string =>
  translate(`gift-cards.shop.${key}`, values)

/** Cards that were named, each with its way out, and a place for another code. */
export function giftCardForm(visit: Visit, { giftCards }: Pick<BasketPage, 'giftCards'>, typed?: string): Html {
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
    <details ${typed !== undefined && html` open`}>
      <summary>${cardWords(visit, 'have')}</summary>
      <form method="post" action="${action}" class="coupon-entry">
        <label class="unseen" for="gift-card">${cardWords(visit, 'code')}</label
        ><input
          id="gift-card"
          name="add"
          value="${typed ?? ''}"
          maxlength="60"
          ${typed !== undefined && html` aria-invalid="true"`}
          autocomplete="off"
          autocapitalize="characters"
          required
        /><button class="button quiet small" type="submit">${cardWords(visit, 'use')}</button>
      </form>
      <p class="gift-how">
        <a class="text-link" href="${href(visit, '/gift-cards')}">${cardWords(visit, 'balance_title')}</a>
      </p>
    </details>
  </div>`
}

/** What who is signed in has to spend, and one button that uses it or keeps it; `button` names where it is sent. */
export function creditChoice(visit: Visit, { ownCredit, credit }: CardsOfBasket, name: string): Html | undefined {
  if (!ownCredit) return undefined
  const { available, used } = ownCredit
  const words = used
    ? cardWords(visit, 'credit_pays', { amount: showMoney(visit, credit) })
    : cardWords(visit, 'credit_there', { amount: showMoney(visit, available) })
  return html`<div class="own-credit">
    <span>${words}</span
    ><button class="button quiet small" type="submit" name="${name}" value="${used ? 'keep_credit' : 'use_credit'}">
      ${cardWords(visit, used ? 'credit_keep' : 'credit_use')}
    </button>
  </div>`
}

/** The same in the basket, where it is a form of its own. */
export function creditForm(visit: Visit, { giftCards }: Pick<BasketPage, 'giftCards'>): Html | undefined {
  const choice = creditChoice(visit, giftCards, 'act')
  return choice && html`<form method="post" action="${href(visit, '/basket/store-credit')}">${choice}</form>`
}

/** Below the total: what each card and the store credit pay, and what the payment provider will ask for, or got. */
export function cardRows(visit: Visit, { cards, credit, due }: CardsOfBasket, isPaid = false): Html | undefined {
  const paying = cards.filter(({ amount }) => !isZero(amount))
  if (paying.length === 0 && isZero(credit)) return undefined
  return html`${paying.map(
    ({ last4, amount }) =>
      html`<div>
        <dt>${cardWords(visit, 'card', { last4 })}</dt>
        <dd>${showMoney(visit, negate(amount))}</dd>
      </div>`,
  )}
  ${
    !isZero(credit) &&
    html`<div>
      <dt>${cardWords(visit, 'credit')}</dt>
      <dd>${showMoney(visit, negate(credit))}</dd>
    </div>`
  }
  ${
    !(isPaid && isZero(due)) &&
    html`<div class="grand">
      <dt>${cardWords(visit, isPaid ? 'paid_otherwise' : 'due')}</dt>
      <dd>${showMoney(visit, due)}</dd>
    </div>`
  }`
}

type GiftField = 'recipient_email' | 'recipient_name' | 'sender_name' | 'message'

/** What was typed for whom a card is, and what is wrong with it. */
export interface GiftForm {
  readonly values: Readonly<Record<GiftField, string>>
  /** Said at the address: all else is free. */
  readonly problem?: string | undefined
}

export function giftFormOf(form: URLSearchParams): GiftForm['values'] {
  const textOf = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n').trim()
  return {
    recipient_email: textOf('recipient_email').slice(0, 254),
    recipient_name: textOf('recipient_name').slice(0, 100),
    sender_name: textOf('sender_name').slice(0, 100),
    message: textOf('message').slice(0, 500),
  }
}

/** The same problem first thing on the page. */
export function giftProblem(visit: Visit, gift: GiftForm | undefined): Html | undefined {
  if (gift?.problem === undefined) return undefined
  return problemSummary(visit, [{ field: 'recipient_email', message: gift.problem }])
}

/** On the page of a gift card: for whom it is; left empty it is for who buys it. */
export function giftFields(visit: Visit, gift?: GiftForm): Html {
  const given = (name: GiftField) => ({
    name,
    label: cardWords(visit, name),
    value: gift?.values[name] ?? '',
    required: false,
    autocomplete: 'off',
  })
  return html`<fieldset class="gift-fields">
    <legend>${cardWords(visit, 'for_whom')}</legend>
    ${field(visit, { ...given('recipient_email'), type: 'email', maxlength: 254, hint: cardWords(visit, 'recipient_hint'), problem: gift?.problem })}
    ${field(visit, given('recipient_name'))} ${field(visit, given('sender_name'))}
    ${field(visit, { ...given('message'), maxlength: 500, lines: 3 })}
  </fieldset>`
}

/** To whom the cards of a line go, as the buyer wrote it. */
export function goesTo(
  visit: Visit,
  { gifts = [], quantity }: Pick<BasketLine, 'gifts' | 'quantity'>,
): Html | undefined {
  if (gifts.length === 0) return undefined
  const rest = quantity - gifts.length
  const whoOf = ({ name, email }: { name: string; email: string }) => (name === '' ? email : `${name} (${email})`)
  return html`${gifts.map((gift) => html`<span class="options">${cardWords(visit, 'goes_to', { who: whoOf(gift) })}</span>`)}${rest > 0 && html`<span class="options">${cardWords(visit, 'to_you', { count: rest })}</span>`}`
}
