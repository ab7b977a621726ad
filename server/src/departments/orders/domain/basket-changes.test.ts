import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asSeen, changesSince, seenByLooking, type BasketNow, type LineSeen } from './basket-changes.ts'
import type { LineProblem } from './line-problem.ts'

/** `mug 2 1490` or `mug 2 1490 sold_out`; promotions that apply, then those that run without applying. */
function basket(line: string, applied: string[] = [], running: string[] = applied): BasketNow {
  const [name = '', quantity, price, problem] = line.split(' ')
  const seen: LineSeen = {
    quantity: Number(quantity),
    price: price === '-' ? null : { amount: Number(price), currency: 'EUR' },
    problem: (problem as LineProblem | undefined) ?? null,
  }
  return {
    place: 'it IT',
    currency: 'EUR',
    lines: line === '' ? {} : { [name]: seen },
    promotions: Object.fromEntries(applied.map((code) => [code, { en: code }])),
    running: new Set(running),
  }
}

const table: [was: BasketNow, is: BasketNow, told: string, because: string][] = [
  [basket('mug 2 1490'), basket('mug 2 1490'), '', 'nothing is otherwise'],
  [basket('mug 2 1490'), basket('mug 2 1690'), 'price_up 1490 1690', 'it costs more'],
  [basket('mug 2 1490'), basket('mug 2 990'), 'price_down 1490 990', 'it costs less'],
  [basket('mug 2 1490'), basket('mug 10 990'), '', 'more pieces may cost less each'],
  [basket('mug 2 1490'), basket('mug 2 - sold_out'), 'sold_out', 'it is gone'],
  [basket('mug 2 1490'), basket('mug 2 1490 not_enough_left'), 'not_enough_left', 'somebody bought some'],
  [basket('mug 2 1490 not_enough_left'), basket('mug 1 1490'), '', 'they took fewer'],
  [basket('mug 2 - sold_out'), basket('mug 2 1490'), 'back', 'it came again'],
  [basket('mug 2 1490'), basket('mug 2 - not_for_sale'), 'not_for_sale', 'the shop sells it no more'],
  [basket(''), basket('mug 2 1490'), '', 'they put it there themselves'],
  [basket('mug 2 1490'), basket(''), '', 'they took it out'],
  [
    basket('mug 2 1490', ['SPRING']),
    basket('mug 2 1490', [], ['SPRING']),
    '',
    'it runs, and they took out what it asks for',
  ],
  [basket('mug 2 1490', ['SPRING']), basket('mug 2 1490'), 'promotion_over SPRING', 'it ended'],
  [{ ...basket('mug 2 1490'), place: 'eu DE' }, basket('mug 2 1690'), '', 'another country has other prices'],
]

for (const [was, is, told, because] of table) {
  test(`${told || 'nothing'} is told: ${because}`, () => {
    const changes = changesSince(asSeen(was), is)
    assert.equal(
      changes
        .map((one) => {
          if (one.kind === 'promotion_over') return `${one.kind} ${one.promotion}`
          return 'from' in one ? `${one.kind} ${one.from.amount} ${one.to.amount}` : one.kind
        })
        .join(', '),
      told,
    )
    const looked = seenByLooking(asSeen(was), is) ?? asSeen(was)
    assert.deepEqual(changesSince(looked, is), changes, 'looking alone takes nothing back')
    assert.equal(seenByLooking(looked, is), undefined, 'looking twice is looking once')
    assert.deepEqual(changesSince(asSeen(is), is), [], 'said to be seen, it is told no more')
  })
}

test('who never looked is told nothing, and has seen all of it by looking', () => {
  const is = basket('mug 2 1490', ['SPRING'])
  assert.deepEqual(changesSince(undefined, is), [])
  assert.deepEqual(seenByLooking(undefined, is), asSeen(is))
})
