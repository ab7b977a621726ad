import { coverFor, giftCardRefusals, type Card, type Cover } from '../../departments/gift-cards/index.ts'
import type { Quote } from '../../departments/orders/index.ts'
import { moneyToJson, money, subtract, sum, type Money, type MoneyJson } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'

export interface PaidByCards {
  readonly cover: readonly Cover<Card>[]
  readonly covered: Money
  /** What is left for the payment provider. */
  readonly due: Money
}

/**
 * What the gift cards of a basket pay of it as it is quoted now. Of the gift cards in it they pay nothing: who could buy cards with cards
 * would move money past the rules for it, and give a card that ends a longer life (docs/guides/policies.md).
 */
export function payableByCards(
  { basket, lines, bundles, priced }: Quote,
  cards: readonly Card[],
  now: Date,
): PaidByCards {
  const { currency, total } = priced
  const components = bundles.flatMap((bundle) => bundle.components)
  const bought = [...lines, ...components].filter(({ offer }) => offer?.kind === 'gift_card')
  const ofCards = sum(
    bought.map((line) => line.priced?.total ?? money(0n, currency)),
    currency,
  )
  const cover = coverFor(cards, { entityId: basket.market.entityId, amount: subtract(total, ofCards), now })
  const covered = money(
    cover.reduce((all, { amount }) => all + amount, 0n),
    currency,
  )
  return { cover, covered, due: subtract(total, covered) }
}

interface Accepting {
  readonly cards: readonly Card[]
  readonly now: Date
  readonly accepted: MoneyJson | undefined
}

/** The same, refused where it is not what the shopper saw: somebody else spent of a card meanwhile. */
export function cardsInQuote(quote: Quote, { cards, now, accepted }: Accepting): Result<PaidByCards> {
  const paid = payableByCards(quote, cards, now)
  const { amount, currency } = moneyToJson(paid.covered)
  if (accepted && (accepted.amount !== amount || accepted.currency !== currency)) {
    return giftCardRefusals.balance_changed({ field: 'acceptedGiftCards', params: { amount, currency } })
  }
  return ok(paid)
}
