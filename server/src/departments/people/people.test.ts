import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../host/auth/passwords.ts'
import { sql } from '../../host/database/sql.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { activateStaff, changeRoles, createStaff, findStaffActor, issueActivationLink } from './index.ts'
import { ONE_COMPARISON, passwordWork } from './testing/password-work.ts'
import { signIn } from './use-cases/sign-in.ts'

const PASSWORD = 'seven green lanterns'

let house: TestHouse
let app: FastifyInstance
let now = new Date('2026-11-22T09:00:00Z')
let owner: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await house.asOwner('UPDATE people.staff SET password_hash = $1', ['not a hash'])
})

let made = 0
async function aMember(roles: readonly string[] = ['picker'], password: string | null = PASSWORD) {
  const email = `member-${(made += 1)}@village.example`
  const created = await house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles }))
  assert.ok(created.ok)
  if (password !== null) {
    await house.asOwner('UPDATE people.staff SET password_hash = $1 WHERE id = $2', [
      await hashPassword(password),
      created.value.id,
    ])
  }
  return { id: created.value.id, email }
}

const signInAs = (email: string, password: string, headers = {}, remoteAddress = `10.0.0.${(made += 1) % 250}`) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { email, password }, headers, remoteAddress })

const cookieIn = (answer: { headers: Record<string, unknown> }) =>
  /fondaco_staff=([^;]*)/.exec(String(answer.headers['set-cookie']))?.[1]
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

