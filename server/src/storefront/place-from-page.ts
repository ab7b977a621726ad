import { createHash } from 'node:crypto'
import type { Actor } from '../host/actor.ts'
import { signLink } from '../host/auth/links.ts'
import { runCommand, type House } from '../host/context.ts'
import { findKeptAnswer, keepAnswer } from '../host/idempotency/store.ts'
import { ok, type Result } from '../kernel/result.ts'
import { getBasket, type BasketKey } from '../departments/orders/index.ts'
import { placeOrder, type OrderRequest } from '../flows/place-order/index.ts'

/** Who presses the button, in which request. */
export interface Asker {
  readonly actor: Actor
  readonly requestId: string
}

interface Placed {
  readonly linkToken: string
}

const SCOPE = 'storefront order'

/**
 * Places the order of a basket, once. The form carries the basket's id as its idempotency key: pressed twice, sent again by
 * going back, or repeated after an answer was lost, it leads to the one order that the basket became.
 */
export async function placeFromPage(house: House, request: OrderRequest, asker: Asker): Promise<Result<Placed>> {
  const first = await placeOnce(house, request, asker)
  // A twin was faster and its answer is kept now: told instead of refused.
  if (first.ok || first.refusal.code !== 'orders.basket_already_ordered') return first
  return placeOnce(house, request, asker)
}

/** The link of the order that a basket became: where somebody who comes back to the checkout belongs. */
export async function findPlacedLink(house: House, key: BasketKey): Promise<string | undefined> {
  const basket = await getBasket(house.database, key)
  if (!basket.ok || !basket.value.ordered) return undefined
  const kept = await findKeptAnswer(house.database, keyedBy(key))
  return (kept?.response as Placed | undefined)?.linkToken
}

function keyedBy({ id }: BasketKey) {
  return { scope: SCOPE, key: id, inputHash: createHash('sha256').update(id).digest() }
}

function placeOnce(house: House, request: OrderRequest, asker: Asker): Promise<Result<Placed>> {
  const keyed = keyedBy(request.basket)
  return runCommand(house, asker, async (ctx) => {
    const basket = await getBasket(ctx.tx, request.basket)
    if (!basket.ok) return basket
    const kept = basket.value.ordered ? await findKeptAnswer(ctx.tx, keyed) : undefined
    if (kept) return ok(kept.response as Placed)
    const placed = await placeOrder(ctx, request)
    if (!placed.ok) return placed
    const answer: Placed = { linkToken: signLink(house.linkKey, 'order', placed.value.id) }
    keepAnswer(ctx, keyed, 303, answer)
    return ok(answer)
  })
}
