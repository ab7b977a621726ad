import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sealAudit } from '../../../host/audit/seal.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { fillLists } from '../../../testing/fill-lists.ts'
import { must } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { saveCategory, saveProduct } from '../index.ts'
import { aPlainProduct } from '../testing/a-product.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let now = new Date('2026-11-22T09:00:00Z')
const ids: Record<string, string> = {}

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
})

beforeEach(async () => {
  now = new Date(now.getTime() + 3_600_000)
  owner = await signedInAs(house, 'owner')
  const drafts = [
    aPlainProduct('cup', { state: 'draft', tags: ['old'], names: { en: 'Cup', it: 'Tazza' } }),
    aPlainProduct('jug', { state: 'draft', tags: [] }),
    aPlainProduct('pan', { state: 'published', tags: [] }),
    aPlainProduct('full', { state: 'draft', tags: Array.from({ length: 250 }, (_, n) => `tag-${n}`) }),
  ]
  for (const draft of drafts) ids[draft.handle] = must(await house.run((ctx) => saveProduct(ctx, draft))).productId
})

async function bulk(body: object, as: SignedIn = owner, locale = 'en') {
  const headers = { ...as.headers, 'accept-language': locale }
  const answer = await app.inject({ method: 'POST', url: '/api/products/bulk', headers, payload: body })
  return { status: answer.statusCode, body: answer.json() }
}

async function undo(token: string, as: SignedIn = owner) {
  const answer = await app.inject({ method: 'POST', url: `/api/bulk-undos/${token}`, headers: as.headers })
  return { status: answer.statusCode, body: answer.json() }
}

interface Row {
  readonly handle: string
  readonly state: string
  readonly tags: string[]
  readonly version: number
}

async function products(...handles: string[]): Promise<Row[]> {
  return house.asOwner<Row>(
    'SELECT handle, state, tags, version FROM catalog.product WHERE handle = ANY($1) ORDER BY array_position($1, handle)',
    [handles],
  )
}

const some = (...handles: string[]) => handles.map((handle) => ids[handle])

test('a rehearsal tells what would happen, in the language of the reader, and changes nothing', async () => {
  const was = await products('cup', 'jug', 'pan')
  const [trail] = await house.asOwner('SELECT count(*) FROM host.audit')
  const nowhere = '018f0000-0000-7000-8000-000000000000'
  const { status, body } = await bulk(
    { ids: [...some('cup', 'jug', 'pan'), nowhere], action: 'publish', dryRun: true },
    owner,
    'it',
  )
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body.count, body.changes, body.unchanged, body.undoToken], [4, 2, 1, null])
  const cup = body.examples.find((one: { id: string }) => one.id === ids['cup'])
  assert.deepEqual([cup.title, cup.before, cup.after], ['Tazza', 'Bozza', 'Pubblicato'])
  assert.deepEqual(
    body.refusals.map((one: { id: string; code: string }) => [one.id, one.code]),
    [[nowhere, 'catalog.product_not_found']],
  )
  assert.deepEqual(await products('cup', 'jug', 'pan'), was)
  assert.deepEqual(await house.asOwner('SELECT count(*) FROM host.audit'), [trail])
})

test('what refuses is left out and named; the rest has a version, an event and an audit entry each', async () => {
  const [cup, full] = await products('cup', 'full')
  const { body } = await bulk({ ids: some('cup', 'jug', 'full'), action: 'add-tag', value: ' winter ' })
  assert.deepEqual([body.changes, body.refusals.length, body.refusals[0].id], [2, 1, ids['full']])
  assert.ok(body.refusals[0].remedy.length > 10)
  const after = await products('cup', 'full')
  assert.deepEqual(after[0], { ...cup, tags: ['old', 'winter'], version: (cup?.version ?? 0) + 1 })
  assert.deepEqual(after[1], full)
  const trail = await house.asOwner<{ n: number; events: number }>(
    `SELECT (SELECT count(*)::int FROM host.audit WHERE object_id = $1 AND version = $2) AS n,
      (SELECT count(*)::int FROM host.event WHERE ref_id = $1 AND payload ->> 'version' = $2::text) AS events`,
    [ids['cup'], after[0]?.version],
  )
  assert.deepEqual(trail, [{ n: 1, events: 1 }])
  await sealAudit(house.database)
  await house.expectNoBreach()
})

