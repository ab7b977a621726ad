import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sealAudit } from '../../host/audit/seal.ts'
import { signLink } from '../../host/auth/links.ts'
import { queueMail } from '../../host/mail/queue-mail.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { replayJob } from './use-cases/replay-job.ts'
import { maskLinks } from './domain/mask-links.ts'

let house: TestHouse
let app: FastifyInstance
let it: SignedIn

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  it = await signedInAs(house, 'it')
})

const get = async (url: string, who: SignedIn = it) => (await app.inject({ url, headers: who.headers })).json()
const replay = (id: string, who: SignedIn = it) =>
  app.inject({ method: 'POST', url: `/api/jobs/${id}/replay`, headers: who.headers })

async function aJob(state: string): Promise<string> {
  await house.run(async (ctx) => {
    ctx.enqueue({ kind: 'knit', ref: 'scarf' })
    return ok()
  })
  const [row] = await house.asOwner<{ id: string }>(
    `UPDATE host.job SET state = $1, attempts = 12, last_error = 'no wool', finished_at = CASE WHEN $1 = 'dead' THEN now() END
     WHERE id = (SELECT id FROM host.job WHERE kind = 'knit' ORDER BY created_at DESC, id DESC LIMIT 1) RETURNING id`,
    [state],
  )
  return row!.id
}

describe('work in the background', () => {
  test('is listed by state, and what was given up is started again, once and with a trace', async () => {
    const [dead, done] = [await aJob('dead'), await aJob('done')]
    const listed = await get('/api/jobs?state=dead')
    assert.deepEqual(
      listed.items.map((one: { id: string; lastError: string }) => [one.id, one.lastError]),
      [[dead, 'no wool']],
    )
    const held = Promise.withResolvers<void>()
    const decided = Promise.withResolvers<void>()
    const actor = { kind: 'staff', id: it.id, name: '', permissions: house.blueprint.permissions } as const
    const first = house.run(
      async (ctx) => {
        const result = await replayJob(ctx, dead)
        decided.resolve()
        await held.promise
        return result
      },
      { actor },
    )
    await decided.promise
    const second = replay(dead)
    await wait(100)
    held.resolve()
    assert.deepEqual([(await first).ok, (await second).json().code], [true, 'operations.not_dead'])
    const [job] = (await get('/api/jobs?state=ready')).items
    assert.deepEqual([job.id, job.attempts], [dead, 0])
    const again = await aJob('dead')
    assert.equal((await replay(again)).statusCode, 204)
    assert.equal((await replay(done)).json().code, 'operations.not_dead')
    assert.equal((await replay('0199a000-0000-7000-8000-000000000000')).json().code, 'operations.job_not_found')
    const audit = await get(`/api/audit?objectType=job&objectId=${dead}`)
    assert.equal(audit.items.length, 1)
    assert.deepEqual([audit.items[0].action, audit.items[0].actorId], ['operations:replay', it.id])
    const words = { label: 'State', beforeSaid: 'Given up', afterSaid: 'Waiting' }
    assert.deepEqual(audit.items[0].changes, [{ field: 'state', before: 'dead', after: 'ready', ...words }])
    assert.deepEqual([audit.items[0].title, audit.items[0].record?.type], ['Job started again', 'job'])
  })

  test('an auditor reads and does not replay', async () => {
    const auditor = await signedInAs(house, 'auditor')
    const dead = await aJob('dead')
    assert.equal((await get('/api/jobs?state=dead', auditor)).items.length, 1)
    assert.equal((await replay(dead, auditor)).statusCode, 403)
  })

  test('pages back in time without gap or repeat, even within one instant', async () => {
    await house.asOwner(`
      INSERT INTO host.job (id, kind, payload, run_at, created_at, state)
      SELECT gen_random_uuid(), 'page', '{}', now(), '2020-01-01T00:00:00.123456Z', 'done' FROM generate_series(1, 7)`)
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { items: { id: string; kind: string }[]; nextCursor: string | null } = await get(
        `/api/jobs?state=done&limit=3${after === null ? '' : `&after=${after}`}`,
      )
      seen.push(...page.items.filter((one) => one.kind === 'page').map((one) => one.id))
      after = page.nextCursor
    } while (after !== null)
    assert.deepEqual([seen.length, new Set(seen).size], [7, 7])
    for (const forged of [
      ['x', 'y'],
      ['2020-01-01 00:00:00+00', 'y'],
      ["2020'", '0199a000-0000-7000-8000-000000000000'],
    ]) {
      const cursor = Buffer.from(JSON.stringify(forged)).toString('base64url')
      for (const list of ['jobs', 'mails', 'audit']) {
        assert.equal((await get(`/api/${list}?after=${cursor}`)).code, 'host.invalid_cursor')
      }
    }
  })
})