describe('signing in', () => {
  test('sets a cookie that no script reads and no other site sends, and answers who it is', async () => {
    const { email, id } = await aMember(['picker'])
    const answer = await signInAs(email.toUpperCase(), PASSWORD)
    assert.equal(answer.statusCode, 200)
    const line = String(answer.headers['set-cookie'])
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=50400']) assert.ok(line.includes(part), line)
    assert.ok(!line.includes('Secure'))
    const session = await app.inject({ url: '/api/session', headers: { cookie: `fondaco_staff=${cookieIn(answer)}` } })
    assert.equal(session.statusCode, 200)
    assert.equal(session.json().staff.id, id)
    assert.ok(
      session.json().permissions.includes('inventory:read') || session.json().permissions.includes('orders:read'),
    )
    assert.deepEqual(session.json().organisation, { name: 'Test', slug: 'test', demo: true })
  })

  test('a token brought along is never taken over (fixation)', async () => {
    const { email } = await aMember()
    const planted = 'A'.repeat(43)
    const answer = await signInAs(email, PASSWORD, { cookie: `fondaco_staff=${planted}` })
    assert.equal(answer.statusCode, 200)
    assert.notEqual(cookieIn(answer), planted)
    assert.equal(await findStaffActor(house, planted), undefined)
    const again = await signInAs(email, PASSWORD, { cookie: `fondaco_staff=${cookieIn(answer)}` })
    assert.notEqual(cookieIn(again), cookieIn(answer))
  })

  test('unknown, wrong, not activated and gone get one answer after the same work (enumeration)', async () => {
    const known = await aMember()
    const fresh = await aMember(['picker'], null)
    const gone = await aMember()
    await house.asOwner(`INSERT INTO people.ending VALUES ($1, now(), 'system:test', 'left')`, [gone.id])
    const suspended = await aMember()
    await house.asOwner(`INSERT INTO people.suspension VALUES (gen_random_uuid(), $1, now(), 'key:test')`, [
      suspended.id,
    ])
    const answers: { status: number; body: { code?: string }; cookie: unknown }[] = []
    const wrong = 'not this one at all'
    const attempts = [
      ['nobody@village.example', wrong],
      [known.email, wrong],
      [fresh.email, PASSWORD],
      [gone.email, PASSWORD],
      [suspended.email, PASSWORD],
    ] as const
    for (const [email, password] of attempts) {
      const work = await passwordWork(async () => {
        const answer = await signInAs(email, password)
        const { requestId: _, ...body } = answer.json()
        answers.push({ status: answer.statusCode, body, cookie: answer.headers['set-cookie'] })
      })
      assert.deepEqual(work, ONE_COMPARISON, email)
    }
    assert.equal(answers[0]?.status, 401)
    assert.equal(answers[0]?.body.code, 'people.wrong_credentials')
    for (const answer of answers) assert.deepEqual(answer, answers[0])
  })

  test('guessing has to wait, twice as long each time; the right password waits too, and the open session does not', async () => {
    const { email } = await aMember()
    const open = cookieIn(await signInAs(email, PASSWORD))
    for (let guess = 0; guess < 5; guess++)
      assert.equal((await signInAs(email, `guess ${guess} of many`)).statusCode, 401)
    const waits: number[] = []
    for (let guess = 0; guess < 4; guess++) {
      const refused = await signInAs(email, PASSWORD)
      assert.equal(refused.statusCode, 429)
      assert.equal(refused.json().code, 'people.too_many_attempts')
      const { seconds } = refused.json().params
      assert.ok(refused.json().title.includes(String(seconds)))
      waits.push(seconds)
      assert.equal((await signInAs(email, PASSWORD)).json().params.seconds, seconds, 'impatience does not lengthen it')
      later(seconds)
      assert.equal((await signInAs(email, 'yet another guess')).statusCode, 401)
    }
    assert.deepEqual(waits, [2, 4, 8, 16])
    assert.equal(
      (await app.inject({ url: '/api/session', headers: { cookie: `fondaco_staff=${open}` } })).statusCode,
      200,
    )
    later(32)
    assert.equal((await signInAs(email, PASSWORD)).statusCode, 200)
    assert.equal((await signInAs(email, 'mistyped this time')).statusCode, 401, 'success wiped the slate')
  })

  test('thirty guesses at once: five are looked at', async () => {
    const { email } = await aMember()
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        signIn(house, { email, password: `guess number ${index}`, ip: `10.1.0.${index}` }),
      ),
    )
    const codes = results.map((result) => (result.ok ? 'in' : result.refusal.code))
    assert.equal(codes.filter((code) => code === 'people.wrong_credentials').length, 5)
    assert.equal(codes.filter((code) => code === 'people.too_many_attempts').length, 25)
  })

  test('one address that tries many accounts is slowed as well', async () => {
    const address = '10.9.9.9'
    for (let guess = 0; guess < 40; guess++) {
      const result = await signIn(house, {
        email: `someone-${guess}@village.example`,
        password: 'common enough',
        ip: address,
      })
      assert.ok(!result.ok && result.refusal.code === 'people.wrong_credentials')
    }
    const { email } = await aMember()
    const slowed = await signIn(house, { email, password: PASSWORD, ip: address })
    assert.ok(!slowed.ok && slowed.refusal.code === 'people.too_many_attempts')
    const elsewhere = await signIn(house, { email, password: PASSWORD, ip: '10.9.9.10' })
    assert.ok(elsewhere.ok)
    const kept = await house.asOwner<{ key: string }>('SELECT key FROM host.sign_in_failure')
    assert.ok(
      kept.length > 40 && kept.every(({ key }) => !key.includes('@') && !key.includes('10.9')),
      'no address is kept in the clear',
    )
  })

  test('signing out ends this session and takes the cookie away', async () => {
    const { email } = await aMember()
    const [one, two] = [cookieIn(await signInAs(email, PASSWORD)), cookieIn(await signInAs(email, PASSWORD))]
    const out = await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: `fondaco_staff=${one}` } })
    assert.equal(out.statusCode, 204)
    assert.match(String(out.headers['set-cookie']), /fondaco_staff=; .*Max-Age=0/)
    assert.equal(await findStaffActor(house, one!), undefined)
    assert.ok(await findStaffActor(house, two!))
  })

  test('a session ends with its time, and a cookie from another site changes nothing', async () => {
    const { email } = await aMember()
    const token = cookieIn(await signInAs(email, PASSWORD))!
    const cross = { cookie: `fondaco_staff=${token}`, 'sec-fetch-site': 'cross-site' }
    assert.equal(
      (await app.inject({ method: 'DELETE', url: '/api/session', headers: cross })).json().code,
      'host.cross_site',
    )
    assert.ok(await findStaffActor(house, token))
    const before = now
    later(14 * 3600 + 1)
    assert.equal(await findStaffActor(house, token), undefined)
    now = before
  })
})

