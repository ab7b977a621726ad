import { runCommand } from '../host/context.ts'
import { setBasketBundle, setBasketLine, type Basket, type BasketKey } from '../departments/orders/index.ts'
import type { PageCall } from './desk.ts'
import { mendedQuantity } from './reads/mended-quantity.ts'
import { readBasket } from './reads/read-basket.ts'
import { inCountry } from './visit-of.ts'

/** Takes out of a basket what cannot be had any more, and lowers what cannot be had in that number. */
export async function mendLines({ request, house, visit }: PageCall, open: Basket, key: BasketKey): Promise<void> {
  const basket = await readBasket(house, inCountry(visit, open.country), open)
  const flawed = basket?.lines.filter(({ problem }) => problem !== undefined) ?? []
  for (const line of flawed) {
    const { variantId, bundle } = line
    const quantity = mendedQuantity(line, basket?.lines ?? [])
    await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
      bundle
        ? setBasketBundle(ctx, key, { id: bundle.id, quantity })
        : setBasketLine(ctx, key, { variantId, quantity }),
    )
  }
}
