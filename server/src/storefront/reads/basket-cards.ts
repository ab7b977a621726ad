import type { House } from '../../host/context.ts'
import { money } from '../../kernel/money.ts'
import { cardsOfBasket, creditFor } from '../../departments/gift-cards/index.ts'
import type { Quote } from '../../departments/orders/index.ts'
import { payableByCards } from '../../flows/place-order/index.ts'
import type { CardsOfBasket } from '../views.ts'

/** The gift cards named for a basket and the store credit of who is signed in, with what each would pay now, by the rule that orders follow. */
export async function readBasketCards(house: House, quote: Quote, now: Date): Promise<CardsOfBasket> {
  const { currency } = quote.priced
  const [cards, own] = await Promise.all([
    cardsOfBasket(house.database, quote.basket),
    creditFor(house.database, quote.basket, now),
  ])
  const { cover, covered, due } = payableByCards(quote, cards, now)
  const paid = new Map(cover.map(({ card, amount }) => [card.id, amount]))
  const ofCredit = cover.filter(({ card }) => card.customerId !== null)
  return {
    cards: cards
      .filter(({ customerId }) => customerId === null)
      .map(({ id, last4 }) => ({ id, last4: last4 ?? '', amount: money(paid.get(id) ?? 0n, currency) })),
    credit: money(
      ofCredit.reduce((all, { amount }) => all + amount, 0n),
      currency,
    ),
    ...(own &&
      (own.available > 0n || own.used) && { ownCredit: { available: money(own.available, currency), used: own.used } }),
    covered,
    due,
  }
}
