/** Signing in by OpenID Connect, against a real provider on loopback. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../host/auth/passwords.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createStaff, endStaff } from './index.ts'
import { CLIENT, openOidcStand, type OidcStand } from './testing/oidc-stand.ts'
import { SignInBrowser, codeOfApp, type Told } from './testing/sign-in-browser.ts'

const PASSWORD = 'seven green lanterns'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let stand: OidcStand
let hash: string
let now = new Date()
let made = 0
let returnUri: string

before(async () => {
  house = await createTestHouse({ demo: true, clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  hash = await hashPassword(PASSWORD)
  returnUri = `${house.publicUrl}/office/sign-in/return`
  stand = await openOidcStand({ returnUri })
})

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
const aBrowser = () => new SignInBrowser(app)
const desk = (by: SignedIn) => (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number) =>
  aBrowser().ask(method, path, payload, {
    ...by.headers,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  })

const termsOf = (more: object = {}) => ({
  name: `Casa ${(made += 1)}`,
  clientId: CLIENT.clientId,
  domains: ['bottega.example'],
  createsPeople: false,
  roles: [] as string[],
  passwordsOff: false,
  enabled: true,
  ...more,
})

async function aProvider(more: object = {}): Promise<string> {
  const body = { ...termsOf(more), issuer: stand.issuer, clientSecret: CLIENT.clientSecret, ...more }
  const told = await desk(owner)('POST', '/sign-in-providers', body)
  assert.equal(told.status, 201, JSON.stringify(told.body))
  return String(told.body['id'])
}

/** Somebody the provider knows. */
function anAccount(claims: object = {}) {
  const subject = `sub-${(made += 1)}`
  const email = `guest-${made}@bottega.example`
  stand.accounts.set(subject, { email, email_verified: true, name: 'Anna Bruschi', ...claims })
  return { subject, email }
}

async function aMember(email: string, roles: readonly string[] = ['picker']) {
  const created = await house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles }))
  return created.ok ? created.value.id : assert.fail(created.refusal.code)
}

async function begin(browser: SignInBrowser, provider: string, next?: string): Promise<string> {
  const told = await browser.ask('POST', `/session/providers/${provider}`, next === undefined ? {} : { next })
  assert.equal(told.status, 200, JSON.stringify(told.body))
  return String(told.body['url'])
}

const hand = (browser: SignInBrowser, answer: string) => browser.ask('POST', '/session/provider', { answer })

async function enter(
  browser: SignInBrowser,
  provider: string,
  subject: string,
  more = {},
  next?: string,
): Promise<Told> {
  return hand(browser, await stand.visit(await begin(browser, provider, next), subject, more))
}

const isIn = async (browser: SignInBrowser) => (await browser.ask('GET', '/session')).status === 200
const staffCount = async () => (await house.asOwner<{ n: string }>('SELECT count(*) AS n FROM people.staff'))[0]?.n

