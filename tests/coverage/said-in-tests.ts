/** What the tests speak of by name: a code, an event, a job that no test ever says is one that no test proves. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../tools/commands.ts'

/** Programs of the proofs count, and what they expect; lists of what is missing do not. */
const PROVING = ['server/src/**/*.test.ts', 'tests/**/*.ts', 'bench/**/*.ts', 'server/demo/**/*.expected.json']

interface TestText {
  readonly path: string
  readonly text: string
}

export function textsOfTests(): TestText[] {
  return globSync(PROVING, { cwd: ROOT, exclude: (path) => path.includes('node_modules') })
    .filter((path) => !path.endsWith('unproved.ts'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** Quoted, whole: `'orders.not_found'` is not said by `'orders.not_found_here'`. */
export function isSaid(texts: readonly TestText[], name: string): boolean {
  const whole = new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}(?![\\w.])`)
  return texts.some(({ text }) => whole.test(text))
}

/** The tests of a department may leave its own name out, and so does what they expect of a file: `2 Barcode: not_found`. */
export function isRefusalSaid(texts: readonly TestText[], code: string): boolean {
  const [department = '', reason = ''] = code.split('.')
  const own = texts.filter(({ path }) => path.includes(`/${department}/`) || path.endsWith('.expected.json'))
  return isSaid(texts, code) || own.some(({ text }) => new RegExp(`['"\` .]${reason}['"\`]`).test(text))
}

/** Fails where something is neither proved nor listed, and where the list may shrink. */
export function compareWithList(
  what: string,
  { all, unproved, file }: { all: readonly string[]; unproved: readonly string[]; file: string },
  isProved: (name: string) => boolean,
): string[] {
  const listed = new Set(unproved)
  return [
    ...all
      .filter((name) => !isProved(name) && !listed.has(name))
      .map((name) => `${name}: no test produces this ${what}. Write one that names it; ${file} only ever shrinks.`),
    ...unproved.filter((name) => !all.includes(name)).map((name) => `${name}: is gone. Take it off ${file}.`),
    ...unproved
      .filter((name) => all.includes(name) && isProved(name))
      .map((name) => `${name}: is proved now. Take it off ${file}.`),
  ]
}
