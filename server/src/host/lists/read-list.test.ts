import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { fragment, trusted } from '../database/sql.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { defineList, type ColumnType, type List, type Operator, type Walk } from './define-list.ts'
import { countList, listIds, readPage } from './read-list.ts'
import { containing } from './search-text.ts'
import type { ListQuery } from './selection.ts'

interface Thing {
  readonly id: string
  readonly label: string
  readonly amount: string | null
  readonly at: string | null
  readonly day: string
  readonly kind: string
  readonly flag: boolean
}

interface ThingRow extends Omit<Thing, 'at' | 'amount'> {
  readonly at: Date | null
  readonly amount: bigint | null
}

const things = defineList<ThingRow, Thing>({
  name: 'things',
  namespace: 'host',
  columns: {
    label: { type: 'text', sql: 't.label', sort: true, filter: ['is'] },
    amount: { type: 'integer', sql: 't.amount', sort: true, nullable: true, filter: ['is', 'from', 'to', 'empty'] },
    at: { type: 'instant', sql: 't.at', sort: true, nullable: true, filter: ['from', 'to', 'last', 'empty'] },
    day: { type: 'date', sql: 't.day', sort: true, filter: ['is', 'from', 'to', 'last'] },
    kind: { type: 'enum', sql: 't.kind', sort: true, values: ['a', 'b', 'c'], filter: ['is', 'not'] },
    flag: { type: 'boolean', sql: 't.flag', filter: ['is'] },
    // Whatever has an amount at all; what is false of it is said apart.
    worth: {
      type: 'boolean',
      filter: ['is'],
      where: (values) => (values.includes('true') ? trusted('t.amount IS NOT NULL') : trusted('t.amount IS NULL')),
      implies: 'amount',
      shown: false,
    },
    id: { type: 'id', sql: 't.id', filter: ['is'] },
  },
  from: 'FROM host.thing t',
  as: 't',
  select: 't.*',
  keys: [{ sql: 't.id', type: 'id' }],
  defaultSort: 'label',
  search: { ways: [(words) => containing('lower(t.label)', words)] },
  present: ({ id, label, amount, at, day, kind, flag }) => ({
    ...{ id, label, day, kind, flag },
    amount: amount === null ? null : String(amount),
    at: at?.toISOString() ?? null,
  }),
})

/** The same, each with words that are kept in the order of the list. */
const worded = (isWalked: boolean) =>
  defineList<ThingRow, Thing>({
    ...(things as unknown as Parameters<typeof defineList<ThingRow, Thing>>[0]),
    columns: {
      ...things.columns,
      label: { type: 'text', sql: 't.label', sort: true, filter: ['is'] },
      word: {
        type: 'text',
        filter: ['is'],
        shown: false,
        where: (words) =>
          fragment`t.id IN (SELECT w.thing_id FROM host.thing_word w WHERE w.word = ANY(${words}::text[]))`,
        ...(isWalked && { walk: alongWord }),
      },
    },
    search: {
      ways: [
        (words) => {
          const condition = fragment`t.id IN (SELECT w.thing_id FROM host.thing_word w WHERE w.word = ${words})`
          return isWalked ? { condition, walk: { ...alongWord, values: [words] } } : condition
        },
        (words) => containing('lower(t.label)', words),
      ],
    },
  })

const alongWord: Walk = {
  from: 'FROM host.thing_word w',
  by: 'w.label',
  key: 'w.thing_id',
  where: (word) => fragment`w.word = ${word}`,
  sorts: { day: 'w.day' },
}

const now = new Date('2026-11-22T12:00:00Z')
const asked: ListQuery = { locale: 'en', now, zone: 'Europe/Rome' }
let house: TestHouse
let all: Thing[]

