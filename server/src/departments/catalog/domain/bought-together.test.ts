import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { countTogether } from './bought-together.ts'

describe('what is counted', () => {
  const times = (n: number, ...products: string[]) => Array.from({ length: n }, () => ['a', ...products])
  const table: [what: string, orders: string[][], said: string][] = [
    ['nothing was sold', [], '0:'],
    ['only by itself', times(9), '9:'],
    ['twice is chance', times(2, 'b'), '2:'],
    ['three times is not', times(3, 'b'), '3: b 3'],
    ['the most frequent first, equal ones by id', [...times(3, 'c', 'b'), ...times(4, 'd')], '7: d 4, b 3, c 3'],
    ['three in a hundred and fifty', [...times(3, 'b'), ...times(147)], '150: b 3'],
    ['three in more is too seldom', [...times(3, 'b'), ...times(148)], '151:'],
  ]
  for (const [what, orders, said] of table) {
    test(`${what}: ${said}`, () => {
      const counted = countTogether('a', orders)
      const others = counted.others.map(({ productId, together }) => `${productId} ${together}`)
      assert.equal(`${counted.orders}: ${others.join(', ')}`.trim(), said)
    })
  }
  test('so many of them are kept, whatever was sold', () => {
    const many = Array.from({ length: 200 }, (_, at) => `p${at}`)
    assert.equal(countTogether('a', times(3, ...many)).others.length, 24)
  })
})
