import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { must, openShop } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { setStock } from '../index.ts'

interface Row {
  readonly sku: string
  readonly location: string
  readonly locationCode: string
  readonly available: number
}

let house: TestHouse
let owner: SignedIn
let list: (query: string) => Promise<Row[]>

before(async () => {
  house = await createTestHouse()
  const app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await openShop(house)
  list = async (query) => {
    const answer = await app.inject({ url: `/api/stock?${query}`, headers: owner.headers })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().items
  }
  const all = await house.asOwner<{ id: string; code: string }>(`SELECT s.variant_id::text AS id, l.code
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id ORDER BY 1`)
  assert.ok(all.length >= 3)
  const wanted = [0, 3, 21]
  const counts = all.map(({ id, code }, index) => ({
    variantId: id,
    locationCode: code,
    quantity: wanted[index] ?? 500,
  }))
  must(await house.run((ctx) => setStock(ctx, counts, { cause: 'adjustment', reason: 'counted' })))
})

const available = (rows: readonly Row[]) => rows.map((row) => row.available)

test('says where, by name and by the code that a count is recorded under', async () => {
  const [row] = await list('limit=1')
  const [place] = await house.asOwner<{ code: string; name: string }>('SELECT code, name FROM inventory.location')
  assert.deepEqual([row?.location, row?.locationCode], [place?.name, place?.code])
})

test('what runs out, what is sold out, and all the others: nothing is in both, nothing in neither', async () => {
  assert.deepEqual(available(await list('low=true')), [0, 3])
  assert.deepEqual(available(await list('filter=soldOut:is:true')), [0])
  const whole = (await list('limit=200')).length
  for (const column of ['low', 'soldOut']) {
    const [yes, no] = [await list(`filter=${column}:is:true`), await list(`filter=${column}:is:false&limit=200`)]
    assert.equal(yes.length + no.length, whole, column)
  }
})

test('the scarcest first, then what is in plenty', async () => {
  const rows = available(await list('sort=scarce&limit=200'))
  assert.deepEqual(rows.slice(0, 2), [0, 3])
  assert.ok(rows.slice(2).every((pieces) => pieces > 20))
})

test('what may be made up later is never scarce, and plenty that shrinks becomes so', async () => {
  const scarceOf = async (change: string) =>
    (
      await house.asOwner<{ scarce: string | null }>(`UPDATE inventory.stock SET ${change}
      WHERE variant_id = (SELECT min(variant_id::text)::uuid FROM inventory.stock WHERE on_hand = 21 OR on_hand = 20)
      RETURNING scarce::text`)
    )[0]?.scarce
  assert.equal(await scarceOf('reserved = 0'), null)
  assert.equal(await scarceOf('reserved = 1'), '20')
  assert.equal(await scarceOf('reserved = 21'), '0')
  assert.equal(await scarceOf('backorder = true'), null)
})
