/** Attacks upon sessions and the ways in. Each fails where its defence is taken away. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../host/auth/passwords.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createStaff } from './index.ts'
import { ONE_COMPARISON, passwordWork } from './testing/password-work.ts'
import { SignInBrowser, codeOfApp } from './testing/sign-in-browser.ts'

const PASSWORD = 'seven green lanterns'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let hash: string
let now = new Date('2026-11-22T09:00:00Z')
let made = 0

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  hash = await hashPassword(PASSWORD)
})

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
const aBrowser = () => new SignInBrowser(app)

async function aMember(roles: readonly string[] = ['picker'], passwordHash: string | null = hash) {
  const email = `guest-${(made += 1)}@village.example`
  const created = await house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles }))
  assert.ok(created.ok)
  await house.asOwner('UPDATE people.staff SET password_hash = $1 WHERE id = $2', [passwordHash, created.value.id])
  return { id: created.value.id, email }
}

async function signedIn(roles?: readonly string[]) {
  const member = await aMember(roles)
  const browser = aBrowser()
  assert.equal((await browser.signIn(member.email, PASSWORD)).status, 200)
  return { ...member, browser }
}

interface Device {
  readonly id: string
  readonly isThis: boolean
  readonly lastSeenAt: string
  readonly device: { readonly browser: string | null; readonly system: string | null }
}
const devicesOf = async (browser: SignInBrowser) =>
  (await browser.ask('GET', '/session/devices')).body['items'] as Device[]

describe('devices', () => {
  test('are listed by what they are, and ended one by one or all but this', async () => {
    const { email, browser } = await signedIn()
    const [phone, tablet] = [aBrowser(), aBrowser()]
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'
    await phone.ask('POST', '/session', { email, password: PASSWORD }, { 'user-agent': agent })
    await tablet.signIn(email, PASSWORD)
    const listed = await devicesOf(browser)
    assert.equal(listed.length, 3)
    assert.deepEqual(
      listed.filter(({ isThis }) => isThis).map(({ device }) => device),
      [{ browser: 'Chrome', system: 'Linux' }],
    )
    const other = listed.find(({ device }) => device.system === 'iPhone')
    assert.equal(other?.device.browser, 'Safari')
    const stranger = await signedIn()
    assert.equal(
      (await stranger.browser.ask('DELETE', `/session/devices/${other?.id}`)).code,
      'people.session_not_found',
    )
    assert.equal((await browser.ask('DELETE', `/session/devices/${other?.id}`)).status, 204)
    assert.equal((await phone.ask('GET', '/session')).status, 401)
    assert.equal((await tablet.ask('GET', '/session')).status, 200)
    assert.equal((await browser.ask('DELETE', '/session/devices')).status, 204)
    assert.equal((await tablet.ask('GET', '/session')).status, 401)
    assert.equal((await browser.ask('GET', '/session')).status, 200)
    assert.equal((await stranger.browser.ask('GET', '/session')).status, 200)
  })

  test('of others are seen and ended by who manages people, not of those with more rights', async () => {
    const { id, browser } = await signedIn()
    const it = await signedIn(['it'])
    const boss = await signedIn(['owner'])
    const seen = await boss.browser.ask('GET', `/staff/${id}/sessions`)
    const [session] = seen.body['items'] as Device[]
    assert.equal((await it.browser.ask('DELETE', `/staff/${boss.id}/sessions`)).code, 'people.grants_too_much')
    assert.equal(
      (await boss.browser.ask('DELETE', `/staff/${it.id}/sessions/${session?.id}`)).code,
      'people.session_not_found',
    )
    assert.equal((await boss.browser.ask('DELETE', `/staff/${id}/sessions/${session?.id}`)).status, 204)
    assert.equal((await browser.ask('GET', '/session')).status, 401)
    assert.equal((await boss.browser.ask('DELETE', `/staff/${it.id}/sessions`)).status, 204)
    assert.equal((await it.browser.ask('GET', '/session')).status, 401)
  })

  test('are seen to the minute: a hundred calls in it write once', async () => {
    const { id, browser } = await signedIn()
    const seen = async () => {
      const [row] = await house.asOwner<{ xmin: string; at: Date }>(
        'SELECT xmin::text, last_seen_at AS at FROM host.session WHERE subject_id = $1',
        [id],
      )
      return { version: row?.xmin, at: row?.at.toISOString() }
    }
    const before = await seen()
    later(59)
    for (let call = 0; call < 10; call++) await browser.ask('GET', '/session')
    assert.deepEqual(await seen(), before)
    later(1)
    await Promise.all(Array.from({ length: 10 }, () => browser.ask('GET', '/session')))
    const after = await seen()
    assert.equal(after.at, now.toISOString())
    await browser.ask('GET', '/session')
    assert.deepEqual(await seen(), after)
  })
})

describe('attacks', () => {
  test('fixation: no token that was planted becomes a session, in any of the cookies', async () => {
    const { email, id } = await aMember()
    const planted = 'A'.repeat(43)
    const browser = aBrowser()
    for (const name of ['fondaco_staff', 'fondaco_pending', 'fondaco_ceremony', 'fondaco_known'])
      browser.jar.set(name, planted)
    assert.equal((await browser.signIn(email, PASSWORD)).status, 200)
    assert.notEqual(browser.jar.get('fondaco_staff'), planted)
    const tokens = await house.asOwner('SELECT 1 FROM host.session WHERE token_hash = sha256($1::bytea)', [planted])
    assert.equal(tokens.length, 0)
    const secret = String((await browser.ask('POST', '/session/totp')).body['secret'])
    await browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })
    later(30)
    // A step that the attacker began under the victim's name does not let the victim's code open the attacker's browser.
    const [attacker, victim] = [aBrowser(), aBrowser()]
    await attacker.signIn(email, PASSWORD)
    await victim.signIn(email, PASSWORD)
    assert.notEqual(attacker.jar.get('fondaco_pending'), victim.jar.get('fondaco_pending'))
    assert.equal((await victim.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).status, 204)
    assert.equal((await attacker.ask('GET', '/session')).status, 401)
    assert.equal(
      (await house.asOwner('SELECT 1 FROM people.sign_in_step WHERE staff_id = $1 AND spent_at IS NULL', [id])).length,
      1,
    )
  })

  test('cookies: none is read by scripts or sent from elsewhere, and none opens anything once its session has ended', async () => {
    const { browser, email } = await signedIn()
    const fresh = aBrowser()
    const { cookies } = await fresh.signIn(email, PASSWORD)
    assert.equal(cookies.length, 2)
    for (const line of cookies) assert.match(line, /; HttpOnly; SameSite=Strict/)
    const token = browser.jar.get('fondaco_staff') ?? ''
    assert.equal((await browser.ask('DELETE', '/session')).status, 204)
    const thief = aBrowser()
    thief.jar.set('fondaco_staff', token)
    assert.equal((await thief.ask('GET', '/session')).status, 401)
    assert.equal((await aBrowser().ask('GET', '/session', undefined, { authorization: `Bearer ${token}` })).status, 401)
  })

  test('CSRF: no other site changes anything, nor signs anybody in to an account of its own', async () => {
    const { browser, email } = await signedIn()
    const elsewhere: Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://phisher.example' },
      { origin: 'null' },
    ]
    for (const from of elsewhere) {
      const evil = aBrowser()
      const login = await evil.ask('POST', '/session', { email, password: PASSWORD }, from)
      assert.equal(login.code, 'host.cross_site', JSON.stringify(from))
      assert.deepEqual(login.cookies, [])
      for (const [method, path] of [
        ['POST', '/session/totp'],
        ['POST', '/session/passkeys/question'],
        ['DELETE', '/session/devices'],
        ['POST', '/session/confirmation'],
      ] as const) {
        const body = path.endsWith('confirmation') ? { password: PASSWORD } : undefined
        assert.equal((await browser.ask(method, path, body, from)).code, 'host.cross_site', path)
      }
    }
    assert.equal(
      (await browser.ask('POST', '/session/totp', undefined, { 'sec-fetch-site': 'same-origin' })).status,
      200,
    )
  })

  test('a stolen token may no more than its owner at this moment: a role taken away, a person who left', async () => {
    const { id, browser } = await signedIn(['it'])
    const bearer = { authorization: `Bearer ${browser.jar.get('fondaco_staff')}` }
    assert.equal((await aBrowser().ask('GET', '/staff', undefined, bearer)).status, 200)
    await house.asOwner('DELETE FROM people.staff_role WHERE staff_id = $1', [id])
    assert.equal((await aBrowser().ask('GET', '/staff', undefined, bearer)).status, 403)
    const ended = await app.inject({
      method: 'POST',
      url: `/api/staff/${id}/ending`,
      headers: owner.headers,
      payload: { reason: 'left' },
    })
    assert.equal(ended.statusCode, 204)
    assert.equal((await aBrowser().ask('GET', '/session', undefined, bearer)).status, 401)
  })

  test('who guesses makes the owner wait nowhere but at an unknown browser', async () => {
    const { email, browser } = await signedIn()
    const known = browser.jar.get('fondaco_known') ?? ''
    for (let guess = 0; guess < 6; guess++) await aBrowser().signIn(email, `guess number ${guess}`)
    assert.equal((await aBrowser().signIn(email, PASSWORD)).code, 'people.too_many_attempts')
    assert.equal((await browser.ask('GET', '/session')).status, 200)
    const returning = aBrowser()
    returning.jar.set('fondaco_known', known)
    assert.equal((await returning.signIn(email, PASSWORD)).status, 200)
    // The token is of this account alone, and guesses that carry it are counted too.
    const other = await aMember()
    for (let guess = 0; guess < 6; guess++) await aBrowser().signIn(other.email, `guess number ${guess}`)
    const carrying = aBrowser()
    carrying.jar.set('fondaco_known', known)
    assert.equal((await carrying.signIn(other.email, PASSWORD)).code, 'people.too_many_attempts')
    const codes: (string | undefined)[] = []
    for (let guess = 0; guess < 6; guess++) {
      const one = aBrowser()
      one.jar.set('fondaco_known', known)
      codes.push((await one.signIn(email, `guess number ${guess}`)).code)
    }
    assert.equal(codes.at(-1), 'people.too_many_attempts')
  })

  test('enumeration: by what is said, by what is set, and by the work that is done', async () => {
    const secured = await signedIn()
    const secret = String((await secured.browser.ask('POST', '/session/totp')).body['secret'])
    await secured.browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })
    const known = await aMember()
    const invited = await aMember(['picker'], null)
    const wrong = 'not this one at all'
    const cases: Record<string, string> = {
      unknown: 'nobody-at-all@village.example',
      known: known.email,
      secured: secured.email,
      invited: invited.email,
    }
    const said: Record<string, unknown> = {}
    for (let round = 0; round < 4; round++) {
      for (const [kind, email] of Object.entries(cases)) {
        const work = await passwordWork(async () => {
          const answer = await aBrowser().signIn(email, wrong)
          const { requestId: _, ...body } = answer.body
          said[kind] = { status: answer.status, body, cookies: answer.cookies }
        })
        assert.deepEqual(work, ONE_COMPARISON, kind)
      }
    }
    for (const kind of Object.keys(cases)) assert.deepEqual(said[kind], said['unknown'], kind)
    const asked = await Promise.all([aBrowser(), aBrowser()].map((one) => one.ask('POST', '/session/passkey/question')))
    for (const { body } of asked)
      assert.equal((body['question'] as { allowCredentials?: unknown }).allowCredentials, undefined)
  })

  test('a proof counts for a quarter of an hour, guesses at it are slowed, and it needs the session that it is for', async () => {
    const { browser, email, id } = await signedIn()
    later(16 * 60)
    assert.equal((await browser.ask('POST', '/session/totp')).code, 'people.confirm_first')
    const codes: (string | undefined)[] = []
    for (let guess = 0; guess < 7; guess++) {
      codes.push((await browser.ask('POST', '/session/confirmation', { password: `guess number ${guess}` })).code)
    }
    assert.equal(codes[0], 'people.wrong_current_password')
    assert.equal(codes.at(-1), 'people.too_many_attempts')
    later(1000)
    assert.equal((await browser.ask('POST', '/session/confirmation', {})).code, 'people.confirm_otherwise')
    assert.equal((await browser.ask('POST', '/session/confirmation', { password: PASSWORD })).status, 204)
    assert.equal((await browser.ask('POST', '/session/totp')).status, 200)
    const other = aBrowser()
    await other.signIn(email, PASSWORD)
    await house.asOwner(
      `UPDATE host.session SET confirmed_at = confirmed_at - interval '1 hour' WHERE subject_id = $1`,
      [id],
    )
    assert.equal((await other.ask('POST', '/session/totp')).code, 'people.confirm_first')
  })
})
