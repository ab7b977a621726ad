import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { sql } from '../../../host/database/sql.ts'
import type { Result } from '../../../kernel/result.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import {
  changeProduct,
  createProduct,
  findProduct,
  findProductByHandle,
  getVariantTitles,
  listCategories,
  publishProduct,
  saveCategory,
  saveProduct,
  unpublishProduct,
  type ProductDraft,
} from '../index.ts'
import { aPlainProduct, aProduct } from '../testing/a-product.ts'

let house: TestHouse
before(async () => void (house = await createTestHouse()))

let handle: string
let next = 0
beforeEach(() => void (handle = `scarf-${next++}`))

const save = (draft: ProductDraft) => house.run((ctx) => saveProduct(ctx, draft))

async function saved(draft: ProductDraft) {
  return valueOf(await save(draft))
}

function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

function refusalOf(result: Result<unknown>): string {
  assert.ok(!result.ok, 'should have been refused')
  return `${result.refusal.code} ${result.refusal.field ?? ''}`.trim()
}

/** Everything that a save may write, counted: what a refusal must leave as it was. */
async function traces() {
  const [row] = await house.asOwner<Record<string, string>>(`
    SELECT (SELECT count(*) FROM catalog.product) AS products, (SELECT sum(version) FROM catalog.product) AS versions,
      (SELECT count(*) FROM catalog.variant) AS variants, (SELECT count(*) FROM catalog.option) AS options,
      (SELECT count(*) FROM host.audit) AS audits, (SELECT count(*) FROM host.event) AS events,
      (SELECT coalesce(sum(version), 0) FROM host.content_version) AS pages`)
  return row
}

async function leavesNothing(act: () => Promise<Result<unknown>>, expected: string) {
  const was = await traces()
  assert.equal(refusalOf(await act()), expected)
  assert.deepEqual(await traces(), was)
}

const page = (locale = 'en') => findProductByHandle(house.database, handle, { locale, publishedOnly: false })

