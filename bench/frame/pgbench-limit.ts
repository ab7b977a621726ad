import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuOfEndedChildren, cpuOfFamily } from './cpu.ts'
import type { Plan } from './pgbench.ts'
import type { Cost, Measured } from './row.ts'

/** Of each client and run: enough for PostgreSQL to have settled on its plans. */
const WARM_UP = 10

export interface LimitOptions {
  readonly plan: Plan
  readonly program: string
  readonly url: string
  readonly postmasterPid: number
  readonly clients: number
  /** Counted ones of a round; a multiple of `clients`. */
  readonly transactions: number
}

export interface Limit {
  /** A round of transactions, with the fetching of their values. */
  measureWhole(): Promise<Cost>
  /** A round of fetching values alone. */
  measureFetching(): Promise<Cost>
  close(): void
}

/** The transaction without the fetching: each round less the median of what fetching cost. */
export function withoutFetching(whole: Measured, { median }: Measured): Measured {
  const less = (cost: Cost): Cost => {
    const clientUs = (cost.clientUs ?? 0) - (median.clientUs ?? 0)
    const postgresUs = (cost.postgresUs ?? 0) - (median.postgresUs ?? 0)
    const perSecond = 1 / (1 / cost.perSecond - 1 / median.perSecond)
    return { perSecond, clientUs, postgresUs, totalUs: clientUs + postgresUs }
  }
  return { median: less(whole.median), rounds: whole.rounds.map(less) }
}

/** How many transactions' values a round of `transactions` uses up. */
export function turnsOfRound({ clients, transactions }: { clients: number; transactions: number }): number {
  return transactions + 2 * WARM_UP * clients
}

interface Spent {
  readonly seconds: number
  readonly clientUs: number
  readonly postgresUs: number
}

export function openLimit({ plan, program, url, postmasterPid, clients, transactions }: LimitOptions): Limit {
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-pgbench-'))
  const write = (name: string, script: string): string => {
    const file = join(folder, name)
    writeFileSync(file, script)
    return file
  }
  const whole = write('whole.sql', plan.fetchBy('bench.turn') + plan.transaction)
  const fetching = write('fetching.sql', plan.fetchBy('bench.fetch_turn'))

  const spend = async (file: string, each: number): Promise<Spent> => {
    const before = { client: cpuOfEndedChildren(), postgres: cpuOfFamily(postmasterPid), at: performance.now() }
    await runPgbench(program, ['-c', String(clients), '-j', '1', '-t', String(each), '-f', file, url], each * clients)
    return {
      seconds: (performance.now() - before.at) / 1000,
      clientUs: cpuOfEndedChildren() - before.client,
      postgresUs: cpuOfFamily(postmasterPid) - before.postgres,
    }
  }
  /** A long run less a short one, so that neither start nor first plans count. */
  const marginal = async (file: string): Promise<Cost> => {
    const short = await spend(file, WARM_UP)
    const long = await spend(file, WARM_UP + transactions / clients)
    const clientUs = (long.clientUs - short.clientUs) / transactions
    const postgresUs = (long.postgresUs - short.postgresUs) / transactions
    return {
      perSecond: transactions / (long.seconds - short.seconds),
      clientUs,
      postgresUs,
      totalUs: clientUs + postgresUs,
    }
  }

  return {
    measureWhole: () => marginal(whole),
    measureFetching: () => marginal(fetching),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A transaction that failed is an error, not a figure. */
async function runPgbench(program: string, args: readonly string[], expected: number): Promise<void> {
  const { code, output } = await runToEnd(program, ['-n', '-M', 'prepared', ...args])
  const done = output.includes(`number of transactions actually processed: ${expected}/${expected}`)
  if (code !== 0 || !done) throw new Error(`pgbench failed (${code}):\n${output}`)
}

function runToEnd(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (data: Buffer) => (output += data.toString()))
    child.stderr.on('data', (data: Buffer) => (output += data.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
