import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { silentLog } from '../host/log/log.ts'
import { superviseChild } from './supervised-child.ts'
import { Problem } from './terminal.ts'

function supervise(t: TestContext, manner: string) {
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-child-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const journal = join(folder, 'journal')
  const script = fileURLToPath(new URL('testing/falls.ts', import.meta.url))
  const told: string[] = []
  const plan = { name: 'api', script, args: [manner, journal], env: process.env }
  const child = superviseChild(plan, silentLog, (sentence) => told.push(sentence))
  const pids = () => readFileSync(journal, 'utf8').trim().split('\n').map(Number)
  return { child, told, pids }
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a process that cannot start is told in its own sentence, and not tried again', async (t) => {
  const { child, pids } = supervise(t, 'never-starts')
  await assert.rejects(child.ready, (error) => {
    assert.ok(error instanceof Problem)
    assert.deepEqual([error.message, error.remedy], ['Port 4000 is taken by another program.', 'Stop that program.'])
    return true
  })
  await child.stop()
  assert.equal(pids().length, 1)
})

test('a process that falls is started again, at once', async (t) => {
  const { child, told, pids } = supervise(t, 'falls-once')
  await child.ready
  while (pids().length < 2) await wait(20)
  assert.deepEqual(told, ['The api ended (exit code 7); starting it again.'])
  const [, second = 0] = pids()
  assert.ok(lives(second))
  await child.stop()
  assert.ok(!lives(second))
})

test('a killed process is started again too', async (t) => {
  const { child, told, pids } = supervise(t, 'steady')
  await child.ready
  process.kill(pids()[0] ?? 0, 'SIGKILL')
  while (pids().length < 2) await wait(20)
  assert.match(told[0] ?? '', /SIGKILL/)
  await child.stop()
})
