import type { House } from '../../host/context.ts'
import { isPositive } from '../../kernel/money.ts'
import { mandateText } from '../../departments/bank/index.ts'
import type { Quote } from '../../departments/orders/index.ts'
import { offeredMethods } from '../../departments/payments/index.ts'
import { purchaseOf } from '../../flows/place-order/index.ts'
import type { CardsOfBasket, WayToPay } from '../views.ts'
import { textIn, type Visit } from '../visit.ts'

interface ToPay {
  readonly quote: Quote
  readonly giftCards: CardsOfBasket
}

/** By what a basket can be paid now, by the rule that orders follow. */
export async function readWaysToPay(house: House, visit: Visit, { quote, giftCards }: ToPay): Promise<WayToPay[]> {
  if (isPositive(giftCards.covered) && !isPositive(giftCards.due)) return []
  const methods = await offeredMethods(house.database, purchaseOf(quote, giftCards.due))
  return methods.map(({ code, kind, names, instructions, debit }) => ({
    code,
    kind,
    name: textIn(visit, names),
    instructions: textIn(visit, instructions),
    mandate: debit ? mandateText(visit.translate, debit) : undefined,
  }))
}
