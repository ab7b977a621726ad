/** The real thing in a folder of its own: started, killed in every manner, started again, examined. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  environmentOf,
  freePort,
  startHouseAt,
  type Place,
  type StartedHouse,
} from '../../server/src/apps/testing/running-house.ts'
import { makeShopFolder, type Tokens } from './shop-folder.ts'
import type { AcknowledgedOrder } from './shopper.ts'

const program = fileURLToPath(new URL('../../server/bin/fondaco.mjs', import.meta.url))
const run = promisify(execFile)

interface Question {
  readonly method?: string
  readonly body?: unknown
}

export interface LivingShop {
  readonly url: string
  readonly place: Place
  /** Opens it; answers after how many milliseconds it said so. */
  start(): Promise<number>
  /** Processes below the one that was started: `api`, `worker`, `main.ts` (the provider). */
  pidOf(word: string): number | undefined
  postmaster(): number
  /** Everything at once: the group as Ctrl-C reaches it; with `database`, PostgreSQL and all its processes too. */
  kill(options: { database: boolean }): Promise<void>
  /** As Ctrl-C does. */
  close(): Promise<void>
  /** The link with which the first person of the office signs in, as it was printed. */
  activation(): string
  /** A session of whoever holds this role in the village. */
  tokenOf(role: string): Promise<string>
  /** Of all roles. */
  tokens(): Promise<Tokens>
  /** As the owner. */
  ask<T>(path: string, options?: Question): Promise<T>
  /** Throws with what `fondaco verify` printed when it found anything. */
  verify(): Promise<void>
  /** What the house's log calls faults: errors that nobody expected, each once with how often. */
  faults(): Record<string, number>
  remove(): Promise<void>
}