describe('activation', () => {
  const linkFor = async (id: string) => {
    const link = await house.run((ctx) => issueActivationLink(ctx, id))
    assert.ok(link.ok)
    return link.value.token
  }
  const activate = (token: string, password = PASSWORD) =>
    app.inject({
      method: 'POST',
      url: '/api/session/activation',
      payload: { token, password },
      remoteAddress: `10.2.0.${(made += 1) % 250}`,
    })

  test('the link that POST /staff answers works once, and signs in', async () => {
    const created = await app.inject({
      method: 'POST',
      url: '/api/staff',
      headers: owner.headers,
      payload: { name: 'Bruno', email: 'Bruno@Village.example', roles: ['accountant'], locale: 'it' },
    })
    assert.equal(created.statusCode, 201)
    const token = created.json().activationPath.split('#token=')[1]
    const weak = await activate(token, 'bruno the accountant')
    assert.equal(weak.json().code, 'people.weak_password')
    assert.equal(weak.json().params.rule, 'contains_name')
    const first = await activate(token)
    assert.equal(first.statusCode, 200, 'a refused password leaves the link good')
    const replay = await activate(token, 'another password of mine')
    assert.equal(replay.statusCode, 410)
    assert.equal(replay.json().code, 'people.link_spent')
    assert.equal(replay.headers['set-cookie'], undefined)
    assert.equal((await signInAs('bruno@village.example', PASSWORD)).statusCode, 200)
    assert.ok(await findStaffActor(house, cookieIn(first)!))
  })

  test('of two activations at once, one wins, with the same link and with two', async () => {
    const { id, email } = await aMember(['picker'], null)
    const token = await linkFor(id)
    const both = await Promise.all([activate(token, 'the first of the two'), activate(token, 'the second of the two')])
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [200, 410])
    const winner = both[0].statusCode === 200 ? 'the first of the two' : 'the second of the two'
    assert.equal((await signInAs(email, winner)).statusCode, 200)
    await house.asOwner(`UPDATE host.single_use_token SET spent_at = NULL WHERE subject_id = $1`, [id])
    const stale = await Promise.all([activate(await linkFor(id)), activate(token)])
    assert.deepEqual(
      stale.map((one) => one.statusCode),
      [200, 410],
      'a new link ends the older ones',
    )
  })

  test('a link ends after an hour, and with the person', async () => {
    const { id } = await aMember(['picker'], null)
    const token = await linkFor(id)
    later(3601)
    assert.equal((await activate(token)).statusCode, 410)
    const other = await aMember(['picker'], null)
    const link = await linkFor(other.id)
    const ended = await app.inject({
      method: 'POST',
      url: `/api/staff/${other.id}/ending`,
      headers: owner.headers,
      payload: { reason: 'moved' },
    })
    assert.equal(ended.statusCode, 204)
    assert.equal((await activate(link)).statusCode, 410)
  })

  for (const [password, rule] of [
    ['too short', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['Qwertyuiop', 'common'],
    ['1234567890', 'common'],
    ['ｑｗｅｒｔｙｕｉｏｐ', 'common'],
  ] as const) {
    test(`refuses ${password.slice(0, 12)}: ${rule}`, async () => {
      const { id } = await aMember(['picker'], null)
      const result = await house.run(async (ctx) => {
        const link = await issueActivationLink(ctx, id)
        assert.ok(link.ok)
        return activateStaff(ctx, { token: link.value.token, password })
      })
      assert.ok(!result.ok)
      assert.deepEqual([result.refusal.code, result.refusal.params?.['rule']], ['people.weak_password', rule])
    })
  }
})

describe("changing one's own password", () => {
  test('asks for the current one, ends every other session and gives this one a new token', async () => {
    const { email } = await aMember()
    const [mine, other] = [cookieIn(await signInAs(email, PASSWORD))!, cookieIn(await signInAs(email, PASSWORD))!]
    const change = (currentPassword: string, newPassword: string) =>
      app.inject({
        method: 'PUT',
        url: '/api/session/password',
        headers: { cookie: `fondaco_staff=${mine}` },
        payload: { currentPassword, newPassword },
        remoteAddress: '10.3.0.1',
      })
    const wrong = await change('not the current one', 'a quiet harbour town')
    assert.deepEqual([wrong.statusCode, wrong.json().field], [422, 'currentPassword'])
    assert.ok(await findStaffActor(house, other))
    const done = await change(PASSWORD, 'a quiet harbour town')
    assert.equal(done.statusCode, 204)
    assert.equal(await findStaffActor(house, mine), undefined)
    assert.equal(await findStaffActor(house, other), undefined)
    assert.ok(await findStaffActor(house, cookieIn(done)!))
    assert.equal((await signInAs(email, PASSWORD)).statusCode, 401)
  })
})

