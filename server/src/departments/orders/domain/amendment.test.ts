import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  amendContent,
  amendLines,
  checkWish,
  fixedBecause,
  mayAmend,
  wishToCallOffRest,
  mayCancelPart,
  type AmendmentWish,
  type PricesOfNow,
} from './amendment.ts'
import { sameContent, type ContentLine, type OrderContent } from './order-content.ts'
import { shareOfLine } from './share-of-line.ts'

const sold = { pricesIncludeTax: true, currency: 'EUR' }

function line(position: number, changes: Partial<ContentLine> = {}): ContentLine {
  const { quantity = 2, unitPrice = 1_220 } = changes
  const total = quantity * unitPrice
  const tax = Math.round((total * 22) / 122)
  return {
    ...{
      position,
      variantId: `v${position}`,
      kind: 'physical',
      sku: `S${position}`,
      handle: 'h',
      name: 'Cup',
      options: '',
    },
    ...{
      imageFileId: null,
      quantity,
      bundle: null,
      own: null,
      unitPrice,
      compareAt: null,
      subtotal: total,
      discounts: [],
    },
    ...{ taxCategory: 'standard', taxPpm: 220_000, taxes: [{ name: 'vat', ppm: 220_000, amount: tax }] },
    ...{ net: total - tax, tax, total },
    ...changes,
  }
}

function order(lines: readonly ContentLine[]): OrderContent {
  const sum = (of: (one: ContentLine) => number) => lines.reduce((all, one) => all + of(one), 0)
  const goods = sum(({ total }) => total)
  const goodsNet = sum(({ net }) => net)
  return {
    ...{ lines, discounts: [], goods, goodsNet, delivery: 610, deliveryNet: 500, tax: goods + 110 - goodsNet },
    taxes: [{ name: 'vat', ppm: 220_000, net: goodsNet + 500, tax: goods - goodsNet + 110 }],
    ...{ total: goods + 610, method: 'courier', methodNames: {}, promisedFrom: null, promisedTo: null },
    address: {
      ...{
        name: 'Ada',
        company: null,
        street: 'Via 1',
        street2: null,
        postcode: '30121',
        city: 'Venezia',
        region: 'VE',
      },
      ...{ country: 'IT', phone: null },
    },
  }
}

const none: AmendmentWish = { lines: [], added: [] }
const noPrices: PricesOfNow = { more: new Map(), repriced: new Map(), added: [] }

/** State · how far it is on its way · verdict. */
for (const [state, dispatch, verdict] of [
  ['awaiting_payment', null, 'ok'],
  ['paid', 'to_ship', 'ok'],
  ['paid', 'partly', 'ok'],
  ['awaiting_payment', 'partly', 'ok'],
  ['paid', 'shipped', 'orders.all_sent'],
  ['paid', 'delivered', 'orders.all_sent'],
  ['cancelled', null, 'orders.not_editable'],
  ['expired', null, 'orders.not_editable'],
] as const) {
  test(`${state}${dispatch ? `, ${dispatch}` : ''}: ${verdict}`, () => {
    const may = mayAmend(state, dispatch)
    assert.equal(may.ok ? 'ok' : may.refusal.code, verdict)
  })
}

test('the rest of an order is every piece in no parcel; files and gift cards stay, and where nothing is here it is refused', () => {
  const content = order([line(0), line(1), line(2, { kind: 'digital' }), line(3, { kind: 'gift_card' })])
  const rest = wishToCallOffRest(content, new Map([[0, 1]]))
  assert.deepEqual(rest.ok && rest.value.lines, [
    { position: 0, quantity: 1 },
    { position: 1, quantity: 0 },
  ])
  const none = wishToCallOffRest(
    content,
    new Map([
      [0, 0],
      [1, 0],
    ]),
  )
  assert.equal(none.ok || none.refusal.code, 'orders.all_sent')
})

describe('a wish', () => {
  const content = order([
    line(0),
    line(1, { bundle: 0, own: 100 }),
    line(2, { kind: 'digital' }),
    line(3, { kind: 'gift_card' }),
  ])
  const left = new Map([[0, 1]])
  const cases: [title: string, AmendmentWish, verdict: string][] = [
    ['fewer of what is here', { ...none, lines: [{ position: 0, quantity: 1 }] }, 'ok'],
    ['fewer than have left', { ...none, lines: [{ position: 0, quantity: 0 }] }, 'orders.pieces_have_left'],
    [
      'another price of what has left in part',
      { ...none, lines: [{ position: 0, quantity: 2, unitPrice: 1 }] },
      'orders.pieces_have_left',
    ],
    ['of a bundle', { ...none, lines: [{ position: 1, quantity: 1 }] }, 'orders.line_fixed'],
    ['of files', { ...none, lines: [{ position: 2, quantity: 1 }] }, 'orders.line_fixed'],
    ['of a gift card', { ...none, lines: [{ position: 3, quantity: 1, unitPrice: 5 }] }, 'orders.line_fixed'],
    ['of a bundle, as it is', { ...none, lines: [{ position: 1, quantity: 2 }] }, 'ok'],
    ['what is not there', { ...none, lines: [{ position: 9, quantity: 1 }] }, 'orders.line_not_found'],
    [
      'a hundred more lines',
      { ...none, added: Array.from({ length: 97 }, (_, n) => ({ variantId: `${n}`, quantity: 1 })) },
      'orders.too_many_lines',
    ],
  ]
  for (const [title, wish, verdict] of cases) {
    test(title, () => {
      const checked = checkWish(content, wish, left)
      assert.equal(checked.ok ? 'ok' : checked.refusal.code, verdict)
    })
  }
  test('says why a line is fixed', () =>
    assert.deepEqual(content.lines.map(fixedBecause), [undefined, 'bundle', 'digital', 'gift_card']))
})

