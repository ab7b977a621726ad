import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { buildWorkbook } from '../../../host/lists/workbook.ts'
import { readTable } from '../../../host/spreadsheet/read-table.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { touches } from '../rows/assemble-product.ts'
import { readProducts, type ParsedFile } from '../rows/read-products.ts'
import { formatOf, recogniseFormat } from './formats.ts'

async function read(file: string | Uint8Array, currency = 'EUR'): Promise<ParsedFile & { readonly format: string }> {
  const table = await readTable(file)
  assert.ok('rows' in table, JSON.stringify(table))
  const format = recogniseFormat(table.rows[0]?.cells ?? [])
  return { format, ...readProducts(table.rows, { format: formatOf(format), currency: currencyCode(currency) }) }
}

const bytesOf = (path: string) => {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

const sayings = ({ refused }: ParsedFile) =>
  refused.map(({ row, column, refusal }) => `${row} ${column}: ${refusal.code.split('.')[1]}`)

const soundOf = ({ products, refused }: ParsedFile) => products.filter((product) => !touches(product, refused))

function shape({ products }: ParsedFile) {
  return { products: products.length, variants: products.reduce((sum, { variants }) => sum + variants.length, 0) }
}

const FILES: readonly [string, string, string, { products: number; variants: number }, readonly string[]][] = [
  ['shopify-apparel.csv', 'EUR', 'shopify', { products: 20, variants: 22 }, []],
  ['shopify-jewelery.csv', 'EUR', 'shopify', { products: 20, variants: 23 }, []],
  ['woocommerce-sample_products.csv', 'EUR', 'woocommerce', { products: 13, variants: 20 }, []],
  ['spree-products.csv', 'USD', 'spree', { products: 37, variants: 87 }, []],
  ['spree-products.csv', 'EUR', 'spree', { products: 37, variants: 87 }, []],
  ['medusa-exported-products-comma.csv', 'EUR', 'medusa', { products: 2, variants: 3 }, []],
  ['medusa-v1-template.csv', 'USD', 'medusa', { products: 2, variants: 2 }, ['6 Price USD: missing_value']],
  ['medusa-v1-template.csv', 'EUR', 'medusa', { products: 0, variants: 0 }, ['1 Variant Price: missing_column']],
  ['medusa-invalid-column.csv', 'EUR', 'medusa', { products: 0, variants: 0 }, ['1 Product field: unknown_heading']],
  ['spree-customers.csv', 'EUR', 'own', { products: 0, variants: 0 }, ['1 : not_products']],
]

describe("other programs' files", () => {
  for (const [name, currency, format, expected, refused] of FILES) {
    const sample = fixture(`catalogue/import-csv/${name}`)
    test(`${name} in ${currency}`, { skip: sample.skip }, async () => {
      const file = await read(bytesOf(sample.path), currency)
      assert.deepEqual([file.format, sayings(file)], [format, refused])
      if (refused.length === 0) assert.deepEqual(shape(file), expected)
    })
  }

  const spree = fixture('catalogue/import-csv/spree-products.csv')
  test('Spree: what a variant costs in another currency stands in a row of its own', { skip: spree.skip }, async () => {
    const of = async (currency: string) => {
      const file = await read(bytesOf(spree.path), currency)
      const blender = file.products.find(({ draft }) => draft.handle === 'automatic-espresso-machine')
      return blender?.variants.map(({ sku, amount, quantity }) => [sku, amount, quantity])[0]
    }
    assert.deepEqual(await of('USD'), ['AUTOMATIC-ESPRESSO-MACHINE-MATTE-BLACK', 87_999n, 5000])
    const [sku, amount] = (await of('EUR')) ?? []
    assert.equal(sku, 'AUTOMATIC-ESPRESSO-MACHINE-MATTE-BLACK')
    assert.ok(typeof amount === 'bigint' && amount > 0n && amount !== 87_999n)
    const [first] = (await read(bytesOf(spree.path), 'USD')).products
    assert.deepEqual(first?.category, { handle: 'kitchen-appliance', name: 'Kitchen Appliance' })
    // 19.8 lb, rounded once.
    assert.equal(first?.draft.variants?.[0]?.weightGrams, 8981)
  })

  const woo = fixture('catalogue/import-csv/woocommerce-sample_products.csv')
  test('WooCommerce: variations find their product, wherever they stand', { skip: woo.skip }, async () => {
    const file = await read(bytesOf(woo.path))
    const hoodie = file.products.find(({ draft }) => draft.handle === 'hoodie')
    assert.deepEqual(
      hoodie?.draft.options?.map(({ names }) => names['en']),
      ['Color', 'Logo'],
    )
    assert.deepEqual(
      hoodie?.variants.map(({ sku, amount, compareAt }) => [sku, amount, compareAt]),
      [
        ['cc-hoodie-red', 4200n, 4500n],
        ['cc-hoodie-green', 4500n, undefined],
        ['cc-hoodie-blue', 4500n, undefined],
        ['cc-hoodie-red-logo', 4500n, undefined],
        ['cc-hoodie-blue-logo', 4500n, undefined],
        ['cc-hoodie-green-logo', 4500n, undefined],
      ],
    )
    assert.deepEqual(hoodie?.category, { handle: 'hoodies', name: 'Hoodies' })
    const tee = file.products.find(({ draft }) => draft.handle === 't-shirt')
    assert.deepEqual(tee?.draft.options?.length, 1, 'any size is nothing to choose')
    const album = file.products.find(({ draft }) => draft.handle === 'album')
    assert.equal(album?.draft.variants?.[0]?.requiresShipping, false)
    assert.deepEqual(
      file.warnings.filter(({ code }) => code === 'row_left_out').map(({ value }) => value),
      ['Logo Collection', 'ClassicPress Donation'],
    )
  })

  test('a variation of nobody is refused by its row', async () => {
    const file = await read('Type,SKU,Name,Regular price,Parent\nvariation,A-1,A,10,nobody')
    assert.deepEqual(sayings(file), ['2 Parent: unknown_parent'])
  })
})

describe("lists of nobody's format", () => {
  test('columns are guessed in four languages; a row is a product, and twins get their code', async () => {
    for (const head of ['Nome;Codice;Prezzo;Giacenza', 'Nombre;Código;Precio;Existencias', 'Nama;Kode;Harga;Stok']) {
      const file = await read(`${head}\nTazza;T1;12.50;3\nTazza;T2;13.50;4`)
      assert.deepEqual(sayings(file), [])
      assert.deepEqual(
        file.products.flatMap(({ draft, variants }) => variants.map((one) => [draft.handle, one.sku, one.amount])),
        [
          ['tazza', 'T1', 1250n],
          ['tazza-t2', 'T2', 1350n],
        ],
      )
    }
  })

  const books = fixture('catalogue/goodbooks-10k/books.csv.gz')
  test('goodbooks: ten thousand books, none lost to its broken number', { skip: books.skip }, async () => {
    const file = await read(bytesOf(books.path))
    assert.equal(file.format, 'own')
    const kept = file.products.flatMap(({ draft }) => draft.variants?.[0]?.gtin ?? []).length
    const broken = file.warnings.filter(({ code, column }) => code === 'ignored_value' && column === 'isbn').length
    const refused = new Set(file.refused.map(({ row }) => row)).size
    assert.equal(soundOf(file).length + refused, 10_000)
    assert.ok(kept > 1_000 && broken > 5_000, `${kept} numbers kept, ${broken} told as broken, ${refused} refused`)
    for (const { refusal } of file.refused) assert.match(refusal.code, /^import-products\.(invalid_barcode|too_long)$/)
    const duel = file.products.find(({ draft }) => draft.names?.['en']?.startsWith('Twilight (Twilight'))
    assert.equal(duel?.draft.vendor, 'Stephenie Meyer')
  })

  const none = /^$/
  for (const [name, count, allowed = none] of [
    ['icecat/Laptop_Spare_Parts.ndjson', 10],
    ['icecat/Laptops.ndjson', 6],
    ['icecat/PCs-Workstations.ndjson', 9],
    ['icecat/Smartphones.ndjson', 10],
    ['icecat/TVs.ndjson', 8],
    ['icecat/Tablets.ndjson', 10],
    ['openfoodfacts/clean_products.ndjson', 10],
    // What it calls quantity is how much is in one piece: refused row by row, until a person says what the column is.
    ['openfoodfacts/sample_pretty.json.gz', 10, /quantity: invalid_quantity/],
  ] as const) {
    const records = fixture(`catalogue/${name}`)
    test(`${name}: each record is a product`, { skip: records.skip }, async () => {
      const file = await read(bytesOf(records.path), 'USD')
      const rows = new Set(file.refused.map(({ row }) => row)).size
      assert.equal(soundOf(file).length + rows, count, sayings(file).join('\n'))
      assert.deepEqual(
        sayings(file).filter((saying) => !allowed.test(saying)),
        [],
      )
      for (const { draft } of file.products) assert.ok(draft.names?.['en'] && draft.vendor !== undefined)
    })
  }

  const stores = fixture('catalogue/bestbuy/stores.json.gz')
  test('a file of stores is called one', { skip: stores.skip }, async () => {
    const file = await read(bytesOf(stores.path))
    assert.deepEqual(
      file.refused.map(({ refusal }) => [refusal.code, refusal.params?.['kind']]),
      [['import-products.not_products', 'stores']],
    )
  })

  for (const name of [
    'goodbooks-10k/tags.csv.gz',
    ...['de', 'fr'].map((language) => `shopify-taxonomy-2025-01/${language}/categories.txt.gz`),
    'shopify-taxonomy-2025-01/en/attributes.txt.gz',
    ...['de-DE', 'fr-FR', 'en-US.turahe'].map((language) => `google-taxonomy/taxonomy-with-ids.${language}.txt.gz`),
  ]) {
    const words = fixture(`catalogue/${name}`)
    test(`${name}: no products, and no crash`, { skip: words.skip }, async () => {
      const file = await read(bytesOf(words.path))
      assert.deepEqual([file.products.length, file.refused.length > 0], [0, true])
    })
  }

  const values = fixture('catalogue/shopify-taxonomy-2025-01/en/attribute_values.txt.gz')
  test('a file that is no table says at which line', { skip: values.skip }, async () => {
    assert.deepEqual(await readTable(bytesOf(values.path).toString('utf8')), { flawLine: 113 })
  })

  test('a price in another currency than the import is refused by its row', async () => {
    const file = await read('name,price,currency\nMug,10.00,EUR\nCup,9.00,USD')
    assert.deepEqual(
      file.refused.map(({ row, refusal }) => [row, refusal.code]),
      [[3, 'import-products.other_currency']],
    )
  })

  test('a person says what a column is', async () => {
    const table = await readTable('Ref,What,Cost,Note\nT1,Mug,12.50,x')
    assert.ok('rows' in table)
    const mapping = ['sku', 'name', 'price', null] as const
    const file = readProducts(table.rows, { format: formatOf('own'), currency: currencyCode('EUR'), mapping })
    assert.deepEqual(sayings(file), [])
    assert.deepEqual(
      file.products[0]?.variants.map(({ sku, amount }) => [sku, amount]),
      [['T1', 1250n]],
    )
    assert.deepEqual(file.warnings, [], 'what a person left out is not spoken of')
  })
})

describe('the same as a workbook', () => {
  for (const name of ['shopify-jewelery.csv', 'spree-products.csv', 'woocommerce-sample_products.csv']) {
    const sample = fixture(`catalogue/import-csv/${name}`)
    test(name, { skip: sample.skip }, async () => {
      const table = await readTable(bytesOf(sample.path))
      assert.ok('rows' in table)
      const [first, ...others] = table.rows.map(({ cells }) => cells)
      const rows = others.map((cells) => cells.map((text) => ({ kind: 'text' as const, text })))
      const workbook = await buildWorkbook({ name: 'products', headings: first ?? [], rows })
      const [plain, bound] = [await read(bytesOf(sample.path)), await read(workbook)]
      assert.equal(bound.format, plain.format)
      assert.ok(plain.products.length > 0)
      assert.deepEqual(
        bound.products.map(({ draft, variants }) => [
          draft,
          variants.map((one) => [one.sku, one.amount, one.quantity]),
        ]),
        plain.products.map(({ draft, variants }) => [
          draft,
          variants.map((one) => [one.sku, one.amount, one.quantity]),
        ]),
      )
    })
  }
})
