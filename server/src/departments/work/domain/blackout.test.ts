import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideBlackout, standsAgainst, type BlackoutFields, type Touched } from './blackout.ts'

const window: BlackoutFields = {
  reason: 'Black Friday',
  startsAt: new Date('2026-11-27T00:00:00Z'),
  endsAt: new Date('2026-11-28T00:00:00Z'),
  acts: ['pricing.change_price'],
  markets: ['it'],
  locations: [],
}
const price: Touched = { act: 'pricing.change_price', markets: [], locations: [] }

// at, what is changed of the window, what is done, whether it is refused
const table: readonly (readonly [string, Partial<BlackoutFields>, Partial<Touched>, boolean])[] = [
  ['2026-11-26T23:59:59.999Z', {}, {}, false],
  ['2026-11-27T00:00:00.000Z', {}, {}, true],
  ['2026-11-27T23:59:59.999Z', {}, {}, true],
  ['2026-11-28T00:00:00.000Z', {}, {}, false],
  ['2026-11-27T12:00:00.000Z', {}, { act: 'payments.refund' }, false],
  ['2026-11-27T12:00:00.000Z', {}, { markets: ['it', 'eu'] }, true],
  ['2026-11-27T12:00:00.000Z', {}, { markets: ['eu'] }, false],
  ['2026-11-27T12:00:00.000Z', { markets: [] }, { markets: ['eu'] }, true],
  ['2026-11-27T12:00:00.000Z', { locations: ['venezia'] }, { locations: ['jakarta'] }, false],
  ['2026-11-27T12:00:00.000Z', { locations: ['venezia'] }, {}, true],
]
for (const [at, change, touched, refused] of table) {
  test(`${at} ${JSON.stringify(change)} ${JSON.stringify(touched)}: ${refused ? 'refused' : 'free'}`, () => {
    assert.equal(standsAgainst({ ...window, ...change }, { ...price, ...touched }, new Date(at)), refused)
  })
}

const ground = { now: new Date('2026-11-22T10:00:00Z'), acts: ['pricing.change_price'], markets: ['it'] }
// change, verdict
const drafts: readonly (readonly [Partial<BlackoutFields>, string])[] = [
  [{}, 'ok'],
  [{ reason: ' ' }, 'work.blackout_reason_missing'],
  [{ acts: ['pricing.dream'] }, 'work.blackout_unknown_act'],
  [{ markets: ['mars'] }, 'work.blackout_unknown_market'],
  [{ endsAt: window.startsAt }, 'work.blackout_ends_before'],
  [{ startsAt: new Date('2026-11-20T00:00Z'), endsAt: new Date('2026-11-21T00:00Z') }, 'work.blackout_ends_before'],
  [{ endsAt: new Date('2027-02-28T00:00:00Z') }, 'work.blackout_too_long'],
]
for (const [change, verdict] of drafts) {
  test(`${JSON.stringify(change)}: ${verdict}`, () => {
    const decided = decideBlackout({ ...window, ...change }, ground)
    assert.equal(decided.ok ? 'ok' : decided.refusal.code, verdict)
  })
}

test('what is to begin at once begins when every process has heard of it', () => {
  const decided = decideBlackout({ ...window, startsAt: ground.now }, ground)
  assert.ok(decided.ok)
  assert.equal(decided.value.startsAt.toISOString(), '2026-11-22T10:00:02.000Z')
})
