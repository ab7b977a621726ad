import type { Call } from '../../../host/http/route.ts'
import type { BasketKey } from './read-basket.ts'

/** By whom a basket is asked for: its token opens it, and who is signed in has their own prices. */
export function basketKeyOf({ actor, basketToken }: Pick<Call, 'actor' | 'basketToken'>, id: string): BasketKey {
  return { id, token: basketToken, shopper: actor.kind === 'customer' ? actor.id : undefined }
}
