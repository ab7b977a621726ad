/**
 * `npm run bench [-- names… --rounds 5 --scale 1]`: what the program costs, beside the physical limit measured in the same
 * run. Each file beside this one is a workload; README.md tells what the figures mean.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { startGround, type OwnGround } from './frame/ground.ts'
import { ratioOf, type BenchContext, type Row, type Workload } from './frame/row.ts'
import { drawTable } from './frame/table.ts'

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, scale: { type: 'string', default: '1' } },
})

const here = import.meta.dirname
const known = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && name !== basename(import.meta.filename))
  .map((name) => name.slice(0, -'.ts'.length))
const unknown = asked.find((name) => !known.includes(name))
if (unknown !== undefined) throw new Error(`There is no workload ${unknown}. There are: ${known.join(', ')}.`)

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
let ground: Promise<OwnGround> | undefined
const ctx: BenchContext = {
  rounds: Number(options.rounds),
  scale: Number(options.scale),
  say,
  openGround: () => (ground ??= startGround(say)),
}

const measured: { name: string; what: string; rows: readonly Row[] }[] = []
try {
  for (const name of asked.length > 0 ? asked : known) {
    const workload = (await import(join(here, `${name}.ts`))) as Workload
    say(`${name}: ${workload.what}`)
    measured.push({ name, what: workload.what, rows: await workload.run(ctx) })
  }
} finally {
  await (await ground)?.stop()
}

for (const { name, what, rows } of measured) process.stdout.write(`\n${name}: ${what}\n\n${drawTable(rows)}\n`)
keep()

function keep(): void {
  const at = new Date().toISOString()
  const folder = join(here, 'results')
  mkdirSync(folder, { recursive: true })
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, node: process.version, load: loadavg()[0] }
  const workloads = measured.map(({ name, what, rows }) => ({
    name,
    what,
    rows: rows.map((row) => ({ ...row, ratio: ratioOf(row) })),
  }))
  const file = join(folder, `${at.replaceAll(':', '-')}.json`)
  writeFileSync(file, `${JSON.stringify({ at, machine, workloads }, undefined, 2)}\n`)
  process.stdout.write(`\nKept in bench/results/${basename(file)}\n`)
}
