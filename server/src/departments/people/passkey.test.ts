import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../host/auth/passwords.ts'
import { createTestServer } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createStaff, loadReadyMadeRoles } from './index.ts'
import { SignInBrowser, codeOfApp } from './testing/sign-in-browser.ts'
import { SoftwarePasskey, type Site } from './testing/software-passkey.ts'

const PASSWORD = 'seven green lanterns'
const HERE: Site = { origin: 'http://localhost:4000' }

let house: TestHouse
let app: FastifyInstance
let hash: string
let now = new Date('2026-11-22T09:00:00Z')
let made = 0

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  hash = await hashPassword(PASSWORD)
  await house.run((ctx) => loadReadyMadeRoles(ctx, house.blueprint.permissions))
})

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

async function aMember() {
  const email = `keeper-${(made += 1)}@village.example`
  const created = await house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles: ['picker'] }))
  assert.ok(created.ok)
  await house.asOwner('UPDATE people.staff SET password_hash = $1 WHERE id = $2', [hash, created.value.id])
  const browser = new SignInBrowser(app)
  await browser.signIn(email, PASSWORD)
  return { id: created.value.id, email, browser }
}

type Question = { readonly challenge: string; readonly allowCredentials?: readonly { id: string }[] }
const questionIn = (body: Readonly<Record<string, unknown>>) => body['question'] as Question

async function add(browser: SignInBrowser, key = new SoftwarePasskey(), site = HERE) {
  const { body } = await browser.ask('POST', '/session/passkeys/question')
  const told = await browser.ask('POST', '/session/passkeys', {
    name: 'Telephone',
    response: key.create(questionIn(body), site),
  })
  return { key, told }
}

async function comeIn(browser: SignInBrowser, key: SoftwarePasskey, site = HERE) {
  const { body } = await browser.ask('POST', '/session/passkey/question')
  return browser.ask('POST', '/session/passkey', { response: key.get(questionIn(body), site) })
}