describe('whom a provider vouches for', () => {
  test('a member of staff comes in by the verified address, then by the subject, and is told of it by mail', async () => {
    const provider = await aProvider()
    const { subject, email } = anAccount()
    const id = await aMember(email)
    const browser = aBrowser()
    browser.jar.set('fondaco_staff', 'x'.repeat(43))
    const told = await enter(browser, provider, subject, {}, '/orders?view=open')
    assert.deepEqual(told.body, { next: 'done', methods: [], to: '/orders?view=open' })
    assert.notEqual(browser.jar.get('fondaco_staff'), 'x'.repeat(43), 'a token that no browser has seen before')
    assert.equal((await browser.ask('GET', '/session')).body.staff?.id, id)
    const mails = await house.asOwner<{ text_body: string }>('SELECT text_body FROM host.mail WHERE recipient = $1', [
      email,
    ])
    assert.equal(
      mails.filter(({ text_body }) => text_body.includes('an account of a provider was connected')).length,
      1,
    )
    await house.asOwner('UPDATE people.staff SET email = $1 WHERE id = $2', [`married-${email}`, id])
    const again = aBrowser()
    assert.equal((await enter(again, provider, subject)).status, 200)
    assert.equal((await again.ask('GET', '/session')).body.staff?.id, id, 'known by the subject now')
    const [row] = await house.asOwner<{ n: string }>(
      `SELECT count(*) AS n FROM host.audit WHERE action = 'people:sign-in' AND object_id = $1 AND changes::text LIKE '%provider%'`,
      [id],
    )
    assert.equal(row?.n, '2')
  })

  test('somebody new becomes a member of staff where the provider may bring people, and only there', async () => {
    const closed = await aProvider()
    const open = await aProvider({ createsPeople: true, roles: ['picker'] })
    const { subject, email } = anAccount()
    const before = await staffCount()
    assert.equal((await enter(aBrowser(), closed, subject)).code, 'people.not_on_staff')
    assert.equal(await staffCount(), before)
    const browser = aBrowser()
    assert.equal((await enter(browser, open, subject)).status, 200)
    const id = (await browser.ask('GET', '/session')).body.staff?.id
    const person = (await desk(owner)('GET', `/staff/${id}`)).body
    assert.deepEqual(
      [person['name'], person['email'], person['roles'], person['state']],
      ['Anna Bruschi', email, ['picker'], 'active'],
    )
    assert.equal((await enter(aBrowser(), open, subject)).status, 200)
    assert.equal(await staffCount(), String(Number(before) + 1), 'once')
  })

  test('two browsers of somebody new at the same moment make one person', async () => {
    const open = await aProvider({ createsPeople: true, roles: ['picker'] })
    const { subject, email } = anAccount()
    const browsers = [aBrowser(), aBrowser(), aBrowser()]
    const answers: string[] = []
    for (const one of browsers) answers.push(await stand.visit(await begin(one, open), subject))
    const told = await Promise.all(browsers.map((one, index) => hand(one, answers[index] ?? '')))
    assert.deepEqual(
      told.map(({ status }) => status),
      [200, 200, 200],
    )
    assert.equal((await house.asOwner('SELECT 1 FROM people.staff WHERE email = $1', [email])).length, 1)
  })

  test('claims that only UserInfo tells, and a secret in the body, count as well', async () => {
    const apart = await openOidcStand({ returnUri, claimsApart: true, authMethod: 'client_secret_post' })
    const provider = await aProvider({ issuer: apart.issuer })
    const { subject, email } = anAccount()
    apart.accounts.set(subject, { email, email_verified: true })
    await aMember(email)
    const browser = aBrowser()
    const told = await hand(browser, await apart.visit(await begin(browser, provider), subject))
    assert.equal(told.status, 200, JSON.stringify(told.body))
  })

  for (const [what, claims, code] of [
    ['an unverified address', { email_verified: false }, 'people.email_unverified'],
    ['an address of which nothing is said', { email_verified: undefined }, 'people.email_unverified'],
    ['"true" in quotes', { email_verified: 'true' }, 'people.email_unverified'],
    ['no address', { email: undefined }, 'people.email_unverified'],
    ['another domain', { email: 'anna@elsewhere.example' }, 'people.domain_not_allowed'],
    ['a domain that only ends like it', { email: 'anna@notbottega.example' }, 'people.domain_not_allowed'],
    ['a domain below it', { email: 'anna@x.bottega.example' }, 'people.domain_not_allowed'],
  ] as const) {
    test(`${what} lets nobody in`, async () => {
      const provider = await aProvider({ createsPeople: true, roles: ['picker'] })
      const { subject } = anAccount(claims)
      const before = await staffCount()
      const browser = aBrowser()
      assert.equal((await enter(browser, provider, subject)).code, code)
      assert.equal(await isIn(browser), false)
      assert.equal(await staffCount(), before)
    })
  }

  test('who left, or whose access is over, stays out, and is not made anew', async () => {
    const provider = await aProvider({ createsPeople: true, roles: ['picker'] })
    const gone = anAccount()
    const id = await aMember(gone.email)
    assert.equal((await enter(aBrowser(), provider, gone.subject)).status, 200)
    await house.run((ctx) => endStaff(ctx, { staffId: id, reason: 'moved away' }))
    assert.equal((await enter(aBrowser(), provider, gone.subject)).code, 'people.not_on_staff')
    const over = anAccount()
    const other = await aMember(over.email)
    await house.asOwner(`UPDATE people.staff SET begins_at = $2 WHERE id = $1`, [
      other,
      new Date(now.getTime() + 86_400_000),
    ])
    assert.equal((await enter(aBrowser(), provider, over.subject)).code, 'people.not_on_staff')
  })

  test('whoever gets a mailbox later does not get its former owner’s place here', async () => {
    const provider = await aProvider({ createsPeople: true, roles: ['picker'] })
    const first = anAccount()
    await aMember(first.email)
    assert.equal((await enter(aBrowser(), provider, first.subject)).status, 200)
    const second = anAccount({ email: first.email })
    const browser = aBrowser()
    assert.equal((await enter(browser, provider, second.subject)).code, 'people.linked_otherwise')
    assert.equal(await isIn(browser), false)
  })
})

