/** A directory brings people and turns them off (SCIM 2.0), with messages as Entra ID and Okta send them. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { changeRoles, createApiKey, createStaff, findStaffActorById } from './index.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let key: string
let made = 0

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  key = await keyOf(owner.id, ['people:provision'])
})

async function keyOf(staffId: string, permissions: string[]): Promise<string> {
  const staff = (await findStaffActorById(house.database, staffId)) ?? assert.fail('nobody')
  const expiresAt = new Date(Date.now() + 86_400_000)
  const wish = { name: `Directory ${(made += 1)}`, permissions, expiresAt, staff }
  const created = await house.run((ctx) => createApiKey(ctx, house, wish))
  return created.ok ? created.value.key : assert.fail(created.refusal.code)
}

interface Told {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: Record<string, unknown> & { id: string; Resources: Record<string, unknown>[]; active: boolean }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function scim(method: Method, path: string, body?: object, more: Record<string, string> = {}): Promise<Told> {
  const answer = await app.inject({
    method,
    url: `/api/scim/v2${path}`,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body ? { 'content-type': 'application/scim+json; charset=utf-8' } : {}),
      ...more,
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  })
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body === '' ? {} : answer.json(),
  } as Told
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const patchOf = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
})

/** As Entra ID's provisioning service sends a new user. */
const entraUser = (email: string, more: object = {}) => ({
  schemas: [USER, ENTERPRISE],
  externalId: `0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef-${email}`,
  userName: email,
  active: true,
  displayName: 'Chiara Zen',
  emails: [{ primary: true, type: 'work', value: email }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Chiara Zen', familyName: 'Zen', givenName: 'Chiara' },
  [ENTERPRISE]: { department: 'Sales', manager: { value: '' } },
  ...more,
})

const address = () => `person-${(made += 1)}@bottega.example`
async function bring(email = address(), more: object = {}): Promise<Told['body']> {
  const told = await scim('POST', '/Users', entraUser(email, more))
  assert.equal(told.status, 201, JSON.stringify(told.body))
  return told.body
}
const rolesOf = async (id: string) =>
  (
    await house.asOwner<{ role_code: string }>(
      'SELECT role_code FROM people.staff_role WHERE staff_id = $1 ORDER BY role_code',
      [id],
    )
  ).map(({ role_code }) => role_code)

describe('what a directory asks first', () => {
  test('what the house can do, in SCIM’s own kind of JSON', async () => {
    const config = await scim('GET', '/ServiceProviderConfig')
    assert.match(String(config.headers['content-type']), /^application\/scim\+json/)
    assert.deepEqual(
      [config.body['patch'], config.body['etag'], (config.body['bulk'] as { supported: boolean }).supported],
      [{ supported: true }, { supported: true }, false],
    )
    const types = await scim('GET', '/ResourceTypes')
    assert.deepEqual(
      types.body.Resources.map(({ endpoint }) => endpoint),
      ['/Users', '/Groups'],
    )
    assert.equal((await scim('GET', '/Schemas')).body.Resources[0]?.['id'], USER)
  })

  test('whoever has no key, or one for something else, is told so in its form', async () => {
    const none = await app.inject({ url: '/api/scim/v2/Users' })
    assert.deepEqual(
      [none.statusCode, none.json().schemas, none.json().status],
      [401, ['urn:ietf:params:scim:api:messages:2.0:Error'], '401'],
    )
    const other = await keyOf(owner.id, ['people:read'])
    const told = await scim('GET', '/Users', undefined, { authorization: `Bearer ${other}` })
    assert.deepEqual([told.status, told.body['status']], [403, '403'])
  })

  test('whether it knows somebody: by name, by its own id, by address, and by nothing else', async () => {
    const email = address()
    const filter = (text: string) => scim('GET', `/Users?filter=${encodeURIComponent(text)}`)
    assert.equal((await filter(`userName eq "${email}"`)).body['totalResults'], 0)
    const { id, externalId } = await bring(email)
    for (const text of [
      `userName eq "${email.toUpperCase()}"`,
      `username EQ "${email}"`,
      `externalId eq "${String(externalId)}"`,
      `emails[type eq "work"].value eq "${email}"`,
      `id eq "${id}"`,
    ]) {
      const { body } = await filter(text)
      assert.deepEqual([body['totalResults'], body.Resources[0]?.['id']], [1, id], text)
    }
    for (const text of ['userName co "a"', 'password eq "x"', `userName eq ${email}`, 'userName eq "a" or id eq "b"']) {
      const told = await filter(text)
      assert.deepEqual([told.status, told.body['scimType']], [400, 'invalidFilter'], text)
      assert.equal(told.body['code'], 'people.scim_filter')
    }
  })

  test('page by page, counted from one', async () => {
    await bring()
    await bring()
    const { totalResults: all } = (await scim('GET', '/Users?count=0')).body
    const first = await scim('GET', '/Users?startIndex=0&count=2')
    assert.deepEqual([first.body['totalResults'], first.body['startIndex'], first.body['itemsPerPage']], [all, 1, 2])
    const beyond = await scim('GET', '/Users?startIndex=1e40&count=1e40')
    assert.deepEqual([beyond.status, beyond.body['itemsPerPage']], [200, 0])
    const second = await scim('GET', '/Users?startIndex=3&count=500')
    assert.equal(second.body.Resources.length, Number(all) - 2)
    assert.ok(!second.body.Resources.some(({ id }) => first.body.Resources.some((one) => one['id'] === id)))
  })
})

describe('people', () => {
  test('somebody new: one account, no role, and the address counts once', async () => {
    const email = address()
    const user = await bring(email)
    assert.deepEqual(
      [user['userName'], user['displayName'], user.active, user['groups'], user['name']],
      [email, 'Chiara Zen', true, [], { formatted: 'Chiara Zen', givenName: 'Chiara', familyName: 'Zen' }],
    )
    const again = await scim('POST', '/Users', entraUser(email))
    assert.deepEqual([again.status, again.body['scimType'], again.body['status']], [409, 'uniqueness', '409'])
    const unnamed = await scim('POST', '/Users', { schemas: [USER], active: true })
    assert.deepEqual([unnamed.status, unnamed.body['code']], [400, 'people.scim_value'])
    const wrong = await scim('POST', '/Users', { schemas: [USER], userName: 'no address' })
    assert.deepEqual([wrong.status, wrong.body['scimType']], [400, 'invalidValue'])
  })

  test('as Okta writes it: all in one object, without a path', async () => {
    const { id } = await bring()
    const off = await scim('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: false } }))
    assert.deepEqual([off.status, off.body.active], [200, false], JSON.stringify(off.body))
    const whole = {
      schemas: [USER],
      id,
      userName: off.body['userName'],
      name: { givenName: 'Chiara', familyName: 'Moro' },
      emails: [{ primary: true, value: off.body['userName'], type: 'work' }],
      displayName: 'Chiara Moro',
      locale: 'it-IT',
      externalId: '00ujl29u0le5T6Aj10h7',
      groups: [],
      active: true,
    }
    const on = await scim('PUT', `/Users/${id}`, whole)
    assert.deepEqual(
      [on.body.active, on.body['displayName'], on.body['externalId']],
      [true, 'Chiara Moro', whole.externalId],
    )
  })

  test('as Entra ID writes it: capitals, "False" as a text, dots and filters in paths', async () => {
    const { id } = await bring()
    const told = await scim(
      'PATCH',
      `/Users/${id}`,
      patchOf(
        { op: 'Replace', path: 'displayName', value: 'Chiara Zen Moro' },
        { op: 'Add', path: 'title', value: 'Buyer' },
        { op: 'Add', path: 'emails[type eq "work"].value', value: 'chiara@bottega.example' },
        { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'Sales' },
        { op: 'Replace', value: { 'name.familyName': 'Zen Moro', active: 'False' } },
      ),
    )
    assert.equal(told.status, 200, JSON.stringify(told.body))
    assert.deepEqual(
      [told.body['displayName'], told.body['title'], told.body.active],
      ['Chiara Zen Moro', 'Buyer', false],
    )
    const on = await scim('PATCH', `/Users/${id}`, patchOf({ op: 'Replace', path: 'active', value: 'True' }))
    assert.equal(on.body.active, true)
    for (const [operation, code] of [
      [{ op: 'replace', path: 'active', value: 'perhaps' }, 'people.scim_value'],
      [{ op: 'replace', path: 'emails[type', value: 'x' }, 'people.scim_path'],
      [{ op: 'replace', path: 'userName', value: 'other@bottega.example' }, 'people.scim_fixed'],
      [{ op: 'copy', path: 'active', value: true }, 'people.scim_value'],
    ] as const) {
      const refused = await scim('PATCH', `/Users/${id}`, patchOf(operation))
      assert.deepEqual([refused.status, refused.body['code']], [400, code])
    }
  })

  test('against the version that it saw', async () => {
    const user = await scim('GET', `/Users/${(await bring()).id}`)
    const tag = String(user.headers['etag'])
    assert.match(tag, /^W\/"\d+"$/)
    const patch = (value: string) =>
      scim('PATCH', `/Users/${user.body.id}`, patchOf({ op: 'replace', path: 'title', value }), { 'if-match': tag })
    assert.equal((await patch('Picker')).status, 200)
    const late = await patch('Buyer')
    assert.deepEqual([late.status, late.body['code']], [412, 'people.scim_changed'])
    const same = await scim('GET', `/Users/${user.body.id}`, undefined, { 'if-none-match': tag })
    assert.equal(same.status, 200, 'another version has another tag')
  })

  test('who is turned off is out at once, with their keys, and comes back with what they had', async () => {
    const seller = await signedInAs(house, 'merchandiser')
    const theirs = await keyOf(seller.id, ['catalog:read'])
    const asks = (headers: object) => app.inject({ url: '/api/products', headers: { ...headers } })
    const bearer = { authorization: `Bearer ${theirs}` }
    assert.deepEqual([(await asks(seller.headers)).statusCode, (await asks(bearer)).statusCode], [200, 200])
    const off = await scim('PATCH', `/Users/${seller.id}`, patchOf({ op: 'Replace', path: 'active', value: 'False' }))
    assert.equal(off.status, 200, JSON.stringify(off.body))
    assert.deepEqual([(await asks(seller.headers)).statusCode, (await asks(bearer)).statusCode], [401, 401])
    const list = await app.inject({ url: `/api/staff/${seller.id}`, headers: owner.headers })
    assert.equal(list.json().state, 'suspended')
    await scim('PATCH', `/Users/${seller.id}`, patchOf({ op: 'Replace', path: 'active', value: true }))
    assert.deepEqual([(await asks(seller.headers)).statusCode, (await asks(bearer)).statusCode], [401, 200])
    assert.deepEqual(await rolesOf(seller.id), ['merchandiser'])
    const trail = await house.asOwner<{ actor_kind: string }>(
      `SELECT actor_kind FROM host.audit WHERE action IN ('people:suspend', 'people:resume') AND object_id = $1`,
      [seller.id],
    )
    assert.deepEqual(trail, [{ actor_kind: 'key' }, { actor_kind: 'key' }])
  })

  test('deleted is out and not told of; the same address comes back as the same person', async () => {
    const email = address()
    const { id } = await bring(email)
    assert.equal((await scim('DELETE', `/Users/${id}`)).status, 204)
    for (const method of ['GET', 'DELETE'] as const) assert.equal((await scim(method, `/Users/${id}`)).status, 404)
    assert.equal(
      (await scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`)).body['totalResults'],
      0,
    )
    const back = await bring(email)
    assert.deepEqual([back.id, back.active], [id, true])
  })

  test('nobody does by a directory what they may not do themselves: the last owner, oneself, those who may more', async () => {
    const self = await scim('PATCH', `/Users/${owner.id}`, patchOf({ op: 'replace', path: 'active', value: false }))
    assert.deepEqual([self.status, self.body['code']], [409, 'people.not_yourself'])
    const buyer = await signedInAs(house, 'buyer')
    await house.asOwner(
      `UPDATE people.role SET permissions = permissions || 'people:provision'::text WHERE code = 'buyer'`,
    )
    const before = key
    key = await keyOf(buyer.id, ['people:provision'])
    const up = await scim('DELETE', `/Users/${owner.id}`)
    assert.deepEqual([up.status, up.body['code']], [403, 'people.grants_too_much'])
    const grown = patchOf({ op: 'add', path: 'members', value: [{ value: (await bring()).id }] })
    const given = await scim('PATCH', '/Groups/accountant', grown)
    assert.deepEqual([given.status, given.body['code']], [403, 'people.grants_too_much'])
    key = before
  })
})

describe('groups are roles', () => {
  test('found by name, given and taken as Entra ID and Okta do it', async () => {
    const [anna, bruno] = [await bring(), await bring()]
    const found = await scim(
      'GET',
      `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "Picker"')}`,
    )
    assert.deepEqual([found.body['totalResults'], found.body.Resources[0]?.['members']], [1, undefined])
    const bound = await scim('POST', '/Groups', { displayName: 'picker', externalId: 'group-1', members: [] })
    assert.deepEqual([bound.status, bound.body.id, bound.body['externalId']], [201, 'picker', 'group-1'])
    await scim(
      'PATCH',
      '/Groups/picker',
      patchOf({ op: 'Add', path: 'members', value: [{ value: anna.id }, { value: bruno.id }] }),
    )
    assert.deepEqual([await rolesOf(anna.id), await rolesOf(bruno.id)], [['picker'], ['picker']])
    const user = await scim('GET', `/Users/${anna.id}`)
    assert.deepEqual(
      (user.body['groups'] as { value: string }[]).map(({ value }) => value),
      ['picker'],
    )
    await scim('PATCH', '/Groups/picker', patchOf({ op: 'remove', path: `members[value eq "${anna.id}"]` }))
    await scim('PATCH', '/Groups/picker', patchOf({ op: 'Remove', path: 'members', value: [{ value: bruno.id }] }))
    assert.deepEqual([await rolesOf(anna.id), await rolesOf(bruno.id)], [[], []])
    await scim(
      'PATCH',
      '/Groups/picker',
      patchOf({ op: 'replace', value: { id: 'picker', displayName: 'Picker', members: [{ value: anna.id }] } }),
    )
    assert.deepEqual(await rolesOf(anna.id), ['picker'])
    await scim('PUT', '/Groups/picker', { displayName: 'Picker', members: [{ value: bruno.id, display: 'B' }] })
    assert.deepEqual([await rolesOf(anna.id), await rolesOf(bruno.id)], [[], ['picker']])
    assert.equal((await scim('DELETE', '/Groups/picker')).status, 204)
    assert.deepEqual(await rolesOf(bruno.id), [])
    assert.equal((await scim('GET', '/Groups/picker')).status, 200, 'the role is the house’s')
  })

  test('a group that is no role, another name, a stranger: said in its form, and nothing changed', async () => {
    const { id } = await bring()
    const none = await scim('POST', '/Groups', { displayName: 'Everybody at Bottega' })
    assert.deepEqual([none.status, none.body['code']], [400, 'people.scim_no_such_role'])
    const gone = await scim('GET', '/Groups/nobody')
    assert.deepEqual([gone.status, gone.body['code']], [404, 'people.scim_no_such_group'])
    const renamed = await scim(
      'PATCH',
      '/Groups/picker',
      patchOf({ op: 'replace', path: 'displayName', value: 'Packers' }),
    )
    assert.equal(renamed.body['scimType'], 'mutability')
    const both = patchOf({ op: 'add', path: 'members', value: [{ value: id }, { value: crypto.randomUUID() }] })
    assert.equal((await scim('PATCH', '/Groups/picker', both)).status, 400)
    assert.deepEqual(await rolesOf(id), [])
  })

  test('a role by which one lets others in asks for a person’s fresh proof, which a directory has not', async () => {
    const { id } = await bring()
    const told = await scim('PATCH', '/Groups/owner', patchOf({ op: 'add', path: 'members', value: [{ value: id }] }))
    assert.deepEqual([told.status, told.body['code']], [403, 'people.confirm_first'])
    assert.deepEqual(await rolesOf(id), [])
  })

  test('what its owner loses, the key loses', async () => {
    const made = await house.run((ctx) => createStaff(ctx, { name: 'Ugo', email: address(), roles: ['it'] }))
    const staffId = made.ok ? made.value.id : assert.fail()
    const before = key
    key = await keyOf(staffId, ['people:provision'])
    assert.equal((await scim('GET', '/Users?count=1')).status, 200)
    const lost = await house.run((ctx) => changeRoles(ctx, { staffId, roles: ['picker'], version: 1 }))
    assert.ok(lost.ok)
    assert.equal((await scim('GET', '/Users?count=1')).status, 403)
    key = before
  })
})
