/**
 * Guests with three lines in their baskets check out, eight at a time, on PostgreSQL with fsync. Beside it, pgbench sends the
 * same statements with values of the same kind, one after the other. Both sides work on the same tables in turns.
 */
import { randomUUID } from 'node:crypto'
import { APP_ROLE } from '../server/src/host/organisations/app-role.ts'
import { guest, runCommand, type House } from '../server/src/host/context.ts'
import { openDatabase } from '../server/src/host/database/pool.ts'
import { placeOrder } from '../server/src/flows/place-order/index.ts'
import { must, someAddress } from '../server/src/testing/scene.ts'
import { fillBaskets, type FilledBasket } from './frame/baskets.ts'
import { cpuOfFamily, cpuOfThisProgram } from './frame/cpu.ts'
import { PGBENCH_REMEDY, findPgbench, layOut, pgbenchVersion, planScript, type Plan } from './frame/pgbench.ts'
import { openLimit, turnsOfRound, withoutFetching } from './frame/pgbench-limit.ts'
import { recordPool } from './frame/recording.ts'
import { measureInTurns } from './frame/rounds.ts'
import type { BenchContext, Cost, Ground, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'place-order'
export const what = 'a guest checks out three lines, 8 in flight, fsync on, against pgbench with the same statements'

const IN_FLIGHT = 8
const PRODUCTS = 300
const ORDERS_A_ROUND = 800
const GOAL = 0.5

interface Bench {
  readonly ctx: BenchContext
  readonly ground: Ground
  readonly shop: BenchShop
  /** Orders of a round. */
  readonly each: number
}

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_place_order', connections: IN_FLIGHT, products: PRODUCTS })
  const each = Math.ceil((ORDERS_A_ROUND * ctx.scale) / IN_FLIGHT) * IN_FLIGHT
  try {
    const program = findPgbench()
    const bench = { ctx, ground, shop, each }
    return [program === undefined ? await measureAlone(bench) : await measureBeside(bench, program)]
  } finally {
    await shop.close()
  }
}

async function measureAlone(bench: Bench): Promise<Row> {
  const { ctx, shop, each } = bench
  ctx.say(PGBENCH_REMEDY)
  const baskets = await fillBaskets(shop, each * (ctx.rounds + 1))
  const sides = { order: (round: number) => placeRound(bench, baskets.slice(round * each, (round + 1) * each)) }
  const { order } = await measureInTurns({ rounds: ctx.rounds, sides })
  await proveSold(shop, baskets.length)
  return { subject: 'place an order', cost: order, goal: GOAL, notes: [PGBENCH_REMEDY] }
}

async function measureBeside(bench: Bench, program: string): Promise<Row> {
  const { ctx, ground, shop, each } = bench
  const mine = each * (ctx.rounds + 1)
  const turns = { clients: IN_FLIGHT, transactions: each }
  const total = mine + turnsOfRound(turns) * (ctx.rounds + 1)
  ctx.say(`Filling ${total} baskets, and recording what is sent for half of them.`)
  const baskets = await fillBaskets(shop, total)
  const plan = await recordPlan(shop, baskets.slice(mine))
  await layOut(shop.owner, plan, APP_ROLE)
  const { postmasterPid, version } = ground
  const limit = openLimit({ ...turns, plan, program, url: shop.appUrl, postmasterPid })
  try {
    const { order, whole, fetching } = await measureInTurns({
      rounds: ctx.rounds,
      sides: {
        order: (round) => placeRound(bench, baskets.slice(round * each, (round + 1) * each)),
        fetching: () => limit.measureFetching(),
        whole: async () => {
          await rest(shop)
          return limit.measureWhole()
        },
      },
    })
    await proveSold(shop, total)
    return {
      subject: 'place an order',
      cost: order,
      limit: { what: `pgbench, ${plan.statements} statements`, cost: withoutFetching(whole, fetching) },
      goal: GOAL,
      notes: [
        `median of ${ctx.rounds} rounds of ${each}; ${pgbenchVersion(program)}; PostgreSQL ${version}`,
        `pgbench's start, first plans and fetching of values (${Math.round(fetching.median.totalUs)} µs) were measured alone and subtracted`,
      ],
    }
  } finally {
    limit.close()
  }
}

async function placeRound({ ground, shop, each }: Bench, baskets: readonly FilledBasket[]): Promise<Cost> {
  await rest(shop)
  const before = { program: cpuOfThisProgram(), postgres: cpuOfFamily(ground.postmasterPid), at: performance.now() }
  await placeAll(shop.house, baskets)
  const seconds = (performance.now() - before.at) / 1000
  const programUs = (cpuOfThisProgram() - before.program) / each
  const postgresUs = (cpuOfFamily(ground.postmasterPid) - before.postgres) / each
  return { perSecond: each / seconds, programUs, postgresUs, totalUs: programUs + postgresUs }
}

/** What would otherwise come by the clock, into one side's round or the other's. */
async function rest({ owner }: BenchShop): Promise<void> {
  await owner.query('VACUUM ANALYZE')
  await owner.query('CHECKPOINT')
}

async function placeAll(house: House, baskets: readonly FilledBasket[]): Promise<void> {
  let next = 0
  const queueAtTheTill = async (): Promise<void> => {
    for (let basket = baskets[next++]; basket !== undefined; basket = baskets[next++]) must(await place(house, basket))
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, queueAtTheTill))
}

function place(house: House, { key, total }: FilledBasket) {
  const email = `buyer-${key.id}@village.example`
  return runCommand(house, { actor: guest, requestId: randomUUID() }, (ctx) =>
    placeOrder(ctx, { basket: key, email, address: someAddress, deliveryMethod: 'standard', acceptedTotal: total }),
  )
}

/** By a connection of its own, which nobody prepared anything on. */
async function recordPlan({ house, appUrl }: BenchShop, baskets: readonly FilledBasket[]): Promise<Plan> {
  const database = openDatabase({ url: appUrl, max: 1, applicationName: 'fondaco bench recording' })
  const recorder = recordPool(database.pool)
  try {
    const transactions = []
    for (const basket of baskets) transactions.push(await recorder.record(() => place({ ...house, database }, basket)))
    return planScript(transactions)
  } finally {
    await database.close()
  }
}

/** Both sides really sold: for every basket an order, its lines, its payment and its promised stock. */
async function proveSold({ owner }: BenchShop, orders: number): Promise<void> {
  const { rows } = await owner.query<{ placed: string }>(`
    SELECT count(DISTINCT o.id) AS placed FROM orders.sales_order o
    JOIN payments.payment p ON p.order_id = o.id AND p.amount = o.total
    WHERE (SELECT count(*) FROM orders.order_line l WHERE l.order_id = o.id) = 3
      AND (SELECT count(*) FROM inventory.reservation r WHERE r.order_id = o.id) = 3`)
  if (Number(rows[0]?.placed) !== orders) throw new Error(`${orders} baskets became ${rows[0]?.placed} whole orders`)
}