describe('mails', () => {
  const LINK = 'https://shop.example/en/account/confirm#token=abcdefghijklmnopqrstuvwxyz0123456789'

  async function aMail(of: TestHouse, ref: string) {
    const queued = await of.run(async (ctx) => {
      const mail = { dedupKey: `test:${ref}`, ref, recipient: 'anna@village.example', subject: 'Hello' }
      queueMail(ctx, { nature: 'transactional', ...mail, text: `Follow ${LINK}.`, html: `<a href="${LINK}">go</a>` })
      return ok()
    })
    assert.ok(queued.ok)
  }

  test('are listed and read; their secrets only in the demo', async () => {
    await aMail(house, 'one')
    await aMail(house, 'two')
    const listed = await get('/api/mails?ref=one&state=kept')
    assert.deepEqual(
      listed.items.map((one: { ref: string; state: string }) => [one.ref, one.state]),
      [['one', 'kept']],
    )
    assert.equal(listed.items[0].text, undefined)
    const mail = await get(`/api/mails/${listed.items[0].id}`)
    assert.equal(mail.text, `Follow ${LINK}.`)

    const live = await createTestHouse({ demo: false })
    const server = await createTestServer(live)
    const { headers } = await signedInAs(live, 'it')
    await aMail(live, 'one')
    const { items } = (await server.inject({ url: '/api/mails', headers })).json()
    const masked = (await server.inject({ url: `/api/mails/${items[0].id}`, headers })).json()
    assert.equal(masked.text, 'Follow https://shop.example/en/account/confirm#token=•••.')
    assert.ok(!masked.html.includes('abcdefghij'))
    const none = await get('/api/mails/0199a000-0000-7000-8000-000000000000')
    assert.equal(none.code, 'operations.mail_not_found')
  })

  test('are sent again word for word, once for each key, by who may', async () => {
    await aMail(house, 'again')
    const [first] = (await get('/api/mails?ref=again')).items
    const url = `/api/mails/${first.id}/resending`
    const send = (who: SignedIn, key: string, to = url) =>
      app.inject({ method: 'POST', url: to, headers: { ...who.headers, 'idempotency-key': key } })
    const sent = await send(it, 'once')
    assert.deepEqual([sent.statusCode, sent.json()], [202, { recipient: 'anna@village.example' }])
    assert.equal((await send(it, 'once')).statusCode, 202)
    assert.equal((await send(await signedInAs(house, 'auditor'), 'twice')).statusCode, 403)
    const none = await send(it, 'none', '/api/mails/0199a000-0000-7000-8000-000000000000/resending')
    assert.equal(none.json().code, 'operations.mail_not_found')
    const { items } = await get('/api/mails?ref=again')
    assert.equal(items.length, 2)
    const [second] = items.filter(({ id }: { id: string }) => id !== first.id)
    const words = async ({ id }: { id: string }) => {
      const { text, html, subject, recipient } = await get(`/api/mails/${id}`)
      return { text, html, subject, recipient }
    }
    assert.deepEqual(await words(second), await words(first))
    const jobs = await house.asOwner(`SELECT 1 FROM host.job WHERE kind = 'send-mail' AND ref = 'again'`)
    assert.equal(jobs.length, 2)
    const trail = await get(`/api/audit?objectType=mail&objectId=${first.id}`)
    assert.deepEqual(
      trail.items.map((row: { title: string }) => row.title),
      ['Mail sent again'],
    )
  })

  test('a link to a place in a page is not a secret', () => {
    assert.equal(maskLinks('/help#returns', false), '/help#returns')
    assert.equal(maskLinks(`/office/activate#token=${'a'.repeat(43)}`, false), '/office/activate#token=•••')
    const long = 'a-name-that-says-all-that-there-is-to-say-of-it'
    const plain = `https://shop.example/en/products/${long} /orders/0199a000-0000-7000-8000-000000000000`
    assert.equal(maskLinks(plain, false), plain)
  })

  test('a signed part of an address is one: of a gift card, an order, its documents', () => {
    const token = signLink(Buffer.alloc(32, 7), 'gift-card', '0199a000-0000-7000-8000-000000000000')
    assert.equal(
      maskLinks(`<a href="https://shop.example/it/gift-cards/${token}">Open</a> /en/orders/${token}?new=1`, false),
      '<a href="https://shop.example/it/gift-cards/•••">Open</a> /en/orders/•••?new=1',
    )
    assert.equal(
      maskLinks(`/api/order-links/${token}/documents/7 ?t=${token}`, false),
      '/api/order-links/•••/documents/7 ?t=•••',
    )
    assert.equal(maskLinks(`/it/gift-cards/${token}`, true), `/it/gift-cards/${token}`)
  })
})