before(async () => {
  house = await createTestHouse()
  await house.asOwner(`
    CREATE TABLE host.thing (id uuid, label text, amount bigint, at timestamptz, day date, kind text, flag boolean);
    GRANT SELECT ON host.thing TO fondaco_app;
    INSERT INTO host.thing SELECT gen_random_uuid(), (ARRAY['Éclair','apple','Zebra','100% o''clock','a_b','apple pie', ''])[1 + n % 7],
      nullif(n % 9, 0) - 4, CASE WHEN n % 5 > 0 THEN timestamptz '2026-11-22 10:00:00.123456+00' - (n % 30) * interval '7 hours' END,
      date '2026-11-22' - n % 13, (ARRAY['a','b','c'])[1 + n % 3], n % 4 = 0
    FROM generate_series(1, 100) n;
    CREATE TABLE host.thing_word (word text, label text, thing_id uuid, day date, PRIMARY KEY (word, label, thing_id));
    GRANT SELECT ON host.thing_word TO fondaco_app;
    INSERT INTO host.thing_word SELECT 'usual', label, id, day FROM host.thing UNION ALL
      SELECT 'some', label, id, day FROM host.thing WHERE flag UNION ALL SELECT 'rare', label, id, day FROM host.thing WHERE day = '2026-11-20'`)
  all = await pages('label', 200)
})

async function pages(
  sort: string,
  limit: number,
  filters: readonly string[] = [],
  { list = things, search }: { list?: List<Thing>; search?: string } = {},
): Promise<Thing[]> {
  const found: Thing[] = []
  let after: string | undefined
  for (let turn = 0; turn < 200; turn++) {
    const texts = filters.map((text, index) => ({ text, field: `filter.${index}` }))
    const page = await readPage<Thing>(house.database, list, { ...asked, filters: texts, search, sort, limit, after })
    assert.ok(page.ok, JSON.stringify(page))
    assert.ok(page.value.items.length <= limit)
    found.push(...page.value.items)
    if (page.value.nextCursor === null) return found
    after = page.value.nextCursor
  }
  return assert.fail('the list has no end')
}

test('what is walked along is what is looked up and sorted, whatever else is asked', async () => {
  const [walked, plain] = [worded(true), worded(false)]
  const word = fc.constantFrom('usual', 'some', 'rare', 'unheard')
  const other = fc.constantFrom(
    'kind:is:a',
    'kind:not:a',
    'flag:is:true',
    'label:is:apple',
    'day:from:2026-11-18',
    'amount:is:99',
  )
  let found = 0
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        sort: fc.constantFrom('label', '-label', 'day', '-day', '-amount'),
        limit: fc.integer({ min: 1, max: 120 }),
        words: fc.array(word, { maxLength: 3 }),
        others: fc.uniqueArray(other, { maxLength: 2 }),
        search: fc.option(word, { nil: undefined }),
      }),
      async ({ sort, limit, words, others, search }) => {
        const filters = [...words.map((one) => `word:is:${one}`), ...others]
        const expected = await pages(sort, 200, filters, { list: plain, search })
        assert.deepEqual(await pages(sort, limit, filters, { list: walked, search }), expected)
        found += expected.length
      },
    ),
    { numRuns: 60 },
  )
  assert.ok(found > 0)
})

const anySort = fc.constantFrom('label', 'amount', 'at', 'day', 'kind').chain((key) => fc.constantFrom(key, `-${key}`))

test('pages of any size in any order hold every row once, the empty ones last', async () => {
  assert.equal(all.length, 100)
  await fc.assert(
    fc.asyncProperty(anySort, fc.integer({ min: 1, max: 40 }), async (sort, limit) => {
      const rows = await pages(sort, limit)
      assert.equal(new Set(rows.map((row) => row.id)).size, 100)
      const key = sort.replace('-', '') as keyof Thing
      const values = rows.map((row) => row[key])
      const firstNull = values.indexOf(null)
      const filled = firstNull === -1 ? values : values.slice(0, firstNull)
      assert.ok(values.slice(filled.length).every((value) => value === null))
      if (key === 'label') return
      const compare = (a: unknown, b: unknown) =>
        key === 'amount' ? Number(a) - Number(b) : String(a) < String(b) ? -1 : Number(a !== b)
      assert.deepEqual(
        filled,
        filled.toSorted((a, b) => compare(a, b) * (sort.startsWith('-') ? -1 : 1)),
      )
    }),
    { numRuns: 40 },
  )
})

