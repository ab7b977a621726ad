import { html, type Html } from '../../host/http/html.ts'
import { href, type Visit } from '../visit.ts'
import { nameOfCard, untilWhen, type CardShown } from './saved-cards.ts'

/** The cards that are kept for who is signed in. */
export function ownCards(visit: Visit, cards: readonly CardShown[]): Html {
  const { t } = visit
  return html`<section aria-labelledby="own-cards">
    <h2 id="own-cards">${t('cards.title')}</h2>
    ${
      cards.length === 0
        ? html`<p>${t('cards.none')}</p>`
        : html`<p class="hint">${t('cards.where')}</p>
            <ul class="own-cards">
              ${cards.map((card, index) => ownCard(visit, card, { first: index === 0, only: cards.length === 1 }))}
            </ul>`
    }
  </section>`
}

function ownCard(visit: Visit, card: CardShown, { first, only }: { first: boolean; only: boolean }): Html {
  const { t } = visit
  const name = nameOfCard(visit, card)
  const act = (path: string, words: string, label: string) =>
    html`<form method="post" action="${href(visit, `/account/cards/${card.id}/${path}`)}">
      <button class="button quiet small" type="submit" aria-label="${label}">${words}</button>
    </form>`
  return html`<li>
    <span class="own-card"
      ><span class="option-name">${name}</span>
      <span class="option-more ${card.age !== 'good' && 'ends'}">${untilWhen(visit, card)}</span>
      ${card.later && html`<span class="option-more">${t('cards.for_later')}</span>`}</span
    >
    ${!only && first && html`<span class="chip">${t('cards.first')}</span>`}
    ${!only && !first && act('preference', t('cards.prefer'), t('cards.prefer_named', { name }))}
    ${act('removal', t('cards.remove'), t('cards.remove_named', { name }))}
  </li>`
}
