import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../host/auth/passwords.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createStaff } from './index.ts'
import { SignInBrowser, codeOfApp } from './testing/sign-in-browser.ts'

const PASSWORD = 'seven green lanterns'

let house: TestHouse
let app: FastifyInstance
let now = new Date('2026-11-22T09:00:00Z')
let owner: SignedIn
let hash: string

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  hash = await hashPassword(PASSWORD)
  await house.asOwner('UPDATE people.staff SET password_hash = $1', [hash])
})

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
let made = 0
const aBrowser = () => new SignInBrowser(app)

async function aMember(roles: readonly string[] = ['picker']) {
  const email = `lodger-${(made += 1)}@village.example`
  const created = await house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles }))
  assert.ok(created.ok)
  await house.asOwner('UPDATE people.staff SET password_hash = $1 WHERE id = $2', [hash, created.value.id])
  return { id: created.value.id, email }
}

/** Somebody with an app, signed in, and what they wrote down. */
async function withApp(roles?: readonly string[]) {
  const member = await aMember(roles)
  const browser = aBrowser()
  assert.equal((await browser.signIn(member.email, PASSWORD)).body['next'], 'done')
  const offer = await browser.ask('POST', '/session/totp')
  const secret = String(offer.body['secret'])
  const confirmed = await browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  later(30)
  return { ...member, browser, secret, recoveryCodes: confirmed.body['recoveryCodes'] as string[] }
}

