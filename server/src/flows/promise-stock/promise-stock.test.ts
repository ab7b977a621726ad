/** Goods sold before they are there: never more than allowed, the oldest promise first, and who waits is told when it takes longer. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { signLink } from '../../host/auth/links.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { packOrder } from '../../departments/fulfilment/index.ts'
import { listAwaited, setStock } from '../../departments/inventory/index.ts'

let scene: PaymentScene
let owner: SignedIn
let location: string
before(async () => {
  scene = await openPaymentScene()
  owner = await signedInAs(scene.house, 'owner')
  const [row] = await scene.house.asOwner<{ code: string }>(
    'SELECT l.code FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id WHERE s.variant_id = $1',
    [scene.shop.variantIds.mug],
  )
  location = row?.code ?? ''
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const mug = () => scene.shop.variantIds.mug

async function count(quantity: number) {
  const counted = { variantId: mug(), locationCode: location, quantity }
  return scene.house.run((ctx) => setStock(ctx, [counted], { cause: 'adjustment', reason: 'counted' }))
}

async function promise(body: object, version?: number) {
  const answer = await fetch(`${scene.url}/api/stock-promises/${mug()}/${location}`, {
    method: 'PUT',
    headers: {
      ...owner.headers,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify({ kind: 'backorder', ...body }),
  })
  const said = (await answer.json()) as { code?: string; version?: number }
  return said.code ?? said.version
}

async function paid(quantity: number): Promise<PlacedToPay> {
  const order = await scene.order({ mug: quantity })
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

const awaited = async ({ id }: PlacedToPay) =>
  (await listAwaited(scene.house.database, id)).reduce((all, { quantity }) => all + quantity, 0)

const page = async (path: string) => (await fetch(`${scene.url}/en${path}`)).text()
const orderPath = ({ id }: PlacedToPay) => `/orders/${signLink(scene.house.linkKey, 'order', id)}`

const placedOf = (quantity: number) => async () => scene.shop.place(await scene.shop.fill({ mug: quantity }))

test('sold beyond the shelf up to what is allowed, by many at once, and not a piece more', async () => {
  must(await count(1))
  const first = await paid(1)
  assert.equal(await promise({ shipsOn: inDays(-3), most: 3 }), 'inventory.promise_in_past')
  assert.equal(await promise({ shipsOn: inDays(20), most: 3 }), 1)
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => placedOf(1)()))
  const sold = results.filter((one) => one.status === 'fulfilled' && one.value.ok).length
  assert.equal(sold, 3)
  assert.equal(await awaited(first), 0, 'the oldest has what lies there')
  assert.equal(await promise({ shipsOn: inDays(20), most: 2 }, 1), 'inventory.promise_below_sold')
  assert.equal(await promise({ shipsOn: inDays(20), most: 3 }, 7), 'host.version_conflict')
  await scene.house.expectNoBreach()
})

test('said wherever it is bought, held back until it is there, given to the oldest promise', async () => {
  assert.equal(await promise({ shipsOn: inDays(20), most: 10 }, 1), 2)
  const [row] = await scene.house.asOwner<{ handle: string }>(
    'SELECT handle FROM orders.order_line WHERE variant_id = $1 LIMIT 1',
    [mug()],
  )
  assert.match(await page(`/products/${row?.handle}`), /Sold out, more to come: ships about/)
  const early = await paid(2)
  const late = await paid(1)
  assert.deepEqual([await awaited(early), await awaited(late)], [2, 1])
  assert.match(await page(orderPath(early)), /Still to come[^]*2 pieces ship about/)
  const pack = (order: PlacedToPay) => scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true }))
  const held = await pack(early)
  assert.equal(!held.ok && held.refusal.code, 'fulfilment.still_awaited')
  await scene.house.runJobs(['order-confirmation'])
  const [confirmed] = await scene.house.asOwner<{ body: string }>(
    'SELECT text_body AS body FROM host.mail WHERE dedup_key = $1',
    [`order-confirmation ${early.id}`],
  )
  assert.match(confirmed?.body ?? '', /non ci sono ancora e partono verso/)
  // One was sold of what lay there, three wait since the first test: six are there once the two of the next oldest are.
  must(await count(6))
  assert.deepEqual([await awaited(early), await awaited(late)], [0, 1])
  must(await pack(early))
  assert.equal((await pack(late)).ok, false)
  await scene.house.expectNoBreach()
})

test('a day that slips is told once, and who waits may cancel; to allow no more sells no more', async () => {
  const order = await paid(1)
  const tell = async () => {
    await scene.house.runJobs(['tell-late-orders'])
    const key = `order-late ${order.id} %`
    return scene.house.asOwner<{ body: string }>('SELECT text_body AS body FROM host.mail WHERE dedup_key LIKE $1', [
      key,
    ])
  }
  assert.equal((await tell()).length, 0, 'nothing is later than they know')
  assert.equal(await promise({ shipsOn: inDays(30), most: 10 }, 2), 3)
  for (let twice = 0; twice < 2; twice++) assert.equal((await tell()).length, 1)
  assert.equal(await promise({ shipsOn: inDays(25), most: 10 }, 3), 4)
  assert.equal((await tell()).length, 1, 'sooner is no bad news')
  assert.equal((await listAwaited(scene.house.database, order.id))[0]?.slipped, true)
  const listed = await fetch(`${scene.url}/api/stock-promises`, { headers: owner.headers })
  const { items } = (await listed.json()) as { items: { most: number; sold: number; shipsOn: string }[] }
  assert.deepEqual([items[0]?.most, items[0]?.shipsOn], [10, inDays(25)])
  assert.equal(await promise({ shipsOn: inDays(25), most: items[0]?.sold ?? 0 }, 4), 5)
  await assert.rejects(placedOf(1), /sold_out/)
  await scene.house.expectNoBreach()
})
