/**
 * The whole server of a test house, without a port:
 *
 *   const app = await createTestServer(house)
 *   const answer = await app.inject({ url: '/api/shop' })                     // anonymous
 *   const clerk = await signedInAs(house, 'accountant')                       // a member of staff with this role
 *   const answer = await app.inject({ url: '/api/ledger/entries', headers: clerk.headers })
 */
import type { FastifyInstance } from 'fastify'
import { createStaff, loadReadyMadeRoles } from '../departments/people/index.ts'
import { buildHouseServer } from '../apps/server.ts'
import { openSession } from '../host/auth/sessions.ts'
import type { Id } from '../kernel/ids.ts'
import { ok } from '../kernel/result.ts'
import { atTheEnd } from './at-the-end.ts'
import type { TestHouse } from './test-house.ts'

const open = new Set<FastifyInstance>()
atTheEnd(async () => {
  for (const app of open) await app.close()
  open.clear()
})

/** Faults are thrown into the test's log, since a 500 alone says nothing. */
export async function createTestServer(house: TestHouse): Promise<FastifyInstance> {
  const app = buildHouseServer({
    blueprint: house.blueprint,
    findHouse: async (hostName) => (hostName === 'localhost' ? house : undefined),
    log: house.log,
    publicUrl: 'http://localhost',
    trustProxy: false,
    dataFolder: house.dataFolder,
    onFault: (faultId, error) =>
      process.stderr.write(`Fault ${faultId}: ${error instanceof Error ? error.stack : String(error)}\n`),
  })
  open.add(app)
  await app.ready()
  return app
}

export interface SignedIn {
  readonly id: Id<'staff'>
  readonly token: string
  readonly headers: { readonly authorization: string }
}

let signedIn = 0

/** A new member of staff with these roles (`owner`, `accountant`, ...), and a session of theirs. */
export async function signedInAs(house: TestHouse, ...roles: readonly string[]): Promise<SignedIn> {
  signedIn += 1
  const email = `${roles.join('-') || 'nobody'}-${signedIn}@village.example`
  const result = await house.run(async (ctx) => {
    const loaded = await loadReadyMadeRoles(ctx, house.blueprint.permissions)
    if (!loaded.ok) return loaded
    const made = await createStaff(ctx, { name: `The ${roles.join(' and ') || 'newcomer'}`, email, roles })
    if (!made.ok) return made
    const { id } = made.value
    const token = openSession(ctx, { kind: 'staff', id })
    return ok({ id, token, headers: { authorization: `Bearer ${token}` } })
  })
  if (!result.ok) throw new Error(`Nobody could sign in: ${result.refusal.code}`)
  return result.value
}
