/** What `Idempotency-Key` promises: one effect and its answer for a day and more, to whoever asked, whatever became of the line in between. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance
let [ada, bruno]: SignedIn[] = []
const time = { offsetMs: 0 }
const HOUR_MS = 3_600_000

before(async () => {
  house = await createTestHouse({ clock: { now: () => new Date(Date.now() + time.offsetMs) } })
  app = await createTestServer(house)
  ;[ada, bruno] = [await signedInAs(house, 'owner'), await signedInAs(house, 'owner')]
})

let asked = 0
const newKey = () => `key-${(asked += 1)}`

/** Writes a to-do down: there may be many of one title, so a second effect would be seen. */
async function make(title: string, key: string, by = ada) {
  const payload = { title, assignee: { kind: 'staff', id: ada?.id } }
  const headers = { ...by?.headers, 'idempotency-key': key }
  const answer = await app.inject({ method: 'POST', url: '/api/todos', headers, payload })
  const { id, code } = answer.json<{ id?: string; code?: string }>()
  return { status: answer.statusCode, id, code, again: answer.headers['idempotent-replayed'] === 'true' }
}

const todos = async (title: string) => (await house.asOwner('SELECT 1 FROM work.todo WHERE title = $1', [title])).length

test('for a day the same answer, and one effect', async () => {
  const key = newKey()
  const first = await make('Pack', key)
  assert.deepEqual([first.status, first.again], [201, false])
  // A session of staff is over before: they have signed in anew.
  time.offsetMs = 24 * HOUR_MS - 1_000
  const later = await signInAgain(ada)
  assert.deepEqual(await make('Pack', key, later), { ...first, again: true })
  time.offsetMs = 0
  assert.equal(await todos('Pack'), 1)
})

test('with another body it is refused, and the first answer stays', async () => {
  const key = newKey()
  const first = await make('Buy', key)
  const other = await make('Sell', key)
  assert.deepEqual([other.status, other.code], [422, 'host.idempotency_key_reused'])
  assert.equal(await todos('Sell'), 0)
  assert.deepEqual(await make('Buy', key), { ...first, again: true })
})

test('of somebody else it is another key: they have an effect of their own, and learn nothing of ours', async () => {
  const key = newKey()
  const mine = await make('Call', key)
  const theirs = await make('Call', key, bruno)
  assert.deepEqual([theirs.status, theirs.again], [201, false])
  assert.notEqual(theirs.id, mine.id)
  assert.equal(
    (await app.inject({ method: 'POST', url: '/api/todos', headers: { 'idempotency-key': key } })).statusCode,
    401,
  )
})

test('forgotten after a week, not before: then it is a new one', async () => {
  const [old, young] = [newKey(), newKey()]
  const first = await make('Guide', old)
  const second = await make('Drive', young)
  await age(old, '7 days 1 minute')
  await age(young, '6 days 23 hours')
  const forget = house.blueprint.jobs.find(({ kind }) => kind === 'forget-old-tokens') ?? assert.fail()
  await forget.run(house, { id: 'test', ref: null, payload: {}, attempt: 1 })
  const anew = await make('Guide', old)
  assert.deepEqual([anew.status, anew.again], [201, false])
  assert.notEqual(anew.id, first.id)
  assert.deepEqual(await make('Drive', young), { ...second, again: true })
})

test('a request that died in the middle has done nothing, and is asked again under its key', async () => {
  const key = newKey()
  const holder = new pg.Client({ connectionString: house.ownerUrl })
  await holder.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE work.todo IN EXCLUSIVE MODE')
    const dying = make('Cook', key)
    await killWhoWaits()
    const died = await dying
    assert.ok(died.status >= 500, String(died.status))
  } finally {
    await holder.end()
  }
  assert.equal(await todos('Cook'), 0)
  const [first, second] = await Promise.all([make('Cook', key), make('Cook', key)])
  assert.deepEqual([first.status, second.status, first.id], [201, 201, second.id])
  assert.equal(await todos('Cook'), 1)
})

/** The connection on which somebody waits for a lock is cut, as when a server loses its power. */
async function killWhoWaits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [killed] = await house.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (killed) return
    await wait(10)
  }
  assert.fail('nobody waits')
}

const age = (key: string, by: string) =>
  house.asOwner('UPDATE host.idempotency SET finished_at = now() - $2::interval WHERE key = $1', [key, by])

/** The same person with a session that is open at this hour. */
async function signInAgain(person: SignedIn | undefined): Promise<SignedIn> {
  const { id = assert.fail(), token = '' } = person ?? {}
  await house.asOwner(`UPDATE host.session SET expires_at = expires_at + interval '2 days' WHERE subject_id = $1`, [id])
  return { id, token, headers: { authorization: `Bearer ${token}` } }
}