describe('saving a product', () => {
  test('a new one is read back whole, in each language', async () => {
    const { productId, variantIds, version, created } = await saved(aProduct({ handle }))
    assert.deepEqual({ version, created }, { version: 1, created: true })
    const italian = await page('it')
    assert.equal(italian?.id, productId)
    assert.equal(italian?.name, 'Sciarpa di lino')
    assert.equal(italian?.description, 'Woven on a hand loom.', 'falls back to English')
    assert.deepEqual(italian?.options, [
      {
        code: 'size',
        name: 'Taglia',
        choices: [
          { code: 's', name: 'Piccola' },
          { code: 'l', name: 'Grande' },
        ],
      },
    ])
    assert.deepEqual(
      italian?.variants.map(({ id, sku, title, weightGrams }) => [id, sku, title, weightGrams]),
      [
        [variantIds[`${handle}-s`], `${handle}-s`, 'Piccola', 120],
        [variantIds[`${handle}-l`], `${handle}-l`, 'Grande', 180],
      ],
    )
  })

  test('a description keeps its headings and lists and loses what could run; a plain one stays as it is', async () => {
    const written = '<h2>Care</h2><ul><li>cold</li></ul><p onclick="x()">dry<script>alert(1)</script></p>'
    const descriptions = { en: written, it: 'Lavare a < 30 °C\n\nNon <b>stirare</b>' }
    const { productId } = await saved(aProduct({ handle, descriptions }))
    const kept = { en: '<h3>Care</h3><ul><li>cold</li></ul><p>dry</p>', it: descriptions.it }
    assert.deepEqual((await findProduct(house.database, productId))?.descriptions, kept)
    assert.equal((await saved(aProduct({ handle, descriptions }))).changed, false, 'cleaned before it is compared')
  })

  test('the same draft twice writes nothing the second time', async () => {
    const first = await saved(aProduct({ handle }))
    const was = await traces()
    const second = await saved(aProduct({ handle }))
    assert.deepEqual(second, { ...first, created: false, changed: false, differences: [] })
    assert.deepEqual(await traces(), was)
  })

  test('each version has one audit entry, which says what changed', async () => {
    const { productId } = await saved(aProduct({ handle }))
    await saved(aProduct({ handle, vendor: 'Other', names: { it: 'Fazzoletto' } }))
    const rows = await house.database.rows(sql<{ version: number; changes: unknown; action: string }>`
      SELECT version, changes, action FROM host.audit WHERE object_id = ${productId} ORDER BY version`)
    assert.deepEqual(
      rows.map((row) => [row.version, row.action]),
      [
        [1, 'catalog:write'],
        [2, 'catalog:write'],
      ],
    )
    assert.deepEqual(rows[1]?.changes, [
      { field: 'vendor', before: 'Tessitura Lagunare', after: 'Other' },
      { field: 'names.it', before: 'Sciarpa di lino', after: 'Fazzoletto' },
    ])
    const events = await house.database.rows(sql<{ payload: { version: number } }>`
      SELECT payload FROM host.event WHERE ref_id = ${productId} AND name = 'product.changed.v1' ORDER BY id`)
    assert.deepEqual(
      events.map((event) => event.payload.version),
      [1, 2],
    )
  })

  test('a variant left out is retired: not for sale, still known to orders, and back under its id', async () => {
    const draft = aProduct({ handle })
    const { variantIds } = await saved(draft)
    const large = variantIds[`${handle}-l`] ?? ''
    const sellable = async () =>
      (
        await house.database.row(sql<{ sellable: boolean }>`
        SELECT sellable FROM catalog.pub_variant WHERE variant_id = ${large}`)
      )?.sellable
    await saved({ ...draft, variants: draft.variants?.slice(0, 1) })
    assert.equal(await sellable(), false)
    assert.equal((await getVariantTitles(house.database, [large], 'it')).get(large)?.title, 'Grande')
    assert.equal((await page())?.variants.length, 1)
    assert.equal((await saved(draft)).variantIds[`${handle}-l`], large)
    assert.equal(await sellable(), true)
  })

  test('a retired variant leaves its combination to another', async () => {
    await saved(aProduct({ handle }))
    const variants = [{ sku: `${handle}-new`, optionValues: { size: 's' } }]
    await saved({ handle, variants })
    assert.deepEqual(
      (await page())?.variants.map((one) => one.sku),
      [`${handle}-new`],
    )
  })

  test('two variants may swap their options', async () => {
    await saved(aProduct({ handle }))
    const variants = [
      { sku: `${handle}-s`, optionValues: { size: 'l' } },
      { sku: `${handle}-l`, optionValues: { size: 's' } },
    ]
    await saved({ handle, variants })
    assert.deepEqual(
      (await page())?.variants.map((one) => one.title),
      ['Large', 'Small'],
    )
  })

  test('a draft is not for the public', async () => {
    await saved(aProduct({ handle, state: 'draft' }))
    assert.ok(await page())
    assert.equal(await findProductByHandle(house.database, handle, { locale: 'en', publishedOnly: true }), undefined)
  })

  const NO_ID = '018f0000-0000-7000-8000-000000000000'
  const REFUSED: [string, () => ProductDraft, string][] = [
    ['a flaw', () => aProduct({ handle, names: {} }), 'catalog.name_missing names.en'],
    ['a category of nobody', () => aProduct({ handle, categoryId: NO_ID }), 'catalog.unknown_category categoryId'],
    [
      'a picture of nobody',
      () => aProduct({ handle, images: [{ fileId: NO_ID, alts: {} }] }),
      'catalog.unknown_file images',
    ],
    [
      "a variant's picture of nobody",
      () => aPlainProduct(handle, { variants: [{ sku: handle, imageFileId: NO_ID }] }),
      'catalog.unknown_file variants',
    ],
    [
      'a SKU of another product',
      () => aPlainProduct(handle, { variants: [{ sku: 'taken' }] }),
      'catalog.sku_taken variants.0.sku',
    ],
  ]
  for (const [what, draft, expected] of REFUSED) {
    test(`${what} is refused and leaves nothing`, async () => {
      await saved(aPlainProduct('has-it', { variants: [{ sku: 'taken' }] }))
      await leavesNothing(() => save(draft()), expected)
    })
  }

  test('two at once: one wins, the other is told, or both say the same', async () => {
    const results = await Promise.all([save(aProduct({ handle })), save(aProduct({ handle }))])
    const won = results.filter((result) => result.ok && result.value.created)
    assert.equal(won.length, 1)
    for (const result of results) if (!result.ok) assert.equal(refusalOf(result), 'catalog.handle_taken handle')
    assert.equal((await page())?.version, 1)
  })

  test('twenty changes at once are twenty versions, each with its audit entry', async () => {
    const { productId } = await saved(aProduct({ handle }))
    await Promise.all(Array.from({ length: 20 }, (_, at) => saved({ handle, vendor: `vendor ${at}` })))
    const row = await house.database.row(sql<{ version: number; audits: bigint }>`
      SELECT version, (SELECT count(*) FROM host.audit WHERE object_id = ${productId}) AS audits
      FROM catalog.product WHERE id = ${productId}`)
    assert.deepEqual(row, { version: 21, audits: 21n })
  })
})

