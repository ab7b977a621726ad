/** People of a shop with departments, for tests of work: who is in which unit, and calls as each of them. */
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { openShop, type Shop } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse, type TestHouseOptions } from '../../../testing/test-house.ts'

export interface Answered {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- an answer of any operation
  readonly body: any
}

export interface Office {
  readonly house: TestHouse
  readonly app: FastifyInstance
  readonly shop: Shop
  /** Departments by the word that tests call them: `sales`, `stock`. */
  unit(name: string): Promise<string>
  join(unitId: string, ...people: readonly SignedIn[]): Promise<void>
  /** A company from outside, whose people they are from now on. */
  company(name: string, ...people: readonly SignedIn[]): Promise<string>
  person(...roles: readonly string[]): Promise<SignedIn>
  call(
    who: SignedIn,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options?: CallOptions,
  ): Promise<Answered>
}

export interface CallOptions {
  readonly body?: unknown
  readonly version?: number
  readonly language?: string
}

export async function openOffice(options: TestHouseOptions = {}): Promise<Office> {
  const house = await createTestHouse(options)
  const app = await createTestServer(house)
  const shop = await openShop(house)
  return {
    house,
    app,
    shop,
    async unit(name) {
      const [row] = await house.asOwner<{ id: string }>(
        `INSERT INTO people.unit (id, kind, name, created_at) VALUES (gen_random_uuid(), 'department', $1, now()) RETURNING id`,
        [name],
      )
      return row?.id ?? ''
    },
    async join(unitId, ...people) {
      for (const { id } of people) {
        await house.asOwner(`INSERT INTO people.unit_member (unit_id, staff_id, since) VALUES ($1, $2, now())`, [
          unitId,
          id,
        ])
      }
    },
    async company(name, ...people) {
      const [row] = await house.asOwner<{ id: string }>(
        `INSERT INTO people.company (id, kind, name, created_at) VALUES (gen_random_uuid(), 'partner', $1, now()) RETURNING id`,
        [name],
      )
      for (const { id } of people) {
        await house.asOwner(
          `UPDATE people.staff SET company_id = $1, ends_at = now() + interval '90 days', sponsor_id = id WHERE id = $2`,
          [row?.id, id],
        )
      }
      return row?.id ?? ''
    },
    person: (...roles) => signedInAs(house, ...roles),
    async call(who, method, url, { body, version, language } = {}) {
      const answer = await app.inject({
        method,
        url: `/api${url}`,
        headers: {
          ...who.headers,
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(language === undefined ? {} : { 'accept-language': language }),
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
    },
  }
}
