import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worthUntil, type WorthOfOrder } from './worth-of-parcels.ts'
import type { Packed } from './what-is-left.ts'

const line = (position: number, quantity: number, total: bigint) => ({
  position,
  quantity,
  total,
  variantId: `${position}`,
})
const parcel = (pieces: Readonly<Record<number, number>>, state: Packed['state'] = 'shipped'): Packed => ({
  state,
  lines: Object.entries(pieces).map(([position, quantity]) => ({ position: Number(position), quantity })),
})

const cases: [string, WorthOfOrder, Packed[], bigint[]][] = [
  ['all in one', { total: 1500n, lines: [line(0, 2, 1000n)] }, [parcel({ 0: 2 })], [1500n]],
  [
    'delivery goes with the first',
    { total: 1500n, lines: [line(0, 2, 1000n)] },
    [parcel({ 0: 1 }), parcel({ 0: 1 })],
    [1000n, 1500n],
  ],
  [
    'the last takes what is left to the cent',
    { total: 1000n, lines: [line(0, 3, 1000n)] },
    [parcel({ 0: 1 }), parcel({ 0: 1 }), parcel({ 0: 1 })],
    [333n, 667n, 1000n],
  ],
  [
    'line by line; what is downloaded goes with the first',
    { total: 5000n, lines: [line(0, 1, 1000n), line(1, 2, 2001n)] },
    [parcel({ 1: 1 }), parcel({ 0: 1 }), parcel({ 1: 1 })],
    [3000n, 4000n, 5000n],
  ],
  [
    'what was taken back has not left',
    { total: 1000n, lines: [line(0, 2, 1000n)] },
    [parcel({ 0: 1 }, 'taken_back'), parcel({ 0: 1 })],
    [0n, 500n],
  ],
  ['what was lost has left', { total: 900n, lines: [line(0, 1, 900n)] }, [parcel({ 0: 1 }, 'lost')], [900n]],
  [
    'pieces that cost nothing',
    { total: 700n, lines: [line(0, 1, 0n), line(1, 1, 700n)] },
    [parcel({ 0: 1 }), parcel({ 1: 1 })],
    [0n, 700n],
  ],
]
for (const [what, order, parcels, sums] of cases) {
  test(`${what}: ${sums.join(', ')}`, () => assert.deepEqual(worthUntil(order, parcels), sums))
}

test('however an order is parcelled up, no share is below nothing and they come to its total', () => {
  // A generator of its own, so that a failure can be told by its seed.
  for (let seed = 1; seed <= 400; seed++) {
    let state = seed
    const next = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most
    const lines = Array.from({ length: 1 + next(4) }, (_, at) => line(at, 1 + next(6), BigInt(next(9_999))))
    const goods = lines.reduce((sum, one) => sum + one.total, 0n)
    const total = goods + BigInt(next(900))
    const pieces = lines.flatMap(({ position, quantity }) => Array.from({ length: quantity }, () => position))
    pieces.sort(() => next(3) - 1)
    const parcels: Packed[] = []
    while (pieces.length > 0) {
      const taken = pieces.splice(0, 1 + next(4))
      parcels.push(
        parcel(Object.fromEntries(taken.map((position) => [position, taken.filter((one) => one === position).length]))),
      )
    }
    const sums = worthUntil({ total, lines }, parcels)
    sums.forEach((sum, at) => assert.ok(sum >= (sums[at - 1] ?? 0n), `seed ${seed}: ${sums.join(' ')}`))
    assert.equal(sums.at(-1), total, `seed ${seed}`)
  }
})
