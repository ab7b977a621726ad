import { html, type Html } from '../../host/http/html.ts'
import type { CheckoutForm } from '../pages/checkout.ts'
import type { BasketPage } from '../views.ts'
import { href, showMoney, type Visit } from '../visit.ts'
import { field, type Problem } from './field.ts'
import { cardWords } from './gift-cards.ts'

interface Codes {
  readonly basket: Pick<BasketPage, 'coupons' | 'giftCards'>
  readonly form: Pick<CheckoutForm, 'coupon' | 'gift_card'>
  readonly problems: readonly Problem[]
  /** What just became of one. */
  readonly said?: string | undefined
}

/** Coupons and gift cards, part of the one form of the checkout: to use one loses nothing that was typed. */
export function codesInCheckout(visit: Visit, { basket, form, problems, said }: Codes): Html {
  const { t } = visit
  const problemOf = (name: string) => problems.find((problem) => problem.field === name)?.message
  return html`<div class="coupons codes" id="codes">
    ${said !== undefined && html`<p class="codes-said" role="status" tabindex="-1">${said}</p>`}
    ${basket.coupons.map((code) => chip(visit, { words: code, name: code, act: `remove:coupon:${code}` }))}
    ${basket.giftCards.cards.map(({ id, last4, amount }) => chip(visit, { words: `${cardWords(visit, 'card', { last4 })}: ${showMoney(visit, amount)}`, name: last4, act: `remove:gift_card:${id}` }))}
    ${entry(visit, { name: 'coupon', asks: t('basket.coupon_have'), label: t('basket.coupon'), use: t('basket.coupon_add'), value: form.coupon, maxlength: 40, problem: problemOf('coupon') })}
    ${entry(visit, { name: 'gift_card', asks: cardWords(visit, 'have'), label: cardWords(visit, 'code'), use: cardWords(visit, 'use'), value: form.gift_card, maxlength: 60, problem: problemOf('gift_card') })}
  </div>`
}

function chip(visit: Visit, { words, name, act }: Readonly<Record<'words' | 'name' | 'act', string>>): Html {
  return html`<div class="coupon">
    <span class="coupon-code">${words}</span
    ><button class="link-button" type="submit" name="act" value="${act}" formaction="${here(visit)}" data-part="code">
      ${visit.t('basket.remove')}<span class="unseen"> ${name}</span>
    </button>
  </div>`
}

interface Entry {
  readonly name: 'coupon' | 'gift_card'
  readonly asks: string
  readonly label: string
  readonly use: string
  readonly value: string
  readonly maxlength: number
  readonly problem: string | undefined
}

function entry(visit: Visit, { name, asks, label, use, value, maxlength, problem }: Entry): Html {
  return html`<details ${(problem !== undefined || value !== '') && html` open`}>
    <summary>${asks}</summary>
    <div class="coupon-entry">
      ${field(visit, { name, label, value, required: false, autocomplete: 'off', maxlength, problem })}
      <button
        class="button quiet small"
        type="submit"
        name="act"
        value="use:${name}"
        formaction="${here(visit)}"
        data-part="code"
      >
        ${use}<span class="unseen"> ${label}</span>
      </button>
    </div>
  </details>`
}

/** The page comes back where the codes are, not at its top. */
const here = (visit: Visit) => `${href(visit, '/checkout')}#codes`