describe('an answer', () => {
  async function scene() {
    const provider = await aProvider()
    const account = anAccount()
    await aMember(account.email)
    const browser = aBrowser()
    return { provider, ...account, browser, url: await begin(browser, provider) }
  }
  const changed = (address: string, name: string, value: string) => {
    const url = new URL(address, 'http://localhost')
    assert.ok(url.searchParams.has(name), name)
    url.searchParams.set(name, value)
    return url
  }

  test('counts once, and in the browser that asked', async () => {
    const { browser, url, subject } = await scene()
    const answer = await stand.visit(url, subject)
    const step = browser.jar.get('fondaco_ceremony') ?? ''
    assert.equal((await hand(aBrowser(), answer)).code, 'people.sign_in_expired', 'another browser')
    assert.equal((await hand(browser, answer)).status, 200)
    const replayed = aBrowser()
    replayed.jar.set('fondaco_ceremony', step)
    assert.equal((await hand(replayed, answer)).code, 'people.sign_in_expired', 'the step is spent')
  })

  test('of another attempt is refused: somebody else’s account cannot be slipped in (login CSRF)', async () => {
    const { url, subject, browser } = await scene()
    const victim = aBrowser()
    const mine = await stand.visit(url, subject)
    const { provider } = await scene()
    await begin(victim, provider)
    assert.equal((await hand(victim, mine)).code, 'people.sign_in_expired')
    assert.equal(await isIn(victim), false)
    assert.equal((await hand(browser, mine)).status, 200)
  })

  test('after ten minutes is too late', async () => {
    const { browser, url, subject } = await scene()
    const answer = await stand.visit(url, subject)
    later(601)
    assert.equal((await hand(browser, answer)).code, 'people.sign_in_expired')
  })

  test('with a code that was used before, with another nonce, challenge or issuer is refused', async () => {
    const used = await scene()
    const answer = await stand.visit(used.url, used.subject)
    assert.equal((await hand(used.browser, answer)).status, 200)
    const code = new URLSearchParams(answer).get('code') ?? ''
    const thief = aBrowser()
    const second = await stand.visit(await begin(thief, used.provider), used.subject)
    assert.equal((await hand(thief, changed(second, 'code', code).search)).code, 'people.provider_refused', 'code')

    for (const name of ['nonce', 'code_challenge'] as const) {
      const { browser, url, subject } = await scene()
      const other = changed(url, name, 'A'.repeat(43)).href
      assert.equal((await hand(browser, await stand.visit(other, subject))).code, 'people.provider_refused', name)
      assert.equal(await isIn(browser), false)
    }
    const { browser, url, subject } = await scene()
    const mixed = changed(await stand.visit(url, subject), 'iss', 'https://other.example').search
    assert.equal((await hand(browser, mixed)).code, 'people.provider_refused', 'RFC 9207')
  })

  test('that says no, or nothing, is refused in words', async () => {
    for (const answer of ['error=access_denied', 'nothing=here']) {
      const { browser, url } = await scene()
      const state = new URL(url).searchParams.get('state') ?? ''
      const iss = encodeURIComponent(stand.issuer)
      assert.equal(
        (await hand(browser, `?${answer}&state=${state}&iss=${iss}`)).code,
        'people.provider_refused',
        answer,
      )
    }
    assert.equal((await hand(aBrowser(), '?code=x&state=y')).code, 'people.sign_in_expired')
  })

  test('leads to a path of the office only', async () => {
    for (const [next, to] of [
      ['//other.example', '/'],
      ['/\\other.example', '/'],
      ['https://other.example', '/'],
      ['/team', '/team'],
    ] as const) {
      const { provider, subject } = await scene()
      assert.equal((await enter(aBrowser(), provider, subject, {}, next)).body['to'], to)
    }
  })

  test('comes too late for a provider that was turned off meanwhile', async () => {
    const { browser, url, subject, provider } = await scene()
    const answer = await stand.visit(url, subject)
    assert.equal(
      (await desk(owner)('PUT', `/sign-in-providers/${provider}`, termsOf({ enabled: false }), 1)).status,
      200,
    )
    assert.equal((await hand(browser, answer)).code, 'people.provider_not_found')
    assert.equal((await aBrowser().ask('POST', `/session/providers/${provider}`, {})).code, 'people.provider_not_found')
    const offered = (await aBrowser().ask('GET', '/session/providers')).body['items'] as { id: string }[]
    assert.ok(!offered.some(({ id }) => id === provider) && offered.length > 0)
  })
})

