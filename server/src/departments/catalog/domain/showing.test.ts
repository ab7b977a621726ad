import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  EVERYWHERE,
  marketsShownIn,
  newlyShown,
  placeState,
  soundShowing,
  type PlaceDraft,
  type Places,
  type Showing,
} from './showing.ts'

const known: Places = {
  channels: ['web', 'fair'],
  markets: [
    { code: 'it', language: 'it', timeZone: 'Europe/Rome' },
    { code: 'id', language: 'id', timeZone: 'Asia/Jakarta' },
  ],
}
const place = (market: string, different: Partial<PlaceDraft> = {}): PlaceDraft => ({
  channel: 'web',
  market,
  shown: true,
  begins: null,
  ends: null,
  ...different,
})
const sound = (elsewhere: boolean, ...places: PlaceDraft[]): Showing => {
  const result = soundShowing({ elsewhere, places }, known)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

// Local time of the market -> the instant, over the change of clocks: October's hour that comes twice is the first, March's that is left out its end.
const CLOCKS: [market: string, begins: string, instant: string][] = [
  ['it', '2026-07-01T00:00:00', '2026-06-30T22:00:00.000Z'],
  ['it', '2026-12-01T00:00:30', '2026-11-30T23:00:30.000Z'],
  ['it', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ['it', '2027-03-28T02:30:00', '2027-03-28T01:00:00.000Z'],
  ['it', '2026-12-01T09:15', '2026-12-01T08:15:00.000Z'],
  ['id', '2026-12-01T00:00:00', '2026-11-30T17:00:00.000Z'],
]
for (const [market, begins, instant] of CLOCKS) {
  test(`${begins} in ${market} is ${instant}`, () => {
    const [only] = sound(false, place(market, { begins })).places
    assert.equal(only?.beginsAt?.toISOString(), instant)
  })
}

const REFUSED: [what: string, places: PlaceDraft[], verdict: string][] = [
  ['a market nobody has', [place('mars')], 'catalog.unknown_place places.0'],
  ['a channel nobody has', [place('it', { channel: 'tv' })], 'catalog.unknown_place places.0'],
  ['the same place twice', [place('it', { shown: false }), place('it')], 'catalog.place_repeated places.1'],
  [
    'a day that does not exist',
    [place('it', { begins: '2026-02-30T00:00:00' })],
    'catalog.place_time_unknown places.0.begins',
  ],
  [
    'an hour that does not exist',
    [place('it', { ends: '2026-02-20T25:00:00' })],
    'catalog.place_time_unknown places.0.ends',
  ],
  [
    'an end at its beginning',
    [place('id', { begins: '2026-02-20T10:00:00', ends: '2026-02-20T10:00:00' })],
    'catalog.place_ends_before places.0.ends',
  ],
]
for (const [what, places, verdict] of REFUSED) {
  test(`${what}: ${verdict}`, () => {
    const result = soundShowing({ elsewhere: true, places }, known)
    assert.ok(!result.ok)
    assert.equal(`${result.refusal.code} ${result.refusal.field}`, verdict)
  })
}

test('what says no more than everywhere else is not kept', () => {
  assert.deepEqual(sound(true, place('it'), place('id')), EVERYWHERE)
  assert.deepEqual(sound(false, place('it', { shown: false })), { elsewhere: false, places: [] })
  assert.equal(sound(true, place('it', { shown: false })).places.length, 1)
})

test('a place is planned, shown from its very second, and over at its end', () => {
  const showing = sound(false, place('it', { begins: '2026-12-01T00:00:00', ends: '2026-12-24T18:00:00' }))
  const at = (instant: string, market = 'it') => placeState(showing, { channel: 'web', market }, new Date(instant))
  assert.equal(at('2026-11-30T22:59:59.999Z'), 'planned')
  assert.equal(at('2026-11-30T23:00:00Z'), 'shown')
  assert.equal(at('2026-12-24T16:59:59.999Z'), 'shown')
  assert.equal(at('2026-12-24T17:00:00Z'), 'over')
  assert.equal(at('2026-12-01T12:00:00Z', 'id'), 'hidden')
})

test('what becomes visible sooner, longer or anew is newly shown; what is narrowed is not', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const fresh = (before: Showing, after: Showing) =>
    newlyShown(before, after, { known, now }).map(({ channel, market }) => `${channel} ${market}`)
  const nowhere = sound(false)
  const december = sound(false, place('it', { begins: '2026-12-01T00:00:00', ends: '2026-12-24T00:00:00' }))
  const longer = sound(false, place('it', { begins: '2026-12-01T00:00:00', ends: '2026-12-31T00:00:00' }))
  const sooner = sound(false, place('it', { begins: '2026-11-25T00:00:00', ends: '2026-12-24T00:00:00' }))
  const past = sound(false, place('it', { begins: '2026-01-01T00:00:00', ends: '2026-02-01T00:00:00' }))
  assert.deepEqual(fresh(nowhere, december), ['web it'])
  assert.deepEqual(fresh(december, longer), ['web it'])
  assert.deepEqual(fresh(december, sooner), ['web it'])
  assert.deepEqual(fresh(longer, december), [])
  assert.deepEqual(fresh(EVERYWHERE, december), [])
  assert.deepEqual(fresh(nowhere, past), [])
  assert.deepEqual(fresh(past, december), ['web it'])
  assert.deepEqual(fresh(nowhere, EVERYWHERE), ['web it', 'web id', 'fair it', 'fair id'])
  assert.equal(marketsShownIn(EVERYWHERE, known, now), 'all')
  assert.deepEqual(marketsShownIn(december, known, now), ['it'])
  assert.deepEqual(marketsShownIn(past, known, now), [])
})
