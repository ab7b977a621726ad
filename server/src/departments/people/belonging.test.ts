/** Who belongs where, until when, and what they may do: units, companies, access from outside, own roles. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { stateOf } from '../../testing/state-of.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { openSession } from '../../host/auth/sessions.ts'
import { ok } from '../../kernel/result.ts'
import { locales } from '../../host/i18n/locales.ts'
import { companyOf, findStaffActor, listMembersOf, listStaffHolding, listUnitNames, unitsOf } from './index.ts'
import { departmentKey, permissionKey } from './queries/describe-permissions.ts'
import { remindSponsors } from './jobs/remind-sponsors.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let now = new Date()
const days = (n: number) => new Date(now.getTime() + n * 86_400_000).toISOString()
const nowhere = '018f0000-0000-7000-8000-000000000000'

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await keepSessions()
})

interface Told {
  readonly status: number
  readonly code: string | undefined
  readonly field: string | undefined
  // What each route answers differs; tests say what they expect of it.
  readonly json: Readonly<Record<string, never>>
}

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
  { by = owner, version }: { by?: SignedIn; version?: number } = {},
): Promise<Told> {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...by.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(payload ? { payload } : {}),
  })
  const json = (answer.body === '' ? {} : answer.json()) as Told['json'] & { code?: string; field?: string }
  return { status: answer.statusCode, code: json.code, field: json.field, json }
}

const refusalOf = ({ status, code, field }: Told) => [status, code, field]
let made = 0

async function aCompany(kind = 'partner') {
  const told = await ask('POST', '/companies', { kind, name: `Company ${(made += 1)}` })
  assert.equal(told.status, 201)
  return String(told.json['id'])
}

async function aPerson(more: object = {}, by = owner) {
  const told = await ask(
    'POST',
    '/staff',
    { name: 'Anna', email: `p${(made += 1)}@village.example`, roles: ['picker'], ...more },
    { by },
  )
  assert.equal(told.status, 201, JSON.stringify(told.json))
  return String(told.json['id'])
}

/** Their days are longer here than a session is. */
const keepSessions = () => house.asOwner(`UPDATE host.session SET expires_at = now() + interval '400 days'`)

async function sessionOf(id: string): Promise<SignedIn> {
  const opened = await house.run(async (ctx) => ok(openSession(ctx, { kind: 'staff', id })))
  const token = opened.ok ? opened.value : assert.fail()
  await keepSessions()
  return { id: id as SignedIn['id'], token, headers: { authorization: `Bearer ${token}` } }
}

const personOf = async (id: string) => (await ask('GET', `/staff/${id}`)).json as Readonly<Record<string, unknown>>

