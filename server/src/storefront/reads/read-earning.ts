import type { House } from '../../host/context.ts'
import { pointsToEarn } from '../../departments/loyalty/index.ts'
import type { Quote } from '../../departments/orders/index.ts'
import type { BasketPage } from '../views.ts'
import type { Visit } from '../visit.ts'

/** What a basket would earn, after promotions; asks nothing where the market has no programme. */
export async function readEarning(
  { database }: House,
  { shop, market, shopper }: Visit,
  { lines, priced }: Quote,
): Promise<BasketPage['earns']> {
  const terms = shop.programmes.get(market.code)
  if (!terms?.running) return undefined
  const kinds = new Map(lines.map(({ offer }) => [offer?.variantId, offer?.kind]))
  const sold = priced.lines.map(({ variantId, net, total }) => ({
    ...{ variantId, net: net.amount, total: total.amount },
    kind: kinds.get(variantId) ?? 'physical',
  }))
  const points = await pointsToEarn(database, { terms, lines: sold, groups: shopper?.groups ?? [] })
  return { points, terms }
}