describe('roles', () => {
  const patch = (id: string, roles: string[], by: SignedIn, version?: number) =>
    app.inject({
      method: 'PATCH',
      url: `/api/staff/${id}`,
      headers: { ...by.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      payload: { roles },
    })

  test('a role taken away is gone with the next call', async () => {
    const clerk = await signedInAs(house, 'it')
    assert.equal((await app.inject({ url: '/api/staff', headers: clerk.headers })).statusCode, 200)
    assert.equal((await patch(clerk.id, [], owner, 1)).json().version, 2)
    assert.equal((await app.inject({ url: '/api/staff', headers: clerk.headers })).statusCode, 403)
    const audit = await house.asOwner('SELECT version, changes FROM host.audit WHERE object_id = $1 ORDER BY version', [
      clerk.id,
    ])
    assert.deepEqual(audit.at(-1), { version: 2, changes: [{ field: 'roles', before: ['it'], after: [] }] })
  })

  test('needs the version that was seen', async () => {
    const { id } = await aMember()
    assert.equal((await patch(id, ['buyer'], owner)).json().code, 'host.version_required')
    assert.equal((await patch(id, ['buyer'], owner, 1)).statusCode, 200)
    const stale = await patch(id, ['picker'], owner, 1)
    assert.deepEqual([stale.statusCode, stale.json().code], [409, 'host.version_conflict'])
  })

  test('nobody gives or takes a right that they lack, nor a link to those who have it', async () => {
    const it = await signedInAs(house, 'it')
    const plain = await aMember([])
    const refused = await patch(plain.id, ['owner'], it, 1)
    assert.deepEqual([refused.statusCode, refused.json().code], [403, 'people.grants_too_much'])
    assert.equal((await patch(it.id, ['it', 'owner'], it, 1)).json().code, 'people.grants_too_much')
    assert.equal((await patch(owner.id, [], it, 1)).json().code, 'people.grants_too_much')
    const link = await app.inject({
      method: 'POST',
      url: `/api/staff/${owner.id}/activation-link`,
      headers: it.headers,
    })
    assert.equal(link.json().code, 'people.grants_too_much')
    const hired = await app.inject({
      method: 'POST',
      url: '/api/staff',
      headers: it.headers,
      payload: { name: 'Carla', email: 'carla@village.example', roles: ['accountant'] },
    })
    assert.equal(hired.statusCode, 403)
    assert.equal((await house.asOwner(`SELECT 1 FROM people.staff WHERE email = 'carla@village.example'`)).length, 0)
    assert.equal((await patch(plain.id, ['it'], it, 1)).statusCode, 200)
  })

  test('of two owners who unseat each other at once, one stays', async () => {
    const shop = await createTestHouse()
    const [anna, bruno] = [await signedInAs(shop, 'owner'), await signedInAs(shop, 'owner')]
    await shop.asOwner(`UPDATE people.staff SET password_hash = 'x'`)
    const as = (one: SignedIn) => ({
      actor: { kind: 'staff', id: one.id, name: '', permissions: shop.blueprint.permissions } as const,
    })
    const held = Promise.withResolvers<void>()
    const decided = Promise.withResolvers<void>()
    const first = shop.run(async (ctx) => {
      const result = await changeRoles(ctx, { staffId: bruno.id, roles: [], version: 1 })
      decided.resolve()
      await held.promise
      return result
    }, as(anna))
    await decided.promise
    const second = shop.run((ctx) => changeRoles(ctx, { staffId: anna.id, roles: [], version: 1 }), as(bruno))
    await wait(100)
    held.resolve()
    const results = await Promise.all([first, second])
    assert.deepEqual(
      results.map((result) => (result.ok ? 'done' : result.refusal.code)),
      ['done', 'people.last_owner'],
    )
    const left = await shop.database.rows(sql`SELECT 1 FROM people.staff_role WHERE role_code = 'owner'`)
    assert.equal(left.length, 1)
  })

  test('the ready-made ones list what they permit; the auditor only reads', async () => {
    const { roles } = (await app.inject({ url: '/api/roles', headers: owner.headers })).json()
    const byCode = new Map<string, string[]>(
      roles.map((role: { code: string; permissions: string[] }) => [role.code, role.permissions]),
    )
    assert.deepEqual(
      [...byCode.keys()],
      [
        ...['owner', 'merchandiser', 'marketer', 'translator', 'picker', 'buyer', 'care_agent', 'accountant', 'it'],
        ...['donor_officer', 'case_worker', 'partner', 'auditor'],
      ],
    )
    assert.deepEqual(byCode.get('owner'), [...house.blueprint.permissions].sort())
    assert.ok(
      byCode.get('auditor')!.length > 3 && byCode.get('auditor')!.every((permission) => permission.endsWith(':read')),
    )
    assert.ok(!byCode.get('accountant')!.includes('people:write'))
  })
})

test('staff are listed by name, page by page, without gap or repeat', async () => {
  const shop = await createTestHouse()
  const server = await createTestServer(shop)
  const clerk = await signedInAs(shop, 'it')
  for (const name of ['zoe', 'Émile', 'adam', 'Bea', 'adam']) {
    await shop.run((ctx) =>
      createStaff(ctx, {
        name,
        email: `${name}${(made += 1)}@village.example`.normalize('NFKD').replace(/[^\w@.]/g, ''),
        roles: [],
      }),
    )
  }
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: { items: { name: string }[]; nextCursor: string | null } = (
      await server.inject({ url: `/api/staff?limit=2${after && `&after=${after}`}`, headers: clerk.headers })
    ).json()
    seen.push(...page.items.map((one) => one.name))
    after = page.nextCursor
  }
  assert.deepEqual(seen, ['adam', 'adam', 'Bea', 'The it', 'zoe', 'Émile'])
  const forged = Buffer.from(JSON.stringify(['a', 'b'])).toString('base64url')
  assert.equal(
    (await server.inject({ url: `/api/staff?after=${forged}`, headers: clerk.headers })).json().code,
    'host.invalid_cursor',
  )
  assert.equal((await server.inject({ url: '/api/staff' })).statusCode, 401)
  const twice = await shop.run((ctx) => createStaff(ctx, { name: 'Bea', email: ' ZOE@village.example', roles: [] }))
  assert.ok(twice.ok)
  const taken = await shop.run((ctx) => createStaff(ctx, { name: 'Bea', email: 'zoe@VILLAGE.example', roles: [] }))
  assert.ok(!taken.ok && taken.refusal.code === 'people.email_taken')
  await shop.expectNoBreach()
})