test('few that a filter keeps, found before they are sorted, come as they come along the order, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(anySort, fc.integer({ min: 1, max: 40 }), async (sort, limit) => {
      const along = (await pages(sort, 200)).filter(({ kind }) => kind !== 'a')
      const apart = await pages(sort, limit, ['kind:not:a'])
      assert.deepEqual(apart, along)
    }),
    { numRuns: 30 },
  )
})

test('many that a filter keeps at the far end of the order, in front and between, page by page', async () => {
  const most = 45_000
  await house.asOwner(`
    INSERT INTO host.thing SELECT gen_random_uuid(), 'crowd', CASE WHEN n <= 30000 THEN n END, NULL, date '2020-01-01' + n % 50,
      CASE WHEN n <= 13000 THEN 'a' WHEN n <= 30000 THEN 'b' WHEN n % 4 = 0 THEN 'a' ELSE 'c' END, false
    FROM generate_series(1, ${most}) n`)
  try {
    const crowd = async (
      sort: string,
      kind: string,
      { after, limit = 200 }: { after?: string | undefined; limit?: number } = {},
    ) => {
      const filters = [
        { text: `kind:not:${kind}`, field: 'filter.0' },
        { text: 'label:is:crowd', field: 'filter.1' },
      ]
      const page = await readPage<Thing>(house.database, things, { ...asked, filters, sort, limit, after })
      assert.ok(page.ok, JSON.stringify(page))
      return page.value
    }
    const { items, nextCursor } = await crowd('amount', 'a')
    assert.deepEqual(
      items.map(({ amount }) => Number(amount)),
      Array.from({ length: 200 }, (_, at) => 13_001 + at),
    )
    const next = await crowd('amount', 'a', { after: nextCursor ?? assert.fail() })
    assert.equal(next.items[0]?.amount, '13201')
    assert.equal((await crowd('-amount', 'a')).items[0]?.amount, '30000')
    assert.equal((await crowd('-amount', 'b')).items[0]?.amount, '13000')
    const rest: string[] = []
    for (let after: string | undefined; ;) {
      const page = await crowd('-amount', 'b', { after, limit: 3_000 })
      rest.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      after = page.nextCursor
    }
    assert.equal(new Set(rest).size, most - 17_000)
    assert.equal(rest.length, most - 17_000)
  } finally {
    await house.asOwner(`DELETE FROM host.thing WHERE label = 'crowd'`)
  }
})

/** What a condition keeps, said in TypeScript: the other opinion. */
const truths: readonly [string, (thing: Thing) => boolean][] = [
  ['label:is:apple', ({ label }) => label === 'apple'],
  ['label:is:', ({ label }) => label === ''],
  ['amount:is:3', ({ amount }) => amount === '3'],
  ['amount:from:2', ({ amount }) => amount !== null && Number(amount) >= 2],
  ['amount:to:-1', ({ amount }) => amount !== null && Number(amount) <= -1],
  ['amount:empty:true', ({ amount }) => amount === null],
  ['at:empty:false', ({ at }) => at !== null],
  ['at:from:2026-11-20', ({ at }) => at !== null && at >= '2026-11-19T23:00:00.000Z'],
  ['at:to:2026-11-20', ({ at }) => at !== null && at < '2026-11-20T23:00:00.000Z'],
  ['at:to:2026-11-20T10:00:00Z', ({ at }) => at !== null && at <= '2026-11-20T10:00:00.000Z'],
  ['at:last:2d', ({ at }) => at !== null && at >= '2026-11-20T23:00:00.000Z'],
  ['at:last:12h', ({ at }) => at !== null && at >= '2026-11-22T00:00:00.000Z'],
  ['day:is:2026-11-20', ({ day }) => day === '2026-11-20'],
  ['day:from:2026-11-20', ({ day }) => day >= '2026-11-20'],
  ['day:to:2026-11-20', ({ day }) => day <= '2026-11-20'],
  ['day:last:3d', ({ day }) => day >= '2026-11-20'],
  ['kind:is:a', ({ kind }) => kind === 'a'],
  ['kind:not:a', ({ kind }) => kind !== 'a'],
  ['flag:is:true', ({ flag }) => flag],
  ['flag:is:false', ({ flag }) => !flag],
]