describe('the second factor', () => {
  test('of the provider counts; else one’s own is asked for', async () => {
    const provider = await aProvider()
    const { subject, email } = anAccount()
    await aMember(email)
    const browser = aBrowser()
    await enter(browser, provider, subject)
    const secret = String((await browser.ask('POST', '/session/totp')).body['secret'])
    assert.equal((await browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })).status, 200)
    later(30)
    const plain = aBrowser()
    const told = await enter(plain, provider, subject, {}, '/orders')
    assert.deepEqual(told.body, { next: 'second_factor', methods: ['code'], to: '/orders' })
    assert.equal(await isIn(plain), false)
    assert.equal((await plain.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).status, 204)
    assert.equal(await isIn(plain), true)
    const strong = aBrowser()
    assert.equal((await enter(strong, provider, subject, { amr: ['pwd', 'mfa'] })).body['next'], 'done')
    assert.equal((await enter(aBrowser(), provider, subject, { amr: ['pwd'] })).body['next'], 'second_factor')
  })

  test('is set up where the house asks for one', async () => {
    const provider = await aProvider()
    const { subject, email } = anAccount()
    await aMember(email)
    const put = async (value: string) => {
      const path = '/settings/people.second_factor_required'
      const version = Number((await desk(owner)('GET', path)).body['version'])
      assert.equal((await desk(owner)('PUT', path, { value }, version)).status, 200)
    }
    await put('all')
    const browser = aBrowser()
    assert.equal((await enter(browser, provider, subject)).body['next'], 'enrolment')
    assert.equal(await isIn(browser), false)
    assert.equal((await enter(aBrowser(), provider, subject, { amr: ['mfa'] })).body['next'], 'done')
    await put('off')
  })
})

describe('a provider that is away', () => {
  test('is an outage, in words, before and after', async () => {
    const gone = await openOidcStand({ returnUri })
    const { subject, email } = anAccount()
    gone.accounts.set(subject, { email, email_verified: true })
    await aMember(email)
    const provider = await aProvider({ issuer: gone.issuer })
    const browser = aBrowser()
    const answer = await gone.visit(await begin(browser, provider), subject)
    await gone.close()
    const told = await hand(browser, answer)
    assert.deepEqual(
      [told.status, told.code, told.body['title']],
      [503, 'people.provider_away', 'The provider does not answer at the moment'],
    )
    const fresh = await aProvider({ issuer: gone.issuer, clientId: 'another' })
    assert.equal((await aBrowser().ask('POST', `/session/providers/${fresh}`, {})).code, 'people.provider_away')
    assert.equal((await desk(owner)('POST', '/sign-in-providers/discovery', { issuer: gone.issuer })).status, 503)
  })
})

describe('passwords that a provider stands in for', () => {
  test('count no more for its domains, as if they were wrong; owners’ do', async () => {
    const domain = 'laguna.example'
    const id = await aMember(`anna@${domain}`)
    const boss = await aMember(`boss@${domain}`, ['owner'])
    await house.asOwner('UPDATE people.staff SET password_hash = $1 WHERE id = ANY($2)', [hash, [id, boss]])
    assert.equal((await aBrowser().signIn(`anna@${domain}`, PASSWORD)).status, 200)
    const provider = await aProvider({ domains: [domain], passwordsOff: true })
    const wrong = await aBrowser().signIn(`anna@${domain}`, 'not it at all')
    const right = await aBrowser().signIn(`anna@${domain}`, PASSWORD)
    assert.deepEqual([right.status, right.code], [401, 'people.wrong_credentials'])
    const alike = ({ body }: Told) => ({ ...body, instance: '', requestId: '' })
    assert.deepEqual(alike(right), alike(wrong))
    assert.equal((await aBrowser().signIn(`boss@${domain}`, PASSWORD)).status, 200)
    const off = termsOf({ domains: [domain], passwordsOff: true, enabled: false })
    assert.equal((await desk(owner)('PUT', `/sign-in-providers/${provider}`, off, 1)).status, 200)
    later(10)
    assert.equal((await aBrowser().signIn(`anna@${domain}`, PASSWORD)).status, 200)
  })
})

