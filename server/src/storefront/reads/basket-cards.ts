import type { House } from '../../host/context.ts'
import { money } from '../../kernel/money.ts'
import { cardsOfBasket } from '../../departments/gift-cards/index.ts'
import type { Quote } from '../../departments/orders/index.ts'
import { payableByCards } from '../../flows/place-order/index.ts'
import type { CardsOfBasket } from '../views.ts'

/** The gift cards named for a basket, each with what it would pay now, by the rule that orders follow. */
export async function readBasketCards(house: House, quote: Quote, now: Date): Promise<CardsOfBasket> {
  const cards = await cardsOfBasket(house.database, quote.basket.id)
  const { cover, covered, due } = payableByCards(quote, cards, now)
  const paid = new Map(cover.map(({ card, amount }) => [card.id, amount]))
  return {
    cards: cards.map(({ id, last4 }) => ({
      id,
      last4: last4 ?? '',
      amount: money(paid.get(id) ?? 0n, quote.priced.currency),
    })),
    covered,
    due,
  }
}