describe('departments and teams', () => {
  test('have a head and members, and people know theirs', async () => {
    const [head, member] = [await aPerson({ name: 'Head' }), await aPerson({ name: 'Member' })]
    const department = String(
      (await ask('POST', '/units', { kind: 'department', name: 'Warehouse', headId: head })).json['id'],
    )
    const team = String(
      (await ask('POST', '/units', { kind: 'team', name: 'Night shift', parentId: department })).json['id'],
    )
    assert.equal((await ask('PUT', `/units/${team}/members/${member}`)).status, 204)
    assert.equal((await ask('PUT', `/units/${team}/members/${member}`)).status, 204, 'again is harmless')
    assert.deepEqual(
      (await listMembersOf(house.database, department)).map(({ name }) => name),
      ['Head'],
    )
    assert.deepEqual(
      (await listMembersOf(house.database, team)).map(({ name }) => name),
      ['Member'],
    )
    assert.deepEqual(
      (await unitsOf(house.database, head)).map(({ name, head: leads }) => [name, leads]),
      [['Warehouse', true]],
    )
    assert.deepEqual(
      (await listUnitNames(house.database)).map(({ name }) => name),
      ['Warehouse', 'Night shift'],
    )
    // A head who leaves leads no longer.
    assert.equal((await ask('DELETE', `/units/${department}/members/${head}`)).status, 204)
    assert.deepEqual(await listMembersOf(house.database, department), [])
    assert.equal((await ask('GET', `/units/${department}`)).json['head'], null)
    assert.equal((await ask('DELETE', `/units/${department}/members/${head}`)).status, 204)
    await house.expectNoBreach()
  })

  test('refuse a name that is taken, a team of a team, strangers, and closing over open teams', async () => {
    const sales = String((await ask('POST', '/units', { kind: 'department', name: 'Sales' })).json['id'])
    const team = String((await ask('POST', '/units', { kind: 'team', name: 'Fairs', parentId: sales })).json['id'])
    const before = await stateOf(house)
    const refused = [
      await ask('POST', '/units', { kind: 'team', name: ' SALES ' }),
      await ask('POST', '/units', { kind: 'team', name: 'Sub', parentId: team }),
      await ask('POST', '/units', { kind: 'department', name: 'Sub', parentId: sales }),
      await ask('POST', '/units', { kind: 'team', name: 'Sub', headId: nowhere }),
      await ask('PUT', `/units/${team}/members/${nowhere}`),
      await ask('POST', `/units/${sales}/closing`, { reason: 'gone' }),
      await ask('PUT', `/units/${team}`, { name: 'Fairs' }, { version: 7 }),
      await ask('PUT', `/units/${nowhere}`, { name: 'Fairs' }, { version: 1 }),
      await ask('GET', `/units/${nowhere}`),
    ]
    assert.deepEqual(refused.map(refusalOf), [
      [409, 'people.unit_name_taken', 'name'],
      [422, 'people.team_needs_department', 'parentId'],
      [422, 'people.team_needs_department', 'parentId'],
      [422, 'people.unknown_person', 'headId'],
      [422, 'people.unknown_person', 'staffId'],
      [409, 'people.unit_has_teams', undefined],
      [409, 'host.version_conflict', undefined],
      [404, 'host.record_not_found', undefined],
      [404, 'host.record_not_found', undefined],
    ])
    assert.deepEqual(await stateOf(house), before)
    assert.equal(
      (await ask('PUT', `/units/${team}`, { name: 'Markets', parentId: sales }, { version: 1 })).json['version'],
      2,
    )
    assert.equal((await ask('POST', `/units/${team}/closing`, { reason: 'merged' })).status, 204)
    assert.equal((await ask('POST', `/units/${sales}/closing`, { reason: 'merged' })).status, 204)
    assert.equal((await ask('PUT', `/units/${team}/members/${owner.id}`)).status, 404, 'a closed one takes nobody')
  })
})

describe('companies', () => {
  test('are added and renamed; two of one name are not', async () => {
    const id = String((await ask('POST', '/companies', { kind: 'vendor', name: 'Vetri Srl' })).json['id'])
    assert.deepEqual(refusalOf(await ask('POST', '/companies', { kind: 'partner', name: 'vetri srl' })), [
      409,
      'people.company_name_taken',
      'name',
    ])
    const changed = await ask('PUT', `/companies/${id}`, { kind: 'vendor', name: 'Vetri SpA' }, { version: 1 })
    assert.equal(changed.json['version'], 2)
    assert.deepEqual(refusalOf(await ask('PUT', `/companies/${id}`, { kind: 'vendor', name: 'x' })), [
      428,
      'host.version_required',
      undefined,
    ])
    assert.equal((await ask('PUT', `/companies/${nowhere}`, { kind: 'vendor', name: 'x' }, { version: 1 })).status, 404)
    await house.expectNoBreach()
  })
})

describe('a profile', () => {
  test('is name, job title, language and time zone; the trail keeps no values of it', async () => {
    const id = await aPerson()
    const profile = { name: 'Anna Bianchi', jobTitle: ' Head of picking ', locale: 'it', timeZone: 'Europe/Rome' }
    assert.equal((await ask('PUT', `/staff/${id}/profile`, profile, { version: 1 })).json['version'], 2)
    const { name, jobTitle, locale, timeZone } = await personOf(id)
    assert.deepEqual({ name, jobTitle, locale, timeZone }, { ...profile, jobTitle: 'Head of picking' })
    const [row] = await house.asOwner<{ changes: object }>(
      `SELECT changes FROM host.audit WHERE object_id = $1 AND action = 'people:change-profile'`,
      [id],
    )
    assert.deepEqual(
      row?.changes,
      ['name', 'jobTitle', 'locale', 'timeZone'].map((field) => ({ field })),
    )
    assert.deepEqual(
      refusalOf(await ask('PUT', `/staff/${id}/profile`, { ...profile, timeZone: 'Mars/Olympus' }, { version: 2 })),
      [422, 'host.invalid_input', 'timeZone'],
    )
    assert.deepEqual(refusalOf(await ask('PUT', `/staff/${nowhere}/profile`, profile, { version: 1 })), [
      404,
      'people.not_found',
      undefined,
    ])
  })
})

