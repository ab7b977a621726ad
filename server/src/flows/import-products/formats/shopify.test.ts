import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { readCsv } from '../../../host/csv/read-csv.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { plainText } from '../rows/plain-text.ts'
import { readProducts, type ParsedFile } from '../rows/read-products.ts'
import { shopify } from './shopify.ts'

const demo = (name: string) => readFileSync(new URL(`../../../../demo/import/${name}`, import.meta.url), 'utf8')

async function parsed(csv: string, currency = 'EUR'): Promise<ParsedFile> {
  const table = await readCsv(csv)
  assert.ok('rows' in table, JSON.stringify(table))
  return readProducts(table.rows, { format: shopify, currency: currencyCode(currency) })
}

const refusedIn = ({ refused }: ParsedFile) =>
  refused.map(({ row, column, refusal }) => ({ row, column, code: refusal.code.split('.')[1] }))

const sayings = (file: ParsedFile) => refusedIn(file).map(({ row, column, code }) => `${row} ${column}: ${code}`)

describe("Shopify's own samples", () => {
  const apparel = fixture('catalogue/import-csv/shopify-apparel.csv')
  test('apparel: 20 products, of which one has three sizes', { skip: apparel.skip }, async () => {
    const file = await parsed(readFileSync(apparel.path, 'utf8'))
    assert.deepEqual(file.refused, [])
    assert.deepEqual(file.warnings, [])
    assert.equal(file.products.length, 20)
    assert.equal(file.products.flatMap((product) => product.variants).length, 22)
    const top = file.products.find((product) => product.draft.handle === 'classic-varsity-top')
    assert.deepEqual(
      top?.draft.options?.map(({ names, choices }) => [names['en'], choices.map((choice) => choice.names['en'])]),
      [['Size', ['Small', 'Medium', 'Large']]],
    )
    assert.deepEqual(
      top?.variants.map(({ sku, amount, quantity }) => [sku, amount, quantity]),
      [
        ['classic-varsity-top-small', 6000n, 1],
        ['classic-varsity-top-medium', 6000n, 1],
        ['classic-varsity-top-large', 6000n, 1],
      ],
    )
    const shirt = file.products[0]
    assert.deepEqual(shirt?.draft.options, [])
    assert.equal(shirt?.draft.state, 'published')
    assert.deepEqual(shirt?.draft.tags, ['men'])
    assert.equal(shirt?.images.length, 1)
  })

  const jewelery = fixture('catalogue/import-csv/shopify-jewelery.csv')
  test('jewelery: 20 products, rows that are only pictures, former prices', { skip: jewelery.skip }, async () => {
    const file = await parsed(readFileSync(jewelery.path, 'utf8'))
    assert.deepEqual(file.refused, [])
    assert.equal(file.products.length, 20)
    assert.equal(file.products.flatMap((product) => product.variants).length, 23)
    const anchor = file.products.find((product) => product.draft.handle === 'leather-anchor')
    assert.deepEqual(
      anchor?.variants.map(({ sku, amount, compareAt, quantity }) => [sku, amount, compareAt, quantity]),
      [
        ['leather-anchor-gold', 6999n, 8500n, 1],
        ['leather-anchor-silver', 5500n, 8500n, 0],
      ],
    )
    assert.equal(anchor?.images.length, 3)
    assert.deepEqual(anchor?.category, { handle: 'bracelet', name: 'Bracelet' })
    assert.match(anchor?.variants[1]?.picture ?? '', /anchor-bracelet-for-men_925x\.jpg$/)
    const earrings = file.products.find((product) => product.draft.handle === 'boho-earrings')
    assert.deepEqual(
      earrings?.draft.variants?.map((variant) => variant.weightGrams),
      [28],
    )
  })
})

describe('our own samples', () => {
  test('every product of products.csv', async () => {
    const file = await parsed(demo('products.csv'))
    assert.deepEqual(sayings(file), [])
    assert.deepEqual(file.warnings, [])
    assert.equal(file.products.length, 12)
  })

  test('bad-rows.csv: each bad row with row, column and code, and the sound row without', async () => {
    assert.deepEqual(refusedIn(await parsed(demo('bad-rows.csv'))), JSON.parse(demo('bad-rows.expected.json')))
  })
})

const HEAD = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price'
const mug = (more = '') => `mug,Mug,,,M1,10.00${more}`