describe('a second factor', () => {
  test('is set up by a picture and a first code; then the password alone opens nothing', async () => {
    const { email, secret, browser, id } = await withApp()
    const fresh = aBrowser()
    const first = await fresh.signIn(email, PASSWORD)
    assert.deepEqual(first.body, { next: 'second_factor', methods: ['code'] })
    assert.equal(fresh.jar.has('fondaco_staff'), false)
    assert.equal((await fresh.ask('GET', '/session')).status, 401)
    const second = await fresh.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })
    assert.equal(second.status, 204)
    assert.equal((await fresh.ask('GET', '/session')).body.staff?.id, id)
    const security = await browser.ask('GET', '/session/security')
    assert.deepEqual(
      [security.body['totp'], security.body['recoveryCodes'], security.body['confirmBy']],
      [true, 10, ['code']],
    )
    const [row] = await house.asOwner<{ secret: Buffer }>('SELECT secret FROM people.totp WHERE staff_id = $1', [id])
    assert.ok(!row?.secret.toString('latin1').includes(secret), 'the seed lies there as ciphertext')
  })

  test('takes each code once, in two browsers at the same moment too (replay, race)', async () => {
    const { email, secret } = await withApp()
    const browsers = Array.from({ length: 6 }, () => aBrowser())
    for (const browser of browsers) await browser.signIn(email, PASSWORD)
    const code = codeOfApp(secret, now)
    const answers = await Promise.all(browsers.map((one) => one.ask('POST', '/session/second-factor', { code })))
    assert.equal(answers.filter(({ status }) => status === 204).length, 1, JSON.stringify(answers.map((a) => a.code)))
    const again = aBrowser()
    await again.signIn(email, PASSWORD)
    later(60)
    assert.equal((await again.ask('POST', '/session/second-factor', { code })).code, 'people.wrong_code')
  })

  test('forgives a clock that is half a minute off, and not two', async () => {
    const { email, secret } = await withApp()
    for (const [seconds, status] of [
      [-30, 204],
      [30, 204],
      [90, 422],
      [-90, 422],
    ] as const) {
      later(120)
      const browser = aBrowser()
      await browser.signIn(email, PASSWORD)
      const code = codeOfApp(secret, new Date(now.getTime() + seconds * 1000))
      assert.equal((await browser.ask('POST', '/session/second-factor', { code })).status, status, `${seconds} s`)
    }
  })

  test('is asked of the browser that knew the password: its step ends with use, with ten minutes, and with another password', async () => {
    const { email, secret, browser } = await withApp()
    const thief = aBrowser()
    assert.equal(
      (await thief.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).code,
      'people.sign_in_expired',
    )
    const slow = aBrowser()
    await slow.signIn(email, PASSWORD)
    later(601)
    assert.equal(
      (await slow.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).code,
      'people.sign_in_expired',
    )
    const used = aBrowser()
    await used.signIn(email, PASSWORD)
    const step = used.jar.get('fondaco_pending') ?? ''
    assert.equal((await used.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).status, 204)
    later(30)
    const replayed = aBrowser()
    replayed.jar.set('fondaco_pending', step)
    assert.equal(
      (await replayed.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).code,
      'people.sign_in_expired',
    )
    const waiting = aBrowser()
    await waiting.signIn(email, PASSWORD)
    const changed = { currentPassword: PASSWORD, newPassword: 'a quiet harbour town' }
    assert.equal((await browser.ask('PUT', '/session/password', changed)).status, 204)
    assert.equal(
      (await waiting.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).code,
      'people.sign_in_expired',
    )
  })

  test('thirty guesses at once: five are looked at, and the owner of a known browser does not wait', async () => {
    const { email, secret, browser } = await withApp()
    const guesser = aBrowser()
    await guesser.signIn(email, PASSWORD)
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => {
        const one = aBrowser()
        one.jar.set('fondaco_pending', guesser.jar.get('fondaco_pending') ?? '')
        return one.ask('POST', '/session/second-factor', { code: String(index).padStart(6, '9') })
      }),
    )
    assert.equal(answers.filter(({ code }) => code === 'people.wrong_code').length, 5)
    assert.equal(answers.filter(({ code }) => code === 'people.too_many_attempts').length, 25)
    assert.equal((await browser.ask('GET', '/session')).status, 200, 'the open session stays')
    later(1000)
    const right = aBrowser()
    await right.signIn(email, PASSWORD)
    assert.equal((await right.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).status, 204)
  })

  test('a recovery code opens once, is not kept in the clear, and its use is told by mail', async () => {
    const { email, recoveryCodes, id } = await withApp()
    assert.equal(new Set(recoveryCodes).size, 10)
    const code = recoveryCodes[3] ?? ''
    const browsers = Array.from({ length: 4 }, () => aBrowser())
    for (const one of browsers) await one.signIn(email, PASSWORD)
    const typed = code.toLowerCase().replaceAll('-', ' ')
    const answers = await Promise.all(browsers.map((one) => one.ask('POST', '/session/second-factor', { code: typed })))
    assert.equal(answers.filter(({ status }) => status === 204).length, 1)
    const rows = await house.asOwner<{ code_hash: Buffer }>(
      'SELECT code_hash FROM people.recovery_code WHERE staff_id = $1',
      [id],
    )
    assert.ok(rows.every(({ code_hash }) => code_hash.length === 32))
    const mails = await house.asOwner<{ subject: string; text_body: string }>(
      'SELECT subject, text_body FROM host.mail WHERE recipient = $1 ORDER BY created_at',
      [email],
    )
    assert.ok(mails.some(({ text_body }) => text_body.includes('signed in with a recovery code')))
    assert.ok(mails.every(({ text_body }) => !text_body.includes(code)))
  })

  test('new recovery codes end the old ones; turning off needs a fresh proof', async () => {
    const { browser, email, recoveryCodes, secret } = await withApp()
    later(16 * 60)
    for (const [method, path] of [
      ['POST', '/session/recovery-codes'],
      ['DELETE', '/session/totp'],
      ['POST', '/session/totp'],
      ['POST', '/session/passkeys/question'],
    ] as const) {
      assert.equal((await browser.ask(method, path)).code, 'people.confirm_first', path)
    }
    const byPassword = await browser.ask('POST', '/session/confirmation', { password: PASSWORD })
    assert.equal(byPassword.code, 'people.confirm_otherwise', 'who has an app shows its code')
    const before = browser.jar.get('fondaco_staff')
    assert.equal((await browser.ask('POST', '/session/confirmation', { code: codeOfApp(secret, now) })).status, 204)
    assert.notEqual(browser.jar.get('fondaco_staff'), before, 'the session goes on under another token')
    const stolen = aBrowser()
    stolen.jar.set('fondaco_staff', before ?? '')
    assert.equal((await stolen.ask('GET', '/session')).status, 401)
    assert.equal((await browser.ask('POST', '/session/totp')).code, 'people.second_factor_on')
    const renewed = await browser.ask('POST', '/session/recovery-codes')
    assert.equal((renewed.body['recoveryCodes'] as string[]).length, 10)
    const other = aBrowser()
    await other.signIn(email, PASSWORD)
    assert.equal(
      (await other.ask('POST', '/session/second-factor', { code: recoveryCodes[0] ?? '' })).code,
      'people.wrong_code',
    )
    assert.equal((await browser.ask('DELETE', '/session/totp')).status, 204)
    assert.equal((await browser.ask('DELETE', '/session/totp')).code, 'people.no_second_factor')
    assert.equal((await browser.ask('POST', '/session/recovery-codes')).code, 'people.no_second_factor')
    assert.equal((await aBrowser().signIn(email, PASSWORD)).body['next'], 'done')
  })

  test('is not got round by a link for a new password', async () => {
    const { id, secret } = await withApp()
    const link = await app.inject({ method: 'POST', url: `/api/staff/${id}/activation-link`, headers: owner.headers })
    const token = String(link.json().activationPath).split('#token=')[1]
    const browser = aBrowser()
    const activated = await browser.ask('POST', '/session/activation', { token, password: 'an entirely new password' })
    assert.deepEqual(activated.body, { next: 'second_factor', methods: ['code'] })
    assert.equal(browser.jar.has('fondaco_staff'), false)
    assert.equal((await browser.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).status, 204)
  })

  test('is asked of owners, or of everybody, where the house wants it: set up before anything else', async () => {
    const put = async (value: string | null) => {
      const { version } = (
        await app.inject({ url: '/api/settings/people.second_factor_required', headers: owner.headers })
      ).json()
      const answer = await app.inject({
        method: 'PUT',
        url: '/api/settings/people.second_factor_required',
        headers: { ...owner.headers, 'if-match': `"${version}"` },
        payload: { value },
      })
      assert.equal(answer.statusCode, 200, answer.body)
    }
    const [boss, picker] = [await aMember(['owner']), await aMember()]
    await put('owners')
    assert.equal((await aBrowser().signIn(picker.email, PASSWORD)).body['next'], 'done')
    const browser = aBrowser()
    assert.deepEqual((await browser.signIn(boss.email, PASSWORD)).body, { next: 'enrolment', methods: [] })
    assert.equal((await browser.ask('GET', '/session')).status, 401)
    const { body } = await browser.ask('POST', '/session/totp')
    const secret = String(body['secret'])
    assert.match(String(body['uri']), /^otpauth:\/\/totp\//)
    assert.match(String(body['qrSvg']), /^<svg/)
    assert.equal((await browser.ask('PUT', '/session/totp', { code: '000000' })).code, 'people.wrong_code')
    assert.equal((await browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })).status, 200)
    assert.equal((await browser.ask('GET', '/session')).status, 200)
    assert.equal((await browser.ask('DELETE', '/session/totp')).code, 'people.second_factor_needed')
    await put('all')
    assert.equal((await aBrowser().signIn(picker.email, PASSWORD)).body['next'], 'enrolment')
    await put(null)
  })

  test('is taken from who lost it by somebody with all of their rights: audited, told, and every session ends', async () => {
    const { id, email, browser } = await withApp(['it'])
    const picker = await withApp()
    const clerk = await signedInAs(house, 'it')
    const reset = (who: string, by: SignedIn) =>
      app.inject({
        method: 'POST',
        url: `/api/staff/${who}/second-factor-reset`,
        headers: by.headers,
        payload: { reason: 'Telephone lost' },
      })
    assert.equal((await reset(picker.id, clerk)).json().code, 'people.grants_too_much')
    assert.equal((await reset(owner.id, clerk)).json().code, 'people.grants_too_much')
    assert.equal((await reset(id, clerk)).statusCode, 204)
    assert.equal((await browser.ask('GET', '/session')).status, 401)
    assert.equal((await aBrowser().signIn(email, PASSWORD)).body['next'], 'done')
    const audit = await house.asOwner<{ changes: unknown; actor_id: string; reason: string }>(
      `SELECT changes, actor_id, reason FROM host.audit WHERE object_id = $1 AND action = 'people:sign-in-change' ORDER BY at, id`,
      [id],
    )
    assert.deepEqual(audit.at(-1), {
      changes: [{ field: 'sign_in', after: 'second_factor_reset' }],
      actor_id: clerk.id,
      reason: 'Telephone lost',
    })
    const mails = await house.asOwner<{ text_body: string }>('SELECT text_body FROM host.mail WHERE recipient = $1', [
      email,
    ])
    assert.ok(mails.some(({ text_body }) => text_body.includes('taken your second factor away')))
  })
})
