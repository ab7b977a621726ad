/**
 * A promotion tried on ten thousand orders of the last ninety days and a third as many baskets, beside five others that ran: what a
 * merchandiser waits for. Beside it, what reading the same orders and baskets costs, with nothing reckoned.
 */
import { listLeftBaskets, listPastOrders, type SalesCursor } from '../server/src/departments/orders/index.ts'
import { createPromotion, getTrial } from '../server/src/departments/pricing/index.ts'
import { beginPromotionTrial, runTrial } from '../server/src/flows/try-promotion/index.ts'
import { system, type House } from '../server/src/host/context.ts'
import { must, type SceneHouse } from '../server/src/testing/scene.ts'
import { cpuOfFamily, cpuOfThisProgram } from './frame/cpu.ts'
import { fillPast } from './frame/past-orders.ts'
import { measureInTurns } from './frame/rounds.ts'
import type { BenchContext, Cost, Row } from './frame/row.ts'
import { openBenchShop } from './frame/shop.ts'

export const name = 'promotion-twin'
export const what = 'a draft promotion over 10,000 orders and 3,300 baskets (goal: seconds)'

const ORDERS = 10_000
const DAYS = 90
const CHUNK = 500
const PRODUCTS = 300

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_twin', connections: 4, products: PRODUCTS })
  const { house, owner } = shop
  try {
    const orders = Math.round(ORDERS * ctx.scale)
    ctx.say(`Filling ${orders} orders.`)
    await fillPast(owner, { orders, days: DAYS })
    for (let number = 0; number < 5; number += 1) must(await house.run((one) => createPromotion(one, other(number))))
    await owner.query('VACUUM ANALYZE')
    const told: string[] = []
    const measured = await measureInTurns({
      rounds: ctx.rounds,
      sides: {
        trial: (round) => costOf(ground.postmasterPid, () => tryOnce(house, round, told)),
        reading: () => costOf(ground.postmasterPid, () => readAll(house)),
      },
    })
    const limit = { what: 'reading the same orders and baskets', cost: measured.reading }
    return [{ subject: `a trial over ${orders} orders`, cost: measured.trial, limit, notes: told.slice(-1) }]
  } finally {
    await shop.close()
  }
}

const base = {
  names: { en: 'One' },
  needsCoupon: false,
  beginsAt: null,
  endsAt: null,
  limits: { mostUses: null, mostUsesOfCustomer: null, budget: null },
}

function other(number: number) {
  const beginsAt = new Date(Date.now() - 2 * DAYS * 86_400_000)
  const action = { kind: 'line_percent' as const, percent: String(3 + number) }
  return {
    ...base,
    code: `OTHER${number}`,
    beginsAt,
    terms: { conditions: [], action },
    stackingClass: `class-${number % 2}`,
  }
}

async function tryOnce(house: SceneHouse, round: number, told: string[]): Promise<void> {
  const actor = system('bench')
  const terms = {
    conditions: [{ kind: 'subtotal_at_least' as const, amounts: [{ amount: 5000, currency: 'EUR' }] }],
    action: { kind: 'order_percent' as const, percent: '10' },
  }
  const draft = { ...base, code: `TWIN${round}`, terms }
  const begun = performance.now()
  const { id } = must(await house.run((ctx) => beginPromotionTrial(ctx, { promotionId: undefined, draft, days: DAYS })))
  const means = { options: { actor }, onProgress: () => {}, stopAsked: async () => false }
  must(await runTrial(house, { id, run: 1 }, means))
  const { tally } = must(await getTrial(house.database, id))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  told.push(`${tally.orders} orders and ${tally.baskets} baskets in ${seconds} s`)
}

async function readAll({ database }: House): Promise<void> {
  const until = new Date()
  const period = { since: new Date(until.getTime() - DAYS * 86_400_000), until }
  let after: SalesCursor | undefined
  for (;;) {
    const last = (await listPastOrders(database, period, { after, limit: CHUNK })).at(-1)
    if (!last) break
    after = last.cursor
  }
  after = undefined
  for (;;) {
    const last = (await listLeftBaskets(database, period, { after, limit: CHUNK })).at(-1)
    if (!last) break
    after = last.cursor
  }
}

async function costOf(postmasterPid: number, work: () => Promise<void>): Promise<Cost> {
  const before = { program: cpuOfThisProgram(), postgres: cpuOfFamily(postmasterPid), at: performance.now() }
  await work()
  const perSecond = 1000 / (performance.now() - before.at)
  const programUs = cpuOfThisProgram() - before.program
  const postgresUs = cpuOfFamily(postmasterPid) - before.postgres
  return { perSecond, programUs, postgresUs, totalUs: programUs + postgresUs }
}
