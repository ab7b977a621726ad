import { hashToken } from '../../../host/auth/tokens.ts'
import { moneyToJson, type Money } from '../../../kernel/money.ts'
import { asSeen, placeSeen, type BasketChange, type BasketNow } from '../domain/basket-changes.ts'
import type { Quote } from './quote.ts'

/** A quote as it is compared with what the shopper last saw. */
export function basketNow({ basket, lines, bundles, priced, promotions }: Quote): BasketNow {
  const namesOf = new Map(promotions.map(({ code, names }) => [code, names]))
  return {
    place: placeSeen(basket),
    currency: basket.market.currency,
    running: new Set(namesOf.keys()),
    lines: Object.fromEntries([
      ...lines.map((one) => [
        one.line.variantId,
        { quantity: one.line.quantity, price: jsonOf(one.priced?.unitPrice), problem: one.problem ?? null },
      ]),
      ...bundles.map((one) => [
        one.bundle.id,
        { quantity: one.bundle.quantity, price: jsonOf(one.priced?.subtotal), problem: one.problem ?? null },
      ]),
    ]),
    promotions: Object.fromEntries(priced.discounts.map(({ promotion }) => [promotion, namesOf.get(promotion) ?? {}])),
  }
}

const jsonOf = (amount: Money | undefined) => (amount ? moneyToJson(amount) : null)

export const wholeOf = (quote: Quote) => asSeen(basketNow(quote))

/** Names what was told, so that saying "seen" never covers what was not shown. Empty where nothing is told. */
export function markOf(changes: readonly BasketChange[]): string {
  return changes.length === 0 ? '' : hashToken(JSON.stringify(changes)).toString('base64url').slice(0, 16)
}
