import { runCommand } from '../host/context.ts'
import { RateLimiter } from '../host/http/rate-limit.ts'
import { hostRefusals } from '../host/refusals.ts'
import type { Result } from '../kernel/result.ts'
import { lockOpenBasket, setBasketCoupons, type BasketKey } from '../departments/orders/index.ts'
import type { PageCall } from './desk.ts'

/** One that comes in, or one that goes out. */
export interface CodeChange {
  readonly added: string | null
  readonly removed: string | null
}

const COUPONS_A_MINUTE = 20
const guesses = new RateLimiter()

/**
 * Adds a coupon to the basket or takes one out. Codes are guessed at by programs: so many a minute from one address, on the page of
 * the basket and in the checkout together.
 */
export async function changeBasketCoupons(
  { request, house }: PageCall,
  key: BasketKey,
  { added, removed }: CodeChange,
): Promise<Result<unknown>> {
  const wait = guesses.take(request.ip, COUPONS_A_MINUTE, house.clock.now().getTime())
  if (wait > 0) return hostRefusals.too_many_requests({ params: { seconds: wait } })
  return runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    // Those of the basket as it is now: another device may have entered one since the page was made.
    const basket = await lockOpenBasket(ctx, key)
    if (!basket.ok) return basket
    const kept = basket.value.coupons.filter((code) => code !== removed)
    return setBasketCoupons(ctx, key, [...kept, ...(added === null ? [] : [added])])
  })
}
