import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const FIRST = new Date('2026-11-22T09:00:00Z')
const STALE_MS = 16 * 60_000

let house: TestHouse
let app: FastifyInstance
let now = FIRST
let owner: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
})
beforeEach(async () => {
  now = FIRST
  owner = await signedInAs(house, 'owner')
})

type Method = 'POST' | 'PATCH' | 'PUT'
async function ask(method: Method, path: string, payload: object, version?: number) {
  const headers = { ...owner.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}

let made = 0
const hire = (roles: readonly string[]) =>
  ask('POST', '/staff', { name: 'Anna', email: `anna-${(made += 1)}@village.example`, roles })

describe('rights over who comes in are given by who has just proved who they are', () => {
  test('to somebody new', async () => {
    now = new Date(FIRST.getTime() + STALE_MS)
    for (const role of ['owner', 'it']) assert.equal((await hire([role])).body.code, 'people.confirm_first')
    assert.equal((await hire(['auditor'])).status, 201, 'who sees people lets nobody in')
    now = FIRST
    assert.equal((await hire(['it'])).status, 201)
  })

  test('to a colleague; taking them away asks for none', async () => {
    const { id } = (await hire(['picker'])).body
    now = new Date(FIRST.getTime() + STALE_MS)
    const refused = await ask('PATCH', `/staff/${id}`, { roles: ['picker', 'it'] }, 1)
    assert.deepEqual([refused.status, refused.body.code], [403, 'people.confirm_first'])
    assert.equal((await ask('PATCH', `/staff/${id}`, { roles: ['buyer'] }, 1)).status, 200)
    now = FIRST
    assert.equal((await ask('PATCH', `/staff/${id}`, { roles: ['it'] }, 2)).status, 200)
    now = new Date(FIRST.getTime() + STALE_MS)
    assert.equal((await ask('PATCH', `/staff/${id}`, { roles: ['picker'] }, 3)).status, 200)
  })

  test('to all who hold a role', async () => {
    const role = { name: `Clerk ${(made += 1)}`, description: null, permissions: ['orders:read'] }
    const { code } = (await ask('POST', '/roles', role)).body
    now = new Date(FIRST.getTime() + STALE_MS)
    const wider = { ...role, permissions: ['orders:read', 'people:write'] }
    assert.equal((await ask('PUT', `/roles/${code}`, wider, 1)).body.code, 'people.confirm_first')
    now = FIRST
    assert.equal((await ask('PUT', `/roles/${code}`, wider, 1)).status, 200)
    now = new Date(FIRST.getTime() + STALE_MS)
    assert.equal((await ask('PUT', `/roles/${code}`, { ...wider, name: `Clerk ${(made += 1)}` }, 2)).status, 200)
  })
})
