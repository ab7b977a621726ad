import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Compile } from 'typebox/schema'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { money } from '../../../kernel/money.ts'
import { isFeedDue } from './feed-due.ts'
import { judgeForFeed, type FeedOffer, type FeedProduct } from './feed-item.ts'
import { FEED_WRITERS, type FeedShop } from './write-feed.ts'

const vase: FeedProduct = {
  id: 'p1',
  handle: 'vase',
  name: 'Vase & "jug"',
  description: 'Blown <by hand>.',
  vendor: 'Fornace',
  category: 'Home',
  googleCategory: '602',
  imageFileIds: ['a', 'b'],
  variants: [
    {
      id: 'v1',
      sku: 'VASE-S',
      gtin: '2000000001005',
      title: 'Small',
      optionValues: { size: 's' },
      options: [{ name: 'Size', value: 'Small' }],
      weightGrams: 300,
      imageFileId: null,
      content: { amount: '750', unit: 'ml' },
    },
  ],
}
const addresses = {
  page: (handle: string, options: Readonly<Record<string, string>>) =>
    `https://shop.example/${handle}?${new URLSearchParams(options)}`,
  picture: (id: string) => `https://shop.example/f/${id}`,
}
const shop: FeedShop = {
  name: 'Fornace',
  url: 'https://shop.example',
  policies: [{ type: 'refund_policy', url: 'https://shop.example/en/policies/returns' }],
}
const priced: FeedOffer = { price: money(1_990n, 'EUR'), compareAt: undefined, available: 2 }
const judge = (different: Partial<FeedProduct>, offer: FeedOffer | undefined = priced) =>
  judgeForFeed({ ...vase, ...different }, new Map(offer ? [['v1', offer]] : []), addresses)

const CASES: [
  what: string,
  different: Partial<FeedProduct>,
  offer: FeedOffer | undefined,
  items: number,
  problems: string,
][] = [
  ['whole', {}, priced, 1, ''],
  ['without words', { description: ' ' }, priced, 0, 'no_description'],
  ['without a picture', { imageFileIds: [] }, priced, 0, 'no_picture'],
  ['without a price here', {}, { ...priced, price: undefined }, 0, 'no_price'],
  ['without a brand', { vendor: '' }, priced, 1, 'no_brand'],
  ['in no category of Google', { googleCategory: null }, priced, 1, 'no_category'],
  ['with a name that is cut', { name: 'x'.repeat(151) }, priced, 1, 'title_too_long'],
  ['without a barcode', { variants: vase.variants.map((one) => ({ ...one, gtin: null })) }, priced, 1, 'no_gtin'],
]
for (const [what, different, offer, items, problems] of CASES) {
  test(`${what}: ${items} item, [${problems}]`, () => {
    const judged = judge(different, offer)
    assert.deepEqual([judged.items.length, judged.problems.join(' ')], [items, problems])
  })
}

test('Google reads a reduced price beside the usual one, exact and escaped', () => {
  const holds = { from: new Date('2026-11-20T08:00:00Z'), until: new Date('2026-11-30T23:00:00Z') }
  const { items } = judge({}, { ...priced, compareAt: money(2_490n, 'EUR'), holds })
  const text = FEED_WRITERS.google.product(items, shop, true)
  assert.match(text, /<g:price>24\.90 EUR<\/g:price>\n<g:sale_price>19\.90 EUR<\/g:sale_price>/)
  assert.match(text, /<g:sale_price_effective_date>2026-11-20T08:00\+00:00\/2026-11-30T23:00\+00:00</)
  assert.match(text, /<g:unit_pricing_base_measure>1l</)
  assert.match(text, /<g:title>Vase &amp; &quot;jug&quot;, Small<\/g:title>/)
  assert.match(text, /<g:description>Blown &lt;by hand&gt;\.<\/g:description>/)
  assert.match(text, /<g:link>https:\/\/shop\.example\/vase\?size=s<\/g:link>/)
  assert.match(text, /<g:unit_pricing_measure>750ml</)
  assert.match(text, /<g:shipping_weight>300 g</)
  assert.match(text, /<g:availability>in_stock</)
  assert.ok(!text.includes('identifier_exists'))
})

test('a price without a minor unit, a piece without barcode and brand', () => {
  const { items } = judge(
    { vendor: '', variants: vase.variants.map((one) => ({ ...one, gtin: null })) },
    { ...priced, price: money(1_500n, 'JPY'), available: 0 },
  )
  const text = FEED_WRITERS.google.product(items, shop, true)
  assert.match(text, /<g:price>1500 JPY</)
  assert.match(text, /<g:identifier_exists>no</)
  assert.match(text, /<g:availability>out_of_stock</)
})