describe('files that are not right', () => {
  const FILES: [string, string, string[]][] = [
    ['nothing', '', ['1 : empty_file']],
    ['only a header', HEAD, ['1 : empty_file']],
    ['one column of something', 'name\nMug\nCup', ['1 : not_csv']],
    ['semicolons', `${HEAD.replaceAll(',', ';')}\nmug;Mug;;;M1;10`, ['1 : not_csv']],
    ['no Title', 'Handle,Variant Price\nmug,10', ['1 Title: missing_column']],
    ['a price with a comma that is not quoted', `${HEAD}\nmug,Mug,,,M1,10,50`, ['2 : not_csv']],
    ['a formula for a price', `${HEAD}\nmug,Mug,,,M1,=1+1`, ['2 Variant Price: invalid_price']],
    ['a price with a currency', `${HEAD}\nmug,Mug,,,M1,€10`, ['2 Variant Price: invalid_price']],
    ['a price that is infinite', `${HEAD}\nmug,Mug,,,M1,1e400`, ['2 Variant Price: invalid_price']],
    ['a price beyond all prices', `${HEAD}\nmug,Mug,,,M1,999999999999999`, ['2 Variant Price: invalid_price']],
    ['a handle with a slash', `${HEAD}\n../etc,Mug,,,M1,10`, ['2 Handle: invalid_handle']],
    [
      'a unit of weight',
      `${HEAD},Variant Weight Unit\n${mug(',stone')}`,
      ['2 Variant Weight Unit: invalid_weight_unit'],
    ],
    ['a mistyped barcode', `${HEAD},Variant Barcode\n${mug(',4006381333932')}`, ['2 Variant Barcode: invalid_barcode']],
    [
      'a picture after a gap of nothing',
      `${HEAD},Image Src\n${mug(',')}\nmug,,,,,,`,
      ['3 Variant Price: missing_value'],
    ],
    ['an option without a name', `${HEAD}\nmug,Mug,,Blue,M1,10`, ['2 Option1 Name: missing_value']],
    ['the same variant twice', `${HEAD}\nmug,Mug,Size,S,M1,10\nmug,,,S,M2,10`, ['3 Option1 Value: duplicate_variant']],
    ['two variants and no options', `${HEAD}\nmug,Mug,,,M1,10\nmug,,,,M2,10`, ['3 Option1 Value: duplicate_variant']],
    ['a SKU over two lines', `${HEAD}\nmug,Mug,,,"M\n1",10`, ['2 Variant SKU: invalid_sku']],
    [
      'rows behind a cell of three lines',
      `${HEAD}\nmug,"Mug\n\nround",,,M1,10\ncup,Cup,,,C1,ten`,
      ['3 Variant Price: invalid_price'],
    ],
  ]
  for (const [what, csv, expected] of FILES) {
    test(what, async () => {
      const file = await parsed(csv)
      assert.deepEqual(sayings(file), expected)
    })
  }

  test('row and line are both told', async () => {
    const { refused } = await parsed(`${HEAD}\nmug,"Mug\n\nround",,,M1,10\ncup,Cup,,,C1,ten`)
    assert.deepEqual(
      refused.map(({ row, line }) => ({ row, line })),
      [{ row: 3, line: 5 }],
    )
  })

  test('decimals are those of the currency; zeros at the end are none', async () => {
    const price = async (text: string, currency: string) => {
      const file = await parsed(`${HEAD}\nmug,Mug,,,M1,${text}`, currency)
      return file.products[0]?.variants[0]?.amount ?? sayings(file)[0]
    }
    assert.equal(await price('1200.00', 'JPY'), 1200n)
    assert.equal(await price('1200.5', 'JPY'), '2 Variant Price: too_many_decimals')
    assert.equal(await price('1.234', 'KWD'), 1234n)
    assert.equal(await price('1.234', 'EUR'), '2 Variant Price: too_many_decimals')
    assert.equal(await price('1.230', 'EUR'), 123n)
    assert.equal(await price('0', 'EUR'), 0n)
  })
})