describe('changing, publishing, creating', () => {
  test('a change against the version that was read', async () => {
    const { productId } = await saved(aProduct({ handle }))
    const change = (version: number, changes: Partial<ProductDraft>) =>
      house.run((ctx) => changeProduct(ctx, { productId, version, changes }))
    assert.equal(valueOf(await change(1, { vendor: 'A' })).version, 2)
    const was = await traces()
    const late = await change(1, { vendor: 'B', names: { en: 'Linen scarf' } })
    assert.ok(!late.ok)
    assert.equal(late.refusal.code, 'catalog.version_conflict')
    assert.deepEqual(late.refusal.params, { version: 2 })
    assert.deepEqual(
      late.refusal.others?.map(({ field, params }) => [field, params?.['current']]),
      [['vendor', 'A']],
    )
    assert.deepEqual(await traces(), was)
  })

  test('two staff at once: one wins, the other gets the conflict', async () => {
    const { productId } = await saved(aProduct({ handle }))
    const results = await Promise.all(
      ['A', 'B'].map((vendor) =>
        house.run((ctx) => changeProduct(ctx, { productId, version: 1, changes: { vendor } })),
      ),
    )
    assert.equal(results.filter((result) => result.ok).length, 1)
    assert.deepEqual(results.filter((result) => !result.ok).map(refusalOf), ['catalog.version_conflict If-Match'])
  })

  test('another handle; a taken one is refused', async () => {
    const { productId } = await saved(aProduct({ handle }))
    await saved(aPlainProduct(`${handle}-other`))
    const rename = (to: string, version: number) =>
      house.run((ctx) => changeProduct(ctx, { productId, version, changes: { handle: to } }))
    await leavesNothing(() => rename(`${handle}-other`, 1), 'catalog.handle_taken handle')
    valueOf(await rename(`${handle}-renamed`, 1))
    assert.equal(await page(), undefined)
  })

  test('publishing twice is once', async () => {
    const { productId } = await saved(aProduct({ handle, state: 'draft' }))
    assert.equal(valueOf(await house.run((ctx) => publishProduct(ctx, { productId }))).version, 2)
    assert.equal(valueOf(await house.run((ctx) => publishProduct(ctx, { productId }))).version, 2)
    assert.equal((await page())?.published, true)
    assert.equal(valueOf(await house.run((ctx) => unpublishProduct(ctx, { productId }))).version, 3)
    assert.equal((await page())?.published, false)
  })

  test('what is not there', async () => {
    const productId = '018f0000-0000-7000-8000-000000000000'
    const change = { productId, version: 1, changes: {} }
    await leavesNothing(() => house.run((ctx) => changeProduct(ctx, change)), 'catalog.product_not_found')
    await leavesNothing(() => house.run((ctx) => publishProduct(ctx, { productId })), 'catalog.product_not_found')
    await leavesNothing(() => house.run((ctx) => unpublishProduct(ctx, { productId })), 'catalog.product_not_found')
  })

  test('creating what is there already', async () => {
    await saved(aProduct({ handle }))
    await leavesNothing(
      () => house.run((ctx) => createProduct(ctx, aProduct({ handle }))),
      'catalog.handle_taken handle',
    )
  })
})

describe('categories', () => {
  const keep = (draft: Parameters<typeof saveCategory>[1]) => house.run((ctx) => saveCategory(ctx, draft))

  test('a tree, saved twice, and counted', async () => {
    const table = valueOf(await keep({ handle: 'table', names: { en: 'Table', it: 'Tavola' } }))
    const cups = valueOf(await keep({ handle: 'cups', names: { en: 'Cups' }, parentHandle: 'table' }))
    assert.deepEqual(valueOf(await keep({ handle: 'cups', names: { en: 'Cups' }, parentHandle: 'table' })), {
      ...cups,
      changed: false,
    })
    await saved(aPlainProduct(handle, { categoryId: cups.categoryId }))
    await saved(aPlainProduct(`${handle}-draft`, { categoryId: cups.categoryId, state: 'draft' }))
    const found = await listCategories(house.database, { locale: 'it' })
    assert.deepEqual(
      found.map(({ handle: own, name, parentId, productCount }) => [own, name, parentId, productCount]),
      [
        ['table', 'Tavola', null, 0],
        ['cups', 'Cups', table.categoryId, 1],
      ],
    )
    assert.deepEqual((await page())?.categories, [
      { handle: 'table', name: 'Table' },
      { handle: 'cups', name: 'Cups' },
    ])
  })

  test('what cannot be', async () => {
    await leavesNothing(
      () => keep({ handle: 'table', parentHandle: 'cups' }),
      'catalog.category_inside_itself parentHandle',
    )
    await leavesNothing(
      () => keep({ handle: 'table', parentHandle: 'table' }),
      'catalog.category_inside_itself parentHandle',
    )
    await leavesNothing(
      () => keep({ handle: 'x', names: { en: 'X' }, parentHandle: 'y' }),
      'catalog.unknown_category parentHandle',
    )
    await leavesNothing(() => keep({ handle: 'x y', names: { en: 'X' } }), 'catalog.invalid_handle handle')
    await leavesNothing(() => keep({ handle: 'x' }), 'catalog.name_missing names.en')
  })
})

test('every invariant holds after all of it', () => house.expectNoBreach())
