/** Entra ID, which sends no `email_verified`, against a real provider on loopback that is as silent. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createStaff } from './index.ts'
import { CLIENT, openOidcStand, type OidcStand } from './testing/oidc-stand.ts'
import { SignInBrowser, type Told } from './testing/sign-in-browser.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let stand: OidcStand
let made = 0

before(async () => {
  house = await createTestHouse({ demo: true })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  stand = await openOidcStand({ returnUri: `${house.publicUrl}/office/sign-in/return` })
})

const aBrowser = () => new SignInBrowser(app)
const desk = (by: SignedIn) => (method: 'POST', path: string, payload: object) =>
  aBrowser().ask(method, path, payload, { ...by.headers })

const termsOf = (more: object = {}) => ({
  ...{ name: `Casa ${(made += 1)}`, clientId: CLIENT.clientId, domains: ['bottega.example'] },
  ...{ createsPeople: false, roles: [] as string[], passwordsOff: false, enabled: true },
  ...more,
})

async function aProvider(more: object): Promise<string> {
  const body = { ...termsOf(more), issuer: stand.issuer, clientSecret: CLIENT.clientSecret }
  const told = await desk(owner)('POST', '/sign-in-providers', body)
  assert.equal(told.status, 201, JSON.stringify(told.body))
  return String(told.body['id'])
}

function anAccount(claims: object) {
  const subject = `sub-${(made += 1)}`
  const email = `guest-${made}@bottega.example`
  stand.accounts.set(subject, { email, email_verified: true, name: 'Anna Bruschi', ...claims })
  return { subject, email }
}

const aMember = (email: string) => house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles: ['picker'] }))

async function enter(browser: SignInBrowser, provider: string, subject: string): Promise<Told> {
  const asked = await browser.ask('POST', `/session/providers/${provider}`, {})
  assert.equal(asked.status, 200, JSON.stringify(asked.body))
  const answer = await stand.visit(String(asked.body['url']), subject)
  return browser.ask('POST', '/session/provider', { answer })
}

describe('of Entra ID, which says nothing of whether an address is verified', () => {
  const silent = { email_verified: undefined }
  const enters = async (terms: object, claims: object) => {
    const provider = await aProvider(terms)
    const { subject, email } = anAccount({ ...silent, ...claims })
    await aMember(email)
    return enter(aBrowser(), provider, subject)
  }
  const trusting = { addressesVerified: true }

  test('its tenant has verified it where the owner says so; off unless somebody does', async () => {
    assert.equal((await enters({}, {})).code, 'people.email_unverified')
    assert.equal((await enters(trusting, {})).status, 200)
    assert.equal((await enters(trusting, { email: 'anna@elsewhere.example' })).code, 'people.domain_not_allowed')
  })

  test('what it does say counts, whatever the owner says', async () => {
    assert.equal((await enters(trusting, { email_verified: false })).code, 'people.email_unverified')
    for (const said of [false, 'false', 0, '0'])
      assert.equal((await enters(trusting, { xms_edov: said })).code, 'people.email_unverified', String(said))
    for (const said of [true, 'true', 1, '1']) assert.equal((await enters({}, { xms_edov: said })).status, 200)
    assert.equal((await enters({}, { xms_edov: true, email_verified: false })).code, 'people.email_unverified')
  })

  test('only for an issuer of one tenant', async () => {
    const ask = (issuer: string) =>
      desk(owner)('POST', '/sign-in-providers', {
        ...termsOf(trusting),
        issuer,
        clientSecret: CLIENT.clientSecret,
      })
    for (const tenant of ['common', 'organizations', 'consumers', '9188040d-6c67-4c5b-b112-36a304b66dad']) {
      const told = await ask(`https://login.microsoftonline.com/${tenant}/v2.0`)
      assert.equal(told.code, 'people.issuer_of_many_tenants', tenant)
    }
    assert.equal((await ask('https://accounts.google.com')).code, 'people.issuer_of_many_tenants')
    const own = await ask('https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0')
    assert.equal(own.status, 201)
  })
})
