import { html, type Html } from '../../host/http/html.ts'
import { money } from '../../kernel/money.ts'
import type { CreditStatement } from '../../departments/gift-cards/index.ts'
import { href, showDate, showDateTime, showMoney, type Visit } from '../visit.ts'
import { cardWords } from './gift-cards.ts'

export interface OwnCredit {
  readonly statement: CreditStatement
  /** Order id -> what opens its page. */
  readonly linkOf: (orderId: string) => string
}

const MOST = 20

/** What the shop owes to who is signed in: what they can spend, until when each part of it, and every movement. Nothing where there never was any. */
export function ownCredit(visit: Visit, { statement, linkOf }: OwnCredit): Html | undefined {
  const { balances, grants, movements } = statement
  if (balances.length === 0) return undefined
  const sums = balances.filter(({ available, held }) => available + held > 0n)
  const left = grants.filter(({ available }) => available > 0n)
  return html`<section aria-labelledby="own-credit">
    <h2 id="own-credit">${cardWords(visit, 'credit_title')}</h2>
    ${sums.length === 0 && html`<p>${cardWords(visit, 'credit_none')}</p>`}
    ${sums.map(
      ({ currency, available, held }) =>
        html`<p class="credit-sum">
            <span>${cardWords(visit, 'credit_available')}</span>
            <strong>${showMoney(visit, money(available, currency))}</strong>
          </p>
          ${held > 0n && html`<p class="fine-print">${cardWords(visit, 'credit_held', { amount: showMoney(visit, money(held, currency)) })}</p>`}`,
    )}
    ${
      left.length > 0 &&
      html`<ul class="credit-parts">
        ${left.map((grant) => html`<li>${lasts(visit, grant)}</li>`)}
      </ul>`
    }
    <h3>${cardWords(visit, 'credit_movements')}</h3>
    <ul class="own-orders">
      ${together(movements)
        .slice(0, MOST)
        .map((movement) => moved(visit, movement, linkOf))}
    </ul>
  </section>`
}

type Movement = CreditStatement['movements'][number]

/** One order takes from several grants at once: for whose they are it is one thing that happened. */
function together(movements: readonly Movement[]): Movement[] {
  const told: Movement[] = []
  for (const movement of movements) {
    const last = told.at(-1)
    const isSame =
      last !== undefined &&
      movement.orderId !== null &&
      last.orderId === movement.orderId &&
      last.kind === movement.kind &&
      last.currency === movement.currency &&
      last.at.getTime() === movement.at.getTime()
    if (isSame) told[told.length - 1] = { ...last, amount: last.amount + movement.amount }
    else told.push(movement)
  }
  return told
}

function lasts(visit: Visit, { available, currency, expiresOn }: CreditStatement['grants'][number]): string {
  const amount = showMoney(visit, money(available, currency))
  if (expiresOn === null) return cardWords(visit, 'credit_stays', { amount })
  return cardWords(visit, 'credit_ends', { amount, day: showDate(visit, expiresOn) })
}

// i18n-dynamic: gift-cards.shop.movement.*
function moved(
  visit: Visit,
  { kind, amount, currency, orderId, orderNumber, reason, at }: Movement,
  linkOf: OwnCredit['linkOf'],
): Html {
  const words = cardWords(visit, `movement.${kind}`)
  const said = kind === 'issued' || kind === 'adjusted' ? reason : null
  return html`<li>
    <span>${words}${said !== null && `: ${said}`}</span>
    ${
      orderId !== null &&
      orderNumber !== null &&
      html`<a href="${href(visit, `/orders/${linkOf(orderId)}`)}"
        >${cardWords(visit, 'credit_order', { number: orderNumber })}</a
      >`
    }
    <span>${showDateTime(visit, at)}</span>
    <span class="own-total">${showMoney(visit, money(amount, currency))}</span>
  </li>`
}
