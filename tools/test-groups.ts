/**
 * Which test files share a process. To load the house takes longer than what most files do, so files of the house go together, a dozen
 * to a process, and those without one in a few. Alone stay those that change or watch the process itself, that start others, and those
 * that take long anyway.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './commands.ts'

interface TestFile {
  readonly path: string
  readonly text: string
}

export interface Grouping {
  /** What to run, absolute: groups first, the longest of them before the others. */
  readonly paths: readonly string[]
  remove(): void
}

const HOUSES_TOGETHER = 12
const PLAIN_TOGETHER = 50
/** Its environment, its signals, its exit; children and threads; a browser. */
const OF_THE_PROCESS = /\bprocess\.(?!env\['FONDACO_)|node:(child_process|worker_threads|cluster|v8)|playwright/
const USES_HOUSE = /\/testing\/[a-z-]+\.ts'/

/** `files` relative to the root. */
export function groupTests(files: readonly string[], isLong: (path: string) => boolean): Grouping {
  const read = files.map((path): TestFile => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  const isAlone = ({ path, text }: TestFile) => isLong(path) || OF_THE_PROCESS.test(text)
  const sociable = read.filter((file) => !isAlone(file))
  const groups = [
    ...dealOut(
      sociable.filter(({ text }) => USES_HOUSE.test(text)),
      HOUSES_TOGETHER,
    ),
    ...dealOut(
      sociable.filter(({ text }) => !USES_HOUSE.test(text)),
      PLAIN_TOGETHER,
    ),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-groups-'))
  const alone = read.filter(isAlone).map(({ path }) => join(ROOT, path))
  const long = alone.filter(isLong)
  const paths = [
    ...long,
    ...groups.map((group, at) =>
      group.length === 1 && group[0] ? join(ROOT, group[0].path) : write(folder, at, group),
    ),
    ...alone.filter((path) => !isLong(path)),
  ]
  return { paths, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Into as many hands as needed, each with about as much text: how much is written says how long it takes. */
function dealOut(files: readonly TestFile[], most: number): TestFile[][] {
  const hands = Array.from({ length: Math.ceil(files.length / most) }, () => ({ size: 0, files: [] as TestFile[] }))
  for (const file of files.toSorted((a, b) => b.text.length - a.text.length || (a.path < b.path ? -1 : 1))) {
    const lightest = hands.reduce((light, hand) => (hand.size < light.size ? hand : light))
    lightest.files.push(file)
    lightest.size += file.text.length
  }
  return hands.map((hand) => hand.files)
}

function write(folder: string, at: number, group: readonly TestFile[]): string {
  const path = join(folder, `group-${String(at + 1).padStart(2, '0')}.test.mjs`)
  const loads = group.map(({ path: file }) => `  { name: '${file}', load: () => import('${urlOf(file)}') },`)
  // Before the first hook is set: from then on the test runner follows every promise, and loading the house makes many.
  const house = group.some(({ text }) => USES_HOUSE.test(text))
    ? `await import('${urlOf('server/src/testing/test-house.ts')}')`
    : ''
  const program = `${house}\nconst { runTogether } = await import('${urlOf('tests/together.ts')}')\nawait runTogether([\n${loads.join('\n')}\n])\n`
  writeFileSync(path, program)
  return path
}

function urlOf(path: string): string {
  return pathToFileURL(join(ROOT, path)).href
}