describe('lines', () => {
  const amend = (before: readonly ContentLine[], wish: Partial<AmendmentWish>, prices: Partial<PricesOfNow> = {}) => {
    const lines = amendLines(order(before), { ...none, ...wish }, { prices: { ...noPrices, ...prices }, sold })
    return lines.ok
      ? lines.value.map((one) => `${one.position}: ${one.quantity} × ${one.unitPrice} = ${one.total}`)
      : lines.refusal.code
  }
  test('stay, leave, and come after the others', () => {
    const added = [line(0, { quantity: 1, unitPrice: 500 })]
    const wish = { lines: [{ position: 0, quantity: 0 }], added: [{ variantId: 'x', quantity: 1 }] }
    assert.deepEqual(amend([line(0), line(1)], wish, { added }), ['1: 2 × 1220 = 2440', '2: 1 × 500 = 500'])
  })
  test('more at the same price is one line, at another a line of its own', () => {
    const wish = { lines: [{ position: 0, quantity: 3 }] }
    const more = (unitPrice: number) => ({ more: new Map([[0, line(0, { quantity: 1, unitPrice })]]) })
    assert.deepEqual(amend([line(0)], wish, more(1_220)), ['0: 3 × 1220 = 3660'])
    assert.deepEqual(amend([line(0)], wish, more(1_300)), ['0: 2 × 1220 = 2440', '1: 1 × 1300 = 1300'])
  })
  test('another price holds for all pieces', () => {
    const repriced = new Map([[0, line(0, { unitPrice: 1_000 })]])
    assert.deepEqual(amend([line(0)], { lines: [{ position: 0, quantity: 2, unitPrice: 1_000 }] }, { repriced }), [
      '0: 2 × 1000 = 2000',
    ])
  })
  test('one must be left', () =>
    assert.equal(amend([line(0)], { lines: [{ position: 0, quantity: 0 }] }), 'orders.nothing_left'))
})

describe('the whole', () => {
  const wish = (deliveryPrice?: number): AmendmentWish => ({
    ...none,
    ...(deliveryPrice !== undefined && { deliveryPrice }),
  })
  test('unchanged it is what it was, whatever the order of fields', () => {
    const before = order([line(0)])
    const after = amendContent(before, before.lines, { wish: wish(), address: undefined, sold })
    assert.ok(after.ok && sameContent(before, after.value))
    const turned = Object.fromEntries(Object.entries(before).toReversed()) as unknown as OrderContent
    assert.ok(sameContent(before, turned))
    assert.ok(!sameContent(before, { ...before, total: 1 }))
  })
  test('a delivery may become cheaper, with its share of tax, and not dearer', () => {
    const before = order([line(0)])
    const to = (price: number) => amendContent(before, before.lines, { wish: wish(price), address: undefined, sold })
    const [free, half, dearer] = [to(0), to(305), to(611)]
    assert.ok(free.ok && half.ok && !dearer.ok)
    assert.deepEqual([free.value.total, free.value.tax, free.value.deliveryNet], [2_440, 440, 0])
    assert.deepEqual([half.value.total, half.value.tax, half.value.taxes[0]?.net], [2_745, 495, 2_250])
    assert.equal(dearer.refusal.code, 'orders.delivery_not_dearer')
  })
})

test('a share of a line is its total to the cent, and shares one after the other are the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 5_000 }),
      fc.nat(100),
      fc.boolean(),
      fc.infiniteStream(fc.nat(40)),
      (quantity, unitPrice, percent, included, steps) => {
        const off = Math.floor((quantity * unitPrice * percent) / 100)
        const left = quantity * unitPrice - off
        const tax = Math.round((left * 22) / (included ? 122 : 100))
        let now = line(0, {
          ...{ quantity, unitPrice, subtotal: quantity * unitPrice, tax },
          discounts: off > 0 ? [{ promotion: 'p', amount: off }] : [],
          taxes: [{ name: 'vat', ppm: 220_000, amount: tax }],
          ...(included ? { total: left, net: left - tax } : { net: left, total: left + tax }),
        })
        for (const step of steps) {
          if (now.quantity <= 1) break
          now = shareOfLine(now, 1 + (step % (now.quantity - 1)), { ...sold, pricesIncludeTax: included })
          assert.equal(now.net + now.tax, now.total)
          assert.equal(
            now.taxes.reduce((all, one) => all + one.amount, 0),
            now.tax,
          )
          const discount = now.discounts.reduce((all, one) => all + one.amount, 0)
          assert.equal(now.subtotal - discount, included ? now.total : now.net)
          assert.ok(now.net >= 0 && now.tax >= 0 && discount >= 0)
        }
      },
    ),
    { numRuns: 300, seed: 20_261_123 },
  )
})

test('a part of an order can be called off where a line is no bundle, no file and no gift card', () => {
  const [piece, file, card] = [line(0), line(1, { kind: 'digital' }), line(2, { kind: 'gift_card' })]
  const ofBundle = line(3, { bundle: 0 })
  for (const [lines, verdict] of [
    [[file, card, ofBundle], 'orders.line_fixed'],
    [[file, piece], 'ok'],
    [[], 'ok'],
  ] as const) {
    const may = mayCancelPart(lines)
    assert.equal(may.ok ? 'ok' : may.refusal.code, verdict)
  }
})
