/** Categories over HTTP: made, changed, moved, hidden, pictured, and placed in the world's taxonomies. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { findCategoryWords, findProductByHandle, saveProduct } from '../index.ts'
import { aPlainProduct } from '../testing/a-product.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

interface Asked {
  readonly body?: object
  readonly version?: number
  readonly locale?: string
}

async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, asked: Asked = {}) {
  const { body, version, locale = 'en' } = asked
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: {
      ...owner.headers,
      'accept-language': locale,
      ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}

async function made(handle: string, draft: object = {}): Promise<string> {
  const { status, body } = await ask('POST', '/categories', { body: { handle, names: { en: handle }, ...draft } })
  assert.equal(status, 201, JSON.stringify(body))
  return body.id
}

/** The tree as somebody reads it: `a(b c(d)) e`. */
async function tree(of: string): Promise<string> {
  const { body } = await ask('GET', '/categories')
  const items = body.items as { id: string; parentId: string | null; handle: string }[]
  const below = (parentId: string | null): string =>
    items
      .filter((one) => one.parentId === parentId && one.handle.startsWith(of))
      .map(({ id, handle }) => {
        const inside = below(id)
        return handle.slice(of.length) + (inside === '' ? '' : `(${inside})`)
      })
      .join(' ')
  return below(null)
}

const NOBODY = '018f0000-0000-7000-8000-000000000000'

test('made, read in all languages, changed against the version that was read', async () => {
  const id = await made('cups', {
    names: { en: 'Cups', it: 'Tazze' },
    descriptions: { en: '<p>To drink</p><script>x</script>' },
  })
  const read = (await ask('GET', `/categories/${id}`)).body
  assert.deepEqual(
    [read.names, read.descriptions, read.hidden, read.version],
    [{ en: 'Cups', it: 'Tazze' }, { en: '<p>To drink</p>' }, false, 1],
  )
  const change = (body: object, version?: number) =>
    ask('PATCH', `/categories/${id}`, { body, ...(version === undefined ? {} : { version }) })
  assert.equal((await change({ hidden: true })).body.code, 'host.version_required')
  assert.equal((await change({ hidden: true }, 9)).body.code, 'host.version_conflict')
  assert.equal((await change({ handle: 'mugs', seoTitles: { it: 'Tazze di Venezia' } }, 1)).body.version, 2)
  assert.equal((await change({ handle: 'mugs' }, 2)).body.version, 2)
  await made('bowls')
  const taken = await change({ handle: 'bowls' }, 2)
  assert.deepEqual([taken.status, taken.body.code, taken.body.field], [409, 'catalog.handle_taken', 'handle'])
  assert.equal(
    (await ask('POST', '/categories', { body: { handle: 'mugs', names: { en: 'M' } } })).body.code,
    'catalog.handle_taken',
  )
  const long = await change({ seoTitles: { en: 'x'.repeat(121) } }, 2)
  assert.equal(long.status, 422)
  assert.equal((await ask('GET', `/categories/${NOBODY}`)).body.code, 'catalog.category_not_found')
  assert.equal(
    (await ask('PATCH', `/categories/${NOBODY}`, { body: {}, version: 1 })).body.code,
    'catalog.category_not_found',
  )
  const [audit] = await house.asOwner<{ changes: { field: string }[] }>(
    `SELECT changes FROM host.audit WHERE object_type = 'category' AND object_id = '${id}' AND version = 2`,
  )
  assert.deepEqual(
    audit?.changes.map(({ field }) => field),
    ['handle', 'seoTitles'],
  )
  const words = await findCategoryWords(house.database, 'mugs', 'it')
  assert.deepEqual(words, {
    description: '<p>To drink</p>',
    seoTitle: 'Tazze di Venezia',
    seoDescription: '',
    imageFileId: null,
  })
})