describe('passkeys', () => {
  test('several are kept by name; each opens without a password; one that is taken away opens no more', async () => {
    const { id, browser } = await aMember()
    const [first, second] = [await add(browser), await add(browser)]
    assert.deepEqual([first.told.status, second.told.status], [201, 201])
    const elsewhere = new SignInBrowser(app)
    first.key.counter = 1
    assert.equal((await comeIn(elsewhere, first.key)).status, 204)
    assert.equal((await elsewhere.ask('GET', '/session')).body.staff?.id, id)
    const { body } = await browser.ask('GET', '/session/security')
    const listed = body['passkeys'] as { id: string; name: string; lastUsedAt: string | null }[]
    assert.deepEqual(
      listed.map(({ lastUsedAt }) => lastUsedAt !== null),
      [true, false],
    )
    const path = `/session/passkeys/${listed[0]?.id}`
    assert.equal((await browser.ask('PATCH', path, { name: 'Old telephone' })).status, 204)
    const stranger = await aMember()
    assert.equal((await stranger.browser.ask('PATCH', path, { name: 'Mine' })).code, 'people.passkey_not_found')
    assert.equal((await stranger.browser.ask('DELETE', path)).code, 'people.passkey_not_found')
    assert.equal((await browser.ask('DELETE', path)).status, 204)
    first.key.counter = 2
    assert.equal((await comeIn(new SignInBrowser(app), first.key)).code, 'people.passkey_refused')
  })

  test('an answer counts once, for its own question, from the browser that was asked, within ten minutes', async () => {
    const { browser } = await aMember()
    const { key } = await add(browser)
    const [asked, thief, slow] = [new SignInBrowser(app), new SignInBrowser(app), new SignInBrowser(app)]
    const response = key.get(questionIn((await asked.ask('POST', '/session/passkey/question')).body), HERE)
    assert.equal((await thief.ask('POST', '/session/passkey', { response })).code, 'people.passkey_expired')
    await thief.ask('POST', '/session/passkey/question')
    assert.equal((await thief.ask('POST', '/session/passkey', { response })).code, 'people.passkey_refused')
    const step = asked.jar.get('fondaco_ceremony') ?? ''
    assert.equal((await asked.ask('POST', '/session/passkey', { response })).status, 204)
    const replay = new SignInBrowser(app)
    replay.jar.set('fondaco_ceremony', step)
    assert.equal((await replay.ask('POST', '/session/passkey', { response })).code, 'people.passkey_expired')
    const late = key.get(questionIn((await slow.ask('POST', '/session/passkey/question')).body), HERE)
    later(601)
    assert.equal((await slow.ask('POST', '/session/passkey', { response: late })).code, 'people.passkey_expired')
  })

  test('an answer that another site asked for, or whose device did not look at its user, is refused', async () => {
    const { browser } = await aMember()
    const { key } = await add(browser)
    const wrong: Site[] = [
      { origin: 'https://phisher.example', rpId: 'localhost' },
      { origin: 'http://localhost:4000', rpId: 'phisher.example' },
      { origin: 'http://localhost:4000', unseen: true },
    ]
    for (const site of wrong) {
      assert.equal(
        (await comeIn(new SignInBrowser(app), key, site)).code,
        'people.passkey_refused',
        JSON.stringify(site),
      )
      assert.equal((await add(browser, new SoftwarePasskey(), site)).told.code, 'people.passkey_refused')
    }
    const other = new SoftwarePasskey()
    Object.defineProperty(other, 'id', { value: key.id })
    assert.equal(
      (await comeIn(new SignInBrowser(app), other)).code,
      'people.passkey_refused',
      'another key under its name',
    )
    assert.equal((await add(browser, key)).told.code, 'people.passkey_known')
  })

  test('a device that counts back is refused, and its owner hears of it', async () => {
    const { browser, email } = await aMember()
    const { key } = await add(browser)
    key.counter = 5
    assert.equal((await comeIn(new SignInBrowser(app), key)).status, 204)
    assert.equal((await comeIn(new SignInBrowser(app), key)).code, 'people.passkey_refused')
    key.counter = 3
    assert.equal((await comeIn(new SignInBrowser(app), key)).code, 'people.passkey_refused')
    const mails = await house.asOwner<{ text_body: string }>('SELECT text_body FROM host.mail WHERE recipient = $1', [
      email,
    ])
    assert.ok(mails.some(({ text_body }) => text_body.includes('there may be a copy of it')))
    key.counter = 6
    assert.equal((await comeIn(new SignInBrowser(app), key)).status, 204)
  })

  test('after the password, only those of the person whose password was right count', async () => {
    const { browser, email } = await aMember()
    const stranger = await aMember()
    const [{ key }, others] = [await add(browser), await add(stranger.browser)]
    const secret = String((await browser.ask('POST', '/session/totp')).body['secret'])
    assert.equal((await browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })).status, 200)
    const fresh = new SignInBrowser(app)
    assert.deepEqual((await fresh.signIn(email, PASSWORD)).body['methods'], ['code', 'passkey'])
    const asked = questionIn((await fresh.ask('POST', '/session/passkey/question')).body)
    assert.deepEqual(
      asked.allowCredentials?.map(({ id }) => id),
      [key.id.toString('base64url')],
    )
    const response = others.key.get(asked, HERE)
    assert.equal((await fresh.ask('POST', '/session/passkey', { response })).code, 'people.passkey_refused')
    assert.equal((await comeIn(fresh, key)).status, 204)
  })

  test('confirms in the middle of a session that it is still you; a question for making one opens nothing', async () => {
    const { browser } = await aMember()
    const { key } = await add(browser)
    later(16 * 60)
    const path = '/session/passkeys/question'
    assert.equal((await browser.ask('POST', path)).code, 'people.confirm_first')
    const before = browser.jar.get('fondaco_staff')
    assert.equal((await comeIn(browser, key)).status, 204)
    const old = new SignInBrowser(app)
    old.jar.set('fondaco_staff', before ?? '')
    assert.equal((await old.ask('GET', '/session')).status, 401, 'the session before has ended')
    const { body } = await browser.ask('POST', path)
    const response = key.get(questionIn(body), HERE)
    assert.equal((await browser.ask('POST', '/session/passkey', { response })).code, 'people.passkey_expired')
  })

  test('nobody keeps more than twenty', async () => {
    const { browser, id } = await aMember()
    await house.asOwner(
      `INSERT INTO people.passkey (id, staff_id, credential_id, public_key, counter, transports, name, created_at)
       SELECT gen_random_uuid(), $1::uuid, $1::text || n, ''::bytea, 0, '{}', 'x', now() FROM generate_series(1, 20) n`,
      [id],
    )
    assert.equal((await browser.ask('POST', '/session/passkeys/question')).code, 'people.too_many_passkeys')
  })
})
