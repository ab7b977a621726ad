import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areWhole, BLANK_TARIFF, draftOfRates, falling, ratesOf, withBracket, type RateDraft } from './tariff-draft.ts'

const rate = (changes: Partial<RateDraft> = {}): RateDraft => ({
  zone: 'italy',
  minDays: 1,
  maxDays: 2,
  tariffs: { EUR: { ...BLANK_TARIFF, price: 490 } },
  ...changes,
})
const table = (...limits: (number | undefined)[]) => ({
  ...BLANK_TARIFF,
  by: 'weight' as const,
  brackets: limits.map((upTo) => ({ upTo, price: 1 })),
})

test('what comes from the house goes back as it was', () => {
  const rates = [
    {
      zone: 'a',
      minDays: 1,
      maxDays: 2,
      tariffs: {
        EUR: {
          by: 'weight' as const,
          brackets: [
            { upTo: 5, price: 1 },
            { upTo: null, price: 2 },
          ],
          freeFrom: 9,
        },
        USD: { by: 'first_next' as const, first: 3, next: 4 },
        IDR: {
          by: 'flat' as const,
          price: 0,
          surcharges: [{ name: 's', price: 1, per: 'unit' as const, categories: [] }],
        },
      },
    },
  ]
  assert.deepEqual(ratesOf(draftOfRates(rates)), rates)
})

test('a table is whole once each line has a price and rises, and the last is open', () => {
  assert.ok(areWhole([rate()]))
  assert.ok(areWhole([rate({ tariffs: { EUR: table(5, 9, undefined) } })]))
  for (const [what, one] of [
    ['no zone', rate({ zone: '' })],
    ['days crossed', rate({ minDays: 3 })],
    ['no currency', rate({ tariffs: {} })],
    ['no price', rate({ tariffs: { EUR: BLANK_TARIFF } })],
    ['a line without a limit', rate({ tariffs: { EUR: table(undefined, undefined) } })],
    ['a line that falls', rate({ tariffs: { EUR: table(9, 5, undefined) } })],
    ['what cannot be read', rate({ tariffs: { EUR: { ...BLANK_TARIFF, price: { unread: 'x' } } } })],
  ] as const)
    assert.ok(!areWhole([one]), what)
  assert.ok(!areWhole([]))
  assert.equal(falling(table(5, 5, undefined)), 1)
  assert.deepEqual(
    withBracket(table(5, undefined)).brackets.map(({ upTo }) => upTo),
    [5, undefined, undefined],
  )
})
