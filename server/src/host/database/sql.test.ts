import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { createTestHouse } from '../../testing/test-house.ts'
import { fragment, joined, sql, steady, trusted } from './sql.ts'

const find = (id: number, name: string) => sql`SELECT 1 FROM thing WHERE id = ${id} AND name = ${name}`

test('a template becomes text with numbered parameters, built once and named once', () => {
  const [one, two] = [find(1, 'a'), find(2, 'b')]
  assert.equal(one.text, 'SELECT 1 FROM thing WHERE id = $1 AND name = $2')
  assert.deepEqual(
    [one.values, two.values],
    [
      [1, 'a'],
      [2, 'b'],
    ],
  )
  assert.ok(one.name)
  assert.equal(two.name, one.name)
})

test('the same text has one name wherever it is written, another text another name', () => {
  const here = sql`SELECT ${1}::int AS n`
  const there = sql`SELECT ${2}::int AS n`
  assert.equal(there.name, here.name)
  assert.notEqual(sql`SELECT ${2}::int AS m`.name, here.name)
})

test('fragments nest, and their values take their places in order', () => {
  const inner = fragment`b = ${2} AND ${fragment`c = ${3}`}`
  const query = sql`SELECT * FROM t WHERE a = ${1} AND ${inner} AND d = ${4}`
  assert.equal(query.text, 'SELECT * FROM t WHERE a = $1 AND b = $2 AND c = $3 AND d = $4')
  assert.deepEqual(query.values, [1, 2, 3, 4])
})

test('fragments are joined, and nothing joins to nothing', () => {
  const conditions = [fragment`a = ${1}`, trusted('b IS NULL'), fragment`c = ${'x'}`]
  const query = sql`WHERE ${joined(conditions, ' AND ')} LIMIT ${10}`
  assert.equal(query.text, 'WHERE a = $1 AND b IS NULL AND c = $2 LIMIT $3')
  assert.deepEqual(query.values, [1, 'x', 10])
  assert.deepEqual(sql`(${joined([], ', ')})`, { text: '()', values: [], name: sql`()`.name })
})

test('text that nests differently is named by what it says', () => {
  const by = (column: string) => sql`SELECT 1 ORDER BY ${trusted(column)}`
  assert.equal(by('a').name, by('a').name)
  assert.notEqual(by('a').name, by('b').name)
})

test('no value ever becomes text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (values) => {
      const list = joined(
        values.map((value) => fragment`${value}`),
        ', ',
      )
      const query = sql`SELECT ARRAY[${list}]`
      assert.equal(query.text, `SELECT ARRAY[${values.map((_, index) => `$${index + 1}`).join(', ')}]`)
      assert.deepEqual(query.values, values)
    }),
  )
})

test('what would break out of a text comes back as it went in', async () => {
  const house = await createTestHouse()
  const hostile = [`'; DROP TABLE host.event; --`, `$1`, `\\'; SELECT 1`, `"x"`, `{a,b}`, `NULL`, `%_`, `😀\n\t`]
  for (const value of hostile) {
    const row = await house.database.row(sql<{ echo: string }>`SELECT ${value}::text AS echo`)
    assert.equal(row?.echo, value)
  }
  const row = await house.database.row(sql<{ echo: string[] }>`SELECT ${hostile}::text[] AS echo`)
  assert.deepEqual(row?.echo, hostile)
})

test('values of every kind that the house sends survive the way there and back', async () => {
  const house = await createTestHouse()
  const at = new Date('2026-03-29T01:59:59.999Z')
  const big = 9_223_372_036_854_775_807n
  const row = await house.database.row(sql`
    SELECT ${at}::timestamptz AS at, ${big}::bigint AS big, ${true}::boolean AS yes, ${null}::text AS nothing,
      ${Buffer.from([0, 255, 92])}::bytea AS bytes, ${JSON.stringify({ a: [1] })}::jsonb AS document, ${'2026-02-28'}::date AS day,
      ${[at, null]}::timestamptz[] AS instants, ${[big, null, -1n]}::bigint[] AS bigs, ${[]}::text[] AS none,
      ${['a"b', 'c\\d', null, '']}::text[] AS texts, ${1.5}::float8 AS real, ${[true, false]}::boolean[] AS flags`)
  assert.deepEqual(
    { ...(row as object) },
    {
      at,
      big,
      yes: true,
      nothing: null,
      bytes: Buffer.from([0, 255, 92]),
      document: { a: [1] },
      day: '2026-02-28',
      instants: [at, null],
      bigs: [big, null, -1n],
      none: [],
      texts: ['a"b', 'c\\d', null, ''],
      real: 1.5,
      flags: [true, false],
    },
  )
})

test('a plan is kept for steady ids, however many they are', async () => {
  const house = await createTestHouse()
  const twin = house.openTwin(1)
  const ask = (count: number) => {
    const ids = Array.from({ length: count }, () => randomUUID())
    return twin.rows(sql`SELECT j.id AS "steadyProbe" FROM host.job j JOIN host.event e ON e.id = j.event_id
      LEFT JOIN host.job other ON other.event_id = e.id WHERE j.id = ANY(${steady(ids, 'uuid[]')})`)
  }
  for (const count of [1, 2, 1, 3, 1, 0, 1]) assert.deepEqual(await ask(count), [])
  const row = await twin.row(sql<{ kept: bigint }>`
    SELECT generic_plans AS kept FROM pg_prepared_statements WHERE statement LIKE '%"steadyProbe"%' AND statement NOT LIKE '%pg_prepared%'`)
  assert.equal(row?.kept, 2n)
})
