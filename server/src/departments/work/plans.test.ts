import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop, type Shop } from '../../testing/scene.ts'
import { stateOf } from '../../testing/state-of.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn
let other: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => NOW } })
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  other = await signedInAs(house, 'owner')
})

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown> & { id: string; code?: string }
}

async function ask(
  who: SignedIn,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  version?: number,
): Promise<Answer> {
  const headers = {
    ...who.headers,
    'fondaco-locale': 'en',
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as Answer['body'] }
}

const days = (fromOn: string, toOn: string) => ({ allDay: true, fromOn, toOn })
const plan = (change: object = {}) => ({
  kind: 'promotion',
  title: 'Christmas lights',
  time: days('2026-12-01', '2026-12-24'),
  markets: ['it'],
  ...change,
})

interface Entries {
  readonly entries: {
    id: string
    kind: string
    title: string
    time: Record<string, unknown>
    plan: { id: string; version: number; collisions: number } | null
  }[]
}
const calendar = async (who: SignedIn, query: string) =>
  (await ask(who, 'GET', `/calendar?${query}`)).body as unknown as Entries
const titles = ({ entries }: Entries) => entries.map(({ title }) => title)

test('a plan is made, seen, changed against the version seen, moved and called off', async () => {
  const made = await ask(owner, 'POST', '/plans', plan())
  assert.equal(made.status, 201)
  const { id } = made.body
  const seen = await ask(owner, 'GET', `/plans/${id}`)
  assert.deepEqual(
    [seen.body['title'], seen.body['zone'], seen.body['version'], seen.body['time']],
    ['Christmas lights', 'Europe/Rome', 1, days('2026-12-01', '2026-12-24')],
  )
  assert.equal((await ask(owner, 'PUT', `/plans/${id}`, plan({ title: 'Lights' }))).body.code, 'host.version_required')
  assert.equal(
    (await ask(owner, 'PUT', `/plans/${id}`, plan({ title: 'Lights' }), 7)).body.code,
    'host.version_conflict',
  )
  assert.equal((await ask(owner, 'PUT', `/plans/${id}`, plan({ title: 'Lights' }), 1)).status, 200)
  assert.equal(
    (await ask(owner, 'PUT', `/plans/${id}/time`, { time: days('2026-12-02', '2026-12-25') }, 2)).status,
    200,
  )
  assert.deepEqual((await ask(owner, 'GET', `/plans/${id}`)).body['time'], days('2026-12-02', '2026-12-25'))
  const trail = await house.asOwner<{ version: number; fields: string }>(
    `SELECT version, (SELECT string_agg(c ->> 'field', ',') FROM jsonb_array_elements(changes) c) AS fields
     FROM host.audit WHERE object_type = 'plan' AND object_id = $1 AND version > 1 ORDER BY version`,
    [id],
  )
  assert.deepEqual(trail, [
    { version: 2, fields: 'title' },
    { version: 3, fields: 'from,to' },
  ])
  assert.equal((await ask(owner, 'POST', `/plans/${id}/withdrawal`, { reason: 'No lights' }, 3)).status, 200)
  assert.ok(!titles(await calendar(owner, 'from=2026-12-01&to=2026-12-31&kinds=promotion')).includes('Lights'))
  assert.equal((await ask(owner, 'PUT', `/plans/${id}`, plan(), 4)).body.code, 'work.plan_withdrawn')
  const told = await house.asOwner('SELECT 1 FROM host.event WHERE name = $1 AND ref_id = $2', [
    'work.calendar_changed.v1',
    id,
  ])
  assert.equal(told.length, 4, 'made, changed, moved, called off')
})

test('refusals change nothing', async () => {
  const state = await stateOf(house)
  const table: readonly (readonly [object, string])[] = [
    [plan({ title: '  ' }), 'work.plan_title_missing'],
    [plan({ time: days('2026-12-02', '2026-12-01') }), 'work.plan_ends_before'],
    [plan({ time: days('2026-12-02', '2028-12-01') }), 'work.plan_too_long'],
    [plan({ time: { ...days('2026-12-02', '2026-12-03'), zone: 'Mars/Base' } }), 'work.plan_unknown_zone'],
    [plan({ markets: ['mars'] }), 'work.plan_unknown_market'],
    [plan({ unitId: '01920000-0000-7000-8000-000000000001' }), 'work.plan_unknown_unit'],
  ]
  for (const [body, code] of table) assert.equal((await ask(owner, 'POST', '/plans', body)).body.code, code)
  const nowhere = '/plans/01920000-0000-7000-8000-000000000001'
  assert.equal((await ask(owner, 'GET', nowhere)).body.code, 'work.plan_not_found')
  assert.equal((await ask(owner, 'GET', '/calendar?from=2026-01-01&to=2028-01-01')).body.code, 'work.calendar_too_wide')
  assert.deepEqual(await stateOf(house), state)
})

