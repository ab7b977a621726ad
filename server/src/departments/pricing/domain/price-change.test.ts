import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extentsOf, type Extent } from './price-change.ts'

const cases: [
  what: string,
  after: bigint,
  now: bigint | undefined,
  dayAgo: bigint | undefined,
  change: Extent,
  cut: Extent,
  rise: Extent,
][] = [
  ['no change', 1000n, 1000n, undefined, 0n, 0n, 0n],
  ['up 10 %', 1100n, 1000n, undefined, 100_000n, 0n, 100_000n],
  ['down 10 %', 900n, 1000n, undefined, 100_000n, 100_000n, 0n],
  ['two steps of 10 % are 21 %', 1210n, 1100n, 1000n, 210_000n, 0n, 210_000n],
  ['up and back: against what it is now', 1000n, 1500n, 1000n, 333_334n, 333_334n, 0n],
  ['a third is rounded up', 4n, 3n, undefined, 333_334n, 0n, 333_334n],
  ['from nothing', 1n, 0n, undefined, 'beyond', 0n, 'beyond'],
  ['to nothing', 0n, 1000n, undefined, 1_000_000n, 1_000_000n, 0n],
  ['nothing stays nothing', 0n, 0n, undefined, 0n, 0n, 0n],
  ['a first price', 1000n, undefined, undefined, 0n, 0n, 0n],
  ['free this morning', 900n, 1000n, 0n, 'beyond', 100_000n, 'beyond'],
]
for (const [what, after, now, dayAgo, change, cut, rise] of cases) {
  test(what, () => assert.deepEqual(extentsOf([{ after, now, dayAgo }]), { change, cut, rise }))
}

test('of many prices the farthest counts', () => {
  const steps = [
    { after: 1010n, now: 1000n, dayAgo: undefined },
    { after: 500n, now: 1000n, dayAgo: undefined },
    { after: 1300n, now: 1000n, dayAgo: undefined },
  ]
  assert.deepEqual(extentsOf(steps), { change: 500_000n, cut: 500_000n, rise: 300_000n })
})
