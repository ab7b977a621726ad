import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Pasted } from '../../ui/data-table.tsx'
import { readGtin } from './read-gtin.ts'
import { variantBatches, variantEditors } from './variant-cells.ts'
import type { CostToSet, CountToRecord, PriceToSet, VariantChange, VariantRow } from './variant-queries.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })

function variant(id: string, amount?: number, compareAt?: number): VariantRow {
  const prices = amount === undefined ? [] : [{ amount: eur(amount), compareAt: compareAt ? eur(compareAt) : null }]
  const stock = [{ locationCode: 'venezia', onHand: 5, available: 3 }]
  return { id, prices, stock } as unknown as VariantRow
}

function desk() {
  const asked: (readonly PriceToSet[] | readonly CostToSet[] | readonly CountToRecord[] | readonly VariantChange[])[] =
    []
  const saving = {
    say: (key: string) => key,
    setPrices: async (prices: readonly PriceToSet[]) => void asked.push(prices),
    setCosts: async (costs: readonly CostToSet[]) => void asked.push(costs),
    recordCounts: async (counts: readonly CountToRecord[]) => void asked.push(counts),
    changeVariants: async (changes: readonly VariantChange[]) => void asked.push(changes),
  }
  const editors = variantEditors('EUR', 'venezia', saving, { price: true, costs: 'EUR', count: true, describe: true })
  const cell = (row: VariantRow, id: keyof typeof editors, text: string): Pasted<VariantRow> => ({
    row,
    column: { id, header: id, cell: () => null, editor: editors[id] },
    text,
  })
  const paste = (cells: readonly Pasted<VariantRow>[]) => variantBatches('EUR', 'venezia', saving)(cells)
  return { asked, saving, editors, cell, paste }
}

test('who may not, changes nothing where it stands', () => {
  const { saving } = desk()
  const keys = (location: string | undefined, price: boolean, count: boolean, describe = false, costs?: string) =>
    Object.keys(variantEditors('EUR', location, saving, { price, costs, count, describe }))
  assert.deepEqual(keys('venezia', false, false), [])
  assert.deepEqual(keys('venezia', true, false), ['price', 'compareAt'])
  assert.deepEqual(keys('venezia', false, true), ['onHand'])
  assert.deepEqual(keys(undefined, true, true), ['price', 'compareAt'])
  assert.deepEqual(keys(undefined, false, false, true), ['gtin', 'weightGrams'])
  assert.deepEqual(keys(undefined, false, false, false, 'EUR'), ['cost'])
})

describe('a block', () => {
  test('costs are a request of their own; an emptied cell takes the cost away', async () => {
    const { asked, cell, paste } = desk()
    const [mug, jug] = [variant('mug', 5_000), variant('jug')]
    for (const batch of paste([cell(mug, 'cost', '6,50'), cell(jug, 'cost', '')])) await batch.save()
    assert.deepEqual(asked, [
      [
        { variantId: 'mug', cost: eur(650) },
        { variantId: 'jug', cost: null },
      ],
    ])
  })

  test('both prices of a row are one price to set; stock is a request of its own', async () => {
    const { asked, cell, paste } = desk()
    const [mug, jug] = [variant('mug', 5_000), variant('jug')]
    const batches = paste([
      cell(mug, 'compareAt', '40,00'),
      cell(mug, 'price', '30.5'),
      cell(mug, 'onHand', '7'),
      cell(jug, 'compareAt', '20'),
      cell(jug, 'price', '10'),
    ])
    for (const batch of batches) await batch.save()
    assert.deepEqual(asked, [
      [
        { variantId: 'mug', amount: eur(3_050), compareAt: eur(4_000) },
        { variantId: 'jug', amount: eur(1_000), compareAt: eur(2_000) },
      ],
      [{ variantId: 'mug', locationCode: 'venezia', quantity: 7 }],
    ])
  })

  test('barcode and weight go together, and only what was pasted is said', async () => {
    const { asked, cell, paste } = desk()
    const [mug, jug] = [variant('mug'), variant('jug')]
    const cells = [
      cell(mug, 'weightGrams', '250'),
      cell(mug, 'gtin', '4 006381-333931'),
      cell(jug, 'gtin', ''),
      cell(jug, 'price', '4'),
    ]
    const batches = paste(cells)
    for (const batch of batches) await batch.save()
    assert.deepEqual(asked, [
      [{ variantId: 'jug', amount: eur(400), compareAt: null }],
      [
        { variantId: 'mug', gtin: '4006381333931', weightGrams: 250 },
        { variantId: 'jug', gtin: null },
      ],
    ])
    assert.equal(batches[1]?.blame('variants.0.gtin'), cells[1])
    assert.equal(batches[1]?.blame('variants.1.variantId'), cells[2])
  })

  test('of five hundred rows is one request, of more as few as can be', async () => {
    const { asked, cell, paste } = desk()
    const rows = (count: number) => Array.from({ length: count }, (_, at) => cell(variant(`v${at}`, 100), 'price', '2'))
    assert.equal(paste(rows(500)).length, 1)
    for (const batch of paste(rows(1_001))) await batch.save()
    assert.deepEqual(
      asked.map((one) => one.length),
      [500, 500, 1],
    )
  })

  test('what is refused is found by its place in the request', () => {
    const { cell, paste } = desk()
    const [mug, jug] = [variant('mug', 100), variant('jug', 100)]
    const cells = [cell(mug, 'price', '2'), cell(jug, 'price', '3'), cell(jug, 'compareAt', '1')]
    const [batch] = paste(cells)
    assert.deepEqual(batch?.cells, cells)
    assert.equal(batch?.blame('prices.1.compareAt'), cells[2])
    assert.equal(batch?.blame('prices.0.amount.currency'), cells[0])
    assert.equal(batch?.blame('prices.7'), undefined)
  })
})

test('what is available moves with what is on hand', () => {
  const { editors } = desk()
  const after = editors.onHand?.apply(variant('mug'), '9')
  assert.deepEqual(after?.stock, [{ locationCode: 'venezia', onHand: 9, available: 7 }])
})

test('a barcode is read as people type it, and refused where a digit is wrong', () => {
  const cases: readonly [string, string | null | undefined][] = [
    ['', null],
    ['  ', null],
    ['4006381333931', '4006381333931'],
    ['4006381 333931', '4006381333931'],
    ['96385074', '96385074'],
    ['036000291452', '036000291452'],
    ['4006381333932', undefined],
    ['400638133393', undefined],
    ['4.00638E+12', undefined],
    ['mug', undefined],
  ]
  for (const [text, gtin] of cases) assert.equal(readGtin(text), gtin, text)
})
