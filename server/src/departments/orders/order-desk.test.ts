/** The desk at which orders are found, sorted and held: search, tags, holds. One shop, one database, one server. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { ok } from '../../kernel/result.ts'
import { forgetSearchTerm, recordSearchTerm } from './index.ts'

let house: TestHouse
let app: FastifyInstance
let shop: Shop
let owner: SignedIn

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  shop = await openShop(house)
  owner = await signedInAs(house, 'owner')
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Asking {
  readonly as?: SignedIn
  readonly version?: number
}

async function ask(method: Method, path: string, body?: object, { as = owner, version }: Asking = {}) {
  const headers = { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, said: answer.body === '' ? undefined : answer.json() }
}

async function place(goods: Partial<Record<Good, number>>, email?: string) {
  return must(await shop.place(await shop.fill(goods), email === undefined ? {} : { email }))
}

/** Numbers of the orders that the list shows. */
async function listed(query: string, as = owner): Promise<string[]> {
  const { said } = await ask('GET', `/orders?${query}`, undefined, { as })
  return (said.items as { number: string }[]).map(({ number }) => number)
}

describe('search', () => {
  test('finds an order by a SKU sold in it, by its parcel, and still by number and buyer', async () => {
    const lamp = await place({ lamp: 1, mug: 1 }, 'lucia@calle.example')
    const book = await place({ book: 1 }, 'lamp.lover@calle.example')
    assert.deepEqual(await listed('search=LaMp'), [lamp.number], 'what is sold goes before who buys')
    assert.deepEqual(await listed('search=lamp.lover'), [book.number])
    assert.deepEqual(await listed(`search=%23${book.number}`), [book.number])
    assert.deepEqual(await listed('filter=sku:is:book'), [book.number])
    assert.deepEqual(await listed('filter=sku:is:mug&filter=sku:is:book'), [book.number, lamp.number], 'any of them')
    const parcel = { orderId: book.id, kind: 'tracking', term: ' 1Z 999\tAA1 01 ' } as const
    const told = async (act: typeof recordSearchTerm, term: string) =>
      must(
        await house.run(async (ctx) => {
          act(ctx, { ...parcel, term })
          return ok()
        }),
      )
    for (const term of [parcel.term, parcel.term, ' ']) await told(recordSearchTerm, term)
    for (const typed of ['1Z999AA101', '1z 999 aa1 01']) {
      assert.deepEqual(await listed(`search=${encodeURIComponent(typed)}`), [book.number], typed)
    }
    await told(recordSearchTerm, '00340434161094')
    const palette = await ask('GET', '/search?q=00340434161094')
    assert.deepEqual(
      palette.said.items.map(({ title }: { title: string }) => title),
      [`#${book.number}`],
      'a number of digits alone may be a parcel’s',
    )
    await told(forgetSearchTerm, '00340434161094')
    assert.deepEqual(await listed('search=00340434161094'), [])
  })
})
