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
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

/** Answers no rows and keeps the plan of what was asked. */
function explainer() {
  const plans: Plan[] = []
  return {
    plans,
    async rows<Row>({ text, values }: Sql<Row>): Promise<Row[]> {
      const { rows } = await house.database.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        values as unknown[],
      )
      for (const { Plan: plan } of rows[0]?.['QUERY PLAN'] ?? []) plans.push(plan)
      return []
    },
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

function brief(plan: Plan): unknown {
  const { 'Node Type': type, 'Relation Name': table, Plans: inner } = plan
  return { [table === undefined ? type : `${type} ${table}`]: (inner ?? []).map(brief) }
}

/** Nodes that produce the rows of the page: below its limit, without what is joined to the rows of a page afterwards. */
function below(plan: Plan): Plan[] {
  const limit = nodesOf(plan).find((node) => node['Node Type'] === 'Limit')
  return limit ? nodesOf(limit) : nodesOf(plan)
}

describe('with two hundred thousand rows, and no value chosen kindly', () => {
  let big: Set<string>

  before(async () => {
    const begun = performance.now()
    const some = Object.fromEntries(FILLED.map((list) => [list, SOME]))
    await fillLists(house, { ...some, orders: ROWS })
    process.stderr.write(`filled after ${Math.round(performance.now() - begun)} ms\n`)
    const rows = await house.asOwner<{ relname: string }>(`SELECT relname FROM pg_class WHERE reltuples > 10000`)
    big = new Set(rows.map((row) => row.relname))
    assert.ok(big.size >= 9, [...big].join())
  })

  const asked: Omit<PageQuery, 'filters'> = { locale: 'it', now: new Date('2026-11-22T12:00:00Z'), limit: 50 }

  async function plansOf(list: List, query: Partial<PageQuery>): Promise<Plan[]> {
    const reader = explainer()
    const page = await readPage(reader, list, { ...asked, ...query })
    assert.ok(page.ok, JSON.stringify(page))
    assert.ok(reader.plans.length > 0)
    return reader.plans
  }

  function expectNoScan(plans: readonly Plan[], about: string): void {
    for (const plan of plans) {
      const scanned = nodesOf(plan).find(
        (node) => node['Node Type'] === 'Seq Scan' && big.has(node['Relation Name'] ?? ''),
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
            const plans = await plansOf(list, { filters: [{ text: `${key}:${operator}:${value}`, field: 'filter.0' }] })
            expectNoScan(plans, `${list.name} filtered by ${key}:${operator}:${value}`)
          }
        }
      }
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

const texts: Readonly<Record<string, readonly string[]>> = {
  'todos.assignee': ['role:owner', 'unit:018f0000-0000-7000-8000-000000000000'],
  'todos.recordId': ['018f0000-0000-7000-8000-000000000000'],
  'orders.market': ['it', 'id', 'zz'],
  'approvals.act': ['payments.refund', 'nothing'],
  'approvals.role': ['accountant', 'nothing'],
  'promotions.code': ['P7', 'P99', 'ZZ'],
  'products.handle': ['p77'],
  'products.vendor': ['Vendor 7', 'nobody'],
  'products.category': ['none'],
  'products.tag': ['tag7', 'none'],
  'customers.email': ['c7@village.example'],
  'staff.email': ['p7@village.example'],
  'staff.roles': ['partner', 'nothing'],
  'outsiders.roles': ['partner', 'nothing'],
  'variants.sku': ['SKU-77'],
  'variants.handle': ['p77', 'nothing'],
  'variants.gtin': ['4000000000077'],
  'stock.sku': ['SKU-77'],
  'stock.handle': ['p77', 'nothing'],
  'stock.location': ['place-1', 'nowhere'],
  'payments.providerRef': ['pp77'],
  'mails.ref': ['018f0000-0000-7000-8000-000000000000'],
  'jobs.ref': ['018f0000-0000-7000-8000-000000000000'],
  'audit.actorId': ['018f0000-0000-7000-8000-000000000000'],
  'audit.objectType': ['order', 'staff', 'nothing'],
  'audit.objectId': ['018f0000-0000-7000-8000-000000000000'],
  'ledger-entries.ref': ['r77'],
  'ledger-entries.about': ['018f0000-0000-7000-8000-000000000000'],
}