export async function prepareShop(): Promise<LivingShop> {
  const folder = await makeShopFolder()
  const place: Place = {
    dataFolder: folder.dataFolder,
    port: await freePort(),
    devpayPort: await freePort(),
    // Its first order is the test's own.
    settings: { TRUST_PROXY: 'yes', DEMO_HISTORY: 'no' },
  }
  const url = `http://localhost:${place.port}`
  let house: StartedHouse | undefined
  let known = folder.tokens
  let killed = false

  const fondaco = (...args: string[]) =>
    run(process.execPath, [program, ...args], { env: environmentOf(place), maxBuffer: 2 ** 24 })

  const pidOf = (word: string) =>
    descendantsOf(house?.process.pid ?? 0).find((pid) => commandOf(pid).at(-1)?.endsWith(word))

  function postmaster(): number {
    try {
      return Number(readFileSync(join(place.dataFolder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    } catch {
      return 0
    }
  }

  async function tokens(): Promise<Tokens> {
    if (known === undefined) {
      const { stdout } = await fondaco('seed', '--village', '--tokens')
      const line = stdout.split('\n').find((one) => one.startsWith('{')) ?? '{}'
      known = (JSON.parse(line) as { roles: Tokens }).roles
    }
    return known
  }

  const tokenOf = async (role: string): Promise<string> => (await tokens())[role]?.token ?? ''

  async function send(path: string, { method = 'GET', body }: Question): Promise<Response> {
    const authorization = `Bearer ${await tokenOf('owner')}`
    if (body === undefined) return await fetch(`${url}/api${path}`, { method, headers: { authorization } })
    const headers = { authorization, 'content-type': 'application/json' }
    return await fetch(`${url}/api${path}`, { method, headers, body: JSON.stringify(body) })
  }

  async function kill({ database }: { database: boolean }): Promise<void> {
    const pid = house?.process.pid
    if (house === undefined || pid === undefined) return
    const server = database ? postmaster() : 0
    const all = server === 0 ? [] : [server, ...descendantsOf(server)]
    for (const one of [-pid, ...all]) killNow(one)
    await house.ended
  }

  return {
    url,
    place,
    pidOf,
    postmaster,
    async start() {
      const begun = performance.now()
      house = startHouseAt(place)
      await house.open
      return performance.now() - begun
    },
    async kill(options) {
      killed = true
      await kill(options)
    },
    async close() {
      house?.process.kill('SIGTERM')
      await house?.ended
    },
    tokenOf,
    tokens,
    activation: () => /http\S+\/office\/activate#token=\S+/.exec(house?.said() ?? '')?.[0] ?? '',
    async ask<T>(path: string, options: Question = {}) {
      let answer = await send(path, options)
      // Whoever chooses a password ends the sessions that they had: those of the template too.
      if (answer.status === 401) {
        known = undefined
        answer = await send(path, options)
      }
      const text = await answer.text()
      assert.ok(answer.ok, `${options.method ?? 'GET'} ${path}: ${answer.status} ${text}`)
      return JSON.parse(text) as T
    },
    async verify() {
      const { stdout } = await fondaco('verify').catch((error: { stdout?: string; stderr?: string }) =>
        assert.fail(`${error.stdout}\n${error.stderr}`),
      )
      assert.match(stdout, /rules hold, 0 are broken/)
    },
    faults: () => faultsIn(join(place.dataFolder, 'fondaco.log')),
    async remove() {
      // Nobody killed it: whoever waited for a page in vain is told why.
      const fallen = house?.said().match(/The .* ended.*/g) ?? []
      if (!killed) for (const one of fallen) console.error(`${url}: ${one}`)
      await kill({ database: true })
      rmSync(place.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

function faultsIn(log: string): Record<string, number> {
  const faults = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"fault"'))
    .map((line) => String((JSON.parse(line) as { error?: unknown }).error))
  return Object.fromEntries([...Map.groupBy(faults, (error) => error)].map(([error, all]) => [error, all.length]))
}

/** The demo's Venetian warehouse, which its Italian market sells from. */
const WAREHOUSE = { code: 'venezia', name: 'Magazzino Venezia' }

/** Fills the shelves and answers what can be bought. */
export async function stockUp(shop: LivingShop, quantity: number): Promise<string[]> {
  const { items } = await shop.ask<{ items: { variantId: string; location: string }[] }>('/stock?limit=100')
  const variantIds = items.filter(({ location }) => location === WAREHOUSE.name).map(({ variantId }) => variantId)
  const counts = variantIds.map((variantId) => ({ variantId, locationCode: WAREHOUSE.code, quantity }))
  await shop.ask('/stock-counts', { method: 'POST', body: { counts, reason: 'proof' } })
  return variantIds
}

interface OrderSummary {
  readonly id: string
  readonly number: string
  readonly email: string
  readonly state: string
  readonly total: { readonly amount: number }
}

export async function allOrders(shop: LivingShop): Promise<OrderSummary[]> {
  const found: OrderSummary[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: { items: OrderSummary[]; nextCursor: string | null } = await shop.ask(
      `/orders?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
    )
    found.push(...page.items)
    after = page.nextCursor
  }
  return found
}

/** Each acknowledged order is there once, as it was told; and nobody has two for one visit. */
export async function expectAllOrders(shop: LivingShop, acknowledged: readonly AcknowledgedOrder[]): Promise<void> {
  const held = await allOrders(shop)
  const byEmail = Map.groupBy(held, (order) => order.email)
  const twice = [...byEmail].filter(([email, orders]) => email.startsWith('shopper-') && orders.length > 1)
  assert.deepEqual(twice, [], 'one visit, one order')
  const byId = new Map(held.map((order) => [order.id, order]))
  for (const { id, number, total, email } of acknowledged) {
    const order = byId.get(id)
    assert.ok(order, `order ${number} was acknowledged and is lost`)
    assert.deepEqual([order.number, order.total.amount, order.email], [number, total, email])
  }
}

/** Waits until every order whose card was taken is paid; answers the milliseconds. */
export async function awaitPaid(
  shop: LivingShop,
  acknowledged: readonly AcknowledgedOrder[],
  limitMs: number,
): Promise<number> {
  const begun = performance.now()
  for (;;) {
    const states = new Map((await allOrders(shop)).map((order) => [order.id, order.state]))
    const open = acknowledged.filter((order) => order.paid && states.get(order.id) !== 'paid')
    if (open.length === 0) return performance.now() - begun
    if (performance.now() - begun > limitMs) {
      const told = open.map(({ number, id }) => `${number} (${states.get(id)})`).join(', ')
      assert.fail(`${open.length} orders were paid and are not settled after ${limitMs} ms: ${told}`)
    }
    await wait(250)
  }
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Linux's own list, so that nothing is killed that this program did not start. */
export function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .map(Number)
  return children.flatMap((child) => [child, ...descendantsOf(child)])
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return []
  }
}

export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN)
}
