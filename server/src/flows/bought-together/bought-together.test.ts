/** What is bought together: counted from paid orders, kept in bounds, pinned and excluded by people, shown in the shop. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { lockOrder, payOrder } from '../../departments/orders/index.ts'
import { sql } from '../../host/database/sql.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { countBoughtTogether, noteBoughtJob } from './bought-together.ts'

let house: TestHouse
let app: FastifyInstance
let shop: Shop
let owner: SignedIn
const ids = {} as Record<Good, string>

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  shop = await openShop(house)
  owner = await signedInAs(house, 'owner')
  const rows = await house.database.rows(sql<{ id: string; handle: Good }>`SELECT id, handle FROM catalog.product`)
  for (const { id, handle } of rows) ids[handle] = id
})
after(async () => {
  await app.close()
  await house.close()
})

async function buy(...goods: Good[]): Promise<string> {
  const { id } = must(await shop.place(await shop.fill(Object.fromEntries(goods.map((good) => [good, 1])))))
  must(
    await house.run(async (ctx) => {
      const order = await lockOrder(ctx, id)
      return order.ok ? payOrder(ctx, order.value, order.value.contentHash) : order
    }),
  )
  return id
}

/** Works off what facts about orders asked for, each twice, and counts. */
async function count(): Promise<void> {
  const jobs = await house.asOwner<{ id: string; ref: string }>(
    `UPDATE host.job SET state = 'done', finished_at = now() WHERE kind = 'note-bought-together' AND state = 'ready' RETURNING id, ref`,
  )
  for (const job of [...jobs, ...jobs]) await noteBoughtJob.run(house, { ...job, payload: {}, attempt: 1 })
  await countBoughtTogether(house)
  const { breaches } = await findBreaches(house.ownerUrl)
  assert.deepEqual(
    breaches.filter(({ name }) => name.startsWith('R1')),
    [],
  )
}
const again = async (orderId: string) => {
  await noteBoughtJob.run(house, { id: orderId, ref: orderId, payload: {}, attempt: 1 })
  await count()
}

async function ask(method: 'GET' | 'PUT', good: Good | 'nothing', body?: object, version?: number) {
  const id = good === 'nothing' ? '018f0000-0000-7000-8000-000000000000' : ids[good]
  const headers = { ...owner.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const url = `/api/products/${id}/bought-together`
  const answer = await app.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, said: answer.json() }
}
const kept = async (good: Good) => {
  const { orders, items } = (await ask('GET', good)).said
  const rows = items as { name: string; together: number | null; wish: string | null }[]
  const words = rows.map(({ name, together, wish }) => [name, together ?? '-', wish ?? ''].join(' ').trim())
  return `${words.join(', ')} of ${orders}`.trim()
}

let looks = 0
const shown = async (good: Good) => {
  const { body } = await app.inject({
    url: `/en/products/${good}?look=${++looks}`,
    headers: { cookie: 'fondaco_country=IT' },
  })
  const section = /aria-labelledby="together">(.*?)<\/section>/s.exec(body)?.[1] ?? ''
  return [...section.matchAll(/href="\/en\/products\/([^"]+)"/g)].map(([, handle]) => handle).join(' ')
}

const orders: string[] = []

test('paid orders are counted, from the third on; unpaid ones are not', async () => {
  must(await shop.place(await shop.fill({ mug: 1, book: 1 })))
  for (let nth = 0; nth < 2; nth++) orders.push(await buy('mug', 'book'))
  await count()
  assert.equal(await kept('mug'), 'of 2')
  for (let nth = 0; nth < 2; nth++) orders.push(await buy('mug', 'book'))
  await buy('mug', 'lamp')
  await buy('mug')
  const due = await house.asOwner(`SELECT 1 FROM host.job WHERE kind = 'note-bought-together' AND state = 'ready'`)
  assert.equal(due.length, 4, 'each paid order tells')
  await count()
  assert.equal(await kept('mug'), 'Book of lagoons 4 of 6')
  assert.equal(await kept('book'), 'Mug 4 of 4')
  assert.equal(await kept('lamp'), 'of 1')
  assert.equal(await shown('mug'), 'book')
})

test('a planted number is found by verify', async () => {
  await house.asOwner(`UPDATE catalog.bought_together SET together = 9 WHERE product_id = $1`, [ids.book])
  const { breaches } = await findBreaches(house.ownerUrl)
  const found = breaches.find(({ name }) => name.startsWith('R1'))
  assert.deepEqual(
    found?.rows.map(({ product_id, together, orders: real }) => [product_id, together, Number(real)]),
    [[ids.book, 9, 4]],
  )
  await again(orders[0] ?? '')
  assert.equal(await kept('book'), 'Mug 4 of 4')
})

