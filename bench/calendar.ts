/**
 * The calendar of a house in which everybody plans: a hundred thousand plans over three years, read as people read them. Nobody
 * waits for longer than 100 ms, whatever month or quarter is opened.
 */
import { readCalendar, type CalendarAsked } from '../server/src/departments/work/use-cases/read-calendar.ts'
import { gatherPlans } from '../server/src/host/plans/plans-port.ts'
import { newId } from '../server/src/host/clock.ts'
import { fillPlans } from '../server/src/departments/work/testing/fill-plans.ts'
import { must } from '../server/src/testing/scene.ts'
import { measureQuestion } from './frame/questions.ts'
import type { BenchContext, Row } from './frame/row.ts'
import { openBenchShop } from './frame/shop.ts'

export const name = 'calendar'
export const what = 'months, quarters and filters of a calendar with 100,000 plans'

const PLANS = 100_000
const BUDGET_MS = 100

const month = (turn: number): CalendarAsked => {
  const at = (turn * 7) % 30
  const [year, number] = [2026 + Math.floor(at / 12), String((at % 12) + 1).padStart(2, '0')]
  return { fromOn: `${year}-${number}-01`, toOn: `${year}-${number}-28` }
}

const QUESTIONS: readonly (readonly [string, (turn: number) => CalendarAsked])[] = [
  ['a month', month],
  ['a month of one kind and market', (turn) => ({ ...month(turn), kinds: ['stocktake'], markets: ['it'] })],
  [
    'a quarter',
    (turn) => ({ fromOn: '2027-01-01', toOn: '2027-03-31', kinds: turn % 2 === 0 ? ['promotion'] : undefined }),
  ],
  ['a year of what is rare', () => ({ fromOn: '2026-06-01', toOn: '2027-06-01', kinds: ['legal_date'] })],
]

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_calendar', connections: 4, products: 5 })
  try {
    ctx.say(`Planning ${Math.round(PLANS * ctx.scale)} plans.`)
    await shop.owner.query(fillPlans(Math.round(PLANS * ctx.scale)))
    await shop.owner.query('VACUUM ANALYZE')
    const { house, blueprint } = shop
    const plans = gatherPlans(blueprint.rooms.map(({ manifest }) => manifest))
    const actor = { kind: 'staff', id: newId<'staff'>(), name: 'Bench', permissions: blueprint.permissions } as const
    const rows: Row[] = []
    for (const [subject, asked] of QUESTIONS) {
      const ask = async (turn: number) =>
        must(await readCalendar({ ...house, ports: { plans } }, { actor, locale: 'it' }, asked(turn)))
      rows.push(await measureQuestion(ctx, ground, { subject, budgetMs: BUDGET_MS, ask }))
    }
    return rows
  } finally {
    await shop.close()
  }
}
