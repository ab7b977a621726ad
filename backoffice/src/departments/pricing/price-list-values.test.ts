import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePastedPrices } from './parse-pasted-prices.ts'
import { BLANK, draftOf, valuesOf, wallTime } from './price-list-values.ts'

test('pasted lines are read as a spreadsheet gives them', () => {
  const table: [string, (string | number | null)[] | undefined][] = [
    ['MUG\t12.50', ['MUG', 1, '12.50']],
    ['MUG\t12,5', ['MUG', 1, '12.50']],
    ['MUG;1.250,50', ['MUG', 1, '1250.50']],
    ['MUG\t1.250', ['MUG', 1, '1250.00']],
    ['MUG\t0.125', ['MUG', 1, '0.125']],
    ['MUG\t100\t0,0125', ['MUG', 100, '0.0125']],
    ['MUG\t', ['MUG', 1, null]],
    ['MUG\t10\t-', ['MUG', 10, null]],
    ['MUG', undefined],
    ['\t12', undefined],
    ['MUG\t0\t12', undefined],
    ['MUG\tcheap 1', undefined],
    ['MUG\t-5', undefined],
    ['MUG\t0.0000001', undefined],
  ]
  for (const [line, expected] of table) {
    const [found] = parsePastedPrices(`x\t1\n${line}`, 'EUR').slice(1)
    assert.deepEqual(found?.price && [found.price.sku, found.price.from, found.price.price], expected, line)
  }
  assert.deepEqual(
    parsePastedPrices('SKU\tFrom\tPrice\n\nMUG\t12', 'EUR').map(({ line, price }) => [line, price?.sku]),
    [[3, 'MUG']],
    'headings and empty lines are left out',
  )
})

test('an instant is kept as the clock of the zone shows it', () => {
  assert.equal(wallTime('2026-11-30T23:00:00.000Z', 'Europe/Rome'), '2026-12-01T00:00:00')
  assert.equal(wallTime('2026-03-29T01:00:00.000Z', 'Europe/Rome'), '2026-03-29T03:00:00')
  assert.equal(wallTime(null, 'Europe/Rome'), null)
})

test('what the form makes of a derived list it reads back', () => {
  const said = {
    ...BLANK,
    names: { en: 'Trade' },
    code: 'T',
    currency: 'EUR',
    zone: 'UTC',
    kind: 'derived',
    percent: '12.5',
    ending: '100-1',
  }
  const draft = draftOf(said)
  assert.deepEqual(draft.derivation, { change: '-12.5', step: 100, less: 1 })
  const kept = { ...draft, id: '', version: 1, state: 'draft', beginsAt: null, endsAt: null, prices: 0, isBase: false }
  const list = { ...kept, names: { en: 'Trade' }, derivation: { change: '-12.5', step: 100, less: 1, names: null } }
  assert.deepEqual(valuesOf(list), said)
  assert.deepEqual(draftOf({ ...said, currency: 'JPY' }).derivation, { change: '-12.5', step: 1, less: 0 })
  assert.deepEqual(draftOf({ ...said, currency: 'KWD', ending: '100-5' }).derivation, {
    change: '-12.5',
    step: 1000,
    less: 50,
  })
  assert.deepEqual(draftOf({ ...said, direction: 'more', percent: '0' }).derivation?.change, '0')
})
