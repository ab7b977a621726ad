import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { openOffice, type Office } from '../work/testing/office.ts'

/** A count that is recorded is a stocktake on the calendar: whose plans it touches is shown, asked once, and told once. */

const NOW = new Date('2026-11-23T10:00:00Z')
let office: Office
let counter: SignedIn
let marketer: SignedIn
let mug: string
let lamp: string
let book: string
let products: ReadonlyMap<string, { readonly id: string; readonly title: string }>

before(async () => {
  office = await openOffice({ clock: { now: () => NOW } })
  counter = await office.person('picker')
  marketer = await office.person('owner')
  const { variantIds } = office.shop
  mug = variantIds.mug ?? ''
  lamp = variantIds.lamp ?? ''
  book = variantIds.book ?? ''
  const rows = await office.house.asOwner<{ variant: string; id: string; title: string }>(
    `SELECT v.variant_id AS variant, v.product_id AS id, v.handle AS title FROM catalog.pub_variant v`,
  )
  products = new Map(rows.map(({ variant, id, title }) => [variant, { id, title }]))
})

interface Said {
  readonly rule: string
  readonly other: { readonly id: string } | null
  readonly owner: { readonly id: string } | null
}

const counts = (variantId: string, quantity: number) => [{ variantId, locationCode: 'venezia', quantity }]
const record = (variantId: string, quantity: number, more: object = {}) =>
  office.call(counter, 'POST', '/stock-counts', {
    body: { counts: counts(variantId, quantity), reason: 'Stock-take', ...more },
  })
const check = async (variantId: string, quantity: number) =>
  (await office.call(counter, 'POST', '/stock-count-checks', { body: { counts: counts(variantId, quantity) } })).body
    .collisions as Said[]
const placed = async () =>
  (await office.call(counter, 'GET', '/locations/venezia/count-collisions')).body as {
    planId: string | null
    collisions: Said[]
  }
const plansOfCounts = () =>
  office.house.asOwner<{ kind: string; products: { id: string }[]; withdrawn: boolean }>(
    `SELECT kind, products FROM work.plan WHERE record_type = 'stock_count'`,
  )
const alerts = (planId: string) =>
  office.house.asOwner<{ recipient: string }>(
    `SELECT recipient FROM work.inbox_item WHERE kind = 'alert' AND record_id = $1 AND closed_at IS NULL`,
    [planId],
  )

async function sale(title: string, variantId: string): Promise<string> {
  const answer = await office.call(marketer, 'POST', '/plans', {
    body: {
      ...{ kind: 'promotion', title, markets: ['it'], products: [products.get(variantId)] },
      time: { allDay: true, fromOn: '2026-11-20', toOn: '2026-11-30' },
    },
  })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}

describe('a stock count', () => {
  test('in nobody’s way is recorded, and stands on the calendar', async () => {
    assert.deepEqual(await check(lamp, 3), [])
    assert.equal((await record(lamp, 3)).status, 200)
    const [plan] = await plansOfCounts()
    assert.deepEqual([plan?.kind, plan?.products.map(({ id }) => id)], ['stocktake', [products.get(lamp)?.id]])
    assert.deepEqual((await placed()).collisions, [])
  })

  test('of what is there already writes nothing', async () => {
    const before = await office.house.asOwner('SELECT id, version FROM work.plan')
    assert.equal((await record(lamp, 3)).body.changed, 0)
    assert.deepEqual(await office.house.asOwner('SELECT id, version FROM work.plan'), before)
  })

  test('while the goods are sold says whose plan it touches, asks why once, and tells them once', async () => {
    const saleId = await sale('Mug week', mug)
    const moves = () => office.house.asOwner('SELECT 1 FROM inventory.move')
    const before = (await moves()).length
    const [foreseen] = await check(mug, 7)
    assert.deepEqual(
      [foreseen?.rule, foreseen?.other?.id, foreseen?.owner?.id],
      ['inventory.count_in_sale', saleId, marketer.id],
    )
    assert.deepEqual(await alerts(saleId), [], 'a look tells nobody')
    const refused = await record(mug, 7)
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [409, 'work.plan_collides', 'nonetheless'],
    )
    assert.equal((await moves()).length, before, 'nothing was recorded')
    assert.deepEqual(await alerts(saleId), [])

    assert.equal((await record(mug, 7, { nonetheless: 'A shelf fell' })).status, 200)
    assert.equal((await moves()).length, before + 1)
    const { planId, collisions } = await placed()
    assert.ok(planId)
    assert.deepEqual(
      collisions.map(({ rule, other }) => [rule, other?.id]),
      [['inventory.count_in_sale', saleId]],
    )
    assert.deepEqual(await alerts(saleId), [{ recipient: `staff:${marketer.id}` }])

    assert.equal((await record(mug, 8)).status, 200, 'the same again that day is not asked again')
    assert.equal((await alerts(saleId)).length, 1, 'nor told again')
    assert.equal((await plansOfCounts()).length, 1, 'one place, one day, one stocktake')
    const [plan] = await plansOfCounts()
    assert.equal(plan?.products.length, 2, 'of all that was counted')
    const reasons = await office.house.asOwner<{ reason: string | null }>(
      `SELECT reason FROM host.audit WHERE action = 'work:plan' AND object_id = $1 AND reason IS NOT NULL`,
      [planId],
    )
    assert.deepEqual(reasons, [{ reason: 'A shelf fell' }])
  })

  test('another plan in the way is another question; one that was made over a count already asked whoever made it', async () => {
    await sale('Book week', book)
    assert.equal((await record(book, 5)).body.code, 'work.plan_collides')
    assert.equal((await record(book, 5, { nonetheless: 'Asked for' })).status, 200)
    await sale('Lamp week', lamp)
    assert.equal((await record(lamp, 5)).status, 200)
  })

  test('at a place that nobody knows, or out of reach, is refused as before', async () => {
    const elsewhere = { counts: [{ variantId: mug, locationCode: 'nowhere', quantity: 1 }], reason: 'x' }
    const answer = await office.call(counter, 'POST', '/stock-counts', { body: elsewhere })
    assert.equal(answer.body.code, 'inventory.unknown_location')
  })
})
