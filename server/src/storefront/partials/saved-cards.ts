import type { SavedMethod } from '../../departments/payments/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { Visit } from '../visit.ts'

/** Days before its end from which a card is said to end soon. */
const SOON_MS = 60 * 86_400_000

export type CardAge = 'good' | 'soon' | 'over'

export interface CardShown extends Pick<SavedMethod, 'id' | 'brand' | 'last4' | 'expiresOn' | 'preferred' | 'later'> {
  readonly age: CardAge
}

export function shownCard(method: SavedMethod, now: Date, timeZone: string): CardShown {
  const { id, brand, last4, expiresOn, preferred, later } = method
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  const isSoon = Date.parse(expiresOn) - Date.parse(today) < SOON_MS
  return { id, brand, last4, expiresOn, preferred, later, age: expiresOn < today ? 'over' : isSoon ? 'soon' : 'good' }
}

const BRANDS: Readonly<Record<string, string>> = {
  ...{ visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express', diners: 'Diners Club', jcb: 'JCB' },
  ...{ discover: 'Discover', unionpay: 'UnionPay', cartes_bancaires: 'Cartes Bancaires', eftpos_au: 'Eftpos' },
}

/** `Visa •• 4242`: what people know their card by. */
export function nameOfCard({ t }: Visit, { brand, last4 }: Pick<CardShown, 'brand' | 'last4'>): string {
  return `${BRANDS[brand] ?? t('cards.card')} •• ${last4}`
}

// i18n-dynamic: storefront.cards.until.*
export function untilWhen({ t, locale }: Visit, { age, expiresOn }: Pick<CardShown, 'age' | 'expiresOn'>): string {
  const month = new Intl.DateTimeFormat(locale, { month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  return t(`cards.until.${age}`, { month: month.format(new Date(`${expiresOn}T00:00:00Z`)) })
}

interface ChoosingCard {
  readonly cards: readonly CardShown[]
  /** The id of one, or `new`; empty where nobody chose yet. */
  readonly chosen: string
  readonly keeps: boolean
  readonly later: boolean
}

/** By which card who is signed in pays, and whether a new one is kept. Nothing is ticked beforehand. */
export function savedCards(visit: Visit, { cards, chosen, keeps, later }: ChoosingCard): Html {
  const { t } = visit
  const first = cards.find(({ age }) => age !== 'over')?.id ?? 'new'
  const isChosen = (id: string) => id === (chosen === '' ? first : chosen)
  return html`<fieldset class="step saved-cards">
    <legend><h2>${t('cards.which')}</h2></legend>
    ${
      cards.length > 0 &&
      html`<div class="ways">
        ${cards.map((card) => choice(visit, card, isChosen(card.id)))}
        <label class="option"
          ><input type="radio" name="card" value="new" ${isChosen('new') && html` checked`} />
          <span class="option-text"
            ><span class="option-name">${t('cards.another')}</span
            ><span class="option-more">${t('cards.another_hint')}</span></span
          ></label
        >
      </div>`
    }
    <div class="keep-card">
      <label class="consent"
        ><input type="checkbox" name="keep_card" value="yes" ${keeps && html` checked`} /><span
          >${t('cards.keep')}</span
        ></label
      >
      <label class="consent keep-later"
        ><input type="checkbox" name="keep_later" value="yes" ${later && html` checked`} /><span
          >${t('cards.keep_later')}</span
        ></label
      >
    </div>
  </fieldset>`
}

function choice(visit: Visit, card: CardShown, checked: boolean): Html {
  const over = card.age === 'over'
  return html`<label class="option"
    ><input type="radio" name="card" value="${card.id}" ${checked && html` checked`} ${over && html` disabled`} />
    <span class="option-text"
      ><span class="option-name">${nameOfCard(visit, card)}</span
      ><span class="option-more ${card.age !== 'good' && 'ends'}">${untilWhen(visit, card)}</span></span
    ></label
  >`
}
