/** Somebody turned off from the office: out at once, with their keys, until somebody lets them in again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { createTestHouse } from '../../testing/test-house.ts'

interface Offered {
  readonly action: string
  readonly allowed: boolean
}

const house = await createTestHouse({ clock: { now: () => new Date('2026-11-22T09:00:00Z') } })
const app = await createTestServer(house)
const owner = await signedInAs(house, 'owner')
await house.asOwner('UPDATE people.staff SET password_hash = $1', ['not a hash'])

test('somebody suspended is let in nowhere from the next call on, with their keys, until they are let in again', async () => {
  const second = await signedInAs(house, 'owner')
  const made = await app.inject({
    method: 'POST',
    url: '/api/api-keys',
    headers: second.headers,
    payload: {
      name: 'ERP',
      permissions: ['catalog:read'],
      expiresAt: '2026-12-20T09:00:00.000Z',
    },
  })
  const key = { authorization: `Bearer ${made.json().key}` }
  const asks = async () =>
    Promise.all(
      [second.headers, key].map(
        async (headers) => (await app.inject({ url: '/api/products', headers: { ...headers } })).statusCode,
      ),
    )
  const turn = async (method: 'POST' | 'DELETE', by = owner) => {
    const url = `/api/staff/${second.id}/suspension`
    const payload = method === 'POST' ? { payload: { reason: 'A lost laptop' } } : {}
    const answer = await app.inject({ method, url, headers: by.headers, ...payload })
    return answer.statusCode === 204 ? 204 : answer.json().code
  }
  const person = async () => (await app.inject({ url: `/api/staff/${second.id}`, headers: owner.headers })).json()
  assert.deepEqual(await asks(), [200, 200])
  assert.equal(await turn('DELETE'), 'people.not_suspended')
  const clerk = await signedInAs(house, 'it')
  assert.deepEqual(
    [await turn('POST', clerk), await turn('POST', second)],
    ['people.grants_too_much', 'people.not_yourself'],
  )
  assert.equal((await person()).suspension, null)
  const atOnce = await Promise.all([turn('POST'), turn('POST'), turn('POST')])
  assert.deepEqual(
    atOnce.map(String).sort(),
    ['204', 'people.already_suspended', 'people.already_suspended'],
    'once, whoever comes first',
  )
  assert.deepEqual(await asks(), [401, 401])
  const { state, suspension, roles, version, allowedActions } = await person()
  const { name } = (await app.inject({ url: `/api/staff/${owner.id}`, headers: owner.headers })).json()
  assert.deepEqual([state, suspension.by, suspension.reason, roles], ['suspended', name, 'A lost laptop', ['owner']])
  const offered = (allowedActions as Offered[]).filter(({ action }) => ['suspend', 'resume'].includes(action))
  assert.deepEqual(
    offered.map(({ action, allowed }) => [action, allowed]),
    [['resume', true]],
  )
  assert.equal(await turn('DELETE', clerk), 'people.grants_too_much')
  assert.deepEqual((await Promise.all([turn('DELETE'), turn('DELETE')])).map(String).sort(), [
    '204',
    'people.not_suspended',
  ])
  assert.deepEqual(await asks(), [401, 200], 'the session has ended, the key works again')
  const after = await person()
  assert.deepEqual([after.suspension, after.version], [null, version + 1])
  const trail = await house.asOwner<{ action: string; reason: string | null }>(
    `SELECT action, reason FROM host.audit WHERE object_id = $1 AND action LIKE 'people:%su%' ORDER BY version`,
    [second.id],
  )
  assert.deepEqual(trail, [
    { action: 'people:suspend', reason: 'A lost laptop' },
    { action: 'people:resume', reason: null },
  ])
})
