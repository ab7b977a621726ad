import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leastOf, limitProblem, soundLimit, withinLimit, type OrderLimit } from './order-limit.ts'

const limit = (text: string): OrderLimit => {
  const [least, most, step] = text.split(' ')
  return { least: Number(least), most: most === '-' ? null : Number(most), step: Number(step) }
}

const table: [limit: string, quantity: number, ofProduct: number, problem: string, within: number][] = [
  ['1 - 1', 1, 1, '', 1],
  ['1 5 1', 5, 5, '', 5],
  ['1 5 1', 6, 6, 'too_many', 5],
  ['1 5 1', 3, 6, 'too_many', 3],
  ['3 - 1', 2, 2, 'too_few', 0],
  ['3 - 1', 2, 9, 'too_few', 0],
  ['1 - 6', 7, 7, 'not_in_steps', 6],
  ['1 - 6', 5, 5, 'too_few', 0],
  ['10 - 6', 10, 10, 'too_few', 0],
  ['10 - 6', 12, 12, '', 12],
  ['6 20 6', 20, 20, 'not_in_steps', 18],
  ['6 20 6', 24, 24, 'too_many', 18],
]

for (const [text, quantity, ofProduct, problem, within] of table) {
  test(`least, most, step ${text}: ${quantity} of ${ofProduct} is ${problem || 'fine'}, ${within} would be within`, () => {
    assert.equal(limitProblem(limit(text), { quantity, ofProduct }) ?? '', problem)
    assert.equal(withinLimit(limit(text), quantity), within)
  })
}

test('a limit that no number meets is refused', () => {
  assert.equal(soundLimit(limit('6 20 6')).ok, true)
  assert.equal(leastOf(limit('10 - 6')), 12)
  const refused = soundLimit(limit('10 11 6'))
  assert.deepEqual(refused.ok ? '' : [refused.refusal.code, refused.refusal.params], [
    'catalog.order_limit_impossible',
    { least: 12 },
  ])
  assert.equal(limitProblem(undefined, { quantity: 999 }), undefined)
})
