/** Roles that an organisation makes for itself, and who holds what. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { signedInAs } from '../../testing/create-test-server.ts'
import { stateOf } from '../../testing/state-of.ts'
import type { TestHouse } from '../../testing/test-house.ts'
import { locales } from '../../host/i18n/locales.ts'
import { listStaffHolding } from './index.ts'
import { departmentKey, permissionKey } from './queries/describe-permissions.ts'
import { openDesk, refusalOf, type Desk } from './testing/desk.ts'

let desk: Desk
let house: TestHouse
let ask: Desk['ask']
let days: Desk['days']
let aPerson: Desk['aPerson']
let aCompany: Desk['aCompany']
let sessionOf: Desk['sessionOf']
let personOf: Desk['personOf']

before(async () => {
  desk = await openDesk()
  ;({ house, ask, days, aPerson, aCompany, sessionOf, personOf } = desk)
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
      departments: { code: string; permissions: { permission: string; label: string; mine: boolean }[] }[]
    }
    const all = departments.flatMap(({ permissions }) => permissions)
    assert.deepEqual(all.map(({ permission }) => permission).toSorted(), [...house.blueprint.permissions].toSorted())
    const unnamed = all.filter(({ permission, label }) => label === permission)
    assert.deepEqual(unnamed, [], 'Write its words: people/locales, permissions.<department>.')
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
