/**
 * The calendar of a house in which everybody plans: a hundred thousand plans over three years, read as people read them. Nobody
 * waits for longer than 100 ms, whatever month or quarter is opened.
 */
import { readCalendar, type CalendarAsked } from '../server/src/departments/work/use-cases/read-calendar.ts'
import { gatherPlans } from '../server/src/host/plans/plans-port.ts'
import { newId } from '../server/src/host/clock.ts'
import { fillPlans } from '../server/src/departments/work/testing/fill-plans.ts'
import { must } from '../server/src/testing/scene.ts'
import { cpuOfFamily, cpuOfThisProgram } from './frame/cpu.ts'
import { median } from './frame/rounds.ts'
import type { BenchContext, Cost, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'calendar'
export const what = 'months, quarters and filters of a calendar with 100,000 plans'

const PLANS = 100_000
const BUDGET_MS = 100
const QUESTIONS_A_ROUND = 20

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
    const rows: Row[] = []
    for (const [subject, asked] of QUESTIONS)
      rows.push(await measure(ctx, ground.postmasterPid, { subject, asked, shop }))
    return rows
  } finally {
    await shop.close()
  }
}

interface Measured {
  readonly subject: string
  readonly asked: (turn: number) => CalendarAsked
  readonly shop: BenchShop
}

async function measure(
  { rounds }: BenchContext,
  postmasterPid: number,
  { subject, asked, shop }: Measured,
): Promise<Row> {
  const { house, blueprint } = shop
  const plans = gatherPlans(blueprint.rooms.map(({ manifest }) => manifest))
  const actor = { kind: 'staff', id: newId<'staff'>(), name: 'Bench', permissions: blueprint.permissions } as const
  const ask = async (turn: number) =>
    must(await readCalendar({ ...house, ports: { plans } }, { actor, locale: 'it' }, asked(turn)))
  for (let turn = 0; turn < 3; turn++) await ask(turn)
  const costs: Cost[] = []
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = { program: cpuOfThisProgram(), postgres: cpuOfFamily(postmasterPid), at: performance.now() }
    for (let turn = 0; turn < QUESTIONS_A_ROUND; turn++) {
      const begun = performance.now()
      await ask(round * QUESTIONS_A_ROUND + turn)
      times.push(performance.now() - begun)
    }
    const perSecond = (QUESTIONS_A_ROUND / (performance.now() - before.at)) * 1000
    const programUs = (cpuOfThisProgram() - before.program) / QUESTIONS_A_ROUND
    const postgresUs = (cpuOfFamily(postmasterPid) - before.postgres) / QUESTIONS_A_ROUND
    costs.push({ perSecond, programUs, postgresUs, totalUs: programUs + postgresUs })
  }
  const middle = (figure: (cost: Cost) => number) => median(costs.map(figure))
  const cost = {
    perSecond: middle((one) => one.perSecond),
    programUs: middle((one) => one.programUs ?? 0),
    postgresUs: middle((one) => one.postgresUs ?? 0),
    totalUs: middle((one) => one.totalUs),
  }
  const slow = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  const note = `median ${median(times).toFixed(1)} ms, 95th of a hundred ${slow.toFixed(1)} ms; ${slow <= BUDGET_MS ? '✔' : '✖'} within ${BUDGET_MS} ms`
  return { subject, cost: { median: cost, rounds: costs }, notes: [note] }
}