test('taking it back restores what nobody has touched since, names the rest, and works once', async () => {
  const was = await products('cup', 'jug')
  const { body } = await bulk({ ids: some('cup', 'jug', 'pan'), action: 'publish' })
  assert.deepEqual([body.changes, body.unchanged], [2, 1])
  assert.equal(body.undoUntil, new Date(now.getTime() + 24 * 3_600_000).toISOString())
  must(await house.run((ctx) => saveProduct(ctx, aPlainProduct('jug', { state: 'published', vendor: 'Somebody' }))))
  const undone = await undo(body.undoToken)
  assert.equal(undone.status, 200)
  assert.deepEqual(
    [undone.body.restored, undone.body.left.map((one: { id: string; code: string }) => [one.id, one.code])],
    [1, [[ids['jug'], 'catalog.changed_since']]],
  )
  const after = await products('cup', 'jug', 'pan')
  assert.deepEqual(
    after.map((row) => row.state),
    [was[0]?.state, 'published', 'published'],
  )
  const again = await undo(body.undoToken)
  assert.deepEqual([again.status, again.body.code], [410, 'catalog.undo_gone'])
})

test('a day later it is gone, and so is a token that nobody gave', async () => {
  const { body } = await bulk({ ids: some('cup'), action: 'add-tag', value: 'x' })
  now = new Date(now.getTime() + 24 * 3_600_000)
  owner = await signedInAs(house, 'owner')
  assert.equal((await undo(body.undoToken)).status, 410)
  assert.equal((await undo('x'.repeat(43))).status, 410)
})

test('a category is set and taken away, and shown by name', async () => {
  const category = must(
    await house.run((ctx) => saveCategory(ctx, { handle: 'cups', names: { en: 'Cups', it: 'Tazze' } })),
  )
  const set = await bulk({ ids: some('cup'), action: 'set-category', value: category.categoryId }, owner, 'it')
  assert.deepEqual([set.body.examples[0].before, set.body.examples[0].after], ['', 'Tazze'])
  const away = await bulk({ ids: some('cup'), action: 'set-category', value: null })
  assert.deepEqual([away.body.examples[0].before, away.body.examples[0].after], ['Cups', ''])
  assert.equal((await undo(away.body.undoToken)).body.restored, 1)
  const unknown = await bulk({
    ids: some('cup'),
    action: 'set-category',
    value: '018f0000-0000-7000-8000-000000000000',
  })
  assert.deepEqual([unknown.status, unknown.body.code, unknown.body.field], [422, 'catalog.unknown_category', 'value'])
})

test('a selection is what the list shows; more than a thousand are refused', async () => {
  const { body } = await bulk({
    selection: { filter: ['tag:is:old', 'state:is:draft'] },
    action: 'remove-tag',
    value: 'old',
  })
  assert.deepEqual([body.count, body.changes], [1, 1])
  const wrong = await bulk({ selection: { filter: ['tag:has:old'] }, action: 'publish' })
  assert.deepEqual(
    [wrong.status, wrong.body.code, wrong.body.field],
    [422, 'host.unknown_operator', 'selection.filter.0'],
  )
  await fillLists(house, { products: 1_200 })
  const many = await bulk({ selection: { search: 'mug' }, action: 'publish' })
  assert.deepEqual([many.status, many.body.code], [422, 'catalog.bulk_too_many'])
  const thousand = await house.asOwner<{ id: string }>(
    `SELECT id FROM catalog.product WHERE handle ~ '^p[0-9]' LIMIT 1000`,
  )
  const done = await bulk({ ids: thousand.map((row) => row.id), action: 'add-tag', value: 'all' })
  assert.equal(done.body.changes + done.body.refusals.length, 1_000)
})

test('says what is missing; publishing asks for the right to publish', async () => {
  for (const body of [
    { action: 'publish' },
    { ids: some('cup'), selection: {}, action: 'publish' },
    { ids: some('cup'), action: 'add-tag' },
    { ids: some('cup'), action: 'add-tag', value: '  ' },
    { ids: some('cup'), action: 'set-category', value: 'cups' },
    { ids: [], action: 'publish' },
    { ids: some('cup'), action: 'delete' },
  ]) {
    assert.equal((await bulk(body)).status, 422, JSON.stringify(body))
  }
  const writer = await signedInAs(house, 'merchandiser')
  await house.asOwner(
    `UPDATE people.role SET permissions = array_remove(permissions, 'catalog:publish') WHERE code = 'merchandiser'`,
  )
  assert.equal((await bulk({ ids: some('cup'), action: 'publish' }, writer)).status, 403)
  assert.equal((await bulk({ ids: some('cup'), action: 'add-tag', value: 'mine' }, writer)).status, 200)
  const { body } = await bulk({ ids: some('cup'), action: 'publish' })
  const refused = await undo(body.undoToken, writer)
  assert.deepEqual([refused.status, refused.body.code], [403, 'catalog.publishing_not_allowed'])
  assert.equal((await undo(body.undoToken)).status, 200)
})
