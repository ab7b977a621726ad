import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { saveProduct } from '../index.ts'
import { aProduct } from '../testing/a-product.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let nobody: SignedIn

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  nobody = await signedInAs(house)
  assert.ok((await house.run((ctx) => saveProduct(ctx, aProduct()))).ok)
  assert.ok((await house.run((ctx) => saveProduct(ctx, aProduct({ handle: 'hidden', state: 'draft' })))).ok)
})

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly as?: SignedIn
  readonly body?: object
  readonly headers?: Record<string, string>
}

async function ask(url: string, { method = 'GET', as, body, headers = {} }: Asked = {}) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...as?.headers, ...headers },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.body === '' ? undefined : answer.json() }
}

describe('the public catalogue', () => {
  test('lists what is published, in the language that was asked for', async () => {
    const { status, body } = await ask('/catalog/products', { headers: { 'accept-language': 'it' } })
    assert.equal(status, 200)
    assert.deepEqual(
      body.items.map((item: { name: string }) => item.name),
      ['Sciarpa di lino'],
    )
    assert.equal(body.nextCursor, null)
    assert.equal(body.items[0].variantIds.length, 2)
  })

  test('a product whole, with its ETag; a draft is not there', async () => {
    const { status, body, headers } = await ask('/catalog/products/linen-scarf')
    assert.equal(status, 200)
    assert.deepEqual(body.options[0].choices, [
      { code: 's', name: 'Small' },
      { code: 'l', name: 'Large' },
    ])
    assert.deepEqual(body.variants[0].optionValues, { size: 's' })
    assert.equal(headers['etag'], '"1"')
    assert.equal((await ask('/catalog/products/linen-scarf', { headers: { 'if-none-match': '"1"' } })).status, 304)
    for (const handle of ['hidden', 'nothing', '..%2f']) {
      const missing = await ask(`/catalog/products/${handle}`)
      assert.deepEqual([missing.status, missing.body.code], [404, 'catalog.product_not_found'])
    }
  })

  test('cursors that this house did not make are refused', async () => {
    const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const id = '018f0000-0000-7000-8000-000000000000'
    for (const after of [
      'x',
      forged(['a']),
      forged(['now', id]),
      forged(['2026-13-99 00:00:00+00', id]),
      forged(["1'", 'x']),
    ]) {
      const { status, body } = await ask(`/catalog/products?after=${after}`)
      assert.deepEqual([status, body.code], [400, 'host.invalid_cursor'], after)
    }
    assert.equal((await ask(`/catalog/products?search=tea&after=${forged(['9'.repeat(9), id])}`)).status, 200)
    assert.equal((await ask(`/catalog/products?sort=name&after=${forged(['zz', id])}`)).status, 200)
  })

  test('pages hang together', async () => {
    const first = await ask('/products?limit=1&sort=name', { as: owner })
    const second = await ask(`/products?limit=1&sort=name&after=${first.body.nextCursor}`, { as: owner })
    assert.notEqual(first.body.items[0].id, second.body.items[0].id)
    assert.equal(second.body.nextCursor, null)
  })
})