test('Meta reads one line for each item, under its head', () => {
  const { items } = judge({})
  const [head, line] = [FEED_WRITERS.meta.head(shop), FEED_WRITERS.meta.product(items, shop, true)]
  assert.ok(head.startsWith('id,title,description,availability,condition,price,'))
  assert.ok(
    line.startsWith(
      'VASE-S,"Vase & ""jug"", Small",Blown <by hand>.,in stock,new,19.90 EUR,,,https://shop.example/vase?size=s,',
    ),
    line,
  )
  assert.equal(head.split(',').length, 18)
})

const onSale = () =>
  judge(
    { variants: [...vase.variants, { ...vase.variants[0]!, id: 'v1', sku: 'VASE-L', gtin: null, content: null }] },
    { ...priced, compareAt: money(2_490n, 'EUR'), holds: { from: undefined, until: new Date('2026-11-30T23:00:00Z') } },
  ).items

const protocol = fixture('marketing/acp/spec/2026-04-17/json-schema/schema.feed.json')
test(
  'what agents read is what the Agentic Commerce Protocol describes, field by field',
  { skip: protocol.skip },
  () => {
    const schema = JSON.parse(readFileSync(protocol.path, 'utf8'))
    const response = Compile({ ...schema, $ref: '#/$defs/ProductsResponse' })
    const { head, product, foot } = FEED_WRITERS.acp
    const texts = [
      head(shop),
      product([], shop, true),
      product(onSale(), shop, true),
      product(judge({}).items, shop, false),
    ]
    const told = JSON.parse([...texts, foot].join(''))
    assert.deepEqual(response.Errors(told)[1], [])
    assert.equal(
      response.Check({ products: [{ ...told.products[0], handle: 'vase' }] }),
      false,
      'no field of our own passes',
    )
    const [first, second] = told.products[0].variants
    assert.equal(told.products.length, 2)
    assert.deepEqual(first.price, { amount: 1_990, currency: 'EUR' })
    assert.deepEqual(first.list_price, { amount: 2_490, currency: 'EUR' })
    assert.deepEqual(first.unit_price, {
      amount: 2_653,
      currency: 'EUR',
      measure: { value: 750, unit: 'ml' },
      reference: { value: 1, unit: 'l' },
    })
    assert.deepEqual(first.barcodes, [{ type: 'GTIN', value: '2000000001005' }])
    assert.deepEqual(first.variant_options, [{ name: 'Size', value: 'Small' }])
    assert.deepEqual([second.barcodes, second.unit_price], [undefined, undefined])
    assert.equal(first.seller.links[0].type, 'refund_policy')
  },
)

const merchant = fixture('marketing/google-merchant-products-v1/products_common.proto')
test('what Google and Meta read is named as in Google’s list of attributes', { skip: merchant.skip }, () => {
  const proto = readFileSync(merchant.path, 'utf8')
  const known = new Set(
    [...proto.matchAll(/^ {2}(?:optional |repeated )?[\w.]+ (\w+) = \d+/gm)].map(([, name]) => name),
  )
  const isKnown = (name: string) => name === 'id' || known.has(name) || known.has(`${name}s`)
  const items = onSale()
  const text = FEED_WRITERS.google.product(items, shop, true)
  const names = [...text.matchAll(/<g:(\w+)>/g)].map(([, name = '']) => name)
  const columns = FEED_WRITERS.meta.head(shop).trim().split(',')
  assert.deepEqual(
    [...names, ...columns].filter((name) => !isKnown(name)),
    [],
  )
  for (const name of ['id', 'title', 'description', 'link', 'image_link', 'availability', 'price']) {
    assert.equal(names.filter((one) => one === name).length, items.length, `${name} stands in every item`)
  }
  assert.match(text, /<g:sale_price_effective_date>2000-01-01T00:00\+00:00\//)
  assert.ok(/enum Availability \{[^}]*\bIN_STOCK\b[^}]*\bOUT_OF_STOCK\b/.test(proto))
})

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 10, minutes))
const DUE: [
  what: string,
  built: number | null,
  wanted: number | null,
  changed: number | null,
  now: number,
  due: boolean,
][] = [
  ['never written', null, null, null, 0, true],
  ['wanted', 0, 1, null, 1, true],
  ['nothing happened', 0, null, null, 29, false],
  ['too old', 0, null, null, 30, true],
  ['changed, and still being changed', 0, null, 5, 5, false],
  ['changed a minute ago', 0, null, 5, 6, true],
  ['changed before it was written', 10, null, 5, 20, false],
]
for (const [what, built, wanted, changed, now, due] of DUE) {
  test(`the file of a feed, ${what}: ${due ? 'anew' : 'stays'}`, () => {
    const kept = { builtAt: built === null ? null : at(built), wantedAt: wanted === null ? null : at(wanted) }
    const lastChange = changed === null ? null : at(changed)
    assert.equal(isFeedDue(kept, { now: at(now), lastChange, everyMinutes: 30 }), due)
  })
}
