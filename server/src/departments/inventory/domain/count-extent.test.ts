import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extentOfCounts } from './count-extent.ts'

const cases: [
  what: string,
  onHand: bigint,
  difference: bigint,
  addedToday: bigint,
  percent: bigint | 'beyond',
  units: bigint,
][] = [
  ['nothing off', 100n, 0n, 0n, 0n, 0n],
  ['five of a hundred gone', 100n, -5n, 0n, 50_000n, 5n],
  ['five more', 100n, 5n, 0n, 50_000n, 5n],
  ['gone in two halves', 95n, -5n, -5n, 100_000n, 10n],
  ['gone and found again', 95n, 5n, -5n, 52_632n, 5n],
  ['something where nothing was', 0n, 3n, 0n, 'beyond', 3n],
  ['stock that came today has no day before', 100n, -1n, 100n, 10_000n, 1n],
]
for (const [what, onHand, difference, addedToday, percent, units] of cases) {
  test(what, () => assert.deepEqual(extentOfCounts([{ onHand, difference, addedToday }]), { percent, units }))
}
