import type { Context } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { choiceKey, withinLimit } from '../../catalog/index.ts'
import { loadOffers } from '../../pricing/index.ts'
import type { Basket, BasketId } from '../domain/basket.ts'
import { joinBaskets } from '../domain/join-baskets.ts'
import { refusals } from '../domain/refusals.ts'
import { basketJoin } from '../queries/basket-join.ts'
import { getBasket, type BasketKey } from '../queries/read-basket.ts'
import { recordJoin, replaceContent, saveCustomersBasket } from '../store/customer-baskets.ts'
import { lockBasket, lockCustomerBasket } from '../store/locks.ts'
import { createBasket } from './create-basket.ts'
import { lockOpenBasket } from './lock-open-basket.ts'

/** The basket to go on with, and the one that went into it, if it is another. */
export interface LinkedBasket {
  readonly basketId: BasketId
  readonly from?: BasketId
  /** How many pieces of each variant it holds now. */
  readonly pieces: ReadonlyMap<string, number>
  /** What was said about pieces of the basket that was carried goes before what was said about the customer's. */
  readonly carriedFirst: boolean
}

/**
 * Whoever carries a basket's token and is signed in makes it theirs. Who has one already, from another device or another day,
 * goes on with that: the two become one by the shop's policy. Twice is once; where nobody is signed in nothing changes.
 */
export async function linkBasket(ctx: Context, key: BasketKey): Promise<Result<LinkedBasket>> {
  if (!isUuid(key.id)) return refusals.basket_not_found()
  if (key.shopper === undefined) return linked(await lockOpenBasket(ctx, key))
  const current = await lockCustomerBasket(ctx, key.shopper)
  // Both in the order of their ids.
  for (const id of [key.id, current].filter((one) => one !== undefined).sort()) lockBasket(ctx, id)
  const carried = await lockOpenBasket(ctx, key)
  if (!carried.ok) return carried
  const { owner } = carried.value
  if (owner !== undefined && owner !== key.shopper) return refusals.basket_of_another()
  if (current === carried.value.id) return linked(carried)
  const own =
    current === undefined ? undefined : await getBasket(ctx.tx, { id: current, token: undefined, shopper: key.shopper })
  if (!own?.ok || own.value.ordered) {
    saveCustomersBasket(ctx, key.shopper, carried.value.id)
    return linked(carried)
  }
  return join(ctx, { carried: carried.value, own: own.value, customerId: key.shopper })
}

interface Two {
  readonly carried: Basket
  readonly own: Basket
  readonly customerId: string
}

async function join(ctx: Context, { carried, own, customerId }: Two): Promise<Result<LinkedBasket>> {
  const policy = await readSetting(ctx.tx, basketJoin)
  const both = [carried, own].flatMap(({ lines, bundles }) => [...lines, ...bundles])
  const offers = await loadOffers(ctx.tx, {
    variantIds: [...new Set(both.map(({ variantId }) => variantId))],
    currency: carried.market.currency,
  })
  const within = (variantId: string, wish: number) => withinLimit(offers.get(variantId)?.limit, wish)
  const joined = joinBaskets(policy, { guest: contentOf(carried), customer: contentOf(own), within })
  recordJoin(ctx, { from: carried.id, into: own.id, customerId, policy, leftOut: joined.leftOut })
  replaceContent(ctx, own.id, joined)
  return ok({ basketId: own.id, from: carried.id, pieces: piecesOf(joined), carriedFirst: policy === 'guest' })
}

const contentOf = ({ lines, bundles, coupons }: Basket) => ({
  lines,
  bundles: bundles.map((bundle) => ({ ...bundle, choiceKey: choiceKey(bundle.choices) })),
  coupons,
})

const piecesOf = ({ lines }: Pick<Basket, 'lines'>) => new Map(lines.map((line) => [line.variantId, line.quantity]))

const linked = (basket: Result<Basket>): Result<LinkedBasket> =>
  basket.ok ? ok({ basketId: basket.value.id, pieces: piecesOf(basket.value), carriedFirst: false }) : basket

/** The basket that a customer goes on with, opened if they have none: two devices that ask at once get the same. */
export async function openCustomersBasket(
  ctx: Context,
  customerId: string,
  place: { readonly country: string; readonly locale: string },
): Promise<Result<Basket>> {
  const current = await lockCustomerBasket(ctx, customerId)
  if (current !== undefined) {
    const open = await lockOpenBasket(ctx, { id: current, token: undefined, shopper: customerId })
    if (open.ok) return open
  }
  const made = await createBasket(ctx, place)
  if (!made.ok) return made
  saveCustomersBasket(ctx, customerId, made.value.id)
  return lockOpenBasket(ctx, { id: made.value.id, token: undefined, shopper: customerId })
}
