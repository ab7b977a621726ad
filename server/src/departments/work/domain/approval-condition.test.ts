import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { money } from '../../../kernel/money.ts'
import { percent } from '../../../kernel/rate.ts'
import { flawOf, isAmong, isMet, type Condition } from './approval-condition.ts'
import type { FactValue } from './approval-facts.ts'

const eur = (amount: number): FactValue => ({ kind: 'money', money: money(amount, 'EUR') })
const of = (amount: number, currency: string): FactValue => ({ kind: 'money', money: money(amount, currency) })
const pct = (text: string): FactValue => ({ kind: 'percent', percent: percent(text) })
const count = (n: bigint): FactValue => ({ kind: 'count', count: n })
const choice = (...values: string[]): FactValue => ({ kind: 'choice', values })

const above = (...amounts: [number, string][]): Condition => ({
  kind: 'above_amount',
  fact: 'x',
  amounts: amounts.map(([amount, currency]) => ({ amount, currency })),
})
const share: Condition = { kind: 'above_percent', fact: 'x', ppm: 150_000 }
const pieces: Condition = { kind: 'above_count', fact: 'x', count: 10 }
const among: Condition = { kind: 'one_of', fact: 'x', values: ['it', 'eu'] }

const cases: [what: string, Condition, FactValue | undefined, held: boolean][] = [
  ['always, whatever it is', { kind: 'always' }, undefined, true],
  ['an amount at its limit', above([50_000, 'EUR']), eur(50_000), false],
  ['a cent above it', above([50_000, 'EUR']), eur(50_001), true],
  ['nothing', above([50_000, 'EUR']), eur(0), false],
  ['yen have no cents: 500 yen are 500', above([500, 'JPY']), of(501, 'JPY'), true],
  ['yen at the limit', above([500, 'JPY']), of(500, 'JPY'), false],
  ['dinars have three decimals: 0.501', above([500, 'KWD']), of(501, 'KWD'), true],
  ['each currency has its own limit', above([50_000, 'EUR'], [900_000_000, 'IDR']), of(800_000_000, 'IDR'), false],
  ['above the one that counts', above([50_000, 'EUR'], [900_000_000, 'IDR']), of(900_000_001, 'IDR'), true],
  ['a currency without a limit cannot be compared', above([50_000, 'EUR']), of(1, 'USD'), true],
  ['15 %', share, pct('15'), false],
  ['15.0001 %', share, pct('15.0001'), true],
  ['no change', share, pct('0'), false],
  ['from nothing to something', share, { kind: 'percent', percent: 'beyond' }, true],
  ['ten pieces', pieces, count(10n), false],
  ['eleven pieces', pieces, count(11n), true],
  ['one of the choices', among, choice('fr', 'it'), true],
  ['none of them', among, choice('fr'), false],
  ['no choice at all', among, choice(), false],
  ['all there are', among, { kind: 'market', values: '*' }, true],
  ['what is not stated is held', share, undefined, true],
  ['what is stated as another kind is held', share, eur(1), true],
]
for (const [what, condition, fact, held] of cases) {
  test(`${what}: ${held ? 'held' : 'goes ahead'}`, () => assert.equal(isMet(condition, fact ? { x: fact } : {}), held))
}

test('an act that states no market concerns every market', () => assert.equal(isAmong(['it'], undefined), true))

describe('a condition that could never be asked', () => {
  const kinds = { amount: 'money', change: 'percent', prices: 'count', market: 'market' } as const
  const flaws: [Condition, string | undefined][] = [
    [{ kind: 'always' }, undefined],
    [{ ...above([1, 'EUR']), fact: 'amount' } as Condition, undefined],
    [{ ...above([1, 'EUR']), fact: 'change' } as Condition, 'condition.fact'],
    [{ ...above([1, 'EUR']), fact: 'other' } as Condition, 'condition.fact'],
    [{ ...above(), fact: 'amount' } as Condition, 'condition.amounts'],
    [{ ...above([1, 'EUR'], [2, 'EUR']), fact: 'amount' } as Condition, 'condition.amounts'],
    [{ ...above([1, 'XYZ']), fact: 'amount' } as Condition, 'condition.amounts'],
    [{ ...share, fact: 'change' } as Condition, undefined],
    [{ ...pieces, fact: 'change' } as Condition, 'condition.fact'],
    [{ ...among, fact: 'market' } as Condition, undefined],
    [{ ...among, fact: 'market', values: [] } as Condition, 'condition.values'],
  ]
  for (const [condition, flaw] of flaws) {
    test(`${JSON.stringify(condition)}: ${flaw ?? 'fine'}`, () => assert.equal(flawOf(condition, kinds), flaw))
  }
})
