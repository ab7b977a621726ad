import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { saveCategory, saveProduct } from '../../departments/catalog/index.ts'
import { putPromise } from '../../departments/inventory/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { localDate } from '../../kernel/time.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn
let mug: string

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house, { stock: { mug: 3, book: 0 } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const pixel = '018f0000-0000-7000-8000-00000000000a'
  await house.asOwner(
    `INSERT INTO host.file (id, sha256, media_type, bytes, width, height, created_at)
     SELECT $1, sha256('x'), 'image/webp', 1, 1, 1, now()`,
    [pixel],
  )
  for (const handle of ['mug', 'book']) {
    const words = { handle, descriptions: { en: 'Made in Venice.', it: '<p>Fatto a <strong>Venezia</strong>.</p>' } }
    const saved = await house.run((ctx) =>
      saveProduct(ctx, { ...words, vendor: 'Laguna', images: [{ fileId: pixel, alts: {} }] }),
    )
    if (handle === 'mug') mug = must(saved).productId
  }
  const variantId = shop.variantIds.mug
  must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: 1_490n, compareAt: 1_990n }])))
})

async function call(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, as = owner) {
  const answer = await app.inject({ method, url: `/api${url}`, headers: as.headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

const wish = { name: 'Google, Italy', format: 'google', channel: 'web', market: 'it', language: 'it' }
const fetched = async (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: new URL(url).pathname, headers })
const listed = async (id: string) => {
  const { body } = await call('GET', '/product-feeds')
  return body.items.find((one: { id: string }) => one.id === id)
}

test('Google reads what is shown in the market, in its language, at its price; what lacks something is left out and told of', async () => {
  const opened = await call('POST', '/product-feeds', wish)
  assert.equal(opened.status, 201, JSON.stringify(opened.body))
  const feed = await fetched(opened.body.url)
  assert.equal(feed.headers['content-type'], 'application/xml; charset=utf-8')
  const items = feed.body.match(/<item>[\s\S]*?<\/item>/g) ?? []
  assert.deepEqual(items.map((item) => /<g:id>(.*)<\/g:id>/.exec(item)?.[1]).sort(), ['BOOK', 'MUG'])
  const its = items.find((item) => item.includes('<g:id>MUG<')) ?? ''
  assert.match(its, /<g:price>19\.90 EUR<\/g:price>\n<g:sale_price>14\.90 EUR</)
  assert.match(its, /<g:description>Fatto a Venezia\.</)
  assert.match(its, /<g:link>[^<]*\/it\/products\/mug</)
  assert.match(its, /<g:availability>in_stock</)
  assert.match(items.find((item) => item.includes('<g:id>BOOK<')) ?? '', /<g:availability>out_of_stock</)
  const told = await listed(opened.body.id)
  assert.deepEqual([told.items, told.leftOut], [2, 2])
  const kinds = told.problems.map(({ kind, blocks, count }: { kind: string; blocks: boolean; count: number }) => [
    kind,
    blocks,
    count,
  ])
  assert.deepEqual(kinds, [
    ['no_description', true, 2],
    ['no_picture', true, 2],
    ['no_gtin', false, 4],
    ['no_brand', false, 2],
    ['no_category', false, 4],
  ])
  assert.deepEqual(told.problems[0].products.map(({ name }: { name: string }) => name).sort(), ['Lamp', 'Scarf'])
})

test('Meta reads a line for each item; what is hidden in the market is in no feed of it', async () => {
  const hidden = { elsewhere: true, places: [{ channel: 'web', market: 'eu', shown: false }] }
  const headers = { ...owner.headers, 'if-match': '"0"' }
  const put = await app.inject({ method: 'PUT', url: `/api/products/${mug}/places`, headers, payload: hidden })
  assert.equal(put.statusCode, 200, put.body)
  const opened = await call('POST', '/product-feeds', { ...wish, format: 'meta', market: 'eu', language: 'en' })
  const feed = await fetched(opened.body.url)
  const lines = feed.body.trim().split('\r\n')
  assert.equal(lines.length, 2, feed.body)
  assert.ok(lines[1]?.startsWith('BOOK,Book of lagoons,Made in Venice.,out of stock,new,22.00 EUR,'), lines[1])
})

test('a product says what each feed would say of it', async () => {
  const { body } = await call('GET', `/products/${mug}/feed-problems`)
  assert.deepEqual(body.items, [
    {
      id: body.items[0].id,
      name: 'Google, Italy',
      problems: [
        { kind: 'no_gtin', blocks: false },
        { kind: 'no_category', blocks: false },
      ],
    },
  ])
})

test('the file is kept: written by the job, told apart by its tag, packed, and anew only when something changed', async () => {
  const { id, url } = (await call('POST', '/product-feeds', { ...wish, name: 'Kept', format: 'acp' })).body
  const before = await listed(id)
  assert.deepEqual([before.builtAt, before.wantedAt !== null], [null, true])
  await house.runJobs(['build-feeds'])
  const built = await listed(id)
  assert.deepEqual([built.items, built.leftOut, built.wantedAt, built.readAt], [2, 2, null, null])
  const plain = await fetched(url)
  const { etag = '', 'last-modified': changed = '' } = plain.headers as Record<string, string>
  assert.deepEqual([plain.statusCode, plain.headers['content-type']], [200, 'application/json; charset=utf-8'])
  assert.equal(built.bytes, plain.rawPayload.length)
  const its = plain.json().products.find((one: { title: string }) => one.title === 'Mug') ?? plain.json().products[0]
  assert.deepEqual(its.variants[0].price, { amount: 1_490, currency: 'EUR' })
  const packed = await fetched(url, { 'accept-encoding': 'gzip' })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body)
  assert.equal((await fetched(url, { 'if-none-match': etag })).statusCode, 304)
  assert.equal((await fetched(url, { 'if-modified-since': changed })).statusCode, 304)
  assert.equal((await fetched(url, { 'if-none-match': '"other"', 'if-modified-since': changed })).statusCode, 200)
  assert.notEqual((await listed(id)).readAt, null)

  await call('POST', `/product-feeds/${id}/builds`)
  await house.runJobs(['build-feeds'])
  assert.equal((await listed(id)).changedAt, built.changedAt, 'what came out the same is not fetched again')
  const variantId = shop.variantIds.mug
  must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: 1_390n, compareAt: 1_990n }])))
  assert.equal((await fetched(url, { 'if-none-match': etag })).statusCode, 304, 'nothing is asked while it is sent')
  assert.equal((await call('POST', `/product-feeds/${id}/builds`)).status, 204)
  await house.runJobs(['build-feeds'])
  const anew = await fetched(url, { 'if-none-match': etag })
  assert.equal(anew.statusCode, 200)
  assert.ok(anew.body.includes('"amount":1390'), anew.body)
})