describe('the audit trail', () => {
  test('is filtered by object and by actor, and shows its seals', async () => {
    while ((await sealAudit(house.database)) > 0) continue
    const byActor = await get(`/api/audit?actor=${it.id}`)
    assert.ok(byActor.items.length > 0)
    assert.ok(byActor.items.every((one: { actorId: string; seal: number }) => one.actorId === it.id && one.seal > 0))
    const staff = await get(`/api/audit?objectType=staff&objectId=${it.id}`)
    assert.deepEqual(
      staff.items.map((one: { version: number }) => one.version),
      [1],
    )
    assert.ok(!JSON.stringify(await get('/api/audit')).includes('@village.example'))
    const picker = await signedInAs(house, 'picker')
    assert.equal((await app.inject({ url: '/api/audit', headers: picker.headers })).statusCode, 403)
  })
})

test('health tells figures, and what to look at', async () => {
  const shop = await createTestHouse()
  const server = await createTestServer(shop)
  const { headers } = await signedInAs(shop, 'it')
  while ((await sealAudit(shop.database)) > 0) continue
  const health = async () => (await server.inject({ url: '/api/health', headers })).json()
  const good = await health()
  assert.deepEqual(good.concerns, [])
  assert.deepEqual(good.jobs, { ready: 0, running: 0, dead: 0, oldestReadySeconds: null })
  assert.ok(good.database.bytes > 5_000_000)
  assert.equal(good.lastOrderAt, null)
  await shop.run(async (ctx) => {
    ctx.emit({ name: 'order.placed.v1', ref: { kind: 'order', id: 'a' }, payload: {} })
    ctx.audit({ action: 'test:do', objectType: 'test', objectId: 'a' })
    return ok()
  })
  await shop.asOwner(`INSERT INTO host.job (id, kind, payload, state, run_at, created_at) VALUES
    (gen_random_uuid(), 'knit', '{}', 'ready', now() - interval '10 minutes', now()),
    (gen_random_uuid(), 'knit', '{}', 'dead', now(), now())`)
  await shop.asOwner(`UPDATE host.audit SET at = now() - interval '2 minutes' WHERE action = 'test:do'`)
  const bad = await health()
  assert.deepEqual(bad.concerns, ['audit_unsealed', 'work_waits', 'work_given_up'])
  // An order may wake further work of its own department.
  assert.ok(bad.jobs.ready >= 1 && bad.jobs.dead === 1 && bad.jobs.oldestReadySeconds >= 600)
  assert.deepEqual([bad.audit.unsealed, bad.audit.oldestUnsealedSeconds >= 119], [1, true])
  assert.ok(Date.parse(bad.lastOrderAt) > 0)
})
