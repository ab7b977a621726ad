import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLog } from './log.ts'

test('only listed fields reach a line, each line is one object, and what was written is there at once', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-log-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const destination = join(folder, 'deeper', 'x.log')
  const log = openLog({ level: 'info', name: 'api', destination })
  log.info('fault', { requestId: 'r1', email: 'anna@village.example' })
  log.warn('second')
  const [first = '', second = ''] = readFileSync(destination, 'utf8').trim().split('\n')
  const { time, ...line } = JSON.parse(first) as Record<string, unknown>
  assert.match(String(time), /^\d{4}-\d\d-\d\dT.*Z$/)
  assert.deepEqual(line, { level: 30, name: 'api', requestId: 'r1', msg: 'fault' })
  assert.equal((JSON.parse(second) as { msg: string }).msg, 'second')
})

test(
  'a disk that is full costs lines, and neither the process nor the caller',
  { skip: !existsSync('/dev/full') },
  () => {
    const log = openLog({ level: 'info', name: 'api', destination: '/dev/full' })
    for (let line = 0; line < 1_000; line++) log.error('fault', { stack: 'x'.repeat(200) })
  },
)
