import assert from 'node:assert/strict'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Proof, ProofOptions } from '../../tools/proof.ts'
import {
  awaitPaid,
  expectAllOrders,
  killNow,
  percentile,
  prepareShop,
  stockUp,
  type LivingShop,
} from '../living-shop/living-shop.ts'
import { createShopper, type Ledger } from '../living-shop/shopper.ts'
import { chanceFrom } from '../races/race.ts'

const FULL_COUNT = 10
const SHOPPERS = 8
/** The house looks at a process that served so long as sound: it starts it again without a pause. */
const BETWEEN_MS = 15_000

/** One process dies under the shoppers, again and again; the others and the supervisor must carry on (reliability.md R2). */
export const { name, run }: Proof = {
  name: 'one process killed: API, worker, PostgreSQL; back in time, nothing lost',
  async run({ seed, count = FULL_COUNT, log }) {
    const chance = chanceFrom(seed)
    const busy = (loadavg()[0] ?? 0) > availableParallelism()
    const shop = await prepareShop()
    let open = true
    try {
      await shop.start()
      const ledger: Ledger = { orders: [], wrong: [], refused: new Map() }
      const variantIds = await stockUp(shop, 100_000)
      const shoppers = Array.from({ length: SHOPPERS }, (_, index) =>
        createShopper({ url: shop.url, number: index + 1, variantIds, chance, ledger }),
      )
      const shopping = Promise.all(shoppers.map((shopper) => shopper.shop(() => open)))
      const trial: Trial = { shop, chance, count, log, busy }
      await killApi(trial)
      await killWorker(trial, ledger)
      await killDatabase(trial)
      assert.deepEqual(shop.faults(), {}, 'an outage of one is told as an outage')
      open = false
      await shopping
      await awaitPaid(shop, ledger.orders, 90_000)
      await expectAllOrders(shop, ledger.orders)
      await shop.verify()
      assert.deepEqual(ledger.wrong, [])
      log(`${ledger.orders.length} orders acknowledged meanwhile, each there once; verify finds nothing`)
    } finally {
      open = false
      await shop.remove()
    }
  },
}

/** A promise of seconds is one of a machine that has nothing else to do: on a busy one the figures are told, not judged. */
function expectWithin(figure: number, limitMs: number, { log, busy }: Trial): void {
  if (busy) log(`not judged, since this machine is busy with other work: ${figure} ms of ${limitMs}`)
  else assert.ok(figure <= limitMs, `${figure} ms, promised are ${limitMs}`)
}

interface Trial {
  readonly busy: boolean
  readonly shop: LivingShop
  readonly chance: () => number
  readonly count: number
  readonly log: ProofOptions['log']
}

async function killApi(trial: Trial): Promise<void> {
  const { shop, chance, count, log } = trial
  const times: number[] = []
  for (let round = 0; round < count; round++) {
    await wait(BETWEEN_MS + chance() * 1_000)
    const pid = shop.pidOf('api') ?? assert.fail('no api runs')
    const begun = performance.now()
    killNow(pid)
    await until(async () => (await statusOf(`${shop.url}/readyz`)) === 200, 30_000)
    times.push(performance.now() - begun)
  }
  log(`api killed ${count} times: back after p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms`)
  log(`one by one: ${times.map(Math.round).join(', ')} ms`)
  expectWithin(percentile(times, 0.95), 3_000, trial)
}

async function killWorker({ shop, chance, count, log }: Trial, ledger: Ledger): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < count; round++) {
    await wait(BETWEEN_MS + chance() * 1_000)
    const pid = shop.pidOf('worker') ?? assert.fail('no worker runs')
    const begun = performance.now()
    killNow(pid)
    await until(async () => ![undefined, pid].includes(shop.pidOf('worker')), 30_000)
    times.push(performance.now() - begun)
  }
  const settledMs = await awaitPaid(shop, ledger.orders, 90_000)
  const told = `started again after p95 ${percentile(times, 0.95)} ms`
  log(`worker killed ${count} times: ${told}; all that was paid is settled ${Math.round(settledMs)} ms later`)
}

async function killDatabase(trial: Trial): Promise<void> {
  const { shop, chance, count, log } = trial
  const times: number[] = []
  const told = new Map<string, number>()
  for (let round = 0; round < count; round++) {
    await wait(4_000 + chance() * 1_000)
    const pid = shop.postmaster()
    const begun = performance.now()
    killNow(pid)
    await until(async () => {
      const answers = await Promise.all(['/api/catalog/products', '/api/shop', '/it'].map((path) => look(shop, path)))
      for (const answer of answers) told.set(answer, (told.get(answer) ?? 0) + 1)
      return answers.every((answer) => answer === '200') && shop.postmaster() !== pid
    }, 30_000)
    times.push(performance.now() - begun)
  }
  log(
    `PostgreSQL killed ${count} times: whole service back after p50 ${percentile(times, 0.5)} ms, slowest ${percentile(times, 1)} ms`,
  )
  log(`answers meanwhile: ${JSON.stringify(Object.fromEntries(told))}`)
  log(`faults in the log: ${JSON.stringify(shop.faults())}`)
  const allowed = new Set(['200', '503 with Retry-After'])
  assert.deepEqual(
    [...told.keys()].filter((answer) => !allowed.has(answer)),
    [],
  )
  expectWithin(percentile(times, 0.5), 5_000, trial)
  expectWithin(percentile(times, 1), 15_000, trial)
}

async function look(shop: LivingShop, path: string): Promise<string> {
  // As the browser of somebody who was not here before: pages are kept for a while.
  const answer = await fetch(`${shop.url}${path}?at=${performance.now()}`, { signal: AbortSignal.timeout(20_000) })
  await answer.arrayBuffer()
  return `${answer.status}${answer.headers.has('retry-after') ? ' with Retry-After' : ''}`
}

async function statusOf(url: string): Promise<number> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}

async function until(holds: () => Promise<boolean>, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() > end) assert.fail(`it did not come back within ${limitMs} ms`)
    await wait(20)
  }
}
