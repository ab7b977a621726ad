import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { fillLists, FILLED } from '../../testing/fill-lists.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import type { Sql } from '../database/sql.ts'
import { locales } from '../i18n/locales.ts'
import { labelKey, valueKey, type Column, type List, type Operator } from './define-list.ts'
import { listOf } from './list-routes.ts'
import { readPage, type PageQuery } from './read-list.ts'

const ROWS = 200_000
const SOME = 20_000

let house: TestHouse
let lists: List[]

before(async () => {
  house = await createTestHouse()
  lists = house.blueprint.routes.flatMap((route) => listOf(route) ?? [])
})

test('every list has words for each column and value, in every language', () => {
  assert.ok(lists.length >= 9)
  for (const list of lists) {
    for (const [key, column] of Object.entries(list.columns)) {
      const keys = [labelKey(list, key), ...(column.values ?? []).map((value) => valueKey(list, key, value))]
      for (const locale of locales) {
        const translate = house.translations.for(locale)
        for (const one of keys) assert.notEqual(translate(one), one, `${locale} has no ${one}`)
      }
    }
  }
})

interface Plan {
  readonly 'Node Type': string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Parent Relationship'?: string
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

interface Explaining {
  /** What is answered to how many there are: few are read otherwise than many. */
  readonly count?: bigint
  /** Only where nothing else is possible. */
  readonly noScans?: boolean
}

/** Answers no rows and keeps the plan of what was asked. */
function explainer({ count = 0n, noScans = false }: Explaining = {}) {
  const plans: Plan[] = []
  return {
    plans,
    async rows<Row>({ text, values }: Sql<Row>): Promise<Row[]> {
      const isCount = text.includes('count(*) AS n')
      if (!isCount || count === 0n) plans.push(await planOf(`EXPLAIN (VERBOSE, FORMAT JSON) ${text}`, values, noScans))
      return (isCount ? [{ n: count }] : []) as Row[]
    },
  }
}

async function planOf(text: string, values: readonly unknown[], noScans = false): Promise<Plan> {
  const client = await house.database.pool.connect()
  try {
    await client.query('BEGIN')
    if (noScans) await client.query('SET LOCAL enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(text, values as unknown[])
    return rows[0]?.['QUERY PLAN'][0]?.Plan ?? assert.fail('no plan')
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

function brief(plan: Plan): unknown {
  const { 'Node Type': type, 'Relation Name': table, Plans: inner } = plan
  return { [table === undefined ? type : `${type} ${table}`]: (inner ?? []).map(brief) }
}

/** Without what is asked beside them: values that a row looks up. */
function mainNodesOf(plan: Plan): Plan[] {
  const main = (plan.Plans ?? []).filter((inner) => !/InitPlan|SubPlan/.test(inner['Parent Relationship'] ?? ''))
  return [plan, ...main.flatMap(mainNodesOf)]
}

/** Nodes that produce the rows of the page: below its limit, without what is joined to the rows of a page afterwards. */
function below(plan: Plan): Plan[] {
  const limit = mainNodesOf(plan).find((node) => node['Node Type'] === 'Limit')
  return limit ? nodesOf(limit) : nodesOf(plan)
}

describe('with two hundred thousand rows, and no value chosen kindly', () => {
  let big: Set<string>

  before(async () => {
    const begun = performance.now()
    const some = Object.fromEntries(FILLED.map((list) => [list, SOME]))
    await fillLists(house, { ...some, orders: ROWS })
    process.stderr.write(`filled after ${Math.round(performance.now() - begun)} ms\n`)
    const rows = await house.asOwner<{ name: string }>(`
      SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.reltuples > 10000`)
    // By schema, too: two departments may have tables of one name.
    big = new Set(rows.map(({ name }) => name))
    assert.ok(big.size >= 9, [...big].join())
  })

  const asked: Omit<PageQuery, 'filters'> = { locale: 'it', now: new Date('2026-11-22T12:00:00Z'), limit: 50 }

  async function plansOf(list: List, query: Partial<PageQuery>, explaining: Explaining = {}): Promise<Plan[]> {
    const reader = explainer(explaining)
    const page = await readPage(reader, list, { ...asked, ...query })
    assert.ok(page.ok, JSON.stringify(page))
    assert.ok(reader.plans.length > 0)
    return reader.plans
  }

  function expectNoScan(plans: readonly Plan[], about: string): void {
    for (const plan of plans) {
      const scanned = nodesOf(plan).find(
        (node) => node['Node Type'] === 'Seq Scan' && big.has(`${node.Schema}.${node['Relation Name']}`),
      )
      assert.equal(scanned, undefined, `${about} reads a whole table: ${JSON.stringify(brief(plan))}`)
    }
  }

  test('a list that is new here has a filler', () => {
    const known = new Set<string>(FILLED)
    assert.deepEqual(
      lists.filter((list) => !known.has(list.name)).map((list) => list.name),
      [],
      'add it to testing/fill-lists.ts',
    )
  })

  test('every sort runs along an index, from the first page and from the middle', async () => {
    for (const list of lists) {
      for (const [key, column] of Object.entries(list.columns)) {
        if (!column.sort) continue
        for (const sort of [key, `-${key}`]) {
          const middle = await readPage(house.database, list, { ...asked, sort, limit: 200 })
          assert.ok(middle.ok && middle.value.nextCursor !== null)
          for (const after of [undefined, middle.value.nextCursor]) {
            const plans = await plansOf(list, { sort, after })
            expectNoScan(plans, `${list.name} sorted by ${sort}`)
            const sorted = plans.flatMap(below).find((node) => node['Node Type'] === 'Sort')
            assert.equal(sorted, undefined, `${list.name} sorted by ${sort} sorts: ${JSON.stringify(plans.map(brief))}`)
          }
        }
      }
    }
  })

  test('every filter finds its rows by an index', async () => {
    for (const list of lists) {
      for (const [key, column] of Object.entries(list.columns)) {
        for (const operator of column.filter ?? []) {
          for (const value of await valuesFor(list, key, column, operator)) {
            const query = { filters: [{ text: `${key}:${operator}:${value}`, field: 'filter.0' }] }
            const about = `${list.name} filtered by ${key}:${operator}:${value}`
            // A small table is read whole at no cost: asked is whether there is another way.
            if (!USUAL.has(`${list.name}.${key}:${operator}:${value}`)) {
              expectNoScan(await plansOf(list, query, { noScans: true }), `${about}, which keeps few,`)
            }
            // Behind the walk many are sorted, which may well read them all.
            const [walk] = await plansOf(list, query, { count: 10_001n })
            expectNoScan(walk ? [walk] : [], `${about}, which keeps many,`)
          }
        }
      }
    }
  })

  test('one value of what goes along with the default sort is walked in its order', async () => {
    const along = lists.flatMap((list) => Object.entries(list.columns).map(([key, column]) => ({ list, key, column })))
    for (const { list, key, column } of along.filter((one) => one.column.along)) {
      for (const value of await valuesFor(list, key, column, 'is')) {
        const plans = await plansOf(
          list,
          { filters: [{ text: `${key}:is:${value}`, field: 'filter.0' }] },
          { noScans: true },
        )
        assert.equal(plans.length, 1, 'nothing is counted before')
        const sorted = plans.flatMap(below).find((node) => node['Node Type'] === 'Sort')
        assert.equal(sorted, undefined, `${list.name} of ${key} ${value} sorts: ${JSON.stringify(plans.map(brief))}`)
      }
    }
  })

  test('a filter whose rows lie at the far end of the order does not look through what lies before', async () => {
    const orders = lists.find((list) => list.name === 'orders') ?? assert.fail()
    for (const [amount, kept, sort] of [
      [96_000, 7_982, '-number'],
      [99_500, 982, '-number'],
      [90_000, 19_982, 'number'],
    ] as const) {
      let looked = 0
      const reader = {
        async rows<Row>(query: Sql<Row>): Promise<Row[]> {
          const plan = await planOf(`EXPLAIN (ANALYZE, FORMAT JSON) ${query.text}`, query.values)
          for (const { Plans, ...node } of nodesOf(plan)) {
            if (!Plans) looked += (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
          }
          return house.database.rows(query)
        },
      }
      const filters = [{ text: `total:from:${amount}`, field: 'filter.0' }]
      const page = await readPage(reader, orders, { ...asked, filters, sort })
      assert.ok(page.ok && page.value.items.length === 50)
      assert.ok(looked <= 3 * kept + 100, `${looked} rows were looked at to find ${kept}`)
    }
  })

  test('every search finds its rows by an index, from two letters on', async () => {
    for (const list of lists.filter((one) => one.search)) {
      for (const search of ['vill', 'c1234', 'ad', '1004567', "o'", '100%']) {
        expectNoScan(await plansOf(list, { search }), `${list.name} searched for ${search}`)
      }
    }
  })

  /** What is there often, what is there once, and what is not there. */
  async function valuesFor(list: List, key: string, column: Column, operator: Operator): Promise<readonly string[]> {
    if (operator === 'last') return ['7d', '24h']
    if (operator === 'empty') return ['true', 'false']
    if (column.values) return [...column.values]
    switch (column.type) {
      case 'boolean':
        return ['true', 'false']
      case 'instant':
      case 'date':
        return ['2026-11-21', '2026-09-01', '2020-01-01']
      case 'id':
        return ['018f0000-0000-7000-8000-000000000000']
      case 'integer':
      case 'money':
        return ['10', '1000', '99990']
      default:
        return texts[`${list.name}.${key}`] ?? assert.fail(`say what ${list.name}.${key} is filtered by`)
    }
  }
})

/** What nearly every row is; an index would cost more than it finds. This list may only shrink. */
const USUAL = new Set([
  'customers.registered:is:false',
  'staff.companyKind:is:own',
  'staff.activated:is:true',
  'payments.inReview:is:false',
])

const texts: Readonly<Record<string, readonly string[]>> = {
  'bank-statements.account': ['IT60X0542811101000000000007', 'nowhere'],
  'parcels.location': ['venezia', 'nowhere'],
  'parcels.market': ['it', 'id', 'nowhere'],
  'withdrawals.market': ['it', 'id', 'nowhere'],
  'gift-cards.last4': ['C4CA', 'NONE'],
  'gift-cards.market': ['it', 'id', 'nowhere'],
  'gift-cards.currency': ['EUR', 'USD', 'JPY'],
  'gift-cards.orderId': ['018f0000-0000-7000-8000-000000000000'],
  'store-credits.customerId': ['018f0000-0000-7000-8000-000000000000'],
  'store-credits.market': ['it', 'id', 'nowhere'],
  'store-credits.currency': ['EUR', 'USD', 'JPY'],
  'todos.assignee': ['role:owner', 'unit:018f0000-0000-7000-8000-000000000000'],
  'todos.recordId': ['018f0000-0000-7000-8000-000000000000'],
  'recurrences.askedOf': ['role:owner', 'unit:018f0000-0000-7000-8000-000000000000'],
  'orders.market': ['it', 'id', 'zz'],
  'orders.sku': ['SKU-77', 'nothing'],
  'documents.market': ['it', 'id', 'zz'],
  'documents.orderId': ['018f0000-0000-7000-8000-000000000000'],
  'approvals.act': ['payments.refund', 'nothing'],
  'approvals.role': ['accountant', 'nothing'],
  'promotions.code': ['P7', 'P99', 'ZZ'],
  'buyer-companies.country': ['IT', 'ZZ'],
  'customer-groups.code': ['group-7', 'nothing'],
  'consent-purposes.code': ['purpose-7', 'nothing'],
  'price-lists.code': ['L7', 'ZZ'],
  'price-lists.currency': ['EUR', 'ZZZ'],
  'brands.handle': ['brand-77', 'nothing'],
  'collections.handle': ['collection-77', 'nothing'],
  'products.handle': ['p77'],
  'products.vendor': ['Vendor 7', 'nobody'],
  'products.category': ['none'],
  'products.tag': ['tag7', 'none'],
  'products.family': ['family-3', 'none'],
  'customers.email': ['c7@village.example'],
  'staff.email': ['p7@village.example'],
  'staff.roles': ['partner', 'nothing'],
  'api-keys.ownerId': ['018f0000-0000-7000-8000-000000000000'],
  'outsiders.roles': ['partner', 'nothing'],
  'variants.sku': ['SKU-77'],
  'variants.handle': ['p77', 'nothing'],
  'variants.gtin': ['4000000000077'],
  'stock.sku': ['SKU-77'],
  'stock.handle': ['p77', 'nothing'],
  'stock.location': ['place-1', 'nowhere'],
  'payments.providerRef': ['pp77'],
  'awaited-payouts.providerRef': ['ch_77', 'ch_none'],
  'awaited-payouts.provider': ['stripe', 'devpay', 'nobody'],
  'payouts.providerRef': ['po_77', 'po_none'],
  'payouts.provider': ['stripe', 'devpay', 'nobody'],
  'mails.ref': ['018f0000-0000-7000-8000-000000000000'],
  'jobs.ref': ['018f0000-0000-7000-8000-000000000000'],
  'audit.actorId': ['018f0000-0000-7000-8000-000000000000'],
  'audit.objectType': ['order', 'staff', 'nothing'],
  'audit.objectId': ['018f0000-0000-7000-8000-000000000000'],
  'ledger-entries.ref': ['r77'],
  'ledger-entries.about': ['018f0000-0000-7000-8000-000000000000'],
}
