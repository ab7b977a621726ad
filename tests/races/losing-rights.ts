/** Somebody loses the right to what they are just doing: whatever was not done when they lost it is not done any more. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { signedInAs } from '../../server/src/testing/create-test-server.ts'
import { paidOrders, timesOf, type MoneyCourse } from './money-course.ts'

const RIGHTS = ['payments:read', 'payments:refund', 'people:api_keys']
const A_DAY_MS = 86_400_000
const REASON = { reason: 'a race' }

interface Clerk {
  readonly id: string
  readonly role: { readonly code: string; readonly name: string }
  readonly session: string
  readonly key: { readonly id: string; readonly token: string }
}

type Ask = MoneyCourse['call']

interface Way {
  readonly by: 'session' | 'key'
  readonly lose: (ask: Ask, clerk: Clerk) => ReturnType<Ask>
}

const withoutRoles = (ask: Ask, { id }: Clerk) => ask('PATCH', `/staff/${id}`, { roles: [] }, { 'if-match': '"1"' })
const suspended = (ask: Ask, { id }: Clerk) => ask('POST', `/staff/${id}/suspension`, REASON)

/** Each way to lose a right, and by what its holder is known while they act. */
export const waysToLoseARight = {
  'a role is taken': { by: 'session', lose: withoutRoles },
  'a role comes to mean less': {
    by: 'session',
    lose: (ask, { role: { code, name } }) =>
      ask('PUT', `/roles/${code}`, { name, permissions: ['payments:read'] }, { 'if-match': '"1"' }),
  },
  'a session is ended': { by: 'session', lose: (ask, { id }) => ask('DELETE', `/staff/${id}/sessions`, {}) },
  'somebody is suspended': { by: 'session', lose: suspended },
  'somebody leaves': { by: 'session', lose: (ask, { id }) => ask('POST', `/staff/${id}/ending`, REASON) },
  'work is narrowed to another market': {
    by: 'session',
    lose: (ask, { id }) => ask('PUT', `/staff/${id}/access`, { scope: { market: ['eu'] } }, { 'if-match': '"1"' }),
  },
  'a key is revoked': { by: 'key', lose: (ask, { key }) => ask('POST', `/api-keys/${key.id}/revocation`, {}) },
  'a role is taken from whose key it is': { by: 'key', lose: withoutRoles },
  'whose key it is is suspended': { by: 'key', lose: suspended },
} as const satisfies Readonly<Record<string, Way>>

/**
 * Calls that passed the door wait for the payment, which somebody else holds. Who loses the right meanwhile does nothing more, though nobody
 * stands in the way when the lock is free.
 */
export async function loseRightsWhileWaiting(course: MoneyCourse, { by, lose }: Way, { calls }: { calls: number }) {
  const { scene } = course
  const { clerk, refund, payment } = await refundsOfAClerk(course, by)
  const holder = new pg.Client({ connectionString: scene.house.ownerUrl })
  await holder.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM payments.payment WHERE id = $1 FOR UPDATE', [payment])
    const asked = Promise.all(timesOf(calls, refund))
    await untilTheyWait(course, calls)
    const lost = await lose(course.call, clerk)
    assert.ok(lost.status < 300, JSON.stringify(lost))
    await holder.query('ROLLBACK')
    for (const { status, body } of await asked) assert.ok([401, 403, 404].includes(status), JSON.stringify(body))
  } finally {
    await holder.end()
  }
  assert.equal(await wanted(course, payment), 0, 'a refund was wanted after the right to it was lost')
  assert.ok((await refund()).status >= 400)
}

/** The same among calls that nothing holds up: what is there when the loss is answered is all that there will be. */
export async function loseRightsUnderway(course: MoneyCourse, { by, lose }: Way, { calls }: { calls: number }) {
  const { clerk, refund, payment } = await refundsOfAClerk(course, by)
  const asked = timesOf(calls, (index) => wait(index * 4).then(refund))
  const [there] = await Promise.all([
    wait(calls * 2).then(async () => {
      const lost = await lose(course.call, clerk)
      assert.ok(lost.status < 300, JSON.stringify(lost))
      return wanted(course, payment)
    }),
    ...asked,
  ])
  const done = (await Promise.all(asked)).filter(({ status }) => status === 202)
  assert.deepEqual([await wanted(course, payment), done.length], [there, there])
}

async function refundsOfAClerk(course: MoneyCourse, by: Way['by']) {
  const { scene, ready } = course
  const { order, clerk } = await ready(async () => {
    const [order = assert.fail()] = await paidOrders(course, { count: 1 })
    return { order, clerk: await aClerk(course) }
  })
  const [row = assert.fail()] = await scene.house.asOwner<{ id: string }>(
    'SELECT id FROM payments.payment WHERE order_id = $1',
    [order.id],
  )
  const wish = { amount: { amount: 1, currency: 'EUR' }, reason: 'a chipped mug' }
  const authorization = `Bearer ${by === 'key' ? clerk.key.token : clerk.session}`
  const refund = () => course.call('POST', `/payments/${row.id}/refunds`, wish, { authorization })
  return { clerk, refund, payment: row.id }
}

let made = 0

async function aClerk({ scene, call }: MoneyCourse): Promise<Clerk> {
  made += 1
  const name = `Clerk ${made}`
  const role = await call('POST', '/roles', { name, permissions: RIGHTS })
  assert.equal(role.status, 201, JSON.stringify(role.body))
  const code = String(role.body['code'])
  const { id, token } = await signedInAs(scene.house, code)
  const expiresAt = new Date(scene.house.clock.now().getTime() + A_DAY_MS).toISOString()
  const wish = { name, permissions: ['payments:refund'], expiresAt }
  const key = await call('POST', '/api-keys', wish, { authorization: `Bearer ${token}` })
  assert.equal(key.status, 201, JSON.stringify(key.body))
  const [keyId, keyToken] = [String(key.body['id']), String(key.body['key'])]
  return { id, role: { code, name }, session: token, key: { id: keyId, token: keyToken } }
}

async function wanted({ scene }: MoneyCourse, payment: string): Promise<number> {
  const rows = await scene.house.asOwner('SELECT 1 FROM payments.refund WHERE payment_id = $1', [payment])
  return rows.length
}

/** Asked by others than the holder, whose transaction would be told the same each time. */
async function untilTheyWait({ scene }: MoneyCourse, calls: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const rows = await scene.house.asOwner(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows.length === calls) return
    await wait(20)
  }
  assert.fail('they do not wait')
}

/** Each way to lose a right, in both manners. */
export async function raceOfRights(course: MoneyCourse): Promise<void> {
  for (const way of Object.values(waysToLoseARight)) {
    await loseRightsWhileWaiting(course, way, { calls: 3 })
    await loseRightsUnderway(course, way, { calls: 12 })
  }
}
