/**
 * `npm test`: the checks, every test, then the journeys in a browser. One run of node:test in two phases rather
 * than two programs, so that the one summary at the end counts everything and says the truth.
 *
 * `npm test -- orders refund` runs only the files whose path contains one of the words, without the checks.
 * `FONDACO_SLOWEST=20` names the files that took longest.
 */
import { existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { ROOT } from './commands.ts'
import { groupTests } from './test-groups.ts'
import type { ShopTemplate } from '../tests/living-shop/shop-template.ts'
import { Totals } from './test-totals.ts'

/** What phases stand on, in the order in which it is needed, and taken down in the other. */
type Ground = { stop(): Promise<void> | void }

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
/** One more than there are cores: while one waits, for a database or for what a person would wait for too, another goes on. */
const concurrency = Math.min(4, availableParallelism()) + 1
const files = globSync(['server/src/**/*.test.ts', 'backoffice/src/**/*.test.ts', 'tests/**/*.test.ts'], { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('node_modules/'))
  .filter((path) => (words.length === 0 ? true : words.some((word) => path.includes(word))))
  .sort()

const isCheck = (path: string) => path.startsWith('tests/checks/') || path.startsWith('tests/architecture/')
const isCoverage = (path: string) => path.startsWith('tests/coverage/')
const isJourney = (path: string) => path.startsWith('tests/journeys/')
/** The longest first, so that none is left alone at the end; how much is written says how long it takes, save of what `isLong`. */
const longestFirst = (paths: string[]) =>
  paths.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)) || sizeOf(b) - sizeOf(a))
/** What goes through every operation; what waits: for who left to be missed, for a house or a database to start again and again. */
const isLong = (path: string) => isCoverage(path) || /presence|start-house|launcher|list-routes|money-races/.test(path)
const sizeOf = (path: string) => statSync(absolute(path)).size
const checks = longestFirst(files.filter(isCheck))
const journeys = longestFirst(files.filter(isJourney))
const others = groupTests(longestFirst(files.filter((path) => !isCheck(path) && !isJourney(path))), isLong)
const phases = [
  { files: [...checks.map(absolute), ...others.paths], ground: others.paths.length > 0 ? [startCluster] : [] },
  { files: journeys.map(absolute), ground: [offerTemplate] },
].filter((phase) => phase.files.length > 0)

const MINUTES = 60_000
const totals = new Totals()
const interrupted = new AbortController()
let template: Promise<ShopTemplate> | undefined
process.once('SIGINT', () => interrupted.abort())
process.once('SIGTERM', () => interrupted.abort())

async function* events() {
  const grounds = new Map<() => Promise<Ground>, Ground>()
  const compiled = keepCompiled()
  if (journeys.length > 1) template = makeTemplate()
  // Who asks for it is told what went wrong; before that nobody listens yet.
  template?.catch(() => {})
  try {
    for (const phase of phases) {
      for (const lay of phase.ground) if (!grounds.has(lay)) grounds.set(lay, await lay())
      const { signal } = interrupted
      yield* totals.count(run({ cwd: ROOT, files: phase.files, concurrency, timeout: 8 * MINUTES, signal }))
    }
  } finally {
    for (const ground of [...grounds.values()].toReversed()) await ground.stop()
    await template?.then(({ remove }) => remove()).catch(() => {})
    compiled.forget()
    others.remove()
  }
  yield* totals.summary(Number(process.env['FONDACO_SLOWEST'] ?? 0))
}

/** One PostgreSQL for the whole run, in memory; test files clone their databases from a template in it. */
async function startCluster(): Promise<Ground> {
  const { startTestCluster } = await import('../tests/cluster.ts')
  return startTestCluster()
}

/** Made while the tests before the journeys run. For one journey alone it would cost more than it saves. */
async function makeTemplate(): Promise<ShopTemplate> {
  const { prepareShopTemplate } = await import('../tests/living-shop/shop-template.ts')
  return prepareShopTemplate()
}

/** Only journeys begin with a copy: other tests prove what a first start does. */
async function offerTemplate(): Promise<Ground> {
  ;(await template)?.offer()
  return { stop: () => {} }
}

/** Every file is a process that loads much of the house: the first compiles it for all. */
function keepCompiled(): { forget(): void } {
  if (process.env['NODE_COMPILE_CACHE'] !== undefined) return { forget: () => {} }
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fondaco-compiled-'))
  process.env['NODE_COMPILE_CACHE'] = folder
  return {
    forget() {
      delete process.env['NODE_COMPILE_CACHE']
      rmSync(folder, { recursive: true, force: true })
    },
  }
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
