import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { money } from '../../../kernel/money.ts'
import { worthOfPieces } from './refundable.ts'

describe('what goes back for pieces of a line', () => {
  // paid for the line, pieces -> for one, for two ...
  const table: [number, number, number[]][] = [
    [3452, 4, [863, 1726, 2589, 3452]],
    [100, 3, [33, 66, 100]],
    [0, 2, [0, 0]],
    [1, 2, [0, 1]],
  ]
  for (const [paid, pieces, worth] of table) {
    test(`${pieces} for ${paid}: ${worth.join(', ')}`, () => {
      assert.deepEqual(
        worthOfPieces(money(paid, 'EUR'), pieces).map(({ amount }) => Number(amount)),
        worth,
      )
    })
  }

  test('however they come back, all of them are worth what was paid', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 1, max: 99 }), (paid, pieces) => {
        const worth = worthOfPieces(money(paid, 'EUR'), pieces).map(({ amount }) => amount)
        assert.equal(worth.at(-1), paid)
        const each = worth.map((amount, at) => amount - (worth[at - 1] ?? 0n))
        assert.ok(each.every((amount) => amount >= 0n && amount <= paid / BigInt(pieces) + 1n))
      }),
    )
  })
})
