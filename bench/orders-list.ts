/**
 * The desk of a shop that grows: the list of orders with a thousand, ten thousand, a hundred thousand and a million of them. Each search
 * and each filter that the screen offers is asked as a person asks, one after the other; beside it the least that any list costs,
 * fifty orders by their keys. A search has to answer within 100 ms at a million.
 */
import { searchOrders } from '../server/src/departments/orders/index.ts'
import { listOf } from '../server/src/host/lists/list-routes.ts'
import { countList, readPage, type PageQuery } from '../server/src/host/lists/read-list.ts'
import type { List } from '../server/src/host/lists/define-list.ts'
import { sql } from '../server/src/host/database/sql.ts'
import { must } from '../server/src/testing/scene.ts'
import { growOrders } from './frame/grow-orders.ts'
import { measureQuestion, type Question } from './frame/questions.ts'
import type { BenchContext, Ground, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'orders-list'
export const what = 'searches and filters of the list of orders at 1,000, 10,000, 100,000 and 1,000,000 orders'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const BUDGET_MS = 100
const PAGE = 50

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_orders_list', connections: 4, products: 5 })
  const rows: Row[] = []
  try {
    let there = 0
    for (const size of SIZES.map((one) => Math.round(one * ctx.scale))) {
      ctx.say(`Growing to ${size} orders.`)
      await growOrders(shop.owner, there, size)
      there = size
      rows.push(...(await measureSize({ ctx, ground, shop }, size)))
    }
    return withGrowth(rows)
  } finally {
    await shop.close()
  }
}

interface Bench {
  readonly ctx: BenchContext
  readonly ground: Ground
  readonly shop: BenchShop
}

async function measureSize({ ctx, ground, shop }: Bench, size: number): Promise<Row[]> {
  const measure = (question: Question) => measureQuestion(ctx, ground, question)
  const keys = await measure({ subject: 'by key', budgetMs: BUDGET_MS, ask: (turn) => readByKeys(shop, size, turn) })
  const rows: Row[] = []
  for (const [subject, ask] of Object.entries(questions(shop, size))) {
    const row = await measure({ subject: `${size}: ${subject}`, budgetMs: BUDGET_MS, ask })
    rows.push({ ...row, limit: { what: `${PAGE} orders by key`, cost: keys.cost } })
  }
  return rows
}

function readByKeys({ house }: BenchShop, size: number, turn: number): Promise<unknown> {
  const numbers = Array.from({ length: PAGE }, (_, index) => 1_000_001 + ((turn * 7_919 + index * 104_729) % size))
  return house.database.rows(sql`
    SELECT id, number, placed_at, name, email, state, market_code, item_count, total, currency FROM orders.sales_order
    WHERE number = ANY(${numbers}::bigint[])`)
}