test('the calendar tells holidays and dates of law beside plans, and can be narrowed', async () => {
  await ask(
    owner,
    'POST',
    '/plans',
    plan({ title: 'Only France', markets: ['eu'], time: days('2026-12-08', '2026-12-08') }),
  )
  await ask(
    owner,
    'POST',
    '/plans',
    plan({
      title: 'Everywhere',
      kind: 'release',
      markets: [],
      time: { allDay: false, startsAt: '2026-12-08T22:30:00.000Z', endsAt: '2026-12-08T23:30:00.000Z' },
    }),
  )
  const all = titles(await calendar(owner, 'from=2026-12-08&to=2026-12-16'))
  for (const title of ['Only France', 'Everywhere', 'Immaculate Conception', 'Italian VAT to pay for November 2026'])
    assert.ok(all.includes(title), `${title} of ${all}`)
  assert.deepEqual(titles(await calendar(owner, 'from=2026-12-08&to=2026-12-08&markets=it&kinds=promotion,release')), [
    'Everywhere',
  ])
  // The ninth in Rome begins an hour before the release is over; in London it is still the eighth.
  assert.deepEqual(titles(await calendar(owner, 'from=2026-12-09&to=2026-12-09&kinds=release')), ['Everywhere'])
  assert.deepEqual(
    titles(await calendar(owner, 'from=2026-12-09&to=2026-12-09&kinds=release&zone=America/New_York')),
    [],
  )
  // Whole days stand on their own dates, wherever one looks from.
  assert.deepEqual(
    titles(await calendar(owner, 'from=2026-12-08&to=2026-12-08&kinds=promotion&zone=Pacific/Auckland')),
    ['Only France'],
  )
  assert.deepEqual(
    titles(await calendar(owner, 'from=2026-12-09&to=2026-12-09&kinds=promotion&zone=Pacific/Auckland')),
    [],
  )
})

test('what begins on a holiday of its market is said before it is saved, and kept', async () => {
  const body = plan({ kind: 'stocktake', title: 'Count', time: days('2027-01-06', '2027-01-06') })
  const state = await stateOf(house)
  const checked = await ask(owner, 'POST', '/plan-checks', body)
  const [said] = checked.body['collisions'] as { rule: string; sentence: string; severity: string }[]
  assert.equal(said?.rule, 'work.on_holiday')
  assert.equal(said?.sentence, '“Count” begins on Epiphany, 6 January 2027, when nobody works in Italy.')
  assert.deepEqual(await stateOf(house), state, 'a rehearsal writes nothing')
  const { id } = (await ask(owner, 'POST', '/plans', body)).body
  const kept = (await ask(owner, 'GET', `/plans/${id}`)).body['collisions'] as {
    id: string
    rule: string
    mayAnswer: boolean
  }[]
  assert.deepEqual(
    kept.map(({ rule }) => rule),
    ['work.on_holiday'],
  )
  assert.equal(
    (await ask(other, 'PUT', `/plan-collisions/${kept[0]?.id}/answer`, { word: 'Fine' })).body.code,
    'work.collision_not_yours',
  )
  assert.equal((await ask(owner, 'PUT', `/plan-collisions/${kept[0]?.id}/answer`, { word: 'We know' })).status, 200)
  const after = (await ask(owner, 'GET', `/plans/${id}`)).body['collisions'] as { answers: { word: string }[] }[]
  assert.deepEqual(
    after[0]?.answers.map(({ word }) => word),
    ['We know'],
  )
  await ask(owner, 'PUT', `/plans/${id}/time`, { time: days('2027-01-07', '2027-01-07') }, 1)
  assert.deepEqual((await ask(owner, 'GET', `/plans/${id}`)).body['collisions'], [])
  assert.equal(
    (await ask(owner, 'PUT', `/plan-collisions/${kept[0]?.id}/answer`, { word: 'Late' })).body.code,
    'work.collision_not_found',
  )
})

void (() => shop)
