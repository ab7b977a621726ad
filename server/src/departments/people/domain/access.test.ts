import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Access } from './access.ts'
import { decideAccess, isUnlimited, OWN_AND_OPEN } from './access.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const now = day(22)
const outside = (endsAt: Date | null, more: object = {}) =>
  ({ companyId: 'c', sponsorId: 's', beginsAt: null, endsAt, scope: null, ...more }) as Access
const own = (more: object = {}) => ({ ...OWN_AND_OPEN, ...more }) as Access

/** Refusals in their precedence; the last column is the verdict. */
const cases: [string, { wish: Access; before?: Access; reason?: string }, string][] = [
  ['own, for ever', { wish: own() }, 'ok'],
  ['own, for a season', { wish: own({ beginsAt: day(23), endsAt: day(30) }) }, 'ok'],
  ['outside, with an end', { wish: outside(day(30)) }, 'ok'],
  ['outside without an end', { wish: outside(null, { sponsorId: null }) }, 'access_needs_end endsAt'],
  ['outside without a sponsor', { wish: outside(day(1), { sponsorId: null }) }, 'unknown_sponsor sponsorId'],
  ['an end yesterday', { wish: outside(day(21), { beginsAt: day(30) }) }, 'access_ends_in_past endsAt'],
  ['an end at this instant', { wish: own({ endsAt: now }) }, 'access_ends_in_past endsAt'],
  ['begins when it ends', { wish: outside(day(30), { beginsAt: day(30) }) }, 'access_order beginsAt'],
  ['longer without a reason', { wish: outside(day(30)), before: outside(day(25)) }, 'reason_missing reason'],
  ['longer for blanks', { wish: outside(day(30)), before: outside(day(25)), reason: '  ' }, 'reason_missing reason'],
  ['longer for a reason', { wish: outside(day(30)), before: outside(day(25)), reason: 'sale' }, 'ok'],
  ['shorter needs none', { wish: outside(day(24)), before: outside(day(25)) }, 'ok'],
  ['back after the end', { wish: outside(day(30)), before: outside(day(20)) }, 'reason_missing reason'],
  ['taken on as own for ever', { wish: own(), before: outside(day(25)) }, 'reason_missing reason'],
  ['own, longer', { wish: own(), before: own({ endsAt: day(25) }) }, 'ok'],
]

for (const [name, { wish, before, reason }, verdict] of cases) {
  test(`${name}: ${verdict}`, () => {
    const decided = decideAccess({ wish, before, reason, now })
    const told = decided.ok ? 'ok' : `${decided.refusal.code.replace('people.', '')} ${decided.refusal.field}`
    assert.equal(told, verdict)
  })
}

test('a scope is written in one way, and none at all is null', () => {
  const scopeOf = (scope: object | null) => {
    const decided = decideAccess({ wish: own({ scope }), before: undefined, reason: undefined, now })
    return decided.ok ? decided.value.scope : assert.fail()
  }
  assert.deepEqual(scopeOf({ location: ['b', 'a', 'b'] }), { location: ['a', 'b'] })
  assert.equal(scopeOf({}), null)
  assert.equal(scopeOf({ market: undefined }), null)
})

test('of the organisation’s own nobody keeps a sponsor', () => {
  const decided = decideAccess({ wish: own({ sponsorId: 's' }), before: undefined, reason: undefined, now })
  assert.equal(decided.ok && decided.value.sponsorId, null)
})

test('unlimited is who belongs to the house, for ever, for all rows', () => {
  assert.ok(isUnlimited(own()))
  for (const limit of [{ companyId: 'c' }, { endsAt: day(30) }, { beginsAt: day(1) }, { scope: {} }]) {
    assert.ok(!isUnlimited(own(limit)), JSON.stringify(limit))
  }
})
