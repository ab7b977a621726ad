import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, beforeEach, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { hostJobs } from '../outbox/worker.ts'
import { EDITING_SECONDS, PRESENT_SECONDS } from './store.ts'

const NOBODY = '01920000-0000-7000-8000-000000000001'

let house: TestHouse
let app: FastifyInstance
let anna: SignedIn
let bruno: SignedIn
let order: string
let otherOrder: string
let aheadSeconds = 0
const clock = { now: () => new Date(Date.now() + aheadSeconds * 1000) }

before(async () => {
  house = await createTestHouse({ clock })
  app = await createTestServer(house)
  anna = await signedInAs(house, 'owner')
  bruno = await signedInAs(house, 'care_agent')
  const shop = await openShop(house)
  const place = async () => must(await shop.place(await shop.fill({ mug: 1 }))).id
  order = `order/${await place()}`
  otherOrder = `order/${await place()}`
})
beforeEach(async () => {
  aheadSeconds = 0
  await house.asOwner('DELETE FROM host.presence')
})

interface Present {
  people: { id: string; name: string; editing: boolean }[]
  code?: string
}

const ask = async (method: 'GET' | 'PUT' | 'DELETE', url: string, as?: SignedIn, editing?: boolean) => {
  const answer = await app.inject({
    method,
    url: `/api/records/${url}`,
    ...(as ? { headers: as.headers } : {}),
    ...(editing === undefined ? {} : { payload: { editing } }),
  })
  return { status: answer.statusCode, ...(answer.body ? (answer.json() as Present) : { people: [] }) }
}
const beat = (as: SignedIn, { tab = randomUUID(), record = order, editing = false } = {}) =>
  ask('PUT', `${record}/presence/${tab}`, as, editing)
const seenBy = async (as: SignedIn, record = order) =>
  (await ask('GET', `${record}/presence`, as)).people.map(({ id, editing }) => [id, editing])
const rows = async () => Number((await house.asOwner<{ n: bigint }>('SELECT count(*) AS n FROM host.presence'))[0]?.n)

describe('who has a record open', () => {
  test('is told to others by name, on that record alone, and never to themselves', async () => {
    assert.deepEqual((await beat(anna)).people, [], 'alone')
    assert.deepEqual((await beat(bruno)).people, [{ id: anna.id, name: 'The owner', editing: false }])
    assert.deepEqual(await seenBy(anna), [[bruno.id, false]])
    assert.deepEqual(await seenBy(bruno, otherOrder), [])
  })

  test('counts once with two tabs, changes something when one of them does, and stays until both are closed', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    await beat(anna, { tab: one })
    await beat(anna, { tab: two, editing: true })
    assert.deepEqual(await seenBy(bruno), [[anna.id, true]])
    assert.deepEqual(await seenBy(anna), [])
    assert.equal((await ask('DELETE', `${order}/presence/${two}`, anna)).status, 204)
    assert.deepEqual(await seenBy(bruno), [[anna.id, false]])
    await ask('DELETE', `${order}/presence/${one}`, anna)
    assert.deepEqual(await seenBy(bruno), [])
  })

  test('stays away after a goodbye, though a word from before it arrives later; and is back under another id', async () => {
    const [tab, early] = [randomUUID(), randomUUID()]
    const goodbye = (which: string) => ask('DELETE', `${order}/presence/${which}`, anna)
    await beat(anna, { tab, editing: true })
    await goodbye(tab)
    await beat(anna, { tab, editing: true })
    assert.deepEqual(await seenBy(bruno), [])
    // The goodbye overtook the very first word.
    await goodbye(early)
    await beat(anna, { tab: early })
    assert.deepEqual(await seenBy(bruno), [])
    await beat(anna)
    assert.deepEqual(await seenBy(bruno), [[anna.id, false]])
  })

  test('a tab is its own person’s: nobody sends others away', async () => {
    const tab = randomUUID()
    await beat(anna, { tab })
    await ask('DELETE', `${order}/presence/${tab}`, bruno)
    await beat(bruno, { tab, editing: true })
    assert.deepEqual(await seenBy(bruno), [[anna.id, false]])
  })

  test('is gone when nothing was heard of them: sooner who looks than who has something unsaved', async () => {
    const tab = randomUUID()
    await beat(anna, { tab })
    await beat(bruno, { editing: true })
    aheadSeconds = PRESENT_SECONDS - 2
    assert.deepEqual(await seenBy(bruno), [[anna.id, false]])
    aheadSeconds = PRESENT_SECONDS + 2
    assert.deepEqual(await seenBy(bruno), [])
    assert.deepEqual(await seenBy(anna), [[bruno.id, true]])
    await beat(anna, { tab })
    assert.deepEqual(await seenBy(bruno), [[anna.id, false]], 'and back with the next word')
    assert.equal(await rows(), 2)
    aheadSeconds = EDITING_SECONDS + 2
    assert.deepEqual(await seenBy(anna), [])
  })

  test('leaves no trace: not in the trail, not in the outbox, and old rows go', async () => {
    const traces = () =>
      house.asOwner('SELECT (SELECT count(*) FROM host.audit) AS audits, (SELECT count(*) FROM host.job) AS jobs')
    const before = await traces()
    await beat(anna, { editing: true })
    await beat(bruno)
    assert.deepEqual(await traces(), before)
    aheadSeconds = EDITING_SECONDS + 2
    await beat(bruno)
    const forget = hostJobs.find(({ kind }) => kind === 'forget-old-tokens')
    await forget?.run(house, {
      id: '',
      ref: '',
      payload: {},
      attempt: 1,
      signal: new AbortController().signal,
    } as never)
    assert.equal(await rows(), 1)
  })
})

describe('who may not read the record', () => {
  test('neither sees nor is seen: no right, no session, another market, a record that is not there', async () => {
    await beat(bruno)
    const newcomer = await signedInAs(house)
    const abroad = await signedInAs(house, 'owner')
    await house.asOwner(`UPDATE people.staff SET scope = '{"market": ["elsewhere"]}' WHERE id = $1`, [abroad.id])
    const product = `product/${(await house.asOwner<{ id: string }>('SELECT id FROM catalog.product LIMIT 1'))[0]?.id}`
    const tried = async (record: string, as: SignedIn | undefined) => [
      (await ask('GET', `${record}/presence`, as)).code,
      (await ask('PUT', `${record}/presence/${randomUUID()}`, as, true)).code,
    ]
    assert.deepEqual(await tried(order, newcomer), Array(2).fill('host.not_allowed'))
    assert.deepEqual(await tried(order, undefined), Array(2).fill('host.not_signed_in'))
    assert.deepEqual(await tried(order, abroad), Array(2).fill('host.not_found'))
    assert.deepEqual(await tried(product, abroad), Array(2).fill('host.beyond_scope'))
    assert.deepEqual(await tried(`order/${NOBODY}`, anna), Array(2).fill('host.record_not_found'))
    assert.equal(await rows(), 1)
    assert.deepEqual(await seenBy(anna), [[bruno.id, false]])
  })

  test('within their market people see and are seen', async () => {
    const helper = await signedInAs(house, 'owner')
    const [market] = await house.asOwner<{ code: string }>('SELECT market_code AS code FROM orders.sales_order LIMIT 1')
    await house.asOwner(`UPDATE people.staff SET scope = $2 WHERE id = $1`, [
      helper.id,
      JSON.stringify({ market: [market?.code] }),
    ])
    await beat(anna)
    assert.deepEqual(
      (await beat(helper)).people.map(({ id }) => id),
      [anna.id],
    )
    assert.deepEqual(await seenBy(anna), [[helper.id, false]])
  })
})