test('moved: before a neighbour, to the end, below another, to the top, never into itself', async () => {
  const ids: Record<string, string> = {}
  for (const handle of ['t-a', 't-b', 't-c']) ids[handle] = await made(handle)
  const move = (id: string, parent: string | null, before: string | null) =>
    ask('PUT', `/categories/${ids[id]}/place`, {
      body: { parentId: parent && ids[parent], beforeId: before && ids[before] },
    })
  assert.equal(await tree('t-'), 'a b c')
  assert.equal((await move('t-c', null, 't-a')).body.version, 2)
  assert.equal(await tree('t-'), 'c a b')
  assert.equal((await move('t-c', null, 't-a')).body.version, 2)
  await move('t-c', null, null)
  await move('t-b', 't-c', null)
  assert.equal(await tree('t-'), 'a c(b)')
  await move('t-a', 't-c', 't-b')
  assert.equal(await tree('t-'), 'c(a b)')
  const inside = await move('t-c', 't-b', null)
  assert.deepEqual(
    [inside.status, inside.body.code, inside.body.field],
    [422, 'catalog.category_inside_itself', 'parentId'],
  )
  assert.equal((await move('t-c', 't-c', null)).body.code, 'catalog.category_inside_itself')
  assert.equal((await move('t-a', null, 't-b')).body.field, 'beforeId')
  const nowhere = await ask('PUT', `/categories/${ids['t-a']}/place`, { body: { parentId: NOBODY, beforeId: null } })
  assert.deepEqual([nowhere.body.code, nowhere.body.field], ['catalog.unknown_category', 'parentId'])
  const nobody = await ask('PUT', `/categories/${NOBODY}/place`, { body: { parentId: null, beforeId: null } })
  assert.equal(nobody.body.code, 'catalog.category_not_found')
  await move('t-b', null, null)
  assert.equal(await tree('t-'), 'c(a) b')
})

test('two moves at once never close a circle', async () => {
  const [one, two] = [await made('circle-one'), await made('circle-two')]
  const move = (id: string, parentId: string) =>
    ask('PUT', `/categories/${id}/place`, { body: { parentId, beforeId: null } })
  const answers = await Promise.all([move(one, two), move(two, one)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422])
})

test('hidden with all below it: in no menu, and no way of a product', async () => {
  const above = await made('secret', { hidden: true })
  const below = await made('secret-below', { parentHandle: 'secret' })
  const saved = await house.run((ctx) => saveProduct(ctx, aPlainProduct('secret-cup', { categoryId: below })))
  assert.ok(saved.ok)
  const shown = async () => {
    const { body } = await ask('GET', '/catalog/categories')
    return (body.items as { handle: string }[]).filter(({ handle }) => handle.startsWith('secret')).length
  }
  assert.equal(await shown(), 0)
  const page = () => findProductByHandle(house.database, 'secret-cup', { locale: 'en', publishedOnly: false })
  assert.deepEqual((await page())?.categories, [{ handle: 'secret-below', name: 'secret-below' }])
  const office = (await ask('GET', '/categories')).body.items as { id: string; productCount: number; drafts: number }[]
  const counted = office.find(({ id }) => id === below)
  assert.equal((counted?.productCount ?? 0) + (counted?.drafts ?? 0), 1)
  await ask('PATCH', `/categories/${above}`, { body: { hidden: false }, version: 1 })
  assert.equal(await shown(), 2)
})

test('its picture is put and taken away', async () => {
  const id = await made('pictured')
  const body = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  const put = await ask('POST', `/categories/${id}/picture`, { body })
  assert.deepEqual([put.status, put.body.version], [201, 2])
  assert.equal((await ask('GET', `/categories/${id}`)).body.imageFileId, put.body.fileId)
  assert.equal((await ask('POST', `/categories/${NOBODY}/picture`, { body })).body.code, 'catalog.category_not_found')
  assert.equal(
    (await ask('POST', `/categories/${id}/picture`, { body: Buffer.from('no') })).body.code,
    'catalog.not_a_picture',
  )
  assert.equal((await ask('DELETE', `/categories/${id}/picture`)).body.version, 3)
  assert.equal((await ask('GET', `/categories/${id}`)).body.imageFileId, null)
})

