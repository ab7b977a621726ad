/**
 * What customers bought is told to those who sort them into groups. One job for every fact that changes it: it looks at the order
 * as it is now, under the order's lock, so that facts may come twice, or in another order than they happened.
 *
 * Rejected: groups that look into the orders by themselves. Orders ask customers who buys; asking back would be a circle.
 */
import { runCommand, system, type House } from '../../host/context.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'
import { ok } from '../../kernel/result.ts'
import { countPurchase, uncountPurchase } from '../../departments/customers/index.ts'
import { findPurchase, lockOrder } from '../../departments/orders/index.ts'

export const countPurchaseJob: JobDefinition = {
  kind: 'count-purchase',
  run: async (house, job) => {
    await countPurchaseOf(house, job.ref ?? '')
  },
}

async function countPurchaseOf(house: House, orderId: string): Promise<void> {
  await runCommand(house, { actor: system('count-purchase') }, async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    if (!order.ok) return order
    const purchase = await findPurchase(ctx, orderId)
    if (purchase) await (purchase.state === 'paid' ? countPurchase(ctx, purchase) : uncountPurchase(ctx, purchase))
    return ok()
  })
}
