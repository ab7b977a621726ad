/**
 * A back office over a million orders and a hundred thousand products: pages, filters, searches and counts of its lists, and
 * the palette that searches all departments, one after the other as a person asks. What counts is the slow end: nobody should
 * see a spinner for longer than 200 ms, and the palette answers while one types, within 150 ms.
 */
import { formatMoney } from '../server/src/host/i18n/format.ts'
import { searchHouse } from '../server/src/flows/search/search-house.ts'
import { listOf } from '../server/src/host/lists/list-routes.ts'
import { countList, readPage, type PageQuery } from '../server/src/host/lists/read-list.ts'
import type { List } from '../server/src/host/lists/define-list.ts'
import { fillLists } from '../server/src/testing/fill-lists.ts'
import { must } from '../server/src/testing/scene.ts'
import { measureQuestion, type Question } from './frame/questions.ts'
import type { BenchContext, Row } from './frame/row.ts'
import { oneAfterAnother, openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'lists'
export const what = 'lists and the palette over 1,000,000 orders and 100,000 products, one question at a time'

const SIZES = {
  orders: 1_000_000,
  customers: 300_000,
  products: 100_000,
  variants: 100_000,
  stock: 100_000,
  mails: 300_000,
}
const LIST_BUDGET_MS = 200
const PALETTE_BUDGET_MS = 150

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_lists', connections: 8, products: 5 })
  try {
    const sizes = Object.fromEntries(Object.entries(SIZES).map(([list, size]) => [list, Math.round(size * ctx.scale)]))
    ctx.say(`Filling ${JSON.stringify(sizes)}.`)
    await fillLists(oneAfterAnother(shop), sizes)
    await shop.owner.query('VACUUM ANALYZE')
    const rows: Row[] = []
    for (const question of questionsFor(shop, sizes['orders'] ?? 0))
      rows.push(await measureQuestion(ctx, ground, question))
    return rows
  } finally {
    await shop.close()
  }
}

const FIRST_NAMES = ['Ada', 'Bruno', 'Carla', 'Dewi', 'Elena', 'Fabio', 'Gita', 'Hugo', 'Ines', 'Joko']
const TYPED = [
  'ad',
  'c12',
  'hugo',
  'c1234@',
  'mug 77',
  'vendor 7',
  'SKU-4711',
  '100471',
  'your order',
  'zz',
  'elena c',
  'm',
]

/** As the filler dates them: the newest have the lowest numbers. */
const ORDER_EVERY_MS = 37_000

function questionsFor({ house, blueprint }: BenchShop, orders: number): Question[] {
  /** Until when the oldest part of all orders was placed. */
  const oldest = (share: number) =>
    new Date(Date.UTC(2026, 10, 22) - orders * (1 - share) * ORDER_EVERY_MS).toISOString().replace(/\.\d+/, '')
  const lists = new Map(blueprint.routes.flatMap((route) => listOf(route) ?? []).map((list) => [list.name, list]))
  const listCalled = (called: string): List => lists.get(called) ?? fail(called)
  const asked = { locale: 'it', now: house.clock.now(), limit: 50 } as const
  const page =
    (list: string, query: (turn: number) => Partial<PageQuery> & { readonly filter?: string }) =>
    async (turn: number): Promise<string | null> => {
      const { filter, ...rest } = query(turn)
      const filters = filter === undefined ? [] : [{ text: filter, field: 'filter.0' }]
      return must(await readPage(house.database, listCalled(list), { ...asked, filters, ...rest })).nextCursor
    }
  const list = (subject: string, ask: Question['ask']): Question => ({ subject, budgetMs: LIST_BUDGET_MS, ask })
  let cursor: string | undefined
  return [
    list(
      'orders: first page',
      page('orders', () => ({})),
    ),
    list('orders: the page behind the last, by total', async () => {
      cursor = (await page('orders', () => ({ sort: '-total', after: cursor }))(0)) ?? undefined
    }),
    list(
      'orders: a frequent state',
      page('orders', () => ({ filter: 'state:is:paid' })),
    ),
    list(
      'orders: a rare state, by name',
      page('orders', () => ({ filter: 'state:is:awaiting_payment', sort: 'name' })),
    ),
    list(
      'orders: from an amount, newest first',
      page('orders', (turn) => ({ filter: `total:from:${99_990 - turn * 40}` })),
    ),
    list(
      'orders: many, at the far end of the order',
      page('orders', () => ({ filter: `placedAt:to:${oldest(0.15)}`, sort: 'number' })),
    ),
    list(
      'orders: half of all, at the far end',
      page('orders', () => ({ filter: `placedAt:to:${oldest(0.5)}`, sort: 'number' })),
    ),
    list(
      'orders: search for a frequent name',
      page('orders', (turn) => ({ search: FIRST_NAMES[turn % 10] })),
    ),
    list(
      'orders: search for one person',
      page('orders', (turn) => ({ search: `c${turn * 331}@` })),
    ),
    list(
      'orders: search for nobody',
      page('orders', () => ({ search: 'xylophone' })),
    ),
    list('orders: count of a state', async () =>
      countList(house.database, listCalled('orders'), { ...asked, filters: [{ text: 'state:is:expired', field: '' }] }),
    ),
    list('orders: count of a search', async (turn) =>
      countList(house.database, listCalled('orders'), { ...asked, search: FIRST_NAMES[turn % 10] }),
    ),
    list(
      'products: search, the best first',
      page('products', (turn) => ({ search: `mug ${turn * 97}` })),
    ),
    list(
      'products: search that fits half of them',
      page('products', () => ({ search: 'mug' })),
    ),
    list(
      'customers: search',
      page('customers', (turn) => ({ search: `c${turn * 331}` })),
    ),
    list(
      'stock: by SKU',
      page('stock', () => ({})),
    ),
    list(
      'stock: running out',
      page('stock', () => ({ filter: 'low:is:true', sort: 'scarce' })),
    ),
    {
      subject: 'palette: all departments',
      budgetMs: PALETTE_BUDGET_MS,
      ask: (turn) =>
        searchHouse({
          house,
          permissions: blueprint.permissions,
          locale: 'it',
          formatMoney: (amount) => formatMoney(amount, 'it'),
          typed: TYPED[turn % TYPED.length] ?? '',
          limit: 5,
        }),
    },
  ]
}

function fail(called: string): never {
  throw new Error(`There is no list ${called}.`)
}
