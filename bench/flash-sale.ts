/**
 * A thousand of one thing, and five thousand who want one of it at the same time, over HTTP. What counts is that it comes out exactly:
 * a thousand orders, four thousand refusals that say so, nothing promised that is not there, and nothing left on the shelf.
 */
import { cpuOfFamily } from './frame/cpu.ts'
import { openSale } from './frame/open-sale.ts'
import { summarise } from './frame/rounds.ts'
import type { BenchContext, Row } from './frame/row.ts'
import { Shopper } from './frame/shopper.ts'

export const name = 'flash-sale'
export const what = 'one SKU, 1,000 units, 5,000 buyers over HTTP, 200 in flight: sold exactly'

const UNITS = 1_000
const BUYERS = 5_000
const IN_FLIGHT = 200

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const units = Math.ceil(UNITS * ctx.scale)
  const buyers = Math.ceil(BUYERS * ctx.scale)
  const shop = await openSale(ctx, ground, units)
  try {
    const { house, sale, owner } = shop
    const before = {
      program: cpuOfFamily(house.pid),
      postgres: cpuOfFamily(ground.postmasterPid),
      at: performance.now(),
    }
    let next = 0
    let placed = 0
    const refused = new Map<string, number>()
    const queue = async (): Promise<void> => {
      while (next < buyers) {
        const shopper = new Shopper(sale, next++)
        const code = await tryToBuy(shopper)
        if (code === undefined) placed += 1
        else refused.set(code, (refused.get(code) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, buyers) }, queue))
    const seconds = (performance.now() - before.at) / 1000
    const programUs = (cpuOfFamily(house.pid) - before.program) / buyers
    const postgresUs = (cpuOfFamily(ground.postmasterPid) - before.postgres) / buyers
    const { rows } = await owner.query<{ on_hand: string; reserved: string; orders: string }>(
      `SELECT s.on_hand, s.reserved, (SELECT count(*) FROM orders.order_line l WHERE l.variant_id = s.variant_id) AS orders
       FROM inventory.stock s WHERE s.variant_id = $1`,
      [sale.variantId],
    )
    const promised = rows.reduce((all, { reserved }) => all + Number(reserved), 0)
    const orders = Number(rows[0]?.orders)
    const isExact = placed === units && orders === units && promised === units
    if (!isExact) throw new Error(`${units} were there: ${placed} sold, ${orders} orders, ${promised} promised`)
    const cost = { perSecond: buyers / seconds, programUs, postgresUs, totalUs: programUs + postgresUs }
    const words = [...refused].map(([code, count]) => `${count} ${code}`).join(', ')
    const notes = [
      `✔ ${placed} of ${units} sold in ${seconds.toFixed(1)} s, to ${buyers} buyers; turned away: ${words}`,
    ]
    return [{ subject: 'a buyer in the crowd', cost: summarise([cost]), notes }]
  } finally {
    await shop.close()
  }
}

/** The refusal's code; undefined for who got one. */
async function tryToBuy(shopper: Shopper): Promise<string | undefined> {
  try {
    const { placed, code } = await shopper.buy({ pay: false })
    return placed ? undefined : (code ?? 'unknown')
  } catch (error) {
    // Sold out already where it is put into the basket: the shop says so there.
    const code = /"code":"([a-z_.-]+)"/.exec(error instanceof Error ? error.message : '')?.[1]
    if (code === undefined) throw error
    return code
  } finally {
    shopper.close()
  }
}
