import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDecimal, parseQuantity } from './parse-decimal.ts'

test('decimals as people of each language type them', () => {
  const cases: [typed: string, scale: number, read: string | undefined][] = [
    ['12', 0, '12'],
    ['012', 0, '12'],
    ['12.5', 1, '12.5'],
    ['12,5', 1, '12.5'],
    ['12,50', 2, '12.5'],
    ['12,', 2, '12'],
    ['1.250,5', 2, '1250.5'],
    ['1,250.5', 2, '1250.5'],
    ['1.250', 2, '1250'],
    ['1 250', 0, '1250'],
    ['1.250', 3, '1.25'],
    ['−3,5', 1, '-3.5'],
    ['-0', 0, '0'],
    ['12.55', 1, undefined],
    ['1.25.5', 2, undefined],
    ['12,5a', 1, undefined],
    ['', 2, undefined],
    ['.', 2, undefined],
  ]
  for (const [typed, scale, read] of cases) assert.equal(parseDecimal(typed, scale), read, `${typed} at ${scale}`)
})

test('quantities in the smallest unit, whichever is typed', () => {
  const mass = [
    { label: 'g', exponent: 0 },
    { label: 'kg', exponent: 3 },
  ]
  const cases: [typed: string, value: number | undefined][] = [
    ['750', 750],
    ['750 g', 750],
    ['1,5 kg', 1500],
    ['1.5KG', 1500],
    ['2 kg', 2000],
    ['0,0005 kg', undefined],
    ['1,5', undefined],
    ['1,5 g', undefined],
    ['-5', undefined],
    ['1 lb', undefined],
    ['kg', undefined],
    ['99999999999999 kg', undefined],
  ]
  for (const [typed, value] of cases) assert.equal(parseQuantity(typed, mass), value, typed)
})