describe('what a page about somebody offers', () => {
  interface Offered {
    readonly action: string
    readonly allowed: boolean
    readonly reason: { readonly code: string } | null
  }
  const offers = async (id: string, by: SignedIn) => {
    const { allowedActions } = (await app.inject({ url: `/api/staff/${id}`, headers: by.headers })).json()
    return Object.fromEntries(
      (allowedActions as Offered[]).map(({ action, reason }) => [action, reason?.code ?? 'allowed']),
    )
  }

  test('is what the house would then do, with its reasons', async () => {
    const clerk = await signedInAs(house, 'it')
    const more = await aMember(['accountant'])
    const mayDoMore = 'people.grants_too_much'
    assert.deepEqual(await offers(more.id, clerk), {
      change_profile: 'allowed',
      change_roles: 'allowed',
      change_access: mayDoMore,
      issue_link: mayDoMore,
      end_sessions: mayDoMore,
      suspend: mayDoMore,
      end: mayDoMore,
    })
    const answers = await Promise.all([
      app.inject({ method: 'POST', url: `/api/staff/${more.id}/activation-link`, headers: clerk.headers }),
      app.inject({ method: 'DELETE', url: `/api/staff/${more.id}/sessions`, headers: clerk.headers }),
    ])
    for (const answer of answers) assert.equal(answer.json().code, mayDoMore)
    const own = await offers(clerk.id, clerk)
    assert.deepEqual([own['change_access'], own['end']], ['people.own_access', 'people.not_yourself'])
    const auditor = await signedInAs(house, 'auditor')
    assert.deepEqual(new Set(Object.values(await offers(more.id, auditor))), new Set(['host.not_allowed']))
  })

  test('has nothing for who has left, and a second factor only where there is one', async () => {
    const { id } = await aMember()
    const { secondFactor } = (await app.inject({ url: `/api/staff/${id}`, headers: owner.headers })).json()
    assert.deepEqual(secondFactor, { totp: false, passkeys: 0 })
    await house.asOwner(
      `INSERT INTO people.passkey (id, staff_id, credential_id, public_key, counter, transports, name, created_at)
       SELECT gen_random_uuid(), $1, 'one', convert_to('x', 'UTF8'), 0, '{}', 'key', now()`,
      [id],
    )
    assert.equal((await offers(id, owner))['reset_second_factor'], 'allowed')
    const left = await app.inject({
      method: 'POST',
      url: `/api/staff/${id}/ending`,
      headers: owner.headers,
      payload: { reason: 'Moved away' },
    })
    assert.equal(left.statusCode, 204)
    assert.deepEqual(await offers(id, owner), {})
  })
})