describe('what a file may do', () => {
  test("Shopify's newer column names, in any case", async () => {
    const file = await parsed('Title,URL handle,SKU,Price,Inventory quantity,Status\nMug,mug,M1,9.50,4,Active')
    assert.deepEqual(sayings(file), [])
    assert.deepEqual(
      file.products[0]?.variants.map(({ sku, amount, quantity }) => [sku, amount, quantity]),
      [['M1', 950n, 4]],
    )
    assert.equal(file.products[0]?.draft.state, 'published')
  })

  test('unknown columns are warned of, known useless ones are not', async () => {
    const file = await parsed(`${HEAD},Shade,Variant Tax Code,Google Shopping / MPN\n${mug(',x,y,z')}`)
    assert.deepEqual(
      file.warnings.map(({ code, value }) => [code, value]),
      [['unknown_column', 'Shade']],
    )
  })

  test('a former price that is none', async () => {
    const of = async (text: string) => {
      const file = await parsed(`${HEAD},Variant Compare At Price\n${mug(`,${text}`)}`)
      return [file.products[0]?.variants[0]?.compareAt, file.warnings.length]
    }
    assert.deepEqual(await of('12.00'), [1200n, 0])
    assert.deepEqual(await of('10.00'), [undefined, 0])
    assert.deepEqual(await of('0.00'), [undefined, 0])
    assert.deepEqual(await of('8.00'), [undefined, 1])
  })

  test('SKUs that are derived are the same wherever the row stands, and all different', async () => {
    const skus = async (...sizes: string[]) => {
      const rows = sizes.map((size, at) => `mug,${at === 0 ? 'Mug' : ''},${at === 0 ? 'Size' : ''},${size},,10`)
      return (await parsed([HEAD, ...rows].join('\n'))).products[0]?.variants.map((variant) => variant.sku)
    }
    assert.deepEqual(await skus('Small', 'Large'), ['mug-small', 'mug-large'])
    assert.deepEqual(await skus('Large', 'Small'), ['mug-large', 'mug-small'])
    assert.deepEqual(await skus('大', '小', 'Ä', 'A'), ['mug', 'mug-2', 'mug-a', 'mug-a-2'])
  })

  test('what it does not speak of is left as it is', async () => {
    const { products } = await parsed(`${HEAD}\n${mug()}`)
    const { vendor, tags, state, descriptions } = products[0]?.draft ?? {}
    assert.deepEqual(
      { vendor, tags, state, descriptions },
      { vendor: undefined, tags: undefined, state: undefined, descriptions: undefined },
    )
    assert.equal(products[0]?.variants[0]?.quantity, undefined)
  })

  test('a title that looks like a formula is a title', async () => {
    const { products } = await parsed(`${HEAD}\nmug,"=HYPERLINK(""http://x"")",,,M1,10`)
    assert.equal(products[0]?.draft.names?.['en'], '=HYPERLINK("http://x")')
  })
})

test('descriptions become plain text', () => {
  const html =
    '<p>Mid-calf &amp; warm.</p><ul><li>Wash at 30&nbsp;&deg;C</li><li>One&#32;pair</li></ul><script>alert(1)</script><!-- x -->'
  assert.equal(plainText(html), 'Mid-calf & warm.\n• Wash at 30 °C\n• One pair')
  assert.equal(plainText('a<br>b<img src=x onerror=alert(1)>&lt;b&gt;&#0;&#xD800;'), 'a\nb<b>')
  assert.equal(plainText('3 < 4 and 5 > 4'), '3 < 4 and 5 > 4')
  assert.equal(plainText('<script>unfinished'), '')
})

describe('whatever comes', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '',
      'mug',
      'Mug',
      '10',
      '10.00',
      '-1',
      '=1+1',
      'true',
      '"',
      'a"b',
      'ß',
      '4006381333931',
      'Size',
      'S',
      'kg',
    ),
  )
  test('rows of anything give products or refusals, and each refusal names a row of the file', () =>
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 8 }), (table) => {
        const rows = [HEAD.split(','), ...table].map((cells, at) => ({ row: at + 1, line: at + 1, cells }))
        const file = readProducts(rows, { format: shopify, currency: currencyCode('EUR') })
        for (const { row, refusal } of file.refused) {
          assert.ok(row >= 1 && row <= rows.length)
          assert.ok(refusal.code.includes('.'))
        }
        const isFilled = table.some((cells) => cells.some((text) => text.trim() !== ''))
        assert.ok(file.products.length > 0 || file.refused.length > 0 || !isFilled)
        const skus = file.products.flatMap((product) => product.variants.map((variant) => variant.sku))
        if (file.refused.length === 0) assert.equal(new Set(skus).size, skus.length)
      }),
      { numRuns: 500 },
    ))

  test('random text never throws', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (noise) => {
        for (const csv of [noise, `${HEAD}\n${noise}`]) {
          const table = await readCsv(csv)
          if ('rows' in table) readProducts(table.rows, { format: shopify, currency: currencyCode('EUR') })
        }
      }),
      { numRuns: 200 },
    ))

  test('descriptions of anything take no longer than a blink', () => {
    for (const nasty of [
      '<'.repeat(100_000),
      '<!--'.repeat(30_000),
      '<li'.repeat(30_000),
      '&'.repeat(100_000),
      ' \n'.repeat(50_000),
      '<script>'.repeat(10_000),
    ]) {
      const begun = performance.now()
      plainText(nasty)
      assert.ok(performance.now() - begun < 10_000, `${nasty.slice(0, 10)} took ${performance.now() - begun} ms`)
    }
  })
})
