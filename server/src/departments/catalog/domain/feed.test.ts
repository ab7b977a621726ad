import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '../../../kernel/money.ts'
import { judgeForFeed, type FeedOffer, type FeedProduct } from './feed-item.ts'
import { FEED_WRITERS } from './write-feed.ts'

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
  const { items } = judge({}, { ...priced, compareAt: money(2_490n, 'EUR') })
  const text = FEED_WRITERS.google.item(items[0]!)
  assert.match(text, /<g:price>24\.90 EUR<\/g:price>\n<g:sale_price>19\.90 EUR<\/g:sale_price>/)
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
  const text = FEED_WRITERS.google.item(items[0]!)
  assert.match(text, /<g:price>1500 JPY</)
  assert.match(text, /<g:identifier_exists>no</)
  assert.match(text, /<g:availability>out_of_stock</)
})

test('Meta reads one line for each item, under its head', () => {
  const { items } = judge({})
  const [head, line] = [FEED_WRITERS.meta.head({ name: '', url: '' }), FEED_WRITERS.meta.item(items[0]!)]
  assert.ok(head.startsWith('id,title,description,availability,condition,price,'))
  assert.ok(
    line.startsWith(
      'VASE-S,"Vase & ""jug"", Small",Blown <by hand>.,in stock,new,19.90 EUR,,https://shop.example/vase?size=s,',
    ),
    line,
  )
  assert.equal(head.split(',').length, 17)
})