describe('in the taxonomies', () => {
  test('searched in the reader’s language', async () => {
    const found = await ask('GET', '/taxonomies/shopify/categories?search=tazze', { locale: 'it' })
    assert.deepEqual(found.body.items[0], {
      id: 'hg-11-10-5-5',
      path: ['Casa e giardino', 'Cucina e pranzo', 'Stoviglie', 'Bicchieri', 'Tazze'],
      google: { id: '2169', path: found.body.items[0].google.path },
    })
    assert.equal(found.body.items[0].google.path.at(-1), 'Tazze')
    assert.deepEqual((await ask('GET', '/taxonomies/google/categories?search=zzzz')).body.items, [])
  })

  test('a category says its place; those below and their products inherit it, until they say another', async () => {
    const kitchen = await made('x-kitchen', { taxonomyId: 'hg-11' })
    const mugs = await made('x-mugs', { parentHandle: 'x-kitchen' })
    const saved = await house.run((ctx) => saveProduct(ctx, aPlainProduct('x-mug', { categoryId: mugs })))
    assert.ok(saved.ok)
    const { productId } = saved.value
    const of = async (path: string) => (await ask('GET', path)).body
    const below = (await of(`/categories/${mugs}`)).placing
    assert.deepEqual(below.shopify.from, { id: kitchen, name: 'x-kitchen' })
    assert.deepEqual([below.shopify.id, below.google.id, below.google.chosen], ['hg-11', '638', false])

    const change = await ask('PATCH', `/categories/${mugs}`, {
      body: { taxonomyId: 'hg-11-10-5-5', googleId: '6049' },
      version: 1,
    })
    assert.equal(change.status, 200)
    const inherited = await of(`/products/${productId}/taxonomy`)
    assert.deepEqual(
      [inherited.shopify.id, inherited.google.id, inherited.google.chosen, inherited.version],
      ['hg-11-10-5-5', '6049', true, 0],
    )

    const place = (body: object, version?: number) =>
      ask('PUT', `/products/${productId}/taxonomy`, { body, ...(version === undefined ? {} : { version }) })
    assert.equal((await place({ taxonomyId: 'lb-13', googleId: null })).body.version, 1)
    assert.equal((await place({ taxonomyId: null, googleId: null })).body.code, 'host.version_required')
    const own = await of(`/products/${productId}/taxonomy`)
    assert.deepEqual(
      [own.shopify.id, own.shopify.from, own.google.id, own.google.chosen],
      ['lb-13', null, '5181', false],
    )
    assert.equal((await place({ taxonomyId: null, googleId: null }, 1)).body.version, 2)
    assert.equal((await of(`/products/${productId}/taxonomy`)).shopify.id, 'hg-11-10-5-5')
    assert.equal((await ask('GET', `/products/${NOBODY}/taxonomy`)).body.code, 'catalog.product_not_found')
  })

  test('what is in neither is refused, and nothing changed', async () => {
    const bad = await ask('POST', '/categories', { body: { handle: 'bad', names: { en: 'Bad' }, taxonomyId: 'zz-1' } })
    assert.deepEqual([bad.status, bad.body.code, bad.body.field], [422, 'catalog.unknown_taxonomy', 'taxonomyId'])
    const id = await made('good')
    const worse = await ask('PATCH', `/categories/${id}`, { body: { googleId: '1' + '0'.repeat(9) }, version: 1 })
    assert.deepEqual([worse.body.code, worse.body.field], ['catalog.unknown_taxonomy', 'googleId'])
    assert.deepEqual([(await ask('GET', `/categories/${id}`)).body.version, await tree('bad')], [1, ''])
  })
})

test('every invariant holds after all of it', () => house.expectNoBreach())