test('what is not there yet and may be ordered says so, and on which day it leaves', async () => {
  const variantId = shop.variantIds.book
  const [place] = await house.asOwner<{ code: string }>(
    'SELECT l.code FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id WHERE s.variant_id = $1',
    [variantId],
  )
  const promise = { variantId, locationCode: place!.code, shipsOn: localDate('2099-03-01'), most: 5 }
  must(await house.run((ctx) => putPromise(ctx, { ...promise, kind: 'preorder', version: undefined })))
  const told: string[] = []
  for (const format of ['google', 'meta', 'acp']) {
    const { body } = await call('POST', '/product-feeds', { ...wish, name: `Awaited, ${format}`, format })
    told.push((await fetched(body.url)).body)
  }
  const [google = '', meta = '', acp = ''] = told
  assert.match(google, /<g:availability>preorder<\/g:availability>\n<g:availability_date>2099-03-01T00:00\+00:00</)
  assert.equal(google.match(/<g:availability_date>/g)?.length, 1, 'what is on the shelf has no day')
  assert.match(meta, /^BOOK,.*,preorder,new,/m)
  assert.match(acp, /"availability":\{"available":true,"status":"preorder"\}/)
})

test('a category above gives its place in Google’s taxonomy to what lies below it', async () => {
  const above = must(await house.run((ctx) => saveCategory(ctx, { handle: 'table', names: { en: 'Table' } })))
  const below = { handle: 'cups', names: { en: 'Cups' }, parentHandle: 'table' }
  const { categoryId } = must(await house.run((ctx) => saveCategory(ctx, below)))
  await house.asOwner('UPDATE catalog.category SET google_id = $2 WHERE id = $1::uuid', [above.categoryId, '674'])
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'book', categoryId })))
  const { url } = (await call('POST', '/product-feeds', { ...wish, name: 'Placed' })).body
  assert.match((await fetched(url)).body, /<g:google_product_category>674</)
})

test('an address that is taken back leads nowhere, and no secret can be guessed', async () => {
  const opened = await call('POST', '/product-feeds', { ...wish, name: 'Short' })
  assert.equal((await call('DELETE', `/product-feeds/${opened.body.id}`)).status, 204)
  assert.equal((await fetched(opened.body.url)).json().code, 'catalog.feed_not_found')
  assert.equal((await call('DELETE', `/product-feeds/${opened.body.id}`)).body.code, 'catalog.feed_not_found')
  assert.equal((await call('POST', `/product-feeds/${opened.body.id}/builds`)).body.code, 'catalog.feed_not_found')
  const guessed = await app.inject({ url: `/api/product-feed/${'x'.repeat(43)}/google.xml` })
  assert.equal(guessed.statusCode, 404)
})

test('a market nobody has is refused, and so is the fifty-first feed', async () => {
  assert.equal((await call('POST', '/product-feeds', { ...wish, market: 'mars' })).body.code, 'catalog.unknown_place')
  await house.asOwner(
    `INSERT INTO catalog.feed (id, name, format, channel, market, language, token_hash, created_at)
     SELECT uuidv7(), 'x', 'meta', 'web', 'it', 'it', sha256(n::text::bytea), now() FROM generate_series(1, 50) n`,
  )
  assert.equal((await call('POST', '/product-feeds', wish)).body.code, 'catalog.too_many_feeds')
})
