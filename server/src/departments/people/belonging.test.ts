/** Who belongs where: departments and teams, companies, profiles, the list of people. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { stateOf } from '../../testing/state-of.ts'
import type { TestHouse } from '../../testing/test-house.ts'
import { listMembersOf, listUnitNames, unitsOf } from './index.ts'
import { NOBODY, openDesk, refusalOf, type Desk } from './testing/desk.ts'

let desk: Desk
let house: TestHouse
let owner: SignedIn
let ask: Desk['ask']
let days: Desk['days']
let aPerson: Desk['aPerson']
let aCompany: Desk['aCompany']
let personOf: Desk['personOf']

before(async () => {
  desk = await openDesk()
  ;({ house, owner, ask, days, aPerson, aCompany, personOf } = desk)
})

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
      await ask('POST', '/units', { kind: 'team', name: 'Sub', headId: NOBODY }),
      await ask('PUT', `/units/${team}/members/${NOBODY}`),
      await ask('POST', `/units/${sales}/closing`, { reason: 'gone' }),
      await ask('PUT', `/units/${team}`, { name: 'Fairs' }, { version: 7 }),
      await ask('PUT', `/units/${NOBODY}`, { name: 'Fairs' }, { version: 1 }),
      await ask('GET', `/units/${NOBODY}`),
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
    assert.equal((await ask('PUT', `/companies/${NOBODY}`, { kind: 'vendor', name: 'x' }, { version: 1 })).status, 404)
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
    assert.deepEqual(refusalOf(await ask('PUT', `/staff/${NOBODY}/profile`, profile, { version: 1 })), [
      404,
      'people.not_found',
      undefined,
    ])
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

test('an ending is final, and nobody ends themselves', async () => {
  const id = await aPerson()
  assert.equal((await ask('POST', `/staff/${id}/ending`, { reason: 'left' })).status, 204)
  const again = [
    await ask('POST', `/staff/${id}/ending`, { reason: 'left' }),
    await ask('PUT', `/staff/${id}/access`, {}, { version: 2 }),
    await ask('POST', `/staff/${owner.id}/ending`, { reason: 'tired' }),
  ]
  assert.deepEqual(again.map(refusalOf), [
    [409, 'people.already_ended', undefined],
    [409, 'people.already_ended', undefined],
    [409, 'people.not_yourself', undefined],
  ])
})