describe('people from outside', () => {
  test('need a company, an end and a sponsor of the house', async () => {
    const companyId = await aCompany()
    const partner = await aPerson({ access: { companyId, endsAt: days(30) } })
    const invite = (access: object) =>
      ask('POST', '/staff', { name: 'X', email: `x${(made += 1)}@x.example`, roles: [], access })
    const before = await stateOf(house)
    const refused = [
      await invite({ companyId }),
      await invite({ companyId, endsAt: days(-1) }),
      await invite({ companyId, endsAt: days(2), beginsAt: days(3) }),
      await invite({ companyId: nowhere, endsAt: days(2) }),
      await invite({ companyId, endsAt: days(2), sponsorId: partner }),
      await invite({ companyId, endsAt: days(2), sponsorId: nowhere }),
    ]
    assert.deepEqual(refused.map(refusalOf), [
      [422, 'people.access_needs_end', 'endsAt'],
      [422, 'people.access_ends_in_past', 'endsAt'],
      [422, 'people.access_order', 'beginsAt'],
      [422, 'people.unknown_company', 'companyId'],
      [422, 'people.unknown_sponsor', 'sponsorId'],
      [422, 'people.unknown_sponsor', 'sponsorId'],
    ])
    assert.deepEqual(await stateOf(house), before)
    assert.deepEqual((await companyOf(house.database, partner))?.kind, 'partner')
    assert.deepEqual(await companyOf(house.database, owner.id), { kind: 'own' })
    assert.deepEqual((await personOf(partner))['sponsor'], { id: owner.id, name: 'The owner' }, 'whoever asked')
  })

  test('act between begin and end, and with the very next call no more', async () => {
    const begin = now
    const id = await aPerson({ access: { companyId: await aCompany(), beginsAt: days(1), endsAt: days(3) } })
    const session = await sessionOf(id)
    const mayAct = async () => (await findStaffActor(house, session.token)) !== undefined
    const seen: boolean[] = []
    for (const day of [0, 1, 2.999, 3]) {
      now = new Date(begin.getTime() + day * 86_400_000)
      seen.push(await mayAct())
      assert.equal((await ask('GET', '/orders', undefined, { by: session })).status === 200, seen.at(-1), `day ${day}`)
    }
    now = begin
    assert.deepEqual(seen, [false, true, true, false])
  })

  test('stay longer for a reason, which stands in the trail; shorter without', async () => {
    const companyId = await aCompany()
    const id = await aPerson({ access: { companyId, endsAt: days(5) } })
    const put = (version: number, endsAt: string, reason?: string) =>
      ask('PUT', `/staff/${id}/access`, { companyId, endsAt, ...(reason ? { reason } : {}) }, { version })
    assert.deepEqual(refusalOf(await put(1, days(9))), [422, 'people.reason_missing', 'reason'])
    assert.equal((await put(1, days(4))).json['version'], 2)
    assert.equal((await put(2, days(40), 'the fair was put off')).json['version'], 3)
    const trail = await house.asOwner<{ action: string; reason: string | null }>(
      `SELECT action, reason FROM host.audit WHERE object_id = $1 ORDER BY version`,
      [id],
    )
    assert.deepEqual(
      trail.slice(1, 3).map(({ action, reason }) => [action, reason]),
      [
        ['people:change-access', null],
        ['people:renew-access', 'the fair was put off'],
      ],
    )
    await house.expectNoBreach()
  })

  test('are out at once, their sessions with them, and can be let in again', async () => {
    const companyId = await aCompany()
    const id = await aPerson({ access: { companyId, endsAt: days(5), scope: { location: ['padova'] } } })
    const session = await sessionOf(id)
    assert.equal((await ask('GET', '/session', undefined, { by: session })).status, 200)
    assert.equal((await ask('POST', `/staff/${id}/access-ending`, { reason: 'contract broken' })).status, 204)
    assert.equal((await ask('GET', '/session', undefined, { by: session })).status, 401)
    const { endsAt, version, scope } = await personOf(id)
    assert.ok(new Date(String(endsAt)) <= now)
    assert.deepEqual(scope, { location: ['padova'] })
    const renewed = await ask(
      'PUT',
      `/staff/${id}/access`,
      { companyId, endsAt: days(9), reason: 'settled' },
      { version: Number(version) },
    )
    assert.equal(renewed.status, 200)
    assert.equal((await ask('GET', '/session', undefined, { by: session })).status, 401, 'what was closed stays closed')
    assert.deepEqual(refusalOf(await ask('POST', `/staff/${await aPerson()}/access-ending`, { reason: 'x' })), [
      409,
      'people.not_from_outside',
      undefined,
    ])
  })

  test('nobody changes their own access, nor that of who may do more', async () => {
    const it = await signedInAs(house, 'it')
    const access = { endsAt: days(5) }
    assert.deepEqual(refusalOf(await ask('PUT', `/staff/${owner.id}/access`, access, { version: 1 })), [
      409,
      'people.own_access',
      undefined,
    ])
    const told = await ask('PUT', `/staff/${owner.id}/access`, access, { by: it, version: 1 })
    assert.deepEqual([told.status, told.code], [403, 'people.grants_too_much'])
  })

  test('the last owner whom nothing limits stays so', async () => {
    const second = await signedInAs(house, 'owner')
    await house.asOwner(`UPDATE people.staff SET password_hash = NULL`)
    await house.asOwner(`UPDATE people.staff SET password_hash = 'x' WHERE id = $1`, [second.id])
    const { version } = await personOf(second.id)
    const limit = (access: object) => ask('PUT', `/staff/${second.id}/access`, access, { version: Number(version) })
    for (const access of [{ endsAt: days(5) }, { scope: { market: ['it'] } }]) {
      assert.deepEqual(refusalOf(await limit(access)), [409, 'people.last_owner', undefined])
    }
    await house.asOwner(`UPDATE people.staff SET password_hash = 'x' WHERE id = $1`, [owner.id])
    assert.equal((await limit({ endsAt: days(5) })).status, 200)
    // And an owner with an end does not count for another.
    const unseated = await ask('PATCH', `/staff/${owner.id}`, { roles: [] }, { by: second, version: 1 })
    assert.deepEqual([unseated.status, unseated.code], [409, 'people.last_owner'])
  })

  test('are all on one page, whose access ends next first, with sponsor, scope and last use', async () => {
    const companyId = await aCompany('vendor')
    const id = await aPerson({
      name: 'Zoe',
      access: { companyId, endsAt: days(0.5), scope: { market: ['it'], location: ['padova'] } },
    })
    const session = await sessionOf(id)
    await ask('GET', '/session', undefined, { by: session })
    const page = (await ask('GET', '/outsiders')).json['items'] as unknown as Record<string, unknown>[]
    const ends = page.map((one) => String(one['endsAt']))
    assert.deepEqual(ends, ends.toSorted())
    const zoe = page.find((one) => one['id'] === id)
    assert.deepEqual(
      [zoe?.['sponsor'], zoe?.['scope'], zoe?.['roles'], zoe?.['companyKind'], typeof zoe?.['lastSeenAt']],
      ['The owner', 'it, padova', 'Picker', 'vendor', 'string'],
    )
    assert.ok(!page.some((one) => one['id'] === owner.id))
    assert.equal((await ask('GET', '/outsiders/count?filter=companyKind:is:vendor')).json['count'], 1)
    await ask('POST', `/staff/${id}/ending`, { reason: 'left' })
    assert.equal((await ask('GET', '/outsiders/count?filter=companyKind:is:vendor')).json['count'], 0)
  })

  test('their sponsors read of the end a week before, once, in their language, and again after a renewal', async () => {
    const sponsor = await aPerson({ name: 'Sponsor', locale: 'it' })
    const companyId = await aCompany()
    const id = await aPerson({ name: 'Kim', access: { companyId, sponsorId: sponsor, endsAt: days(8) } })
    const begin = now
    const mails = () =>
      house.asOwner<{ recipient: string; subject: string; text_body: string }>(
        `SELECT recipient, subject, text_body FROM host.mail WHERE ref = $1 ORDER BY created_at`,
        [id],
      )
    const job = { id: nowhere, ref: null, payload: {}, attempt: 1 }
    await remindSponsors.run(house, job)
    assert.equal((await mails()).length, 0, 'eight days before')
    now = new Date(begin.getTime() + 1.5 * 86_400_000)
    await remindSponsors.run(house, job)
    await remindSponsors.run(house, job)
    const [first, ...rest] = await mails()
    assert.equal(rest.length, 0)
    assert.match(first?.subject ?? '', /^L'accesso di Kim termina il /)
    assert.ok(first?.text_body.includes(`/office/team/${id}`))
    const { version } = await personOf(id)
    await ask(
      'PUT',
      `/staff/${id}/access`,
      { companyId, sponsorId: sponsor, endsAt: days(6), reason: 'on' },
      { version: Number(version) },
    )
    // The sponsor leaves: owners are told.
    await ask('POST', `/staff/${sponsor}/ending`, { reason: 'left' })
    await remindSponsors.run(house, job)
    const later = await mails()
    now = begin
    assert.ok(later.length > 1)
    assert.ok(
      later.slice(1).every(({ recipient }) => recipient.startsWith('owner-')),
      JSON.stringify(later),
    )
  })
})

describe('roles of one’s own', () => {
  const rights = (role: Readonly<Record<string, unknown>>) => role['permissions'] as string[]

  test('are made of rights that one has, and change for all who hold them with their next call', async () => {
    const { json } = await ask('POST', '/roles', {
      name: 'Night picker',
      permissions: ['orders:read', 'inventory:read'],
    })
    const code = String(json['code'])
    const holder = await sessionOf(await aPerson({ roles: [code] }))
    assert.equal((await ask('GET', '/orders', undefined, { by: holder })).status, 200)
    const role = (await ask('GET', `/roles/${code}`)).json as Readonly<Record<string, unknown>>
    assert.deepEqual([rights(role), role['holders'], role['readyMade']], [['inventory:read', 'orders:read'], 1, false])
    assert.deepEqual(
      (role['people'] as { name: string }[]).map(({ name }) => name),
      ['Anna'],
    )
    const changed = await ask(
      'PUT',
      `/roles/${code}`,
      { name: 'Night picker', permissions: ['inventory:read'] },
      { version: 1 },
    )
    assert.equal(changed.json['version'], 2)
    assert.equal((await ask('GET', '/orders', undefined, { by: holder })).status, 403, 'acts no more at the next call')
    assert.deepEqual(await findPermissions(holder.id), [['inventory:read', [code]]])
    assert.deepEqual(refusalOf(await ask('POST', `/roles/${code}/retirement`, { reason: 'x' })), [
      409,
      'people.role_held',
      undefined,
    ])
    const { version } = await personOf(holder.id)
    await ask('PATCH', `/staff/${holder.id}`, { roles: [] }, { version: Number(version) })
    assert.equal((await ask('POST', `/roles/${code}/retirement`, { reason: 'x' })).status, 204)
    assert.equal((await ask('GET', `/roles/${code}`)).status, 404)
    assert.equal(
      (await ask('PATCH', `/staff/${holder.id}`, { roles: [code] }, { version: Number(version) + 1 })).code,
      'people.unknown_role',
    )
    assert.equal(
      (await ask('POST', '/roles', { name: 'Night picker', permissions: [] })).status,
      201,
      'its name is free',
    )
    await house.expectNoBreach()
  })

  const findPermissions = async (id: string) =>
    ((await personOf(id))['permissions'] as { permission: string; roles: string[] }[]).map(({ permission, roles }) => [
      permission,
      roles,
    ])

  test('give nobody what their maker lacks, neither by making nor by changing, nor take it', async () => {
    const it = await signedInAs(house, 'it')
    const code = String((await ask('POST', '/roles', { name: 'Teller', permissions: ['payments:read'] })).json['code'])
    const before = await stateOf(house)
    const refused = [
      await ask('POST', '/roles', { name: 'Mine', permissions: ['payments:refund'] }, { by: it }),
      await ask(
        'PUT',
        `/roles/${code}`,
        { name: 'Teller', permissions: ['payments:read', 'payments:refund'] },
        { by: it, version: 1 },
      ),
      await ask('PUT', `/roles/${code}`, { name: 'Teller', permissions: [] }, { by: it, version: 1 }),
    ]
    assert.deepEqual(refused.map(refusalOf), Array(3).fill([403, 'people.grants_too_much', 'permissions']))
    assert.deepEqual(await stateOf(house), before)
    // What stays as it is needs no right of the changer's.
    const named = { name: 'Cashier', permissions: ['payments:read', 'people:read'] }
    assert.equal((await ask('PUT', `/roles/${code}`, named, { by: it, version: 1 })).status, 200)
  })

  test('refuse what comes with the program, what is not known, and a name that is taken', async () => {
    await ask('POST', '/roles', { name: 'Guide', permissions: [] })
    const refused = [
      await ask('PUT', '/roles/picker', { name: 'Picker', permissions: [] }, { version: 1 }),
      await ask('POST', '/roles/owner/retirement', { reason: 'x' }),
      await ask('POST', '/roles', { name: 'Odd', permissions: ['moon:walk'] }),
      await ask('POST', '/roles', { name: ' guide ', permissions: [] }),
      await ask('PUT', '/roles/own_none', { name: 'x', permissions: [] }, { version: 1 }),
    ]
    assert.deepEqual(refused.map(refusalOf), [
      [409, 'people.role_locked', undefined],
      [409, 'people.role_locked', undefined],
      [422, 'people.unknown_permission', 'permissions'],
      [409, 'people.role_name_taken', 'name'],
      [404, 'host.record_not_found', undefined],
    ])
  })

  test('are chosen from rights in words, in every language, with what the asker may give', async () => {
    for (const locale of locales) {
      const translate = house.translations.for(locale)
      for (const permission of house.blueprint.permissions) {
        for (const key of [permissionKey(permission), departmentKey(permission)]) {
          assert.notEqual(translate(key), key, `${locale}: say in people/locales what ${permission} is`)
        }
      }
    }
    const it = await signedInAs(house, 'it')
    const { departments } = (await ask('GET', '/permissions', undefined, { by: it })).json as unknown as {
      departments: { code: string; permissions: { permission: string; mine: boolean }[] }[]
    }
    const all = departments.flatMap(({ permissions }) => permissions)
    assert.deepEqual(all.map(({ permission }) => permission).toSorted(), [...house.blueprint.permissions].toSorted())
    assert.equal(all.find(({ permission }) => permission === 'people:write')?.mine, true)
    assert.equal(all.find(({ permission }) => permission === 'payments:refund')?.mine, false)
  })

  test('who holds a right is known to other departments: by any role, working here now', async () => {
    const id = await aPerson({ name: 'Holder', roles: ['donor_officer'] })
    const gone = await aPerson({ name: 'Gone', roles: ['picker'] })
    await ask('POST', `/staff/${gone}/ending`, { reason: 'left' })
    const ended = await aPerson({ name: 'Ended', access: { companyId: await aCompany(), endsAt: days(1) } })
    await ask('POST', `/staff/${ended}/access-ending`, { reason: 'out' })
    const names = async (permission: string) =>
      (await listStaffHolding(house.database, { permission })).map((one) => one.id as string)
    assert.ok((await names('customers:read')).includes(id))
    const pickers = await names('inventory:adjust')
    assert.ok(pickers.length > 0 && !pickers.includes(gone) && !pickers.includes(ended))
  })
})

test('the list of people is found, filtered and told apart', async () => {
  const unit = String((await ask('POST', '/units', { kind: 'team', name: 'Filter team' })).json['id'])
  const companyId = await aCompany()
  const anna = await aPerson({ name: 'Filterina', access: { companyId, endsAt: days(4) } })
  await ask('PUT', `/units/${unit}/members/${anna}`)
  const idsBy = async (query: string) =>
    ((await ask('GET', `/staff?limit=200&${query}`)).json['items'] as unknown as { id: string }[]).map(({ id }) => id)
  for (const query of [`search=filterina`, `filter=unit:is:${unit}`])
    assert.deepEqual(await idsBy(query), [anna], query)
  assert.ok((await idsBy('filter=companyKind:is:partner')).includes(anna))
  assert.ok(!(await idsBy('filter=companyKind:is:own')).includes(anna))
  assert.ok((await idsBy('filter=companyKind:is:own')).includes(owner.id))
  assert.ok((await idsBy('filter=companyKind:is:own&filter=companyKind:is:partner')).includes(anna))
  assert.ok((await idsBy('filter=roles:is:picker')).includes(anna))
  assert.ok(!(await idsBy('filter=roles:is:owner')).includes(anna))
  const [line] = (await ask('GET', `/staff?search=filterina`)).json['items'] as unknown as Record<string, unknown>[]
  assert.deepEqual(
    [line?.['roles'], line?.['units'], line?.['companyKind'], line?.['state']],
    ['Picker', 'Filter team', 'partner', 'invited'],
  )
})
