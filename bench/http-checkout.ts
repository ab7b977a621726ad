/**
 * Guests buy over HTTP, eight at a time: the product's page, a basket, its line, where it goes, the order with obligation to pay, the
 * provider's page, its card form, and back. What is counted is a paid order, with all that the house does for it: pages, API, the
 * worker behind it, and the development payment provider, which runs in the same family of processes.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { cpuOfFamily } from './frame/cpu.ts'
import { openSale, type OpenSale } from './frame/open-sale.ts'
import { summarise } from './frame/rounds.ts'
import type { BenchContext, Cost, Ground, Row } from './frame/row.ts'
import { Shopper } from './frame/shopper.ts'

export const name = 'http-checkout'
export const what = 'a guest buys over HTTP, from the product page to the paid order, 8 in flight'

const IN_FLIGHT = 8
const ORDERS_A_ROUND = 160
const PLENTY = 1_000_000
const SETTLED_WITHIN_MS = 120_000

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openSale(ctx, ground, PLENTY)
  const each = Math.ceil((ORDERS_A_ROUND * ctx.scale) / IN_FLIGHT) * IN_FLIGHT
  try {
    const costs: Cost[] = []
    for (let round = 0; round <= ctx.rounds; round++) {
      const cost = await buyRound(ground, shop, { from: round * each, each })
      if (round > 0) costs.push(cost)
    }
    const bought = each * (ctx.rounds + 1)
    await untilPaid(shop, bought)
    const notes = [
      `median of ${ctx.rounds} rounds of ${each}; all ${bought} are paid`,
      'nine requests an order, the worker’s jobs and the payment provider included',
    ]
    return [{ subject: 'buy and pay over HTTP', cost: summarise(costs), notes }]
  } finally {
    await shop.close()
  }
}

interface Round {
  readonly from: number
  readonly each: number
}

async function buyRound({ postmasterPid }: Ground, { house, sale }: OpenSale, { from, each }: Round): Promise<Cost> {
  const before = { program: cpuOfFamily(house.pid), postgres: cpuOfFamily(postmasterPid), at: performance.now() }
  let next = from
  const queue = async (): Promise<void> => {
    while (next < from + each) {
      const shopper = new Shopper(sale, next++)
      const { placed, code } = await shopper.buy({ pay: true }).finally(() => shopper.close())
      if (!placed) throw new Error(`an order was refused: ${code}`)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, queue))
  const seconds = (performance.now() - before.at) / 1000
  const programUs = (cpuOfFamily(house.pid) - before.program) / each
  const postgresUs = (cpuOfFamily(postmasterPid) - before.postgres) / each
  return { perSecond: each / seconds, programUs, postgresUs, totalUs: programUs + postgresUs }
}

/** Nobody's money is on its way any more: each order that was bought is paid. */
async function untilPaid({ owner }: OpenSale, bought: number): Promise<void> {
  const last = performance.now() + SETTLED_WITHIN_MS
  for (;;) {
    const { rows } = await owner.query<{ paid: string }>(
      "SELECT count(*) AS paid FROM orders.sales_order WHERE state = 'paid'",
    )
    if (Number(rows[0]?.paid) === bought) return
    if (performance.now() > last) throw new Error(`${bought} were bought, and ${rows[0]?.paid} are paid`)
    await wait(250)
  }
}