test('what is cancelled, or was refunded whole, is out; in part it stays', async () => {
  const [cancelled, refunded] = [orders[0] ?? '', orders[1] ?? '']
  await house.asOwner(`UPDATE orders.sales_order SET state = 'cancelled' WHERE id = $1`, [cancelled])
  await again(cancelled)
  assert.equal(await kept('mug'), 'Book of lagoons 3 of 5')
  const pay = 'UPDATE payments.payment SET authorised = amount, captured = amount, refunded = 1 WHERE order_id = $1'
  await house.asOwner(pay, [refunded])
  await again(refunded)
  assert.equal(await kept('mug'), 'Book of lagoons 3 of 5')
  await house.asOwner(`UPDATE payments.payment SET refunded = captured WHERE order_id = $1`, [refunded])
  await again(refunded)
  assert.equal(await kept('mug'), 'of 4')
  assert.equal(await shown('mug'), '')
  orders.push(await buy('mug', 'book'))
  await count()
  assert.equal(await kept('mug'), 'Book of lagoons 3 of 5')
})

test('a bundle counts as one thing, its components as none', async () => {
  const order = orders[2] ?? ''
  await house.asOwner(`UPDATE orders.order_line SET bundle = 0, own = total WHERE order_id = $1 AND sku = 'BOOK'`, [
    order,
  ])
  const bundles = JSON.stringify([{ variantId: shop.variantIds.scarf, subtotal: 2_200 }])
  await house.asOwner('UPDATE orders.sales_order SET bundles = $2 WHERE id = $1', [order, bundles])
  for (const good of ['book', 'scarf'] as const) {
    await house.asOwner('INSERT INTO catalog.bought_together_due VALUES ($1) ON CONFLICT DO NOTHING', [ids[good]])
  }
  await again(order)
  assert.equal(await kept('scarf'), 'of 1')
  assert.equal(await kept('book'), 'of 2')
  assert.equal(await kept('mug'), 'of 5')
  await house.asOwner(`UPDATE orders.order_line SET bundle = NULL, own = NULL WHERE order_id = $1`, [order])
  await house.asOwner(`UPDATE orders.sales_order SET bundles = '[]' WHERE id = $1`, [order])
  await again(order)
})

test('people pin and exclude; the same twice is once; what cannot be is refused', async () => {
  assert.equal(await kept('mug'), 'Book of lagoons 3 of 5')
  const { version } = (await ask('GET', 'mug')).said
  const wish = (good: Good, what = 'pinned') => ({ productId: ids[good], wish: what })
  const wishes = [wish('scarf'), wish('book', 'excluded')]
  assert.equal((await ask('PUT', 'mug', { wishes })).said.code, 'host.version_required')
  assert.equal((await ask('PUT', 'mug', { wishes }, 99)).said.code, 'host.version_conflict')
  assert.deepEqual((await ask('PUT', 'mug', { wishes }, version)).said, { version: version + 1 })
  assert.deepEqual((await ask('PUT', 'mug', { wishes }, version + 1)).said, { version: version + 1 })
  assert.equal(await kept('mug'), 'Scarf - pinned, Book of lagoons 3 excluded of 5')
  assert.equal(await shown('mug'), 'scarf')
  await shop.setStock('scarf', 0)
  assert.equal(await shown('mug'), '', 'what is sold out is not shown')
  for (const [bad, code, field] of [
    [[wish('mug')], 'catalog.related_to_itself', 'wishes.0.productId'],
    [[wish('book'), wish('book', 'excluded')], 'catalog.related_twice', 'wishes.1.productId'],
    [[{ ...wish('book'), productId: owner.id }], 'catalog.unknown_related', 'wishes.0.productId'],
  ] as const) {
    const { said } = await ask('PUT', 'mug', { wishes: bad }, version + 1)
    assert.deepEqual([said.code, said.field], [code, field])
  }
  assert.equal((await ask('GET', 'nothing')).said.code, 'catalog.product_not_found')
  assert.equal((await ask('PUT', 'nothing', { wishes: [] }, 1)).said.code, 'catalog.product_not_found')
  assert.equal((await ask('PUT', 'mug', { wishes: [] }, version + 1)).status, 200)
  assert.equal(await shown('mug'), 'book')
})
