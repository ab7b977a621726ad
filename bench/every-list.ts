/**
 * Lists of the back office that grow with the orders, at ten thousand rows each and at a million: all that they declare is asked
 * (frame/list-questions.ts), and of each kind of question the slowest is shown, with how much dearer it became. Within 100 ms at a million.
 *
 *   FONDACO_BENCH_LISTS=payments,payouts npm run bench -- every-list      some of them
 */
import { isPostgresError } from '../server/src/host/database/errors.ts'
import { listOf } from '../server/src/host/lists/list-routes.ts'
import { countList, readPage } from '../server/src/host/lists/read-list.ts'
import type { List } from '../server/src/host/lists/define-list.ts'
import { fillLists } from '../server/src/testing/fill-lists.ts'
import { must } from '../server/src/testing/scene.ts'
import { questionsOf } from './frame/list-questions.ts'
import { median, summarise } from './frame/rounds.ts'
import type { BenchContext, Row } from './frame/row.ts'
import { oneAfterAnother, openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'every-list'
export const what = 'all that lists declare: sorts, filters, searches, counts, at 10,000 rows each and at 1,000,000'

const SIZES = [10_000, 1_000_000]
const LISTS = [
  'orders',
  'payments',
  'disputes',
  'payouts',
  'awaited-payouts',
  'payment-runs',
  'direct-debits',
  'drafts',
  'documents',
  'withdrawals',
  'store-credits',
  'gift-cards',
]
/** What stands beside them, so that what they look up is there. */
const BESIDE = ['order-lines', 'sold-skus', 'order-tags', 'order-holds', 'mandates', 'customers']
const BUDGET_MS = 100
const TURNS = 5
const ENOUGH_MS = 1_000

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const wanted = process.env.FONDACO_BENCH_LISTS?.split(',') ?? LISTS
  const times: Times[] = []
  for (const size of SIZES.map((one) => Math.round(one * ctx.scale))) {
    const shop = await openBenchShop({ ground, name: `bench_every_list_${size}`, connections: 8, products: 5 })
    try {
      ctx.say(`Filling ${wanted.join(', ')} with ${size} rows each.`)
      const filled = ['orders', ...BESIDE, ...wanted]
      await fillLists(oneAfterAnother(shop), Object.fromEntries(filled.map((list) => [list, size])))
      await shop.owner.query('VACUUM ANALYZE')
      const found: Times = new Map()
      for (const called of wanted) await timeList(shop, listCalled(shop, called), found)
      times.push(found)
    } finally {
      await shop.close()
    }
  }
  return rowsOf(times)
}

type Times = Map<string, Map<string, number>>

function listCalled({ blueprint }: BenchShop, called: string): List {
  const list = blueprint.routes.flatMap((route) => listOf(route) ?? []).find((one) => one.name === called)
  if (!list) throw new Error(`There is no list ${called}.`)
  return list
}

/** List and kind -> question -> milliseconds, the middle of some turns. */
async function timeList({ house }: BenchShop, list: List, found: Times): Promise<void> {
  const asked = { locale: 'it', now: new Date('2026-11-22T12:00:00Z'), limit: 50 } as const
  for (const { kind, words, query } of await questionsOf(house.database, list)) {
    const whole = { ...asked, ...query }
    const ask = async (): Promise<boolean> => {
      if (kind === 'count') return must(await countList(house.database, list, whole)).capped
      return must(await readPage(house.database, list, whole)).nextCursor !== null
    }
    const key = `${list.name}: ${kind}`
    const ofKind = found.get(key) ?? new Map<string, number>()
    found.set(key, ofKind)
    ofKind.set(words, await timed(ask))
  }
}

/** The middle of some turns; what takes a second is known after one. */
async function timed(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn <= TURNS; turn++) {
    const begun = performance.now()
    await ask().catch(mindTimeout)
    const ms = performance.now() - begun
    if (turn > 0 || ms > ENOUGH_MS) times.push(ms)
    if (ms > ENOUGH_MS) break
  }
  return median(times)
}

/** What PostgreSQL gave up has taken as long as it may. */
function mindTimeout(error: unknown): void {
  if (!isPostgresError(error) || error.code !== '57014') throw error
}

/** Of each kind the slowest at the last size; those behind it that are too slow are named in the notes. */
function rowsOf(times: readonly Times[]): Row[] {
  const [small, big] = [times[0], times.at(-1)]
  return [...(big ?? [])].map(([subject, questions]) => {
    const slowest = [...questions].toSorted((a, b) => b[1] - a[1])
    const [words = '', ms = 0] = slowest[0] ?? []
    const grown =
      slowest.map(([one, at]) => at / (small?.get(subject)?.get(one) ?? at)).toSorted((a, b) => b - a)[0] ?? 1
    const late = slowest.filter(([, at]) => at > BUDGET_MS)
    return {
      subject,
      cost: summarise([{ perSecond: 1000 / ms, totalUs: ms * 1000 }]),
      notes: [
        `slowest of ${questions.size}: ${words}, ${ms.toFixed(1)} ms; ${late.length === 0 ? '✔' : `✖ ${late.length} not`} within ${BUDGET_MS} ms; grown ${grown.toFixed(1)} times at most`,
        ...late.slice(1, 12).map(([one, at]) => `${one}: ${at.toFixed(0)} ms`),
      ],
    }
  })
}