for (const [filter, holds] of truths) {
  test(`${filter} keeps what it says, and the count agrees`, async () => {
    const wanted = all.filter(holds)
    assert.ok(wanted.length > 0 && wanted.length < all.length, 'the case proves something')
    const found = await pages('label', 200, [filter])
    assert.deepEqual(
      found.map((row) => row.id),
      wanted.map((row) => row.id),
    )
    const query = { ...asked, filters: [{ text: filter, field: 'filter.0' }] }
    const counted = await countList(house.database, things, query)
    assert.deepEqual(counted.ok && counted.value, { count: wanted.length, capped: false })
    const capped = await countList(house.database, things, query, wanted.length - 1)
    assert.deepEqual(capped.ok && capped.value, { count: wanted.length - 1, capped: true })
    const ids = await listIds(house.database, things, query, 200)
    assert.deepEqual(ids.ok && ids.value.toSorted(), wanted.map((row) => row.id).toSorted())
  })
}

test('several `is` are any of them, several `not` none of them, different conditions all', async () => {
  const keep = async (filters: string[], holds: (thing: Thing) => boolean) =>
    assert.deepEqual((await pages('label', 200, filters)).length, all.filter(holds).length, filters.join(' '))
  await keep(['kind:is:a', 'kind:is:b'], ({ kind }) => kind !== 'c')
  await keep(['kind:not:a', 'kind:not:b'], ({ kind }) => kind === 'c')
  await keep(['flag:is:true', 'flag:is:false'], () => true)
  await keep(['kind:is:a', 'amount:from:0', 'amount:to:3'], ({ kind, amount }) =>
    Boolean(kind === 'a' && amount !== null && Number(amount) >= 0 && Number(amount) <= 3),
  )
})

test('what was typed is searched as it stands; two letters begin a word', async () => {
  const search = async (text: string) => {
    const page = await readPage<Thing>(house.database, things, { ...asked, search: text, limit: 200 })
    assert.ok(page.ok)
    return [...new Set(page.value.items.map((row) => row.label))].sort()
  }
  assert.deepEqual(await search('100%'), ["100% o'clock"])
  assert.deepEqual(await search('0%%'), [])
  assert.deepEqual(await search('a_b'), ['a_b'])
  assert.deepEqual(await search('ÉCL'), ['Éclair'])
  assert.deepEqual(await search('pi'), ['apple pie'])
  assert.deepEqual(await search('pp'), [])
  assert.deepEqual(await search("o'"), ["100% o'clock"])
})

const REFUSED: readonly [filter: string, code: string][] = [
  ['nothing:is:1', 'host.unknown_column'],
  ['constructor:is:1', 'host.unknown_column'],
  ['kind', 'host.unknown_operator'],
  ['kind:has:a', 'host.unknown_operator'],
  ['kind:is:d', 'host.invalid_filter'],
  ['kind:is:a; DROP TABLE host.thing', 'host.invalid_filter'],
  ['amount:from:1.5', 'host.invalid_filter'],
  ['amount:from:99999999999999999999', 'host.invalid_filter'],
  ['amount:empty:maybe', 'host.invalid_filter'],
  ['at:from:2026-02-30', 'host.invalid_filter'],
  ['at:from:yesterday', 'host.invalid_filter'],
  ['at:to:9999-12-31', 'host.invalid_filter'],
  ['at:last:0d', 'host.invalid_filter'],
  ['at:last:7', 'host.invalid_filter'],
  ['flag:is:yes', 'host.invalid_filter'],
  ['id:is:1', 'host.invalid_filter'],
]

