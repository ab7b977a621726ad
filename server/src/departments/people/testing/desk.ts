/**
 * A house with an owner at a desk, who asks by HTTP what the office asks:
 *
 *   const { ask, aPerson, aCompany } = desk = await openDesk()
 *   const told = await ask('PUT', `/staff/${await aPerson()}/access`, { endsAt: desk.days(5) }, { version: 1 })
 */
import assert from 'node:assert/strict'
import { openSession } from '../../../host/auth/sessions.ts'
import { ok } from '../../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { createTestHouse } from '../../../testing/test-house.ts'

export interface Told {
  readonly status: number
  readonly code: string | undefined
  readonly field: string | undefined
  // What each route answers differs; tests say what they expect of it.
  readonly json: Readonly<Record<string, never>>
}

export const NOBODY = '018f0000-0000-7000-8000-000000000000'
export const refusalOf = ({ status, code, field }: Told) => [status, code, field]

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk() {
  let now = new Date()
  let made = 0
  const house = await createTestHouse({ clock: { now: () => now } })
  const app = await createTestServer(house)
  const owner = await signedInAs(house, 'owner')
  /** Its days are longer here than a session is. */
  const keepSessions = () => house.asOwner(`UPDATE host.session SET expires_at = now() + interval '400 days'`)
  await keepSessions()

  async function ask(
    method: Method,
    path: string,
    payload?: object,
    { by = owner, version }: { by?: SignedIn; version?: number } = {},
  ): Promise<Told> {
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: { ...by.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      ...(payload ? { payload } : {}),
    })
    const json = (answer.body === '' ? {} : answer.json()) as Told['json'] & { code?: string; field?: string }
    return { status: answer.statusCode, code: json.code, field: json.field, json }
  }

  return {
    house,
    owner,
    ask,
    days: (n: number) => new Date(now.getTime() + n * 86_400_000).toISOString(),
    now: () => now,
    goTo: (instant: Date) => void (now = instant),
    async aCompany(kind = 'partner') {
      const told = await ask('POST', '/companies', { kind, name: `Company ${(made += 1)}` })
      assert.equal(told.status, 201)
      return String(told.json['id'])
    },
    async aPerson(more: object = {}) {
      const person = { name: 'Anna', email: `p${(made += 1)}@village.example`, roles: ['picker'], ...more }
      const told = await ask('POST', '/staff', person)
      assert.equal(told.status, 201, JSON.stringify(told.json))
      return String(told.json['id'])
    },
    async sessionOf(id: string): Promise<SignedIn> {
      const opened = await house.run(async (ctx) => ok(openSession(ctx, { kind: 'staff', id })))
      const token = opened.ok ? opened.value : assert.fail()
      await keepSessions()
      return { id: id as SignedIn['id'], token, headers: { authorization: `Bearer ${token}` } }
    },
    personOf: async (id: string) => (await ask('GET', `/staff/${id}`)).json as Readonly<Record<string, unknown>>,
  }
}
