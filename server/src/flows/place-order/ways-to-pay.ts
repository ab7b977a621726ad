import type { Call } from '../../host/http/route.ts'
import { isPositive } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { mandateText } from '../../departments/bank/index.ts'
import { cardsOfBasket } from '../../departments/gift-cards/index.ts'
import { getBasket, quoteBasket, type BasketKey } from '../../departments/orders/index.ts'
import { offeredMethods, type MethodKind } from '../../departments/payments/index.ts'
import { payableByCards } from './cards-in-quote.ts'
import { purchaseOf } from './purchase-of.ts'

interface WayToPay {
  readonly code: string
  readonly kind: MethodKind
  readonly name: string
  readonly instructions: string
  /** What is signed with the order; null for all other kinds. */
  readonly mandate: string[] | null
}

/** By what a basket could be paid as it is quoted now, in the caller's language. */
export async function listWaysToPay({ house, locale }: Call, key: BasketKey): Promise<Result<{ items: WayToPay[] }>> {
  const now = house.clock.now()
  const basket = await getBasket(house.database, key)
  if (!basket.ok) return basket
  const quote = await quoteBasket(house.database, basket.value, now)
  if (!quote.ok) return quote
  const paid = payableByCards(quote.value, await cardsOfBasket(house.database, basket.value), now)
  const deferral = paid.cover.length > 0 ? undefined : quote.value.deferred.deferral
  const due = deferral?.today ?? paid.due
  if ((paid.cover.length > 0 || deferral) && !isPositive(due)) return ok({ items: [] })
  const methods = await offeredMethods(house.database, purchaseOf(quote.value, due, deferral))
  const inLanguage = (texts: Readonly<Record<string, string>>) => texts[locale] ?? texts['en'] ?? ''
  return ok({
    items: methods.map(({ code, kind, names, instructions, debit }) => ({
      code,
      kind,
      name: inLanguage(names),
      instructions: inLanguage(instructions),
      mandate: debit ? [...mandateText(house.translations.for(locale), debit)] : null,
    })),
  })
}
