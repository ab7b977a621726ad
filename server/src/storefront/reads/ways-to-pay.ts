import type { House } from '../../host/context.ts'
import { isPositive } from '../../kernel/money.ts'
import { mandateText } from '../../departments/bank/index.ts'
import type { Deferral, Quote } from '../../departments/orders/index.ts'
import { offeredMethods } from '../../departments/payments/index.ts'
import { purchaseOf } from '../../flows/place-order/index.ts'
import type { CardsOfBasket, WayToPay } from '../views.ts'
import { textIn, type Visit } from '../visit.ts'

interface ToPay {
  readonly quote: Quote
  readonly giftCards: CardsOfBasket
  readonly deferral: Deferral | undefined
}

/** By what a basket can be paid now, by the rule that orders follow. */
export async function readWaysToPay(
  house: House,
  visit: Visit,
  { quote, giftCards, deferral }: ToPay,
): Promise<WayToPay[]> {
  const due = deferral?.today ?? giftCards.due
  if ((deferral || isPositive(giftCards.covered)) && !isPositive(due)) return []
  const methods = await offeredMethods(house.database, purchaseOf(quote, due, deferral))
  return methods.map(({ code, kind, names, instructions, debit }) => ({
    code,
    kind,
    name: textIn(visit, names),
    instructions: textIn(visit, instructions),
    mandate: debit ? mandateText(visit.translate, debit) : undefined,
  }))
}
