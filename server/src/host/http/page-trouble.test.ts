import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyRequest } from 'fastify'
import { Outage } from '../../kernel/outage.ts'
import { silentLog } from '../log/log.ts'
import { judgeTrouble } from './page-trouble.ts'

const request = { id: 'r1', routeOptions: { url: '/it' } } as FastifyRequest
const withCode = (code: string) => Object.assign(new Error(code), { code })

for (const [what, error] of Object.entries({
  'a database that restarts': withCode('57P01'),
  'a database that nobody answers for': withCode('ECONNREFUSED'),
  'somebody else’s failure': new Outage('payments.provider_away', 'no answer'),
})) {
  test(`${what} is something to wait for`, () => {
    assert.deepEqual(judgeTrouble(error, request, { log: silentLog }), { kind: 'away', status: 503 })
  })
}

test('what the reader sent wrongly is theirs', () => {
  const error = Object.assign(new Error('too large'), { statusCode: 413 })
  assert.deepEqual(judgeTrouble(error, request, { log: silentLog }), { kind: 'refused', status: 413 })
})

test('anything else is ours: logged under the id that the page shows, and told', () => {
  const logged: unknown[] = []
  const told: string[] = []
  const log = { ...silentLog, error: (_event: string, fields?: object) => void logged.push(fields) }
  const trouble = judgeTrouble(new TypeError('x is not a function'), request, {
    log,
    onFault: (id) => void told.push(id),
  })
  assert.ok(trouble.kind === 'fault')
  assert.deepEqual(told, [trouble.faultId])
  assert.equal((logged[0] as { faultId: string }).faultId, trouble.faultId)
})
