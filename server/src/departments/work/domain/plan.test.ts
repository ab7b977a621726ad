import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidePlan, type PlanGround, type PlanTime, type PlanWish } from './plan.ts'

const wish: PlanWish = {
  kind: 'promotion',
  title: ' Christmas ',
  note: '',
  time: { allDay: true, fromOn: '2026-12-01', toOn: '2026-12-24' },
  markets: ['it'],
  locations: [],
  products: [],
  categories: [],
  path: null,
  unitId: null,
}
const ground: PlanGround = { zone: 'Europe/Rome', markets: ['it', 'eu'], units: ['u'], scope: {} }
const timed = (startsAt: string, endsAt: string, zone?: string): PlanTime => ({
  allDay: false,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  zone,
})

// what is wished, what it is decided against, verdict
const table: readonly (readonly [string, Partial<PlanWish>, Partial<PlanGround>, string])[] = [
  ['a plan', {}, {}, 'ok'],
  ['without a title', { title: ' ' }, {}, 'work.plan_title_missing'],
  ['backwards', { time: { allDay: true, fromOn: '2026-12-02', toOn: '2026-12-01' } }, {}, 'work.plan_ends_before'],
  [
    'on a day that is none',
    { time: { allDay: true, fromOn: '2026-02-30', toOn: '2026-03-01' } },
    {},
    'work.plan_ends_before',
  ],
  ['of no length', { time: timed('2026-12-01T10:00Z', '2026-12-01T10:00Z') }, {}, 'work.plan_ends_before'],
  ['of a minute', { time: timed('2026-12-01T10:00Z', '2026-12-01T10:01Z') }, {}, 'ok'],
  ['of 401 days', { time: { allDay: true, fromOn: '2026-01-01', toOn: '2027-02-05' } }, {}, 'ok'],
  ['of 402 days', { time: { allDay: true, fromOn: '2026-01-01', toOn: '2027-02-06' } }, {}, 'work.plan_too_long'],
  ['of two years, by instants', { time: timed('2026-01-01T00:00Z', '2028-01-01T00:00Z') }, {}, 'work.plan_too_long'],
  [
    'on a day that Apia left out',
    { time: { allDay: true, fromOn: '2011-12-30', toOn: '2011-12-30', zone: 'Pacific/Apia' } },
    {},
    'work.plan_ends_before',
  ],
  [
    'by an offset',
    { time: { allDay: true, fromOn: '2026-12-01', toOn: '2026-12-01', zone: '+02:00' } },
    {},
    'work.plan_unknown_zone',
  ],
  ['for a market that is none', { markets: ['mars'] }, {}, 'work.plan_unknown_market'],
  ['of a unit that is none', { unitId: 'x' }, {}, 'work.plan_unknown_unit'],
  ['of a unit', { unitId: 'u' }, {}, 'ok'],
  ['within one’s market', {}, { scope: { market: ['it'] } }, 'ok'],
  ['beyond one’s market', { markets: ['it', 'eu'] }, { scope: { market: ['it'] } }, 'work.plan_out_of_scope'],
  ['for all by somebody of one market', { markets: [] }, { scope: { market: ['it'] } }, 'work.plan_out_of_scope'],
  ['for all places by somebody of one', {}, { scope: { location: ['venezia'] } }, 'work.plan_out_of_scope'],
]
for (const [what, change, on, verdict] of table) {
  test(`${what}: ${verdict}`, () => {
    const decided = decidePlan({ ...wish, ...change }, { ...ground, ...on })
    assert.equal(decided.ok ? 'ok' : decided.refusal.code, verdict)
  })
}

test('whole days begin and end by the zone’s clocks, across their change', () => {
  const decided = decidePlan({ ...wish, time: { allDay: true, fromOn: '2026-10-24', toOn: '2026-10-25' } }, ground)
  assert.ok(decided.ok)
  assert.equal(decided.value.startsAt.toISOString(), '2026-10-23T22:00:00.000Z')
  assert.equal(decided.value.endsAt.toISOString(), '2026-10-25T23:00:00.000Z')
  assert.equal(decided.value.title, 'Christmas')
})
