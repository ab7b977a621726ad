import { cpuOfFamily, cpuOfThisProgram } from './cpu.ts'
import type { Cost, Ground } from './row.ts'

/** How often a question is asked in one round of itself. */
const A_ROUND = 20

export interface Asked {
  readonly cost: Cost
  /** Of each answer, in milliseconds, as the program waits for it. */
  readonly times: readonly number[]
}

/** Asks one round of turns, each with its own values, and counts what that cost both sides. */
export async function askRound(
  { postmasterPid }: Pick<Ground, 'postmasterPid'>,
  round: number,
  ask: (turn: number) => Promise<unknown>,
): Promise<Asked> {
  const times: number[] = []
  const before = { program: cpuOfThisProgram(), postgres: cpuOfFamily(postmasterPid), at: performance.now() }
  for (let turn = 0; turn < A_ROUND; turn++) {
    const begun = performance.now()
    await ask(round * A_ROUND + turn)
    times.push(performance.now() - begun)
  }
  const perSecond = (A_ROUND / (performance.now() - before.at)) * 1000
  const programUs = (cpuOfThisProgram() - before.program) / A_ROUND
  const postgresUs = (cpuOfFamily(postmasterPid) - before.postgres) / A_ROUND
  return { cost: { perSecond, programUs, postgresUs, totalUs: programUs + postgresUs }, times }
}
