import assert from 'node:assert/strict'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { before, beforeEach, describe, test } from 'node:test'
import sharp from 'sharp'
import { fixture } from '../../../../tests/fixtures/fixtures.ts'
import { findProductByHandle, listCategories } from '../../departments/catalog/index.ts'
import { saveLocations } from '../../departments/inventory/index.ts'
import { system } from '../../host/context.ts'
import { ok, type Refusal } from '../../kernel/result.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { importProducts, type ImportOptions, type ImportReport } from './index.ts'

let house: TestHouse
const HEAD =
  'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Compare At Price,Variant Inventory Qty,Type,Image Src,Variant Image'

before(async () => void (house = await houseWithShop()))

async function houseWithShop(): Promise<TestHouse> {
  const fresh = await createTestHouse()
  const location = { code: 'venice', name: 'Venice', kind: 'warehouse' as const, country: 'IT' }
  assert.ok((await fresh.run((ctx) => saveLocations(ctx, [location]))).ok)
  return fresh
}

const bring = (csv: string, more: Partial<ImportOptions> = {}) =>
  importProducts(house, {
    file: csv,
    dryRun: false,
    currency: 'EUR',
    locationCode: 'venice',
    actor: system('import'),
    ...more,
  })

async function brought(csv: string, more: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const result = await bring(csv, more)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

async function refusedFor(csv: string, more: Partial<ImportOptions> = {}): Promise<readonly Refusal[]> {
  const result = await bring(csv, more)
  assert.ok(!result.ok, 'should have been refused')
  return result.refusal.others ?? [result.refusal]
}

/** Every row of every table that an import may write, so that "nothing was written" means nothing. */
async function everything(): Promise<string> {
  const tables = [
    'catalog.product',
    'catalog.variant',
    'catalog.option',
    'catalog.image',
    'catalog.category',
    'pricing.price',
    'inventory.stock',
    'inventory.move',
    'host.audit',
    'host.event',
    'host.job',
    'host.file',
    'host.content_version',
  ]
  const rows = await Promise.all(
    tables.map((table) =>
      house.asOwner<{ all: unknown }>(`SELECT jsonb_agg(t ORDER BY t::text) AS all FROM ${table} t`),
    ),
  )
  return JSON.stringify(rows)
}

async function leavesNothing<T>(act: () => Promise<T>): Promise<T> {
  const was = await everything()
  const answer = await act()
  assert.equal(await everything(), was)
  return answer
}

const changesOf = (report: ImportReport) =>
  report.differences.map(
    ({ handle, sku, field, before: was, after }) =>
      `${handle} ${sku ?? '-'} ${field}: ${JSON.stringify(was)} -> ${JSON.stringify(after)}`,
  )

async function priceAndStock(sku: string) {
  const [row] = await house.asOwner<{ amount: string; compare_at: string | null; on_hand: string }>(
    `SELECT f.amount, f.compare_at, s.on_hand FROM catalog.variant v LEFT JOIN pricing.price f ON f.variant_id = v.id AND f.currency = 'EUR'
     LEFT JOIN inventory.stock s ON s.variant_id = v.id WHERE v.sku = $1`,
    [sku],
  )
  return row
}

describe("importing Shopify's samples", () => {
  for (const [name, products, variants] of [
    ['apparel', 20, 22],
    ['jewelery', 20, 23],
  ] as const) {
    const sample = fixture(`catalogue/import-csv/shopify-${name}.csv`)
    test(`${name}: shown, imported, and imported again without a trace`, { skip: sample.skip }, async () => {
      const csv = await readFile(sample.path, 'utf8')
      const shown = await leavesNothing(() => brought(csv, { dryRun: true }))
      assert.deepEqual([shown.created, shown.changed, shown.unchanged, shown.variants], [products, 0, 0, variants])
      const done = await brought(csv)
      assert.equal(done.written, products)
      assert.deepEqual({ ...done, dryRun: true, written: 0 }, shown, 'the dry run showed what was then done')
      const again = await leavesNothing(() => brought(csv))
      assert.deepEqual([again.created, again.changed, again.unchanged, again.differences], [0, 0, products, []])
    })
  }

  test(
    'what was imported is for sale at its price, from its stock',
    { skip: fixture('catalogue/import-csv/shopify-jewelery.csv').skip },
    async () => {
      assert.deepEqual(await priceAndStock('leather-anchor-gold'), { amount: '6999', compare_at: '8500', on_hand: '1' })
      const page = await findProductByHandle(house.database, 'leather-anchor', { locale: 'it', publishedOnly: true })
      assert.equal(page?.name, 'Anchor Bracelet Mens')
      assert.deepEqual(page?.categories, [{ handle: 'bracelet', name: 'Bracelet' }])
      assert.deepEqual(
        page?.variants.map((variant) => variant.title),
        ['Gold', 'Silver'],
      )
    },
  )
})

describe('importing our own', () => {
  const demo = (name: string) => readFile(new URL(`../../../demo/import/${name}`, import.meta.url), 'utf8')

  test('products.csv with its pictures: once they are there, they stay as they are', async () => {
    const csv = await demo('products.csv')
    const folder = new URL('../../../demo/pictures', import.meta.url).pathname
    const pictures = { folder, filesFolder: join(house.dataFolder, 'files') }
    const shown = await leavesNothing(() => brought(csv, { dryRun: true, pictures }))
    assert.equal(shown.created, 12)
    assert.ok(!existsSync(pictures.filesFolder), 'a dry run stores no picture')
    const done = await brought(csv, { pictures })
    assert.equal(done.created, 12)
    assert.deepEqual(
      done.warnings.filter((warning) => warning.code !== 'picture_missing'),
      [],
    )
    const again = await leavesNothing(() => brought(csv, { pictures }))
    assert.equal(again.unchanged, 12)
  })

  test('bad-rows.csv: each bad row is named, and nothing is written', async () => {
    const csv = await demo('bad-rows.csv')
    const expected = JSON.parse(await demo('bad-rows.expected.json')) as unknown
    for (const dryRun of [true, false]) {
      const refused = await leavesNothing(() => refusedFor(csv, { dryRun }))
      assert.deepEqual(
        refused.map(({ code, params }) => ({
          row: params?.['row'],
          column: params?.['column'],
          code: code.split('.')[1],
        })),
        expected,
      )
      const translate = house.blueprint.translations.for('it')
      for (const { code, params } of refused) {
        const remedy = translate(`${code.replace('.', '.refusals.')}.remedy`, params)
        assert.match(remedy, / /, `${code} has a remedy in Italian`)
      }
    }
  })
})

let handle: string
let next = 0
beforeEach(() => void (handle = `lamp-${next++}`))

describe('importing a changed file', () => {
  test('shows and makes just what changed', async () => {
    const file = (price: string, quantity: number, title = 'Lamp') =>
      `${HEAD}\n${handle},${title},,,${handle},${price},20.00,${quantity},Lamps,,`
    await brought(file('10.00', 5))
    const expected = [
      `${handle} - names.en: "Lamp" -> "Night lamp"`,
      `${handle} ${handle} price.amount: 1000 -> 1150`,
      `${handle} ${handle} stock.onHand: 5 -> 7`,
    ]
    const shown = await leavesNothing(() => brought(file('11.50', 7, 'Night lamp'), { dryRun: true }))
    assert.deepEqual(changesOf(shown), expected)
    assert.deepEqual([shown.created, shown.changed, shown.unchanged], [0, 1, 0])
    assert.deepEqual(changesOf(await brought(file('11.50', 7, 'Night lamp'))), expected)
    assert.deepEqual(await priceAndStock(handle), { amount: '1150', compare_at: '2000', on_hand: '7' })
  })

  test('a variant that left the file leaves the shop, and its stock and price stay on record', async () => {
    const rows = [`${handle},Lamp,Size,S,${handle}-s,10,,5,,,`, `${handle},,,L,${handle}-l,12,,5,,,`]
    await brought([HEAD, ...rows].join('\n'))
    const report = await brought([HEAD, rows[0]].join('\n'))
    assert.ok(changesOf(report).includes(`${handle} ${handle}-l retired: false -> true`), changesOf(report).join('\n'))
    assert.deepEqual(await priceAndStock(`${handle}-l`), { amount: '1200', compare_at: null, on_hand: '5' })
  })

  test('names in other languages and the category that staff chose for others stay', async () => {
    await brought(`${HEAD}\n${handle},Lamp,,,${handle},10,,5,Lamps,,`)
    const categories = await listCategories(house.database, { locale: 'en' })
    assert.equal(categories.filter((category) => category.handle === 'lamps').length, 1)
    await brought(`${HEAD}\n${handle},Lamp,,,${handle},10,,5,,,`)
    const page = await findProductByHandle(house.database, handle, { locale: 'en', publishedOnly: false })
    assert.deepEqual(
      page?.categories,
      [{ handle: 'lamps', name: 'Lamps' }],
      'an empty Type says nothing of the category',
    )
  })
})

describe('what only the shop can refuse', () => {
  test('a SKU of another product: named by row, nothing written, not even the sound products', async () => {
    await brought(`${HEAD}\n${handle},Lamp,,,${handle},10,,5,,,`)
    const csv = `${HEAD}\n${handle}-a,Sound,,,${handle}-a,10,,5,New type ${handle},,\n${handle}-b,Thief,,,${handle},10,,5,,,`
    const [refusal] = await leavesNothing(() => refusedFor(csv))
    assert.equal(refusal?.code, 'catalog.sku_taken')
    assert.deepEqual([refusal?.params?.['row'], refusal?.params?.['column']], [3, 'Variant SKU'])
  })

  test('a refusal far down a large file leaves the first rows unwritten too', async () => {
    await brought(`${HEAD}\n${handle},Lamp,,,${handle},10,,5,,,`)
    const rows = Array.from({ length: 530 }, (_, at) => `${handle}-${at},Lamp,,,${handle}-${at},10,,5,,,`)
    const csv = [HEAD, ...rows, `${handle}-last,Thief,,,${handle},10,,5,,,`].join('\n')
    const [refusal] = await leavesNothing(() => refusedFor(csv))
    assert.equal(refusal?.params?.['row'], 532)
  })

  test('less stock than is promised to orders', async () => {
    const file = (quantity: number) => `${HEAD}\n${handle},Lamp,,,${handle},10,,${quantity},,,`
    await brought(file(5))
    await house.asOwner(
      `UPDATE inventory.stock SET reserved = 4 WHERE variant_id = (SELECT id FROM catalog.variant WHERE sku = $1)`,
      [handle],
    )
    const [refusal] = await leavesNothing(() => refusedFor(file(3)))
    assert.equal(refusal?.code, 'inventory.below_reserved')
    assert.deepEqual([refusal?.params?.['row'], refusal?.params?.['column']], [2, 'Variant Inventory Qty'])
    await house.asOwner(
      `UPDATE inventory.stock SET reserved = 0 WHERE variant_id = (SELECT id FROM catalog.variant WHERE sku = $1)`,
      [handle],
    )
  })

  test('a location, a currency, a market that are not there', async () => {
    const csv = `${HEAD}\n${handle},Lamp,,,${handle},10,,5,,,`
    const codes = async (more: Partial<ImportOptions>) =>
      (await leavesNothing(() => refusedFor(csv, more))).map((refusal) => refusal.code)
    assert.deepEqual(await codes({ locationCode: 'atlantis' }), ['inventory.unknown_location'])
    assert.deepEqual(await codes({ currency: 'XXQ' }), ['import-products.unknown_currency'])
    assert.deepEqual(await codes({ currency: undefined }), ['import-products.no_market'])
    assert.deepEqual(
      (await leavesNothing(() => refusedFor('a\n"b'))).map((refusal) => refusal.code),
      ['import-products.not_csv'],
    )
  })
})

describe('a large file', () => {
  test('is written in parts, tells how far it is, and is whole after a break', async () => {
    const rows = Array.from({ length: 1_050 }, (_, at) => `${handle}-${at},Lamp ${at},,,${handle}-${at},10,,5,,,`)
    const csv = [HEAD, ...rows].join('\n')
    const progress: string[] = []
    const broken = bring(csv, {
      onProgress: (done, total) => {
        progress.push(`${done}/${total}`)
        if (done > 1_500) throw new Error('the power fails')
      },
    })
    await assert.rejects(broken, /the power fails/)
    assert.deepEqual(progress, ['500/2100', '1000/2100', '1050/2100', '1550/2100'])
    const report = await brought(csv)
    assert.deepEqual([report.created, report.unchanged, report.changed], [550, 500, 0])
  })
})

describe('pictures from a folder', () => {
  const paint = (red: number) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer()

  test('by the file name of the address, by handle, and what is missing is said', async () => {
    const folder = join(house.dataFolder, 'taken')
    const filesFolder = join(house.dataFolder, 'files')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'Blue Lamp.png'), await paint(1))
    await writeFile(join(folder, 'shade.png'), await paint(2))
    await writeFile(join(folder, `${handle}-own.png`), await paint(3))
    await writeFile(join(folder, `${handle}-own-2.png`), await paint(4))
    await writeFile(join(folder, 'not.png'), 'a text')
    const csv = [
      HEAD,
      `${handle},Lamp,,,${handle},10,,5,,https://cdn.example/a/Blue%20Lamp.png?v=1,http://cdn.example/shade.png`,
      `${handle},,,,,,,,,https://cdn.example/none.png,`,
      `${handle},,,,,,,,,not.png,`,
      `${handle}-own,Own,,,${handle}-own,10,,5,,,`,
    ].join('\n')
    const pictures = { folder, filesFolder }
    const shown = await leavesNothing(() => brought(csv, { dryRun: true, pictures }))
    assert.deepEqual(
      shown.differences.filter(({ field }) => field === 'images').map(({ handle: of, after }) => [of, after]),
      [
        [handle, ['Blue Lamp.png', 'not.png', 'shade.png']],
        [`${handle}-own`, [`${handle}-own.png`, `${handle}-own-2.png`]],
      ],
    )
    const report = await brought(csv, { pictures })
    assert.deepEqual(
      report.warnings.map(({ row, code, value }) => [row, code, value]),
      [
        [3, 'picture_missing', 'https://cdn.example/none.png'],
        [4, 'picture_unusable', 'not.png'],
      ],
    )
    const options = { locale: 'en', publishedOnly: false }
    const page = await findProductByHandle(house.database, handle, options)
    assert.deepEqual(
      page?.images.map(({ alt, width }) => [alt, width]),
      [['Lamp', 40]],
    )
    assert.notEqual(page?.variants[0]?.imageFileId, page?.images[0]?.fileId)
    assert.equal((await findProductByHandle(house.database, `${handle}-own`, options))?.images.length, 2)
    assert.equal(
      (await readdir(filesFolder, { recursive: true })).some((name) => name.endsWith('.png')),
      true,
    )
    const again = await leavesNothing(() => brought(csv, { pictures }))
    assert.equal(again.unchanged, 2)
  })
})

test('every invariant holds after all of it', async () => {
  assert.deepEqual(await house.run(async () => ok(1)), ok(1))
  await house.expectNoBreach()
})
