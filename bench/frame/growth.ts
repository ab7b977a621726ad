import { askRound } from './ask-round.ts'
import type { BenchContext, Cost, Ground, Row } from './row.ts'
import { median, summarise } from './rounds.ts'

/** The same question to a small house and to bigger ones. */
export interface GrowingQuestion {
  /** What a bare read of as many rows grew by in this run: nobody can grow less. */
  readonly bare?: number | undefined
  readonly subject: string
  /** By the size of the house; each time with another turn's values. */
  readonly asks: ReadonlyMap<number, (turn: number) => Promise<unknown>>
}

const WARMING_UP = 5
const MOST_GROWTH = 1.5

/**
 * What a question costs in the biggest house beside what it costs in the smallest. All houses are asked in turns, so that what
 * disturbs the machine disturbs all of them; what counts is the middle of the times that answers took, as the program waits for them.
 */
export async function measureGrowth(
  { rounds }: Pick<BenchContext, 'rounds'>,
  ground: Pick<Ground, 'postmasterPid'>,
  { subject, asks, bare }: GrowingQuestion,
): Promise<Row & { readonly growth: number }> {
  const sizes = [...asks].map(([size, ask]) => ({ size, ask, times: [] as number[], costs: [] as Cost[] }))
  for (const { ask } of sizes) for (let turn = 0; turn < WARMING_UP; turn++) await ask(turn)
  for (let round = 0; round < rounds; round++) {
    for (const { ask, times, costs } of round % 2 === 0 ? sizes : sizes.toReversed()) {
      const asked = await askRound(ground, round, ask)
      times.push(...asked.times)
      costs.push(asked.cost)
    }
  }
  const [least, most] = [sizes[0], sizes.at(-1)]
  if (!least || !most) throw new Error(`${subject} is asked of nobody`)
  const middles = sizes.map(({ times }) => median(times))
  const growth = (middles.at(-1) ?? 0) / (middles[0] ?? 1)
  const beside =
    bare === undefined ? '' : `; a bare read of as many rows ${bare.toFixed(2)}, beside it ${verdict(growth / bare)}`
  return {
    subject,
    growth,
    cost: summarise(most.costs),
    limit: { what: `of ${least.size}`, cost: summarise(least.costs) },
    notes: [
      `${middles.map((ms) => ms.toFixed(2)).join(', ')} ms of ${sizes.map(({ size }) => size).join(', ')}; growth ${verdict(growth)}${beside}`,
    ],
  }
}

const verdict = (growth: number) => `${growth.toFixed(2)} ${growth <= MOST_GROWTH ? '✔' : '✖'}`
