import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { loadOffers } from '../../pricing/index.ts'
import { findJoin, type JoinTold } from '../queries/customers-basket.ts'
import { presentBasket, type BasketView } from '../queries/present-basket.ts'
import { getBasket, type BasketKey } from '../queries/read-basket.ts'
import { quoteToShow } from './quote-to-show.ts'
import { keepSeen } from './see-basket.ts'

/** What came of another basket that went into this one, with names to tell it by. */
export interface JoinShown extends Pick<JoinTold, 'policy'> {
  readonly leftOut: (JoinTold['leftOut'][number] & { readonly name: string | null })[]
}

export interface ShownBasket extends BasketView {
  readonly join: JoinShown | null
}

interface Shown {
  readonly locale: string
  readonly now: Date
}

/** A basket as the API shows it; `from`: the one that has just gone into it. */
export async function viewBasket(
  reader: Reader,
  { key, from }: { readonly key: BasketKey; readonly from?: string | undefined },
  { locale, now }: Shown,
): Promise<Result<ShownBasket>> {
  const basket = await getBasket(reader, key)
  if (!basket.ok) return basket
  const quote = await quoteToShow(reader, basket.value, now)
  if (!quote.ok) return quote
  const join = from === undefined ? undefined : await tellJoin(reader, { into: basket.value.id, from, locale })
  return ok({ ...presentBasket(quote.value, locale), join: join ?? null })
}

/** The same after a change of it: the answer is looked at, and kept as seen. */
export async function lookAtBasket(ctx: Context, key: BasketKey, locale: string): Promise<Result<ShownBasket>> {
  const basket = await getBasket(ctx.tx, key)
  if (!basket.ok) return basket
  const quote = await quoteToShow(ctx.tx, basket.value, ctx.now)
  if (!quote.ok) return quote
  keepSeen(ctx, basket.value, quote.value)
  return ok({ ...presentBasket(quote.value, locale), join: null })
}

export async function tellJoin(
  reader: Reader,
  { into, from, locale }: { readonly into: string; readonly from: string; readonly locale: string },
): Promise<JoinShown | undefined> {
  const join = await findJoin(reader, { into, from })
  if (!join) return undefined
  const variantIds = [...new Set(join.leftOut.map(({ variantId }) => variantId))]
  // Its name alone: in which currency it would be sold does not matter.
  const offers = await loadOffers(reader, { variantIds, currency: 'EUR' })
  const nameOf = (variantId: string) => {
    const names = offers.get(variantId)?.names
    return names?.[locale] ?? names?.en ?? null
  }
  return { policy: join.policy, leftOut: join.leftOut.map((left) => ({ ...left, name: nameOf(left.variantId) })) }
}
