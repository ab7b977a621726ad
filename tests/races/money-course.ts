/** What races for money need: a shop with its provider, its database at the other end of a wire of a given length. */
import assert from 'node:assert/strict'
import { sealAudit } from '../../server/src/host/audit/seal.ts'
import { openDatabase } from '../../server/src/host/database/pool.ts'
import { signedInAs, type SignedIn } from '../../server/src/testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import { openSlowWire } from '../slow-proxy.ts'

const CONNECTIONS = 24
/** These races are for money: nobody is to be told "sold out". */
const PLENTY = 100_000

export interface MoneyCourse {
  readonly scene: PaymentScene
  readonly owner: SignedIn
  /** The shop's own API, over HTTP, as its owner. */
  call(method: string, path: string, body: object, headers?: Record<string, string>): Promise<Told>
  /** What is made ready before a race is made without the wire. */
  ready<T>(make: () => Promise<T>): Promise<T>
}

export interface Told {
  readonly status: number
  readonly body: Record<string, unknown>
}

export async function onMoneyCourse(
  { latencyMs }: { latencyMs: number },
  races: (course: MoneyCourse) => Promise<void>,
): Promise<void> {
  const scene = await openPaymentScene()
  const owner = await signedInAs(scene.house, 'owner')
  for (const good of ['mug', 'book', 'scarf', 'lamp'] as const) await scene.shop.setStock(good, PLENTY)
  const wire = await openSlowWire(scene.house.appUrl, { latencyMs })
  const far = openDatabase({ url: wire.url, max: CONNECTIONS, applicationName: 'fondaco race' })
  const near = scene.house.database
  // Whoever asks from here on, its server and its jobs too, asks over the wire.
  const askFrom = (database: typeof far) => Object.assign(scene.house, { database })
  askFrom(far)
  const ready = async <T>(make: () => Promise<T>) => {
    askFrom(near)
    return make().finally(() => askFrom(far))
  }
  try {
    await races({ scene, owner, ready, call: (...request) => callAs(scene, owner, ...request) })
    // What a worker does all along: neither jobs nor the trail of a course that took long may be found lying.
    askFrom(near)
    await scene.house.runJobs()
    while ((await sealAudit(near)) > 0) continue
    await scene.house.expectNoBreach()
  } finally {
    askFrom(near)
    await scene.close()
    await far.close()
    await wire.close()
  }
}

async function callAs(
  scene: PaymentScene,
  owner: SignedIn,
  method: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Told> {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: { ...owner.headers, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
}

/** So many orders, all of them paid. */
export async function paidOrders(
  { scene }: MoneyCourse,
  { count, wishes }: { count: number; wishes?: Parameters<PaymentScene['order']>[0] },
): Promise<PlacedToPay[]> {
  const orders = await Promise.all(timesOf(count, () => scene.order(wishes)))
  await Promise.all(orders.map((order) => scene.pay(order)))
  await Promise.all(orders.map((order) => scene.returnOf(order)))
  // Where the shop captures by a job.
  await scene.work()
  for (const order of orders) assert.equal((await scene.figures(order)).state, 'paid')
  return orders
}

export const timesOf = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** As the owner sets it, for each market that does otherwise. */
export async function captureOn({ scene, owner, call }: MoneyCourse, wanted: 'at_once' | 'on_shipment'): Promise<void> {
  type Rules = { items: { market: string; captureOn: string; version: number }[] }
  const answer = await fetch(`${scene.url}/api/capture-rules`, { headers: owner.headers })
  for (const { market, captureOn, version } of ((await answer.json()) as Rules).items) {
    if (captureOn === wanted) continue
    const put = await call('PUT', `/capture-rules/${market}`, { captureOn: wanted }, { 'if-match': `"${version}"` })
    assert.equal(put.status, 200, JSON.stringify(put.body))
  }
}
