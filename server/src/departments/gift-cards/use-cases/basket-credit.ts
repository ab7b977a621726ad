import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { getBasket, lockOpenBasket, type BasketKey } from '../../orders/index.ts'
import { usable } from '../domain/card.ts'
import { refusals } from '../domain/refusals.ts'
import { usesCredit } from '../queries/credits.ts'
import { listCreditsOf, todayOf, type Card } from '../queries/read-cards.ts'
import { saveCreditUse } from '../store/baskets.ts'

type Reader = Pick<Database, 'rows'>

/** The basket is to be paid with the store credit of who is signed in, as far as it reaches; or not after all. */
export async function payWithCredit(ctx: Context, key: BasketKey, use: boolean): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  if (use && basket.value.buyer?.customerId === undefined) return refusals.sign_in_first()
  saveCreditUse(ctx, basket.value.id, use)
  return ok()
}

export interface CreditThere {
  /** What could be paid with it now, in minor units of the market's currency. */
  readonly available: bigint
  readonly currency: string
  readonly used: boolean
}

interface Shopping {
  readonly id: string
  readonly buyer?: { readonly customerId?: string }
  readonly market: { readonly entityId: string; readonly currency: string }
}

/** What who is signed in could pay with in the market of a basket; undefined where nobody is. */
export async function creditFor(
  reader: Reader,
  { id, buyer, market }: Shopping,
  now: Date,
): Promise<CreditThere | undefined> {
  if (buyer?.customerId === undefined) return undefined
  const [credits, used] = await Promise.all([listCreditsOf(reader, buyer.customerId), usesCredit(reader, id)])
  const { entityId, currency } = market
  const fits = (credit: Card) => credit.entityId === entityId && credit.currency === currency
  const available = credits.filter(fits).reduce((all, credit) => all + usable(credit, todayOf(credit, now)), 0n)
  return { available, currency, used }
}

/** The same for who may see the basket. */
export async function viewBasketCredit(
  reader: Reader,
  key: BasketKey,
  now: Date,
): Promise<Result<CreditThere | undefined>> {
  const basket = await getBasket(reader, key)
  return basket.ok ? ok(await creditFor(reader, basket.value, now)) : basket
}
