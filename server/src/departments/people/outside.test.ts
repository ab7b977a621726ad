/** People of partners and vendors: let in with an end and a sponsor, kept within it, out at once. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { stateOf } from '../../testing/state-of.ts'
import type { TestHouse } from '../../testing/test-house.ts'
import { companyOf, findStaffActor } from './index.ts'
import { remindSponsors } from './jobs/remind-sponsors.ts'
import { NOBODY, openDesk, refusalOf, type Desk } from './testing/desk.ts'

let invited = 0
let desk: Desk
let house: TestHouse
let owner: SignedIn
let ask: Desk['ask']
let days: Desk['days']
let aPerson: Desk['aPerson']
let aCompany: Desk['aCompany']
let sessionOf: Desk['sessionOf']
let personOf: Desk['personOf']

before(async () => {
  desk = await openDesk()
  ;({ house, owner, ask, days, aPerson, aCompany, sessionOf, personOf } = desk)
})

describe('people from outside', () => {
  test('need a company, an end and a sponsor of the house', async () => {
    const companyId = await aCompany()
    const partner = await aPerson({ access: { companyId, endsAt: days(30) } })
    const invite = (access: object) =>
      ask('POST', '/staff', { name: 'X', email: `x${(invited += 1)}@x.example`, roles: [], access })
    const before = await stateOf(house)
    const refused = [
      await invite({ companyId }),
      await invite({ companyId, endsAt: days(-1) }),
      await invite({ companyId, endsAt: days(2), beginsAt: days(3) }),
      await invite({ companyId: NOBODY, endsAt: days(2) }),
      await invite({ companyId, endsAt: days(2), sponsorId: partner }),
      await invite({ companyId, endsAt: days(2), sponsorId: NOBODY }),
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
    const begin = desk.now()
    const id = await aPerson({ access: { companyId: await aCompany(), beginsAt: days(1), endsAt: days(3) } })
    const session = await sessionOf(id)
    const mayAct = async () => (await findStaffActor(house, session.token)) !== undefined
    const seen: boolean[] = []
    for (const day of [0, 1, 2.999, 3]) {
      desk.goTo(new Date(begin.getTime() + day * 86_400_000))
      seen.push(await mayAct())
      assert.equal((await ask('GET', '/orders', undefined, { by: session })).status === 200, seen.at(-1), `day ${day}`)
    }
    desk.goTo(begin)
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
    const { endsAt, version, scope, state } = await personOf(id)
    assert.equal(state, 'over')
    assert.ok(new Date(String(endsAt)) <= desk.now())
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
    const begin = desk.now()
    const mails = () =>
      house.asOwner<{ recipient: string; subject: string; text_body: string }>(
        `SELECT recipient, subject, text_body FROM host.mail WHERE ref = $1 ORDER BY created_at`,
        [id],
      )
    const job = { id: NOBODY, ref: null, payload: {}, attempt: 1 }
    await remindSponsors.run(house, job)
    assert.equal((await mails()).length, 0, 'eight days before')
    desk.goTo(new Date(begin.getTime() + 1.5 * 86_400_000))
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
    desk.goTo(begin)
    assert.ok(later.length > 1)
    assert.ok(
      later.slice(1).every(({ recipient }) => recipient.startsWith('owner-')),
      JSON.stringify(later),
    )
  })
})
