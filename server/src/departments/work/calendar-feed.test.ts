/** The feed as another program reads it: ical.js parses what the house writes. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import ICAL from 'ical.js'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const NOW = new Date('2026-10-20T10:00:00Z')
let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => NOW } })
  await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers: object = owner.headers,
) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...headers },
    ...(payload ? { payload } : {}),
  })
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    body: (answer.body.startsWith('{') ? answer.json() : {}) as { id: string; url: string; code?: string },
  }
}

/** As a calendar program does: without a session. */
const fetchFeed = (url: string) => ask('GET', new URL(url).pathname.replace('/api', ''), undefined, {})

function eventsOf(text: string): Map<string, ICAL.Event> {
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  return new Map(events.map((one) => [new ICAL.Event(one).summary, new ICAL.Event(one)]))
}

const plan = (title: string, time: object, rest: object = {}) =>
  ask('POST', '/plans', { kind: 'promotion', title, time, ...rest })
const open = async (body: object = {}) => (await ask('POST', '/calendar-feeds', { name: 'Phone', ...body })).body

test('whole days, instants across the change of clocks, and marks that need quoting', async () => {
  await plan(
    'Clocks; back, \\ "again"',
    { allDay: true, fromOn: '2026-10-24', toOn: '2026-10-25' },
    { note: 'First line\nsecond; line, with all' },
  )
  // Half past two happens twice that night in Rome: these are the first and the second.
  await plan('First', { allDay: false, startsAt: '2026-10-25T00:30:00.000Z', endsAt: '2026-10-25T01:00:00.000Z' })
  await plan('Second', { allDay: false, startsAt: '2026-10-25T01:30:00.000Z', endsAt: '2026-10-25T02:00:00.000Z' })
  const { url } = await open()
  const feed = await fetchFeed(url)
  assert.equal(feed.status, 200)
  assert.equal(feed.headers['cache-control'], 'no-store')
  assert.match(String(feed.headers['content-type']), /^text\/calendar/)
  for (const line of feed.text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `longer than 75 octets: ${line}`)
  assert.ok(!/[^\r]\n/.test(feed.text), 'every line ends as RFC 5545 wants it')
  const events = eventsOf(feed.text)
  const days = events.get('Clocks; back, \\ "again"') ?? assert.fail('not there')
  assert.ok(days.startDate.isDate)
  assert.deepEqual([days.startDate.toString(), days.endDate.toString()], ['2026-10-24', '2026-10-26'])
  assert.equal(days.description, 'First line\nsecond; line, with all')
  assert.equal(events.get('First')?.startDate.toJSDate().toISOString(), '2026-10-25T00:30:00.000Z')
  assert.equal(events.get('Second')?.startDate.toJSDate().toISOString(), '2026-10-25T01:30:00.000Z')
  assert.equal(events.get('All Saints’ Day')?.startDate.toString(), '2026-11-01')
})

test('an entry keeps its UID and counts its versions', async () => {
  const { id } = (await plan('Moved', { allDay: true, fromOn: '2026-12-01', toOn: '2026-12-01' })).body
  const { url } = await open()
  const before = eventsOf((await fetchFeed(url)).text).get('Moved')
  await ask(
    'PUT',
    `/plans/${id}/time`,
    { time: { allDay: true, fromOn: '2026-12-03', toOn: '2026-12-03' } },
    { ...owner.headers, 'if-match': '"1"' },
  )
  const after = eventsOf((await fetchFeed(url)).text).get('Moved')
  assert.equal(after?.uid, before?.uid)
  assert.deepEqual([before?.sequence, after?.sequence, after?.startDate.toString()], [0, 1, '2026-12-03'])
})

test('only what was chosen, and only what its owner may see at this moment', async () => {
  const { url } = await open({ kinds: ['promotion'] })
  const titles = async () => [...eventsOf((await fetchFeed(url)).text).keys()]
  assert.ok(!(await titles()).includes('All Saints’ Day'))
  assert.ok((await titles()).includes('First'))
  await house.asOwner(`UPDATE people.role SET permissions = array_remove(permissions, 'work:read')`)
  assert.equal((await fetchFeed(url)).body.code, 'work.feed_not_found')
  await house.asOwner(`UPDATE people.role SET permissions = permissions || '{work:read}'`)
  assert.ok((await titles()).includes('First'))
})

test('the address is a secret that can be taken back, and only its hash is kept', async () => {
  const { id, url } = await open()
  const token = url.split('/').at(-2) ?? ''
  assert.equal(token.length, 43)
  const rows = await house.asOwner<{ found: boolean }>(
    `SELECT bool_or(f::text LIKE '%' || $1 || '%') AS found FROM work.calendar_feed f`,
    [token],
  )
  assert.equal(rows[0]?.found, false)
  const stranger = await signedInAs(house, 'owner')
  assert.equal(
    (await ask('DELETE', `/calendar-feeds/${id}`, undefined, stranger.headers)).body.code,
    'work.feed_not_found',
  )
  assert.equal((await ask('DELETE', `/calendar-feeds/${id}`)).status, 204)
  assert.equal((await fetchFeed(url)).status, 404)
  assert.equal((await fetchFeed(url.replace(token, 'x'.repeat(43)))).status, 404)
})

test('ten addresses are enough, and nobody asks for one all day', async () => {
  let last: { status: number; body: { code?: string } } = { status: 201, body: {} }
  let url = ''
  for (let tries = 0; tries < 11 && last.status === 201; tries++) {
    const opened = await ask('POST', '/calendar-feeds', { name: `Feed ${tries}` })
    last = opened
    url = opened.body.url ?? url
  }
  assert.equal(last.body.code, 'work.too_many_feeds')
  const answers = []
  for (let tries = 0; tries < 31; tries++) answers.push((await fetchFeed(url)).status)
  assert.ok(answers.includes(429))
})