test('rows without a value are looked for only where what is asked for may lack one', async () => {
  const asksOf = async (sort: string, ...texts: readonly string[]) => {
    const statements: string[] = []
    const reader: Pick<TestHouse['database'], 'rows'> = {
      rows: (query) => {
        statements.push(query.text)
        return house.database.rows(query)
      },
    }
    const filters = texts.map((text, at) => ({ text, field: `filter.${at}` }))
    const page = await readPage<Thing>(reader, things, { ...asked, filters, sort, limit: 200 })
    assert.ok(page.ok)
    const same = await pages('label', 200, texts)
    assert.deepEqual(page.value.items.map(({ id }) => id).toSorted(), same.map(({ id }) => id).toSorted())
    return statements.some((text) => /t\.amount IS NULL\s+(ORDER|OFFSET)/.test(text)) ? 'both' : 'with a value'
  }
  assert.equal(await asksOf('amount', 'amount:from:0'), 'with a value')
  assert.equal(await asksOf('-amount', 'amount:is:2', 'kind:is:a'), 'with a value')
  assert.equal(await asksOf('amount', 'worth:is:true'), 'with a value')
  assert.equal(await asksOf('amount', 'kind:is:a'), 'both')
  assert.equal(await asksOf('amount', 'amount:empty:true'), 'both')
  assert.equal(await asksOf('amount', 'worth:is:false'), 'both')
})

test('what the list does not declare is refused by name', async () => {
  for (const [text, code] of REFUSED) {
    const page = await readPage(house.database, things, { ...asked, filters: [{ text, field: 'filter.0' }], limit: 5 })
    assert.ok(!page.ok, text)
    assert.deepEqual([page.refusal.code, page.refusal.field], [code, 'filter.0'], text)
  }
  for (const sort of ['flag', '-nothing', '--label', 'label;', '__proto__', '']) {
    const page = await readPage(house.database, things, { ...asked, sort, limit: 5 })
    assert.deepEqual(!page.ok && [page.refusal.code, page.refusal.field], ['host.not_sortable', 'sort'], sort)
  }
  const page = await readPage(house.database, things, { ...asked, zone: 'Mars/Olympus', limit: 5 })
  assert.deepEqual(!page.ok && [page.refusal.code, page.refusal.field], ['host.invalid_filter', 'zone'])
})

test('a cursor reads in its own sort and in no other, and only as this house wrote it', async () => {
  const page = await readPage<Thing>(house.database, things, { ...asked, sort: '-amount', limit: 3 })
  assert.ok(page.ok && page.value.nextCursor)
  const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const id = all[0]?.id
  const cases: [sort: string, after: string][] = [
    ['amount', page.value.nextCursor],
    ['label', page.value.nextCursor],
    ['-amount', 'x'],
    ['-amount', forged(['-amount', '1'])],
    ['-amount', forged(['-amount', '1; --', id])],
    ['-amount', forged(['-amount', 1, id])],
    ['-amount', forged(['-amount', '1', 'x'])],
    ['label', forged(['label', null, id])],
  ]
  for (const [sort, after] of cases) {
    const refused = await readPage(house.database, things, { ...asked, sort, after, limit: 3 })
    assert.equal(!refused.ok && refused.refusal.code, 'host.invalid_cursor', `${sort} ${after}`)
  }
})

test('a declaration that promises what it cannot hold stops the start', () => {
  const spec = { ...things, present: (row: ThingRow) => row }
  const withColumn = (
    type: ColumnType,
    more: { sql?: string; filter?: Operator[]; sort?: boolean; values?: string[] },
  ) => defineList({ ...spec, columns: { ...spec.columns, odd: { type, ...more } } })
  assert.throws(() => withColumn('text', { sort: true }), /without sql/)
  assert.throws(() => withColumn('text', { sql: 't.x', filter: ['last'] }), /no filter last/)
  assert.throws(() => withColumn('text', { sql: 't.x', filter: ['empty'] }), /never empty/)
  assert.throws(() => withColumn('enum', { sql: 't.x' }), /values/)
  assert.throws(() => defineList({ ...spec, defaultSort: 'flag' }), /cannot be/)
  assert.throws(() => defineList({ ...spec, shorthands: { at: { column: 'at' } } }), /no filter at:is/)
})
