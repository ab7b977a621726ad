/**
 * `npm test`: the checks, then every test, then the journeys in a browser. One run of node:test in three phases rather
 * than three programs, so that the one summary at the end counts everything and says the truth.
 *
 * `npm test -- orders refund` runs only the files whose path contains one of the words, without the checks.
 */
import { existsSync, globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { ROOT } from './commands.ts'
import { Totals } from './test-totals.ts'

type Cluster = { stop(): Promise<void> }

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const cores = Math.max(1, Math.min(4, availableParallelism()))
const files = globSync(['server/src/**/*.test.ts', 'backoffice/src/**/*.test.ts', 'tests/**/*.test.ts'], { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('node_modules/'))
  .filter((path) => (words.length === 0 ? true : words.some((word) => path.includes(word))))
  .sort()

const isCheck = (path: string) => path.startsWith('tests/checks/') || path.startsWith('tests/architecture/')
const isJourney = (path: string) => path.startsWith('tests/journeys/')
/** A journey owns a browser and a whole house: two at once would measure each other. */
const phases = [
  { files: files.filter(isCheck), concurrency: cores },
  { files: files.filter((path) => !isCheck(path) && !isJourney(path)), concurrency: cores },
  { files: files.filter(isJourney), concurrency: 1 },
]

const MINUTES = 60_000
const totals = new Totals()
const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())
process.once('SIGTERM', () => interrupted.abort())

async function* events() {
  let cluster: Cluster | undefined
  try {
    for (const phase of phases.filter((one) => one.files.length > 0)) {
      if (phase !== phases[0]) cluster ??= await startCluster()
      const { signal } = interrupted
      yield* totals.count(
        run({
          cwd: ROOT,
          files: phase.files.map(absolute),
          concurrency: phase.concurrency,
          timeout: 8 * MINUTES,
          signal,
        }),
      )
    }
  } finally {
    await cluster?.stop()
  }
  yield* totals.summary()
}

/** One PostgreSQL for the whole run, in memory; test files clone their databases from a template in it. */
async function startCluster(): Promise<Cluster | undefined> {
  const path = join(ROOT, 'tests/cluster.ts')
  if (!existsSync(path)) return undefined
  const { startTestCluster } = (await import(path)) as { startTestCluster: () => Promise<Cluster> }
  return startTestCluster()
}

function absolute(path: string): string {
  return join(ROOT, path)
}

if (files.length === 0) {
  console.error(`No test file has ${words.join(' or ')} in its path.`)
  process.exitCode = 1
} else {
  await pipeline(events(), new spec(), process.stdout, { end: false })
  process.exitCode = totals.failed || interrupted.signal.aborted ? 1 : 0
}