describe('keeping providers', () => {
  const wish = (more: object = {}) => ({ ...termsOf(), issuer: stand.issuer, clientSecret: 'hush hush', ...more })

  test('the secret is sealed, told to nobody and in no trail; what else changes stands there', async () => {
    const id = await aProvider({ name: 'Sealed', clientSecret: 'hush hush' })
    const listed = await desk(owner)('GET', '/sign-in-providers')
    assert.equal(listed.body['returnUri'], returnUri)
    assert.ok(!JSON.stringify(listed.body).includes('hush'))
    assert.equal(
      (
        await desk(owner)(
          'PUT',
          `/sign-in-providers/${id}`,
          termsOf({ name: 'Renamed', clientSecret: 'other hush' }),
          1,
        )
      ).status,
      200,
    )
    const [row] = await house.asOwner<{ client_secret: Buffer }>(
      'SELECT client_secret FROM people.oidc_provider WHERE id = $1',
      [id],
    )
    assert.ok(row && !row.client_secret.toString('latin1').includes('hush'))
    const trail = await house.asOwner<{ version: number; changes: unknown }>(
      'SELECT version, changes FROM host.audit WHERE object_id = $1 ORDER BY version',
      [id],
    )
    assert.equal(trail.length, 2)
    assert.ok(!JSON.stringify(trail).includes('hush'))
    assert.match(JSON.stringify(trail), /Renamed/)
    const stale = await desk(owner)('PUT', `/sign-in-providers/${id}`, termsOf(), 1)
    assert.equal(stale.code, 'host.version_conflict')
    assert.equal((await desk(owner)('PUT', `/sign-in-providers/${id}`, termsOf())).code, 'host.version_required')
  })

  test('what cannot be is refused at its field', async () => {
    await aProvider({ name: 'Taken' })
    for (const [more, code, field] of [
      [{ name: 'taken' }, 'people.provider_name_taken', 'name'],
      [{ issuer: 'http://provider.example' }, 'people.issuer_not_safe', 'issuer'],
      [{ issuer: 'https://provider.example/?x=1' }, 'people.issuer_not_safe', 'issuer'],
      [{ issuer: 'provider.example' }, 'people.issuer_not_safe', 'issuer'],
      [{ domains: ['*.example'] }, 'people.invalid_domain', 'domains'],
      [{ domains: ['example'] }, 'people.invalid_domain', 'domains'],
      [{ createsPeople: true }, 'people.provider_needs_roles', 'roles'],
      [{ roles: ['nobody_has_this'] }, 'people.unknown_role', 'roles'],
    ] as const) {
      const told = await desk(owner)('POST', '/sign-in-providers', wish(more))
      assert.deepEqual([told.code, told.body['field']], [code, field], JSON.stringify(more))
    }
    const nowhere = '/sign-in-providers/01920000-0000-7000-8000-000000000001'
    assert.equal((await desk(owner)('PUT', nowhere, termsOf(), 1)).code, 'people.provider_not_found')
  })

  test('only who may do everything: a provider vouches for the owner too; and with a fresh proof', async () => {
    const it = await signedInAs(house, 'it')
    const ask = desk(it)
    assert.equal((await ask('GET', '/sign-in-providers')).status, 200)
    assert.equal((await ask('POST', '/sign-in-providers', wish())).code, 'people.grants_too_much')
    assert.equal(
      (await ask('POST', '/sign-in-providers/discovery', { issuer: stand.issuer })).code,
      'people.grants_too_much',
    )
    const id = await aProvider()
    assert.equal((await ask('PUT', `/sign-in-providers/${id}`, termsOf(), 1)).code, 'people.grants_too_much')
    later(16 * 60)
    assert.equal((await desk(owner)('POST', '/sign-in-providers', wish())).code, 'people.confirm_first')
    assert.equal((await desk(owner)('PUT', `/sign-in-providers/${id}`, termsOf(), 1)).code, 'people.confirm_first')
    owner = await signedInAs(house, 'owner')
  })

  test('trying an issuer says what it publishes; plain http is for demos alone', async () => {
    const told = await desk(owner)('POST', '/sign-in-providers/discovery', { issuer: stand.issuer })
    assert.deepEqual(told.body, {
      issuer: stand.issuer,
      authorizationEndpoint: `${stand.issuer}/auth`,
      tokenEndpoint: `${stand.issuer}/token`,
      pkce: true,
    })
    const real = await createTestHouse({ demo: false, clock: { now: () => now } })
    const there = new SignInBrowser(await createTestServer(real))
    const refused = await there.ask(
      'POST',
      '/sign-in-providers/discovery',
      { issuer: stand.issuer },
      (await signedInAs(real, 'owner')).headers,
    )
    assert.equal(refused.code, 'people.issuer_not_safe')
  })
})
