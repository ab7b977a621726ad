/**
 * Lists, filters and searches of the catalogue while it grows, from a thousand variants to a million: what a merchandiser asks in the
 * office, and what a shopper asks in the storefront. What counts is the growth: a page costs what a page costs, however much stands
 * behind it. `--scale 0.1` ends at a hundred thousand.
 */
import { listProductCards } from '../server/src/departments/pricing/index.ts'
import { listOf } from '../server/src/host/lists/list-routes.ts'
import { readPage, type PageQuery } from '../server/src/host/lists/read-list.ts'
import { fillLists } from '../server/src/testing/fill-lists.ts'
import { must } from '../server/src/testing/scene.ts'
import { measureQuestion, type Question } from './frame/questions.ts'
import type { BenchContext, Ground, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'catalogue'
export const what =
  'lists and searches of the catalogue at 1,000, 10,000, 100,000 and 1,000,000 variants (goal: growth 1.5 at most)'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const BUDGET_MS = 200

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const sizes = SIZES.filter((size) => size <= (SIZES.at(-1) ?? 0) * ctx.scale)
  const rows: Row[] = []
  const first = new Map<string, number>()
  for (const size of sizes) {
    for (const { subject, ...row } of await atSize(ctx, ground, size)) {
      const { totalUs } = row.cost.median
      const before = first.get(subject) ?? totalUs
      first.set(subject, before)
      const notes = [...(row.notes ?? []), `${(totalUs / before).toFixed(2)} times what it costs at ${sizes[0]}`]
      rows.push({ subject: `${size} variants: ${subject}`, ...row, notes })
    }
  }
  return rows
}

async function atSize(ctx: BenchContext, ground: Ground, size: number): Promise<Row[]> {
  const shop = await openBenchShop({ ground, name: `bench_catalogue_${size}`, connections: 4, products: 5 })
  try {
    ctx.say(`Filling ${size} variants.`)
    let before: Promise<unknown> = Promise.resolve()
    const asOwner = <T>(text: string, values?: readonly unknown[]): Promise<T[]> => {
      const answer = before.then(async () => (await shop.owner.query(text, values && [...values])).rows as T[])
      before = answer
      return answer
    }
    await fillLists({ asOwner }, { products: size, variants: size, stock: size })
    await shop.owner.query(`
      INSERT INTO pricing.price (variant_id, currency, amount, updated_at)
      SELECT v.id, 'EUR', 500 + abs(hashtext(v.sku)) % 20000, now() FROM catalog.variant v
      ON CONFLICT DO NOTHING`)
    await shop.owner.query('VACUUM ANALYZE')
    const rows: Row[] = []
    for (const question of questionsFor(shop, size)) rows.push(await measureQuestion(ctx, ground, question))
    return rows
  } finally {
    await shop.close()
  }
}

function questionsFor({ house, blueprint }: BenchShop, size: number): Question[] {
  const lists = new Map(blueprint.routes.flatMap((route) => listOf(route) ?? []).map((list) => [list.name, list]))
  const asked = { locale: 'it', now: house.clock.now(), limit: 50 } as const
  const page = (list: string, query: (turn: number) => Partial<PageQuery> & { readonly filter?: string }) => {
    const known = lists.get(list)
    if (!known) throw new Error(`There is no list ${list}.`)
    return async (turn: number) => {
      const { filter, ...rest } = query(turn)
      const filters = filter === undefined ? [] : [{ text: filter, field: 'filter.0' }]
      return must(await readPage(house.database, known, { ...asked, filters, ...rest }))
    }
  }
  const cards = (order: 'newest' | 'price' | 'name') => () =>
    listProductCards(house.database, {
      locale: 'it',
      order,
      limit: 24,
      market: 'it',
      currency: 'EUR',
      locationCode: 'venezia',
      now: house.clock.now(),
      channel: 'web',
      groups: [],
    })
  const some = (turn: number) => 1 + ((turn * 7919) % size)
  const question = (subject: string, ask: Question['ask']): Question => ({ subject, budgetMs: BUDGET_MS, ask })
  return [
    question(
      'products: first page',
      page('products', () => ({})),
    ),
    question(
      'products: drafts',
      page('products', () => ({ filter: 'state:is:draft' })),
    ),
    question(
      'products: search for one',
      page('products', (turn) => ({ search: `SKU-${some(turn)}` })),
    ),
    question(
      'products: search that fits all',
      page('products', () => ({ search: 'mug' })),
    ),
    question(
      'variants: first page',
      page('variants', () => ({})),
    ),
    question(
      'variants: by SKU',
      page('variants', (turn) => ({ filter: `sku:is:SKU-${some(turn)}` })),
    ),
    question(
      'variants: search for one',
      page('variants', (turn) => ({ search: `SKU-${some(turn)}` })),
    ),
    question('storefront: the newest', cards('newest')),
    question('storefront: the cheapest', cards('price')),
    question('storefront: by name', cards('name')),
  ]
}
