import { setTimeout as wait } from 'node:timers/promises'
import type { Cost, Measured } from './row.ts'

export interface Sides<Name extends string> {
  readonly rounds: number
  /** Each measures one round of itself. The first round of each warms up and counts for nothing. */
  readonly sides: Readonly<Record<Name, (round: number) => Promise<Cost>>>
}

/**
 * Measures the sides in turns, A B B A A B, and answers the median of each figure: what disturbs the machine for a while
 * disturbs all of them, and a single disturbed round decides nothing.
 */
export async function measureInTurns<Name extends string>({
  rounds,
  sides,
}: Sides<Name>): Promise<Record<Name, Measured>> {
  const names = Object.keys(sides) as Name[]
  const measured = new Map<Name, Cost[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const cost = await sides[name](round)
      if (round > 0) measured.get(name)?.push(cost)
      await wait(100)
    }
  }
  const summaries = names.map((name) => [name, summarise(measured.get(name) ?? [])])
  return Object.fromEntries(summaries) as Record<Name, Measured>
}

/** The median of each figure, beside the rounds that it comes from. */
export function summarise(rounds: readonly Cost[]): Measured {
  return { median: medianCost(rounds), rounds }
}

function medianCost(costs: readonly Cost[]): Cost {
  const figure = (read: (cost: Cost) => number | undefined): number | undefined => {
    const values = costs.map(read).filter((value) => value !== undefined)
    return values.length === 0 ? undefined : median(values)
  }
  const [programUs, postgresUs, clientUs] = [
    figure((cost) => cost.programUs),
    figure((cost) => cost.postgresUs),
    figure((cost) => cost.clientUs),
  ]
  return {
    perSecond: figure((cost) => cost.perSecond) ?? 0,
    totalUs: figure((cost) => cost.totalUs) ?? 0,
    ...(programUs === undefined ? {} : { programUs }),
    ...(postgresUs === undefined ? {} : { postgresUs }),
    ...(clientUs === undefined ? {} : { clientUs }),
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
