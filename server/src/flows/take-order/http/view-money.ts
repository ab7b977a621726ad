import type { House } from '../../../host/context.ts'
import { money, moneyToJson, sum } from '../../../kernel/money.ts'
import { cardsOfBasket, creditFor } from '../../../departments/gift-cards/index.ts'
import type { Quote } from '../../../departments/orders/index.ts'
import { deferralIn, payableByCards } from '../../place-order/index.ts'

/** What gift cards and store credit pay of a draft as it is quoted now, by the rule that orders follow. */
export async function viewMoney({ database, clock }: House, quote: Quote) {
  const now = clock.now()
  const { currency } = quote.priced
  const [cards, own] = await Promise.all([
    cardsOfBasket(database, quote.basket),
    creditFor(database, quote.basket, now),
  ])
  const paid = payableByCards(quote, cards, now)
  const deferral = deferralIn(quote, paid.cover)
  const due = deferral?.today ?? paid.due
  const paysOf = (isIt: (card: { readonly id: string; readonly customerId: string | null }) => boolean) =>
    moneyToJson(
      sum(
        paid.cover.filter(({ card }) => isIt(card)).map(({ amount }) => money(amount, currency)),
        currency,
      ),
    )
  return {
    paidBy: {
      cards: cards
        .filter(({ customerId }) => customerId === null)
        .map(({ id, last4 }) => ({ id, last4: last4 ?? '', pays: paysOf((card) => card.id === id) })),
      credit:
        own && (own.available > 0n || own.used)
          ? {
              available: moneyToJson(money(own.available, currency)),
              used: own.used,
              pays: paysOf(({ customerId }) => customerId !== null),
            }
          : null,
      covered: moneyToJson(paid.covered),
      due: moneyToJson(due),
      later: deferral ? { amount: moneyToJson(deferral.later), readyOn: deferral.readyOn as string } : null,
    },
    due,
    deferral,
  }
}
