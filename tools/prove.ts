/**
 * `npm run prove`: the proofs that `npm test` runs in small, with their full counts (races, kills, faults).
 *
 *   npm run prove -- [--seed N] [--count N] [--restart] [WORD ...]
 *
 * Programs stand in tests/prove/*.ts and run one after the other. What passed is kept in a journal in the temporary
 * folder, per seed and count, so that an interrupted run goes on where it stopped; --restart forgets it.
 */
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './commands.ts'
import type { Proof } from './proof.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, count: { type: 'string' }, restart: { type: 'boolean', default: false } },
})
const seed = wholeNumber('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 31)
const count = wholeNumber('count', values.count)

const folder = join(tmpdir(), 'fondaco-prove')
const journal = join(folder, `seed-${seed}-count-${count ?? 'full'}.log`)
mkdirSync(folder, { recursive: true })
if (values.restart) rmSync(journal, { force: true })
const passed = new Set(existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : [])

const programs = globSync('tests/prove/*.ts', { cwd: ROOT })
  .filter((path) => !path.endsWith('.test.ts'))
  .filter((path) => positionals.length === 0 || positionals.some((word) => path.includes(word)))
  .sort()

console.log(
  `seed ${seed}; to go on after an interruption: npm run prove -- --seed ${seed}${count === undefined ? '' : ` --count ${count}`}`,
)
if (programs.length === 0) fail('No program in tests/prove/ has such a name.')
for (const path of programs) await prove(path)

async function prove(path: string): Promise<void> {
  const key = basename(path)
  const proof = (await import(join(ROOT, path))) as Proof
  if (passed.has(key)) return console.log(`✔ ${proof.name} (already proved with this seed)`)
  const start = performance.now()
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1)
  try {
    console.log(`▶ ${proof.name}`)
    await proof.run({ seed, count, log: (line) => console.log(`  ${seconds()} s  ${line}`) })
    appendFileSync(journal, `${key}\n`)
    console.log(`✔ ${proof.name} (${seconds()} s)`)
  } catch (error) {
    console.error(error)
    fail(
      `✖ ${proof.name} (${seconds()} s) with seed ${seed}: npm run prove -- --seed ${seed} ${key.replace(/\.ts$/, '')}`,
    )
  }
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,10}$/.test(text)) return Number(text)
  console.error(`--${name} wants a whole number, not "${text}".`)
  process.exit(2)
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
