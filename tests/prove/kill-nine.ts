import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Proof } from '../../tools/proof.ts'
import { awaitPaid, expectAllOrders, percentile, prepareShop, stockUp } from '../living-shop/living-shop.ts'
import { createShopper, type Ledger } from '../living-shop/shopper.ts'
import { chanceFrom } from '../races/race.ts'

const SHOPPERS = 20
const FULL_COUNT = 10
const SETTLED_WITHIN_MS = 60_000

/**
 * Kill -9 of everything at a random moment while shoppers check out and pay. Every second time PostgreSQL dies with it, as in
 * a power failure; else it is left an orphan. The next start must go on by itself.
 */
export const { name, run }: Proof = {
  name: 'kill -9 under twenty shoppers: nothing acknowledged is lost or doubled',
  async run({ seed, count = FULL_COUNT, log }) {
    const chance = chanceFrom(seed)
    const shop = await prepareShop()
    let open = false
    try {
      log(`first start ${Math.round(await shop.start())} ms`)
      const variantIds = await stockUp(shop, 100_000)
      const ledger: Ledger = { orders: [], wrong: [], refused: new Map() }
      const shoppers = Array.from({ length: SHOPPERS }, (_, index) =>
        createShopper({ url: shop.url, number: index + 1, variantIds, chance, ledger }),
      )
      const starts: number[] = []
      for (let round = 1; round <= count; round++) {
        const known = ledger.orders.length
        open = true
        const shopping = Promise.all(shoppers.map((shopper) => shopper.shop(() => open)))
        await wait(2_000 + chance() * 4_000)
        const database = round % 2 === 0
        await shop.kill({ database })
        open = false
        await shopping
        starts.push(await shop.start())
        const settledMs = await awaitPaid(shop, ledger.orders, SETTLED_WITHIN_MS)
        await expectAllOrders(shop, ledger.orders)
        await shop.verify()
        assert.deepEqual(ledger.wrong, [])
        assert.deepEqual(shop.faults(), {})
        const paid = ledger.orders.filter((order) => order.paid).length
        log(
          `kill ${round}${database ? ' with PostgreSQL' : ''}: start ${Math.round(starts.at(-1) ?? 0)} ms, ` +
            `${ledger.orders.length - known} new orders, ${ledger.orders.length} in all, ${paid} paid, ` +
            `all settled after ${Math.round(settledMs)} ms, verify finds nothing`,
        )
      }
      log(`starts: p50 ${percentile(starts, 0.5)} ms, slowest ${percentile(starts, 1)} ms`)
      log(`refusals that shoppers met: ${JSON.stringify(Object.fromEntries(ledger.refused))}`)
    } finally {
      open = false
      await shop.remove()
    }
  },
}
