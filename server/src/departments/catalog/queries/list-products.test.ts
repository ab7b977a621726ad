import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { listProducts, saveCategory, saveProduct, type ProductFilter } from '../index.ts'
import { aPlainProduct } from '../testing/a-product.ts'
import { searchWords } from './search-words.ts'

let house: TestHouse

before(async () => {
  house = await createTestHouse()
  const ids: Record<string, string> = {}
  for (const [handle, parentHandle] of [
    ['table', null],
    ['cups', 'table'],
    ['books', null],
  ] as const) {
    const saved = await house.run((ctx) => saveCategory(ctx, { handle, names: { en: handle }, parentHandle }))
    assert.ok(saved.ok)
    ids[handle] = saved.value.categoryId
  }
  const goods = [
    aPlainProduct('espresso-cup', {
      names: { en: 'Espresso cup', it: 'Tazzina da caffè' },
      categoryId: ids['cups'],
      variants: [{ sku: 'MUG-350', gtin: '4006381333931' }],
    }),
    aPlainProduct('tea-bowl', {
      names: { en: 'Tea bowl', it: 'Ciotola' },
      categoryId: ids['table'],
      vendor: 'Murano Vetri',
    }),
    aPlainProduct('cookbook', { names: { en: 'Cookbook', id: 'Buku masak' }, categoryId: ids['books'] }),
    aPlainProduct('secret', { names: { en: 'Secret tea' }, state: 'draft' }),
    ...Array.from({ length: 7 }, (_, at) => aPlainProduct(`postcard-${at}`, { names: { en: `Postcard ${at % 2}` } })),
  ]
  for (const draft of goods) assert.ok((await house.run((ctx) => saveProduct(ctx, draft))).ok)
})

const list = (filter: Partial<ProductFilter>) =>
  listProducts(house.database, { locale: 'en', limit: 50, publishedOnly: true, ...filter })

const handles = async (filter: Partial<ProductFilter>) => (await list(filter)).items.map((card) => card.handle)

describe('listing products', () => {
  test('drafts are for staff', async () => {
    assert.equal((await handles({})).length, 10)
    assert.equal((await handles({ publishedOnly: false })).length, 11)
    assert.deepEqual(await handles({ publishedOnly: false, state: 'draft' }), ['secret'])
  })

  test('a category shows those below it', async () => {
    assert.deepEqual((await handles({ categoryHandle: 'table' })).sort(), ['espresso-cup', 'tea-bowl'])
    assert.deepEqual(await handles({ categoryHandle: 'cups' }), ['espresso-cup'])
    assert.deepEqual(await handles({ categoryHandle: 'nowhere' }), [])
  })

  test('names are those of the reader, and sort as such', async () => {
    const filter = { order: 'name' as const, categoryHandle: 'table' }
    const names = async (locale: string) => (await list({ ...filter, locale })).items.map((card) => card.name)
    assert.deepEqual(await names('en'), ['Espresso cup', 'Tea bowl'])
    assert.deepEqual(await names('it'), ['Ciotola', 'Tazzina da caffè'])
    assert.deepEqual(await names('es'), ['Espresso cup', 'Tea bowl'], 'falls back to English')
  })

  for (const filter of [
    { order: 'newest' },
    { order: 'updated' },
    { order: 'name' },
    { search: 'postcard' },
  ] as const) {
    test(`page by page, ${JSON.stringify(filter)} is the whole list, each product once`, async () => {
      const whole = await handles(filter)
      const seen: string[] = []
      let after: readonly string[] | undefined
      for (let pages = 0; pages < 20; pages++) {
        const page = await list({ ...filter, limit: 3, after })
        seen.push(...page.items.map((card) => card.handle))
        if (page.nextKey === null) break
        after = page.nextKey
      }
      assert.ok(whole.length >= 7)
      assert.deepEqual(seen, whole)
    })
  }
})

describe('searching', () => {
  const SEARCHES: [string, string, string[]][] = [
    ['the beginning of a word', 'espr', ['espresso-cup']],
    ['another language', 'tazzina', ['espresso-cup']],
    ['an accent, typed', 'caffè', ['espresso-cup']],
    ['capitals', 'TEA', ['tea-bowl']],
    ['a SKU', 'MUG-350', ['espresso-cup']],
    ['the number of a SKU', '350', ['espresso-cup']],
    ['a GTIN', '4006381333931', ['espresso-cup']],
    ['the maker', 'murano', ['tea-bowl']],
    ['two words, both needed', 'tea bowl', ['tea-bowl']],
    ['a typing error', 'cokbook', ['cookbook']],
    ['nothing of the kind', 'zzzzzz', []],
    ['only signs', '&|!()', []],
    ['signs of a query language', "tea' | !bowl:*", ['tea-bowl']],
  ]
  for (const [what, search, expected] of SEARCHES) {
    test(`${what}: ${search}`, async () => assert.deepEqual(await handles({ search }), expected))
  }

  test('words are letters and digits, eight at most', () => {
    assert.equal(searchWords("Tea & (bowl) <-> 'x'"), 'tea:* & bowl:* & x:*')
    assert.equal(searchWords(' -- '), '')
    assert.equal(searchWords('1 2 3 4 5 6 7 8 9').split('&').length, 8)
  })
})

describe('indexes carry every order', () => {
  const ORDERS: [string, string, string][] = [
    ['newest', "WHERE p.state = 'published' ORDER BY p.created_at DESC, p.id DESC", 'product_on_sale'],
    ['updated', 'ORDER BY p.updated_at DESC, p.id DESC', 'product_by_update'],
    ['updated, of a state', "WHERE p.state = 'draft' ORDER BY p.updated_at DESC, p.id DESC", 'product_by_state'],
    ['name', "ORDER BY lower(p.names ->> 'en'), p.id", 'product_by_name_en'],
    ['Italian name', "ORDER BY lower(coalesce(p.names ->> 'it', p.names ->> 'en')), p.id", 'product_by_name_it'],
    ['words', "WHERE p.search_words @@ to_tsquery('simple', 'tea:*')", 'product_by_words'],
    ['likeness', "WHERE 'tea' <% p.search_text", 'product_by_likeness'],
    ['variant by text id', '', 'variant_by_text_id'],
  ]
  for (const [what, clause, index] of ORDERS) {
    test(what, async () => {
      const query =
        clause === ''
          ? "SELECT * FROM catalog.pub_variant WHERE variant_id = 'x'"
          : `SELECT p.id FROM catalog.product p ${clause} LIMIT 10`
      assert.match(await explainWithoutScans(query), new RegExp(index))
    })
  }
})

/** On eleven rows PostgreSQL reads the table; the question is whether the index fits. */
async function explainWithoutScans(query: string): Promise<string> {
  const pool = house.openTwin(1).pool
  await pool.query('SET enable_seqscan = off')
  await pool.query('SET enable_sort = off')
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
