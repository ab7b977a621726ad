import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PostgresProblem } from './problem.ts'

/**
 * The port for this start: the one asked for, else the one remembered, else the first free one from a place that the folder's
 * name decides. Below 32768, so that no outgoing connection of this machine sits on it when we come back.
 */
export async function choosePort(home: string, asked: number | undefined, say: (s: string) => void): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked
    throw portTaken(asked)
  }
  const file = join(home, 'port')
  const remembered = Number(await readFile(file, 'utf8').catch(() => ''))
  if (remembered > 0 && (await isFree(remembered))) return remembered
  const port = await firstFree(home)
  if (remembered > 0) say(`Port ${remembered} is taken by another program; the database moves to port ${port}.`)
  await writeFile(file, `${port}\n`)
  return port
}

export function portTaken(port: number): PostgresProblem {
  return new PostgresProblem(
    'port-taken',
    `Port ${port}, asked for the database, is taken by another program.`,
    'Stop that program, or choose another port; without a wish, Fondaco finds a free one.',
  )
}

async function firstFree(home: string): Promise<number> {
  const start = createHash('sha256').update(home).digest().readUInt16BE(0) % 12_000
  for (let step = 0; step < 12_000; step += 1) {
    const port = 20_000 + ((start + step) % 12_000)
    if (await isFree(port)) return port
  }
  throw new PostgresProblem(
    'port-taken',
    'No port between 20000 and 32000 is free.',
    'Name a free port for the database.',
  )
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)))
  })
}
