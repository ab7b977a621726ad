import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedSpans } from './spans.ts'

test('a morning is compared with mornings, also over a change of the clocks', () => {
  const now = new Date('2026-10-25T09:00:00Z')
  const spans = comparedSpans(now, 'Europe/Rome')
  assert.equal(spans.today.from.toISOString(), '2026-10-24T22:00:00.000Z')
  assert.equal(spans.today.to.toISOString(), now.toISOString())
  assert.equal(spans.yesterday.from.toISOString(), '2026-10-23T22:00:00.000Z')
  assert.equal(spans.yesterday.to.getTime() - spans.yesterday.from.getTime(), 11 * 3_600_000)
  assert.equal(spans.lastWeek.from.toISOString(), '2026-10-17T22:00:00.000Z')
  assert.equal(spans.lastYear.from.toISOString(), '2025-10-25T22:00:00.000Z')
})
