import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { openDatabase } from './pool.ts'
import { sql } from './sql.ts'

let house: TestHouse
before(async () => {
  house = await createTestHouse()
})

const whoAnswers = sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`
const echo = (n: number) => sql<{ n: number }>`SELECT ${n}::int AS n`
const divided = (by: number) => sql`SELECT 1 / ${by}::int AS n`

test('what is asked in one breath is answered through one connection, each its own', async () => {
  const database = house.openTwin(5)
  const pids = await Promise.all([1, 2, 3, 4].map(async () => (await database.row(whoAnswers))?.pid))
  assert.equal(new Set(pids).size, 1)
  const numbers = await Promise.all([7, 8, 9].map(async (n) => (await database.row(echo(n)))?.n))
  assert.deepEqual(numbers, [7, 8, 9])
})

test('more than four spread over connections, so that the quick do not wait behind the slow', async () => {
  const database = house.openTwin(5)
  const pids = await Promise.all(Array.from({ length: 9 }, async () => (await database.row(whoAnswers))?.pid))
  assert.equal(new Set(pids).size, 3)
})

test('one that fails harms none beside it, and costs no connection', async () => {
  const database = house.openTwin(1)
  const before = await database.row(whoAnswers)
  const outcomes = await Promise.allSettled([database.row(echo(1)), database.row(divided(0)), database.row(echo(2))])
  assert.deepEqual(
    outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? (outcome.value as { n: number }).n : String(outcome.reason),
    ),
    [1, 'error: division by zero', 2],
  )
  assert.deepEqual(await database.row(whoAnswers), before)
})

test('a value that cannot be sent is the fault of its own question alone', async () => {
  const database = house.openTwin(1)
  const [bad, good] = await Promise.allSettled([
    database.row(sql`SELECT ${{ amount: 1n }}::jsonb AS document`),
    database.row(echo(3)),
  ])
  assert.equal(bad.status === 'rejected' && bad.reason instanceof TypeError, true)
  assert.equal(good.status === 'fulfilled' && good.value?.n, 3)
})

test('where the database cannot be reached, everybody who asked is told', async (t) => {
  const database = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', max: 1, applicationName: 'test' })
  t.after(() => database.close())
  const outcomes = await Promise.allSettled([database.rows(echo(1)), database.rows(echo(2))])
  for (const outcome of outcomes) assert.match(String(outcome.status === 'rejected' && outcome.reason), /ECONNREFUSED/)
})

test('a connection that dies under several questions is an error for each, and the next is answered', async () => {
  const database = house.openTwin(1)
  const end = sql`SELECT pg_terminate_backend(pg_backend_pid())`
  const outcomes = await Promise.allSettled([database.row(end), database.row(echo(1)), database.row(echo(2))])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
  assert.equal((await database.row(echo(4)))?.n, 4)
})
