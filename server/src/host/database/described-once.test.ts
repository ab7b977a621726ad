import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type pg from 'pg'
import { createTestHouse } from '../../testing/test-house.ts'
import { ask } from './described-once.ts'
import { queryConfig, type Database } from './pool.ts'
import { sql, type Sql } from './sql.ts'

/** Of one connection. */
let database: Database
/** How often columns were asked for. */
let descriptions = 0

before(async () => {
  const house = await createTestHouse()
  await house.asOwner(`CREATE SCHEMA told;
    CREATE TABLE told.thing (id int PRIMARY KEY, n bigint CHECK (n >= 0), at timestamptz, tags text[] NOT NULL DEFAULT '{}', about jsonb);
    GRANT USAGE ON SCHEMA told TO fondaco_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON told.thing TO fondaco_app`)
  database = house.openTwin(1)
  await onClient(async (client) => {
    const { connection } = client as pg.PoolClient & { connection: { describe: (message: object) => void } }
    const describe = connection.describe.bind(connection)
    connection.describe = (message) => {
      descriptions += 1
      describe(message)
    }
  })
})

async function onClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

const send = (query: Sql) => onClient((client) => ask(client, queryConfig(query)))
const add = (id: number, n: bigint | null) => sql`INSERT INTO told.thing (id, n) VALUES (${id}, ${n})`
const find = (id: number) => sql`SELECT id, n, at, tags, about FROM told.thing WHERE id = ${id}`

test('columns are asked for with the first answer alone, and each answer is read like the first', async () => {
  for (const [id, n] of [[1, 9_007_199_254_740_993n] as const, [2, null] as const, [3, 0n] as const])
    assert.equal((await send(add(id, n))).rowCount, 1)
  assert.equal(descriptions, 1)
  const change = (id: number, at: Date, about: string) =>
    sql`UPDATE told.thing SET at = ${at}, tags = '{a,"b,c"}', about = ${about}::jsonb WHERE id = ${id} RETURNING n`
  const at = new Date('2026-03-29T01:59:59.999Z')
  for (const id of [1, 2]) assert.equal((await send(change(id, at, '{"a":[1]}'))).rows.length, 1)
  const whole = { at, tags: ['a', 'b,c'], about: { a: [1] } }
  descriptions = 0
  assert.deepEqual((await send(find(9))).rows, [])
  assert.deepEqual((await send(find(1))).rows, [{ id: 1, n: 9_007_199_254_740_993n, ...whole }])
  assert.deepEqual((await send(find(2))).rows, [{ id: 2, n: null, ...whole }])
  assert.deepEqual((await send(find(3))).rows, [{ id: 3, n: 0n, at: null, tags: [], about: null }])
  assert.equal((await send(find(1))).rowCount, 1)
  assert.equal(descriptions, 1)
})

test('several under way at once, also before the first has answered: each has its own', async () => {
  const twice = (n: number) => sql<{ twice: number }>`SELECT ${n}::int * 2 AS twice`
  const queries = [twice(1), find(1), twice(2), add(4, 4n), twice(3)]
  const answers = await onClient((client) => Promise.all(queries.map((query) => ask(client, queryConfig(query)))))
  assert.deepEqual(
    answers.map(({ rows }) => rows.length),
    [1, 1, 1, 0, 1],
  )
  assert.deepEqual((await send(twice(21))).rows, [{ twice: 42 }])
})

test('one that fails says why and where, and the next of its kind is answered', async () => {
  const halve = (by: number) => sql`SELECT 10 / ${by}::int AS part`
  await assert.rejects(send(halve(0)), { code: '22012' })
  assert.deepEqual((await send(halve(5))).rows, [{ part: 2 }])
  const failed = await send(halve(0)).catch((error: unknown) => error)
  assert.ok(
    failed instanceof Error && failed.stack?.includes('described-once.test.ts'),
    String((failed as Error).stack),
  )
  assert.deepEqual((await send(halve(2))).rows, [{ part: 5 }])
  await assert.rejects(send(add(1, 1n)), { constraint: 'thing_pkey' })
  await assert.rejects(send(add(7, -1n)), { constraint: 'thing_n_check' })
  assert.equal((await send(add(8, 1n))).rowCount, 1)
})
