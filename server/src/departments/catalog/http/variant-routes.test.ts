import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { must } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { saveProduct } from '../index.ts'
import { aPlainProduct } from '../testing/a-product.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let ids: Record<string, string> = {}

const sized = (handle: string, skus: readonly string[]) => ({
  handle,
  names: { en: handle },
  options: [
    {
      code: 'size',
      names: { en: 'Size' },
      choices: ['s', 'm', 'l'].map((code) => ({ code, names: { en: code } })),
    },
  ],
  variants: skus.map((sku) => ({
    sku,
    optionValues: { size: sku.slice(-1) },
    gtin: '4006381333931',
    weightGrams: 100,
  })),
})

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

beforeEach(async () => {
  const drafts = [sized('shirt', ['shirt-s', 'shirt-m', 'shirt-l']), aPlainProduct('cup', {})]
  ids = {}
  for (const draft of drafts) Object.assign(ids, must(await house.run((ctx) => saveProduct(ctx, draft))).variantIds)
})

async function patch(variants: readonly object[], as = owner) {
  const headers = { ...as.headers, 'accept-language': 'en' }
  const answer = await app.inject({ method: 'PATCH', url: '/api/variants', headers, payload: { variants } })
  return { status: answer.statusCode, body: answer.json() }
}

interface Row {
  readonly sku: string
  readonly gtin: string | null
  readonly weight_grams: number
}

const rows = () =>
  house.asOwner<Row>(`SELECT sku, gtin, weight_grams FROM catalog.variant WHERE retired_at IS NULL AND sku LIKE 'shirt%'
    ORDER BY sku`)

const trail = () =>
  house.asOwner<{ version: number; changes: { field: string; before: unknown; after: unknown }[] }>(
    `SELECT a.version, a.changes FROM host.audit a JOIN catalog.product p ON a.object_id = p.id::text
    WHERE a.object_type = 'product' AND p.handle = 'shirt' ORDER BY a.version DESC`,
  )

describe('barcodes and weights of many variants', () => {
  test('are changed together: one version and one entry for each product, none where nothing changes', async () => {
    const [before] = await trail()
    const variants = [
      { variantId: ids['shirt-s'], weightGrams: 180, gtin: '96385074' },
      { variantId: ids['shirt-l'], gtin: null },
      { variantId: ids['shirt-m'], weightGrams: 100 },
    ]
    assert.deepEqual(await patch(variants), { status: 200, body: { changed: 2 } })
    assert.deepEqual(
      (await rows()).map(({ sku, gtin, weight_grams }) => [sku, gtin, weight_grams]),
      [
        ['shirt-l', null, 100],
        ['shirt-m', '4006381333931', 100],
        ['shirt-s', '96385074', 180],
      ],
    )
    const [entry] = await trail()
    assert.equal(entry?.version, (before?.version ?? 0) + 1)
    assert.deepEqual(entry?.changes.map(({ field, before: was, after }) => [field, was, after]).toSorted(), [
      ['variants.shirt-l.gtin', '4006381333931', null],
      ['variants.shirt-s.gtin', '4006381333931', '96385074'],
      ['variants.shirt-s.weightGrams', 100, 180],
    ])
    assert.deepEqual((await patch(variants)).body, { changed: 0 })
    assert.equal((await trail())[0]?.version, entry?.version)
  })

  test('one that cannot be keeps all from being changed; each is named by its place', async () => {
    const was = await rows()
    const { status, body } = await patch([
      { variantId: ids['cup'], weightGrams: 5 },
      { variantId: ids['shirt-s'], gtin: '4006381333932' },
      { variantId: ids['shirt-m'], gtin: '12' },
      { variantId: ids['shirt-l'], weightGrams: 7 },
    ])
    assert.deepEqual([status, body.code, body.field], [422, 'catalog.invalid_gtin', 'variants.1.gtin'])
    assert.deepEqual(
      body.errors.map((one: { field: string }) => one.field),
      ['variants.1.gtin', 'variants.2.gtin'],
    )
    assert.match(body.title, /4006381333932 is not a barcode/)
    assert.deepEqual(await rows(), was)
  })

  test('a variant that is retired, or that nobody knows, is refused', async () => {
    const gone = ids['shirt-l']
    must(await house.run((ctx) => saveProduct(ctx, sized('shirt', ['shirt-s', 'shirt-m']))))
    for (const variantId of [gone, '01980000-0000-7000-8000-000000000001']) {
      const { status, body } = await patch([
        { variantId: ids['shirt-s'], weightGrams: 9 },
        { variantId, weightGrams: 9 },
      ])
      assert.deepEqual([status, body.code, body.field], [422, 'catalog.unknown_variant', 'variants.1.variantId'])
    }
    assert.ok((await rows()).every(({ weight_grams }) => weight_grams === 100))
  })

  test('two who change different variants of one product lose nothing', async () => {
    const answers = await Promise.all([
      patch([{ variantId: ids['shirt-s'], weightGrams: 11 }]),
      patch([{ variantId: ids['shirt-m'], weightGrams: 12 }]),
      patch([{ variantId: ids['shirt-l'], gtin: null }]),
    ])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    )
    assert.deepEqual(
      (await rows()).map(({ gtin, weight_grams }) => [gtin, weight_grams]),
      [
        [null, 100],
        ['4006381333931', 12],
        ['4006381333931', 11],
      ],
    )
  })

  test('who may only read the catalogue changes none', async () => {
    const reader = await signedInAs(house, 'picker')
    const was = await rows()
    assert.equal((await patch([{ variantId: ids['shirt-s'], weightGrams: 1 }], reader)).status, 403)
    assert.deepEqual(await rows(), was)
  })
})
