import { askRound } from './ask-round.ts'
import { median, summarise } from './rounds.ts'
import type { BenchContext, Cost, Ground, Row } from './row.ts'

/** What people wait for: asked again and again, each time with another turn's values. */
export interface Question {
  readonly subject: string
  /** Within how many milliseconds 95 of a hundred answers are to be there. */
  readonly budgetMs: number
  readonly ask: (turn: number) => Promise<unknown>
}

const WARMING_UP = 3

/** What a question costs, and how long its answers take by the clock. */
export async function measureQuestion(
  { rounds }: Pick<BenchContext, 'rounds'>,
  ground: Pick<Ground, 'postmasterPid'>,
  { subject, budgetMs, ask }: Question,
): Promise<Row> {
  for (let turn = 0; turn < WARMING_UP; turn++) await ask(turn)
  const costs: Cost[] = []
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const asked = await askRound(ground, round, ask)
    times.push(...asked.times)
    costs.push(asked.cost)
  }
  return { subject, cost: summarise(costs), notes: [inWords(times, budgetMs)] }
}

function inWords(times: readonly number[], budgetMs: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  const slow = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  const verdict = `${slow <= budgetMs ? '✔' : '✖'} within ${budgetMs} ms`
  return `median ${shown(median(times))}, 95th of a hundred ${shown(slow)}, slowest ${shown(sorted.at(-1) ?? 0)}; ${verdict}`
}

const shown = (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
