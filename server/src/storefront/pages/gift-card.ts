import { html, type Html } from '../../host/http/html.ts'
import type { Money } from '../../kernel/money.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import { field } from '../partials/field.ts'
import { cardWords } from '../partials/gift-cards.ts'
import { notice } from '../partials/notice.ts'
import { renderPage } from '../layout.ts'
import { href, showDate, showMoney, type Visit } from '../visit.ts'

export interface CardPage {
  readonly code: string
  readonly balance: Money
  readonly expiresOn: string | null
  readonly senderName: string
  readonly message: string
  readonly usable: boolean
}

/** For its receiver alone, behind the link of the mail: the code, whole. */
export function giftCardPage(visit: Visit, card: CardPage): string {
  const title = cardWords(visit, 'title')
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: title, path: '/gift-cards' }])}
      <article class="prose">
        <h1>${title}</h1>
        ${card.senderName !== '' && html`<p>${cardWords(visit, 'from', { sender: card.senderName })}</p>`}
        ${card.message !== '' && html`<blockquote class="gift-words">${card.message}</blockquote>`}
        ${!card.usable && notice('warning', html`<p>${cardWords(visit, 'not_usable')}</p>`)}
        <dl class="details">
          <div>
            <dt>${cardWords(visit, 'code')}</dt>
            <dd class="gift-code"><strong>${card.code}</strong></dd>
          </div>
          ${balanceRows(visit, card)}
        </dl>
        <p class="gift-how">${cardWords(visit, 'how')}</p>
        <p><a class="button" href="${href(visit, '/')}">${cardWords(visit, 'to_shop')}</a></p>
      </article>
    </div>`,
  })
}

function balanceRows(visit: Visit, { balance, expiresOn }: Pick<CardPage, 'balance' | 'expiresOn'>): Html {
  return html`<div>
      <dt>${cardWords(visit, 'balance')}</dt>
      <dd>${showMoney(visit, balance)}</dd>
    </div>
    <div>
      <dt>${cardWords(visit, 'until')}</dt>
      <dd>${expiresOn === null ? cardWords(visit, 'for_ever') : showDate(visit, expiresOn)}</dd>
    </div>`
}

export interface BalanceView {
  readonly warning?: string | undefined
  readonly card?: (Pick<CardPage, 'balance' | 'expiresOn'> & { readonly last4: string }) | undefined
}

/** What is left on a card, for who types its code. */
export function balancePage(visit: Visit, { warning, card }: BalanceView): string {
  const title = cardWords(visit, 'balance_title')
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: title, path: '/gift-cards' }])}
      <h1>${title}</h1>
      ${warning !== undefined && notice('warning', html`<p>${warning}</p>`)}
      ${
        card &&
        html`<section class="gift-balance" aria-live="polite">
          <h2>${cardWords(visit, 'card', { last4: card.last4 })}</h2>
          <dl class="details">${balanceRows(visit, card)}</dl>
        </section>`
      }
      <form class="fields sign-in" method="post" action="${href(visit, '/gift-cards')}">
        ${field(visit, { name: 'code', label: cardWords(visit, 'code'), value: '', required: true, autocomplete: 'off', maxlength: 60, hint: cardWords(visit, 'code_hint') })}
        <button class="button" type="submit">${cardWords(visit, 'show_balance')}</button>
      </form>
    </div>`,
  })
}