/** Each with values that lie elsewhere every time. */
function questions({ house, blueprint }: BenchShop, size: number): Record<string, Question['ask']> {
  const list = blueprint.routes.flatMap((route) => listOf(route) ?? []).find((one) => one.name === 'orders')
  if (!list) throw new Error('there is no list of orders')
  const asked = { locale: 'it', now: house.clock.now(), limit: PAGE } as const
  const filtersOf = (filter: readonly string[]) => filter.map((text, index) => ({ text, field: `filter.${index}` }))
  const page = async (orders: List, query: Partial<PageQuery>, ...filter: string[]) =>
    must(await readPage(house.database, orders, { ...asked, ...query, filters: filtersOf(filter) }))
  const some = (turn: number) => 1 + ((turn * 7_919) % size)
  return {
    'first page': () => page(list, {}),
    'search: number': (turn) => page(list, { search: String(1_000_000 + some(turn)) }),
    'search: e-mail': (turn) => page(list, { search: `c${some(turn) % 50_000}@` }),
    'search: frequent name': (turn) => page(list, { search: ['ada', 'hugo', 'gita'][turn % 3] }),
    'search: rare name': (turn) => page(list, { search: `rare${turn % 40}` }),
    'search: nobody': () => page(list, { search: 'xylophone' }),
    'search: SKU': (turn) => page(list, { search: `SKU-${1 + (some(turn) % 5_000)}` }),
    'search: SKU in one order of fifty': () => page(list, { search: 'HOT-1' }),
    'search: SKU that was sold long ago': () => page(list, { search: 'OLD-1' }),
    'search: tracking number': (turn) => page(list, { search: `1Z${some(turn) * 3}` }),
    'palette: beginning of a number': (turn) =>
      searchOrders(house.database, { typed: String(10 + (turn % 90)), limit: 5 }),
    'filter: state': () => page(list, {}, 'state:is:awaiting_payment'),
    'filter: market': (turn) => page(list, {}, `market:is:${['it', 'es', 'id'][turn % 3]}`),
    'filter: SKU and state': () => page(list, {}, 'sku:is:HOT-1', 'state:is:paid'),
    'filter: SKU and a state that none of them has': () => page(list, {}, 'sku:is:HOT-1', 'state:is:awaiting_payment'),
    'filter: SKU, market and state': () => page(list, {}, 'sku:is:HOT-1', 'market:is:it', 'state:is:paid'),
    'filter: SKU and a market without it': () => page(list, {}, 'sku:is:HOT-1', 'market:is:es'),
    'filter: SKU in a week long ago': () =>
      page(list, {}, 'sku:is:HOT-1', 'placedAt:from:2026-01-01', 'placedAt:to:2026-01-08'),
    'filter: two SKUs': () => page(list, {}, 'sku:is:HOT-1', 'sku:is:OLD-1'),
    'filter: SKU, oldest first': () => page(list, { sort: 'placedAt' }, 'sku:is:HOT-1'),
    ...Object.fromEntries(
      ['-total', 'total', '-number', 'name'].flatMap(
        (sort) =>
          [
            [`filter: SKU by ${sort}`, () => page(list, { sort }, 'sku:is:HOT-1')],
            [`filter: SKU of a third by ${sort}`, () => page(list, { sort }, 'sku:is:TOP-1')],
            [`filter: SKU of long ago by ${sort}`, () => page(list, { sort }, 'sku:is:OLD-1')],
            [`filter: SKU and state by ${sort}`, () => page(list, { sort }, 'sku:is:HOT-1', 'state:is:paid')],
            [
              `filter: SKU and a state that none has by ${sort}`,
              () => page(list, { sort }, 'sku:is:HOT-1', 'state:is:awaiting_payment'),
            ],
            [`search: SKU by ${sort}`, () => page(list, { sort, search: 'HOT-1' })],
            [
              `search: frequent name by ${sort}`,
              (turn) => page(list, { sort, search: ['ada', 'hugo', 'gita'][turn % 3] }),
            ],
            [`search: name of some by ${sort}`, (turn) => page(list, { sort, search: `ada ${(turn % 9) + 1}` })],
            [`search: rare name by ${sort}`, (turn) => page(list, { sort, search: `rare${turn % 40}` })],
            [`search: e-mail by ${sort}`, (turn) => page(list, { sort, search: `c${some(turn) % 50_000}@` })],
          ] satisfies [string, Question['ask']][],
      ),
    ),
    'filter: SKU of a third and a market without it': () => page(list, {}, 'sku:is:TOP-1', 'market:is:none'),
    'filter: state and a market without it': () => page(list, {}, 'state:is:expired', 'market:is:id'),
    'filter: of a week': () => page(list, { sort: '-total' }, 'placedAt:from:2026-11-10', 'placedAt:to:2026-11-17'),
    'filter: from an amount': (turn) => page(list, {}, `total:from:${99_000 - turn}`),
    'count of a SKU': () => countList(house.database, list, { ...asked, filters: filtersOf(['sku:is:HOT-1']) }),
    'count of a state': () => countList(house.database, list, { ...asked, filters: filtersOf(['state:is:paid']) }),
  }
}

/** How much dearer the same question is than at the smallest size. */
function withGrowth(rows: readonly Row[]): Row[] {
  const nameOf = ({ subject }: Row) => subject.slice(subject.indexOf(':') + 2)
  return rows.map((row) => {
    const first = rows.find((one) => nameOf(one) === nameOf(row))
    if (first === undefined || first === row) return row
    const times = row.cost.median.totalUs / first.cost.median.totalUs
    return { ...row, notes: [...(row.notes ?? []), `${times.toFixed(1)} times the cost of the smallest`] }
  })
}