describe('the back office', () => {
  const idOf = async (handle: string) =>
    (await ask('/products', { as: owner })).body.items.find((item: { handle: string }) => item.handle === handle)
      .id as string

  test('nobody without the permission gets in', async () => {
    const id = await idOf('linen-scarf')
    const calls: [NonNullable<Asked['method']>, string, object?][] = [
      ['GET', '/products'],
      ['GET', `/products/${id}`],
      ['POST', '/products', { handle: 'x', names: { en: 'X' }, variants: [{ sku: 'x' }] }],
      ['PATCH', `/products/${id}`, { vendor: 'x' }],
      ['PUT', `/products/${id}/publication`],
      ['DELETE', `/products/${id}/publication`],
      ['GET', '/categories'],
      ['POST', '/product-imports', { csv: 'x' }],
    ]
    for (const [method, url, body] of calls) {
      assert.equal((await ask(url, { method, ...(body ? { body } : {}) })).status, 401, `${method} ${url}`)
      assert.equal((await ask(url, { method, as: nobody, ...(body ? { body } : {}) })).status, 403, `${method} ${url}`)
    }
    assert.equal((await ask(`/products/${id}`, { as: owner })).body.version, 1)
  })

  test('reads whole, changes against the version read, tells of a conflict what is there now', async () => {
    const id = await idOf('linen-scarf')
    const read = await ask(`/products/${id}`, { as: owner })
    assert.deepEqual(read.body.names, { en: 'Linen scarf', it: 'Sciarpa di lino' })
    assert.deepEqual(read.body.variants[0].optionValues, { size: 's' })
    assert.deepEqual(
      read.body.allowedActions.filter((one: { allowed: boolean }) => one.allowed),
      [{ action: 'unpublish', allowed: true, reason: null }],
    )
    const etag = String(read.headers['etag'])
    const patch = (body: object, headers: Record<string, string>) =>
      ask(`/products/${id}`, { method: 'PATCH', as: owner, body, headers })
    assert.equal((await patch({ vendor: 'A' }, {})).status, 428)
    assert.equal((await patch({ vendor: 'A' }, { 'if-match': etag })).body.version, 2)
    const late = await patch({ vendor: 'B' }, { 'if-match': etag })
    assert.deepEqual([late.status, late.body.code, late.body.params], [409, 'catalog.version_conflict', { version: 2 }])
    assert.deepEqual(
      late.body.errors.map((error: { field: string; params: object }) => [error.field, error.params]),
      [['vendor', { version: 2, current: 'A' }]],
    )
    assert.equal((await patch({ colour: 'B' }, { 'if-match': '"2"' })).status, 422)
  })

  test('creates once, publishes and takes back', async () => {
    const body = { handle: 'new-cup', names: { en: 'New cup' }, variants: [{ sku: 'NEW-CUP' }] }
    const create = () => ask('/products', { method: 'POST', as: owner, body, headers: { 'idempotency-key': 'cup-1' } })
    const [first, second] = [await create(), await create()]
    assert.deepEqual([first.status, second.status], [201, 201])
    assert.deepEqual(second.body, first.body)
    const again = await ask('/products', { method: 'POST', as: owner, body })
    assert.deepEqual([again.status, again.body.code], [409, 'catalog.handle_taken'])
    const publication = (method: 'PUT' | 'DELETE') =>
      ask(`/products/${first.body.id}/publication`, { method, as: owner })
    assert.equal((await ask('/catalog/products/new-cup')).status, 404)
    assert.equal((await publication('PUT')).status, 200)
    assert.equal((await ask('/catalog/products/new-cup')).status, 200)
    assert.equal((await publication('DELETE')).status, 200)
    assert.equal((await ask('/catalog/products/new-cup')).status, 404)
  })

  test('an import names every bad row in the language of the reader, each with its remedy', async () => {
    const csv = 'Handle,Title,Variant Price\nmug,Mug,ten\n,Cup,5'
    const refused = await ask('/product-imports', {
      method: 'POST',
      as: owner,
      body: { csv, currency: 'EUR', location: 'x', dryRun: true },
      headers: { 'accept-language': 'es' },
    })
    assert.deepEqual([refused.status, refused.body.code], [422, 'import-products.rows_refused'])
    assert.match(refused.body.title, /2 puntos del archivo no son correctos/)
    assert.deepEqual(
      refused.body.errors.map((error: { code: string; field: string; detail: string }) => [
        error.code,
        error.field,
        error.detail,
      ]),
      [
        ['import-products.invalid_price', '2.Variant Price', 'Fila 2: «ten» en Variant Price no es un precio'],
        ['import-products.missing_value', '3.Handle', 'Fila 3: Handle está vacío'],
      ],
    )
    const shown = await ask('/product-imports', {
      method: 'POST',
      as: owner,
      body: { csv: 'Handle,Title,Variant Price\nmug,Mug,10', currency: 'EUR', location: 'x', dryRun: true },
    })
    assert.equal(shown.status, 202, JSON.stringify(shown.body))
    const { taskId, report } = shown.body
    assert.deepEqual([taskId, report.dryRun, report.created, report.written, report.of], [null, true, 1, 0, 1])
    assert.deepEqual(report.differences[0], {
      handle: 'mug',
      field: 'product',
      label: 'Product',
      before: null,
      after: 'mug',
      sku: null,
    })
    assert.equal((await ask('/products?search=mug', { as: owner })).body.items.length, 0)
  })
})
