/**
 * What stands most often in the same orders is kept for each product, so that the shop can show it. A fact about an order only notes
 * its products; every few minutes those are counted anew from the orders themselves. So facts may come twice or in any order, a
 * cancelled or wholly refunded order is out the next time somebody looks, and a flash sale of one product is one count of it.
 *
 * Rejected: counters of pairs, raised and lowered by each order. There would be as many as products squared, and one fact that came
 * twice or never would stay wrong for ever. The last thousand orders of a product are read in milliseconds.
 */
import { keepTogether, LAST_ORDERS, noteBought, takeToCount } from '../../departments/catalog/index.ts'
import { listBoughtProducts, listOrdersWith } from '../../departments/orders/index.ts'
import { listWhollyRefunded } from '../../departments/payments/index.ts'
import { runCommand, system, type Context, type House } from '../../host/context.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'
import { ok } from '../../kernel/result.ts'

const BATCH = 20
/** In one run: what is left waits for the next, and other work is not kept waiting. */
const BATCHES = 100

export const noteBoughtJob: JobDefinition = {
  kind: 'note-bought-together',
  run: async (house, job) => {
    await runCommand(house, { actor: system('bought-together') }, async (ctx) => {
      await noteBought(ctx, await listBoughtProducts(ctx.tx, job.ref ?? ''))
      return ok()
    })
  },
}

export const countTogetherJob: JobDefinition = {
  kind: 'count-bought-together',
  schedule: '*/5 * * * *',
  run: (house) => countBoughtTogether(house),
}

/** Answers when nothing waits any more, or when it has done its share. */
export async function countBoughtTogether(house: House): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const counted = await runCommand(house, { actor: system('bought-together') }, async (ctx) => {
      const productIds = await takeToCount(ctx, BATCH)
      for (const productId of productIds) await countOne(ctx, productId)
      return ok(productIds.length)
    })
    if (!counted.ok || counted.value < BATCH) return
  }
}

async function countOne(ctx: Context, productId: string): Promise<void> {
  const orders = await listOrdersWith(ctx.tx, productId, LAST_ORDERS)
  const returned = await listWhollyRefunded(
    ctx.tx,
    orders.map(({ id }) => id),
  )
  const kept = orders.filter(({ id }) => !returned.has(id)).map(({ products }) => products)
  await keepTogether(ctx, productId, kept)
}
