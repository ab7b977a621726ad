import { groupDigits, testCards } from './cards.ts'
import type { CardField, CardForm, Problems } from './cards.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Amount, DeclineReason, Session } from './model.ts'
import { showAmount } from './page.ts'
import type { Page } from './page.ts'
import { fill } from './words.ts'
import type { Tongue, Words } from './words.ts'

export interface CardPageState {
  /** Names this copy of the form: sent twice, it counts once. */
  form: string
  values: CardForm
  problems: Problems
  declined?: DeclineReason
}

const shownAtOnce = 4

export function cardPage(session: Session, tongue: Tongue, state: CardPageState): Page {
  const { words } = tongue
  const amount = showAmount(session.amount, tongue)
  const failed = state.declined !== undefined || Object.keys(state.problems).length > 0
  const title = fill(words.payTitle, { amount })
  return {
    status: statusOf(state),
    title: failed ? `${words.errorTitle}: ${title}` : title,
    leadsTo: [session.returnUrl, session.cancelUrl],
    body: html`<div class="columns">
      ${summary(session, tongue, amount)}
      <section class="card" aria-labelledby="card-title">
        <h2 id="card-title">${words.cardDetails}</h2>
        ${alert(state, words)} ${form(session, words, state, amount)}
        <form method="post" action="/pay/${session.id}/cancel">
          <button class="quiet" type="submit">${words.cancel}</button>
        </form>
      </section>
      ${testCardList(session, words)}
    </div>`,
  }
}

function statusOf({ declined, problems }: CardPageState): number {
  if (declined !== undefined) return 402
  return Object.keys(problems).length > 0 ? 422 : 200
}

function summary(session: Session, tongue: Tongue, amount: string): Html {
  const { words } = tongue
  return html`<section class="summary" aria-label="${words.summary}">
    <p class="merchant">${session.description}</p>
    <h1>
      <span class="label">${words.toPay}</span>
      <span class="${amount.length > 13 ? 'amount long' : 'amount'}">${amount}</span>
    </h1>
    ${lines(session, tongue)}
  </section>`
}

function lines(session: Session, tongue: Tongue): Html | null {
  if (session.lines.length === 0) return null
  const { words } = tongue
  const table = html`<ul class="lines">
    ${session.lines.map((each) =>
      line(
        each.quantity === 1 ? each.name : `${quantityText(each.quantity, tongue)} × ${each.name}`,
        each.amount,
        tongue,
      ),
    )}${rest(session, tongue)}
    <li class="total"><span>${words.total}</span><span>${showAmount(session.amount, tongue)}</span></li>
  </ul>`
  if (session.lines.length <= shownAtOnce) return table
  const count = quantityText(session.lines.length, tongue)
  return html`<details>
    <summary>${fill(words.showItems, { count })}</summary>
    ${table}
  </details>`
}

function line(name: string, amount: Amount, tongue: Tongue): Html {
  return html`<li><span>${name}</span><span>${showAmount(amount, tongue)}</span></li>`
}

/** What the lines leave open, so that the column always adds up to what is asked. */
function rest(session: Session, tongue: Tongue): Html | null {
  const listed = session.lines.reduce((sum, each) => sum + each.amount.amount, 0)
  const amount = session.amount.amount - listed
  return amount === 0 ? null : line(tongue.words.other, { ...session.amount, amount }, tongue)
}

function quantityText(quantity: number, { locale }: Tongue): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(quantity)
}

function alert({ declined, problems }: CardPageState, words: Words): Html | null {
  if (declined !== undefined) {
    return html`<div class="alert" role="alert" tabindex="-1" autofocus>
      <p><b>${words.declined[declined]}</b></p>
      <p>${words.notCharged}</p>
    </div>`
  }
  const fields = Object.entries(problems) as [CardField, keyof Words['problems']][]
  if (fields.length === 0) return null
  return html`<div class="alert" role="alert" tabindex="-1" autofocus>
    <p><b>${words.checkThis}</b></p>
    <ul>
      ${fields.map(([field, problem]) => html`<li><a href="#${field}">${words.problems[problem]}</a></li>`)}
    </ul>
  </div>`
}

function form(session: Session, words: Words, state: CardPageState, amount: string): Html {
  return html`<form method="post" action="/pay/${session.id}" novalidate>
    <input type="hidden" name="form" value="${state.form}" />
    ${field(state, words, { name: 'number', label: words.number, autocomplete: 'cc-number', numeric: true, most: 24 })}
    <div class="pair">
      ${field(state, words, { name: 'expiry', label: words.expiry, hint: words.expiryHint, autocomplete: 'cc-exp', numeric: false, most: 9 })}
      ${field(state, words, { name: 'cvc', label: words.cvc, hint: words.cvcHint, autocomplete: 'cc-csc', numeric: true, most: 4 })}
    </div>
    ${field(state, words, { name: 'name', label: words.name, autocomplete: 'cc-name', numeric: false, most: 100 })}
    <button class="button" type="submit">${fill(words.pay, { amount })}</button>
    <p class="kept">${words.kept}</p>
  </form>`
}

interface FieldRule {
  name: CardField
  label: string
  hint?: string
  autocomplete: string
  numeric: boolean
  most: number
}

function field({ values, problems }: CardPageState, words: Words, rule: FieldRule): Html {
  const { name } = rule
  const problem = problems[name]
  const describedBy = [
    ...(rule.hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ]
  return html`<div class="field">
    <label for="${name}">${rule.label}</label>
    ${rule.hint === undefined ? null : html`<span class="hint" id="${name}-hint">${rule.hint}</span>`}
    <input
      id="${name}"
      name="${name}"
      value="${values[name]}"
      type="text"
      required
      inputmode="${rule.numeric ? 'numeric' : 'text'}"
      autocomplete="${rule.autocomplete}"
      maxlength="${rule.most}"
      spellcheck="false"
      aria-invalid="${problem === undefined ? 'false' : 'true'}"
      aria-describedby="${describedBy.join(' ')}"
    />
    ${problem === undefined ? null : html`<span class="problem" id="${name}-problem">${words.problems[problem]}</span>`}
  </div>`
}

function testCardList(session: Session, words: Words): Html {
  return html`<section class="tests" aria-labelledby="tests-title">
    <h2 id="tests-title">${words.testCards}</h2>
    <p>${words.testCardsHint}</p>
    <ul>
      ${testCards.map(
        (card) =>
          html`<li>
            <span><span class="digits">${groupDigits(card.number)}</span><br />${words.outcomes[card.name]}</span>
            <a href="/pay/${session.id}?card=${card.name}" aria-label="${words.useCard}: ${groupDigits(card.number)}"
              >${words.useCard}</a
            >
          </li>`,
      )}
    </ul>
  </section>`
}
