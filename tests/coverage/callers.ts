/** A house with a shop, its server, and one caller of each kind. */
import type { Route } from '../../server/src/host/http/route.ts'
import { openSession } from '../../server/src/host/auth/sessions.ts'
import { recordCustomer } from '../../server/src/departments/customers/index.ts'
import { ok } from '../../server/src/kernel/result.ts'
import { createTestServer, signedInAs } from '../../server/src/testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../server/src/testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../server/src/testing/test-house.ts'

export type Headers = Readonly<Record<string, string>>

export interface Callers {
  readonly house: TestHouse
  readonly shop: Shop
  readonly app: Awaited<ReturnType<typeof createTestServer>>
  newCustomer(): Promise<Headers>
  /** A member of staff who may do nothing. */
  newStaff(): Promise<Headers>
  /** A member of staff who may do this and nothing else. */
  with(permission: string): Promise<Headers>
}

export async function openCallers(): Promise<Callers> {
  const house = await createTestHouse()
  const shop = await openShop(house)
  const app = await createTestServer(house)
  let customers = 0
  const known = new Map<string, Promise<Headers>>()
  return {
    house,
    shop,
    app,
    newCustomer: () => customerOf(house, `customer-${++customers}@village.example`),
    newStaff: async () => (await signedInAs(house)).headers,
    with(permission) {
      const headers = known.get(permission) ?? onlyWith(house, permission)
      known.set(permission, headers)
      return headers
    },
  }
}

async function onlyWith(house: TestHouse, permission: string): Promise<Headers> {
  const code = `only_${permission.replaceAll(/[^a-z]/g, '_')}`
  await house.asOwner(
    `INSERT INTO people.role (code, names, permissions, position) VALUES ($1, jsonb_build_object('en', $1::text), $2, 99)`,
    [code, [permission]],
  )
  return (await signedInAs(house, code)).headers
}

async function customerOf(house: TestHouse, email: string): Promise<Headers> {
  const token = must(
    await house.run(async (ctx) => {
      const id = await recordCustomer(ctx, { email, name: 'A customer', locale: 'it' })
      return ok(openSession(ctx, { kind: 'customer', id }))
    }),
  )
  // Registered, as by the link in the mail: a guest who once bought has no account to sign in to.
  await house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE email = $1`, [email])
  return { authorization: `Bearer ${token}` }
}

/** Path of an operation with its parameters filled in. */
export function pathOf(route: Route, params: Readonly<Record<string, string>>): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeText(params[name] ?? 'sample'))
  return `/api${path}`
}

/** For an address; what is wrong with a text on purpose stays wrong. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%25zz', '%zz')
}
