import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { Webhook } from 'standardwebhooks'
import { startWorker } from '../../host/outbox/worker.ts'
import { createOutward } from '../../host/outward/outward-port.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { messageOf, PUBLIC_EVENTS } from './domain/public-events.ts'
import { outcomeOf, planWebhook, RETRY_SECONDS } from './domain/webhook.ts'
import { fanOutWebhooks } from './use-cases/fan-out-webhooks.ts'

interface Heard {
  readonly id: string
  readonly signatures: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** A program outside, on loopback: keeps what it is told, and answers as it is bidden. */
interface Receiver {
  url: string
  readonly heard: Heard[]
  answer: (answer: ServerResponse, request: IncomingMessage) => void
}

const servers: Server[] = []
after(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

async function aReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', heard: [], answer: (answer: ServerResponse) => void answer.end('thanks') }
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      const id = headers['webhook-id'] ?? ''
      receiver.heard.push({ id, signatures: headers['webhook-signature'] ?? '', headers, body })
      receiver.answer(answer, request)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(server)
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`
  return receiver
}

const time = { offsetMs: 0 }
let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

before(async () => {
  const ports = { outward: createOutward({ loopback: true }) }
  house = await createTestHouse({ ports, clock: { now: () => new Date(Date.now() + time.offsetMs) } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Sent {
  readonly as?: SignedIn
  readonly body?: object
  readonly version?: number
}

async function call(method: Method, url: string, { as = owner, body, version }: Sent = {}) {
  const answer = await app.inject({
    ...{ method, url: `/api${url}` },
    headers: { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}

const ORDER = '0199a000-0000-7000-8000-00000000000a'
async function happens(name = 'order.paid.v1', payload: object = {}, order = ORDER): Promise<void> {
  const total = { amount: 1999, currency: 'EUR' }
  const told = await house.run(async (ctx) => {
    ctx.emit({
      name,
      ref: { kind: 'order', id: order },
      payload: { orderId: order, number: '100001', total, secretNote: 'not for strangers', ...payload },
    })
    return ok()
  })
  assert.ok(told.ok)
}

async function aWebhook(
  receiver: Receiver,
  kinds = ['order.paid.v1'],
  as = owner,
): Promise<{ id: string; secret: string }> {
  const made = await call('POST', '/webhooks', {
    as,
    body: { name: 'Warehouse program', address: receiver.url, kinds },
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body
}

const deliveriesOf = async (id: string) =>
  (await call('GET', `/webhook-deliveries?filter=webhookId:is:${id}`)).body.items as {
    id: string
    kind: string
    state: string
    attempts: number
    status: number | null
    silence: string | null
    dueAt: string | null
  }[]
const KINDS = ['fan-out-webhooks', 'deliver-webhooks']
/** Jobs are claimed by the database's clock; the house's runs ahead of it. */
async function workOff(): Promise<void> {
  await house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = ANY($1) AND state = 'ready'`, [KINDS])
  await house.runJobs(KINDS)
}

async function later(ms: number): Promise<void> {
  time.offsetMs += ms
  await house.asOwner(`UPDATE host.session SET expires_at = now() + interval '300 days'`)
  // Jobs of long ago have run; those of what is due now are asked for by the reconciler, as after a loss.
  await house.asOwner(`DELETE FROM host.job WHERE kind = 'deliver-webhooks'`)
  const keep = house.blueprint.jobs.find(({ kind }) => kind === 'keep-webhooks')!
  const input = { id: ORDER, ref: null, payload: {}, attempt: 1 }
  await keep.run(house, input)
  await keep.run(house, input)
  const jobs = await house.asOwner(`SELECT 1 FROM host.job WHERE kind = 'deliver-webhooks' AND state = 'ready'`)
  assert.ok(jobs.length <= 1, 'looked after twice, an address has one job')
  await workOff()
}
const DAY_MS = 86_400_000

describe('a fact', () => {
  test('is told once to whom it concerns, signed, with what is public of it and nothing else', async () => {
    const [receiver, other] = [await aReceiver(), await aReceiver()]
    const { id, secret } = await aWebhook(receiver)
    await aWebhook(other, ['product.changed.v1'])
    await happens()
    await happens('order.expired.v1')
    const jobs = await house.asOwner(`SELECT 1 FROM host.job WHERE kind = 'fan-out-webhooks'`)
    assert.equal(jobs.length, 1, 'what nobody listens to makes no work')
    await workOff()
    assert.deepEqual([receiver.heard.length, other.heard.length], [1, 0])
    const [{ headers, body }] = receiver.heard as [Heard]
    const message = new Webhook(secret).verify(body, headers) as { type: string; data: object; timestamp: string }
    assert.equal(message.type, 'order.paid.v1')
    assert.deepEqual(message.data, { orderId: ORDER, number: '100001', total: { amount: 1999, currency: 'EUR' } })
    assert.ok(!Number.isNaN(Date.parse(message.timestamp)))
    assert.throws(() => new Webhook(secret).verify(`${body} `, headers))
    const [delivery] = await deliveriesOf(id)
    assert.deepEqual([delivery?.state, delivery?.status, delivery?.attempts], ['delivered', 200, 1])

    // Work that is done at least once: the same jobs again tell nobody anything.
    await house.asOwner(`UPDATE host.job SET state = 'ready' WHERE kind = ANY($1)`, [KINDS])
    await workOff()
    assert.equal(receiver.heard.length, 1)
    const shown = await call('GET', `/webhook-deliveries/${delivery?.id}`)
    assert.deepEqual([shown.body.body, shown.body.tried.length, shown.body.tried[0].said], [body, 1, 'thanks'])
    const rows = await house.asOwner<{ sealed: Buffer }>('SELECT sealed FROM operations.webhook_secret')
    for (const { sealed } of rows) assert.ok(!sealed.includes(Buffer.from(secret.slice(6), 'base64')))
    assert.ok(!JSON.stringify((await call('GET', `/webhooks/${id}`)).body).includes('whsec_'))
    await house.expectNoBreach()
  })

  test('each public kind has a schema in the list and in OpenAPI, and its message names its fields', async () => {
    const { items } = (await call('GET', '/webhook-kinds')).body
    const { webhooks } = (await app.inject({ url: '/openapi.json' })).json()
    assert.deepEqual(
      Object.keys(webhooks),
      PUBLIC_EVENTS.map(({ kind }) => kind),
    )
    for (const { kind, fields } of PUBLIC_EVENTS) {
      const { schema, mine } = items.find((one: { kind: string }) => one.kind === kind)
      assert.ok(mine)
      const { data } = JSON.parse(messageOf({ kind, at: new Date(), payload: {} }))
      assert.deepEqual(Object.keys(data), Object.keys(fields))
      assert.deepEqual(Object.keys(schema.properties.data.properties), Object.keys(fields))
      const described = webhooks[kind].post.requestBody.content['application/json'].schema
      assert.deepEqual(described.properties.data.required, Object.keys(fields))
    }
  })

  test('goes to nobody whose right to see it is gone', async () => {
    const receiver = await aReceiver()
    const clerk = await signedInAs(house, 'owner')
    const { id } = await aWebhook(receiver, ['order.paid.v1'], clerk)
    await house.asOwner(`DELETE FROM people.staff_role WHERE staff_id = $1`, [clerk.id])
    await happens()
    await workOff()
    assert.deepEqual([receiver.heard.length, (await deliveriesOf(id)).length], [0, 0])
    assert.deepEqual((await call('GET', `/webhooks/${id}`)).body.lost, ['order.paid.v1'])
    // Whoever saves it answers for it.
    const taken = await call('PATCH', `/webhooks/${id}`, { body: { name: 'Taken over' }, version: 1 })
    assert.deepEqual([taken.status, taken.body.version], [200, 2])
    await happens()
    await workOff()
    assert.equal(receiver.heard.length, 1)
    await call('DELETE', `/webhooks/${id}`)
  })
})

describe('a receiver that fails', () => {
  test('is tried again for about a day under the same id; then it is given up, and sent again by hand', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver, ['order.cancelled.v1'])
    receiver.answer = (answer) => void answer.writeHead(503).end('out of order')
    await happens('order.cancelled.v1')
    await workOff()
    const [waiting] = await deliveriesOf(id)
    assert.deepEqual([waiting?.state, waiting?.attempts, waiting?.status], ['waiting', 1, 503])
    assert.equal(
      (await call('POST', `/webhook-deliveries/${waiting?.id}/replay`)).body.code,
      'operations.still_waiting',
    )
    for (let tries = 0; tries < RETRY_SECONDS.length; tries++) await later(10 * 3_600_000)
    const [given] = await deliveriesOf(id)
    assert.deepEqual([given?.state, given?.attempts], ['failed', RETRY_SECONDS.length + 1])
    assert.equal(new Set(receiver.heard.map((one) => one.id)).size, 1)
    assert.equal((await call('GET', `/webhooks/${id}`)).body.state, 'failing')

    receiver.answer = (answer) => void answer.end('back again')
    const since = new Date(Date.now() + time.offsetMs - 9 * DAY_MS).toISOString()
    const replayed = await call('POST', `/webhooks/${id}/replays`, { body: { since } })
    assert.deepEqual([replayed.status, replayed.body], [200, { count: 1 }])
    assert.deepEqual((await call('POST', `/webhooks/${id}/replays`, { body: { since } })).body, { count: 0 })
    await workOff()
    assert.equal((await deliveriesOf(id))[0]?.state, 'delivered')
    assert.equal((await call('POST', `/webhook-deliveries/${given?.id}/replay`)).status, 204)
    await workOff()
    assert.deepEqual(receiver.heard.length, RETRY_SECONDS.length + 3)
    assert.equal(new Set(receiver.heard.map((one) => one.id)).size, 1, 'a receiver that had it knows it again')
    assert.equal((await call('GET', `/webhooks/${id}`)).body.state, 'on')
    await house.expectNoBreach()
  })

  test('about one thing comes in the order of what happened: none overtakes one that is tried again, and other things do not wait', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver, ['order.expired.v1'])
    let away = true
    receiver.answer = (answer) => void answer.writeHead(away ? 503 : 200).end()
    const another = '0199a000-0000-7000-8000-00000000000b'
    for (const number of ['1', '2', '3']) await happens('order.expired.v1', { number })
    await happens('order.expired.v1', { number: '4' }, another)
    const facts = await house.asOwner<{ id: string }>(
      `SELECT id FROM host.event WHERE name = 'order.expired.v1' AND ref_id = $1 ORDER BY id DESC LIMIT 1`,
      [ORDER],
    )
    // The last one's job runs first.
    await fanOutWebhooks(house, { payload: { eventId: facts[0]?.id } })
    assert.equal((await deliveriesOf(id)).length, 3)
    await workOff()
    const numbers = () =>
      receiver.heard.map(({ body }) => (JSON.parse(body) as { data: { number: string } }).data.number)
    assert.deepEqual(numbers().toSorted(), ['1', '4'])
    assert.deepEqual((await deliveriesOf(id)).map(({ attempts }) => attempts).toSorted(), [0, 0, 1, 1])
    const asked = await house.asOwner(
      `SELECT 1 FROM host.job WHERE kind = 'deliver-webhooks' AND state = 'ready' AND run_at <= now() AND payload ->> 'webhookId' = $1`,
      [id],
    )
    assert.equal(asked.length, 0, 'what waits for its turn asks for no work')
    away = false
    await later(10 * 3_600_000)
    assert.deepEqual(
      numbers()
        .filter((number) => number !== '4')
        .slice(1),
      ['1', '2', '3'],
    )
    assert.ok((await deliveriesOf(id)).every(({ state }) => state === 'delivered'))
    await call('DELETE', `/webhooks/${id}`)
    await house.expectNoBreach()
  })

  test('for days is switched off, and its owner has that in the inbox; switched on, what waited goes out', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver, ['order.expired.v1'])
    receiver.answer = (answer) => void answer.writeHead(500).end()
    await happens('order.expired.v1')
    await workOff()
    await later(5 * DAY_MS + 3_600_000)
    await house.asOwner(
      `UPDATE operations.webhook SET failing_since = failing_since - interval '6 days' WHERE id = $1`,
      [id],
    )
    await later(0)
    assert.equal((await call('GET', `/webhooks/${id}`)).body.state, 'disabled')
    const told = await house.asOwner<{ recipient: string; title_key: string }>(
      `SELECT recipient, title_key FROM work.inbox_item WHERE ref_id = $1 AND closed_at IS NULL`,
      [id],
    )
    assert.deepEqual(told, [{ recipient: `staff:${owner.id}`, title_key: 'operations.told.webhook_failing' }])
    assert.equal((await call('POST', `/webhooks/${id}/tests`)).body.code, 'operations.webhook_is_paused')
    const before = receiver.heard.length
    await happens('order.expired.v1')
    await later(DAY_MS)
    assert.equal(receiver.heard.length, before)

    receiver.answer = (answer) => void answer.end()
    assert.equal((await call('DELETE', `/webhooks/${id}/pause`)).status, 204)
    await later(DAY_MS)
    assert.deepEqual(
      (await deliveriesOf(id)).map(({ state }) => state),
      ['delivered'],
    )
    const open = await house.asOwner(`SELECT 1 FROM work.inbox_item WHERE ref_id = $1 AND closed_at IS NULL`, [id])
    assert.equal(open.length, 0)
  })

  test('that says it is gone is told nothing more at once; one that breaks the line is tried again', async () => {
    const receiver = await aReceiver()
    const { id } = await aWebhook(receiver, ['payment.captured.v1'])
    receiver.answer = (answer) => void answer.destroy()
    assert.equal((await call('POST', `/webhooks/${id}/tests`)).status, 204)
    await workOff()
    const [broken] = await deliveriesOf(id)
    assert.deepEqual([broken?.state, broken?.status, broken?.silence], ['waiting', null, 'unreachable'])
    assert.equal(broken?.kind, 'test.sent.v1')
    receiver.answer = (answer) => void answer.writeHead(410).end()
    await later(DAY_MS)
    const shown = (await call('GET', `/webhooks/${id}`)).body
    assert.deepEqual([shown.state, shown.cause], ['disabled', 'gone'])
  })

  test('keeps nobody else waiting, nor the shop’s own work', async () => {
    const [dead, alive] = [await aReceiver(), await aReceiver()]
    const hanging: ServerResponse[] = []
    dead.answer = (answer) => void hanging.push(answer)
    await aWebhook(dead, ['payment.voided.v1'])
    const { id } = await aWebhook(alive, ['payment.voided.v1'])
    await house.asOwner(`UPDATE host.job SET state = 'done' WHERE state = 'ready'`)
    const began = time.offsetMs
    time.offsetMs = 0
    const worker = startWorker(async () => [house], house.blueprint.jobs)
    try {
      for (let n = 0; n < 6; n++) await happens('payment.voided.v1')
      const delivered = async () => (await deliveriesOf(id)).filter(({ state }) => state === 'delivered').length
      for (let looks = 0; looks < 1200 && (await delivered()) < 6; looks++) {
        await new Promise((again) => setTimeout(again, 25))
      }
      assert.equal(await delivered(), 6)
      assert.equal(alive.heard.length, 6)
      assert.ok(dead.heard.length <= 4, 'few calls at once to one address, whatever waits for it')
    } finally {
      for (const answer of hanging) answer.end()
      dead.answer = (answer) => void answer.end()
      await worker.stop()
      time.offsetMs = began
    }
  })
})

describe('an address', () => {
  test('that is not right is refused at its field', async () => {
    const good = { name: 'Program', address: 'https://program.example/in', kinds: ['order.paid.v1'] }
    const auditor = await signedInAs(house, 'auditor')
    assert.equal((await call('POST', '/webhooks', { as: auditor, body: good })).status, 403)
    const it = await signedInAs(house, 'it')
    const rows: [object, string, string][] = [
      [{ address: 'https://user:pw@program.example/' }, 'operations.address_malformed', 'address'],
      [{ address: 'http://program.example/' }, 'operations.address_not_https', 'address'],
      [{ address: 'https://192.168.0.1/' }, 'operations.address_private', 'address'],
      [{ name: '   ' }, 'operations.webhook_name_missing', 'name'],
    ]
    for (const [wrong, code, field] of rows) {
      const { body } = await call('POST', '/webhooks', { body: { ...good, ...wrong } })
      assert.deepEqual([body.code, body.field], [code, field])
      assert.ok(body.remedy.length > 10)
    }
    const { body } = await call('POST', '/webhooks', { as: it, body: good })
    assert.deepEqual(
      [body.code, body.field, body.params.permission],
      ['operations.kind_not_yours', 'kinds', 'orders:read'],
    )
    const missing = '0199a000-0000-7000-8000-0000000000ff'
    assert.equal((await call('GET', `/webhooks/${missing}`)).body.code, 'operations.webhook_not_found')
    assert.equal((await call('GET', `/webhook-deliveries/${missing}`)).body.code, 'operations.delivery_not_found')
  })

  test('has a secret that is changed while both sign; what changes is in the trail, under its version', async () => {
    const receiver = await aReceiver()
    const first = await aWebhook(receiver, ['order.placed.v1'])
    const second = (await call('POST', `/webhooks/${first.id}/secrets`, { body: { overlapHours: 24 } })).body
    await call('POST', `/webhooks/${first.id}/tests`)
    await workOff()
    const both = receiver.heard.at(-1)!
    assert.equal(both.signatures.split(' ').length, 2)
    // The clock of this house runs days ahead, so the time of the message is not judged here.
    const signs = (secret: string, { id, headers, body, signatures }: Heard) =>
      signatures
        .split(' ')
        .includes(new Webhook(secret).sign(id, new Date(Number(headers['webhook-timestamp']) * 1000), body))
    assert.ok(signs(first.secret, both) && signs(second.secret, both))
    time.offsetMs += 25 * 3_600_000
    await call('POST', `/webhooks/${first.id}/tests`)
    await workOff()
    const alone = receiver.heard.at(-1)!
    assert.deepEqual([signs(first.secret, alone), signs(second.secret, alone)], [false, true])

    const changed = await call('PATCH', `/webhooks/${first.id}`, { body: { name: 'Other' }, version: 1 })
    assert.equal(changed.body.version, 2)
    const late = await call('PATCH', `/webhooks/${first.id}`, { body: { name: 'Third' }, version: 1 })
    assert.equal(late.body.code, 'host.version_conflict')
    const trail = (await call('GET', `/audit?objectType=webhook&objectId=${first.id}`)).body.items
    assert.deepEqual(
      trail.map((row: { title: string; version: number | null }) => [row.title, row.version]),
      [
        ['Webhook changed', 2],
        ['Webhook messages sent', null],
        ['Webhook messages sent', null],
        ['Webhook changed', null],
        ['Webhook changed', 1],
      ],
    )
    assert.equal((await call('DELETE', `/webhooks/${first.id}`)).status, 204)
    const left = await house.asOwner(`SELECT 1 FROM host.listened_fact WHERE name = 'order.placed.v1'`)
    assert.equal(left.length, 0, 'nobody listens any more')
  })

  test('is one of fifty at most', async () => {
    await house.asOwner(
      `INSERT INTO operations.webhook (id, name, address, kinds, owner_id, version, created_at)
      SELECT gen_random_uuid(), 'x', 'https://x.example/', '{order.paid.v1}', $1, 1, '2020-01-01' FROM generate_series(1, 50)`,
      [owner.id],
    )
    const body = { name: 'One more', address: 'https://x.example/', kinds: ['order.paid.v1'] }
    assert.equal((await call('POST', '/webhooks', { body })).body.code, 'operations.too_many_webhooks')
    await house.asOwner(`DELETE FROM operations.webhook WHERE name = 'x'`)
  })

  test('of old: what it was told is forgotten after some weeks', async () => {
    await house.asOwner(`UPDATE operations.webhook_delivery SET created_at = created_at - interval '90 days'`)
    const ended = async () =>
      (await house.asOwner(`SELECT 1 FROM operations.webhook_delivery WHERE state <> 'waiting'`)).length
    assert.ok((await ended()) > 0)
    await later(0)
    assert.equal(await ended(), 0)
  })
})

test('a plan without events, or with one that nobody knows, is refused', () => {
  const draft = { name: 'Program', address: 'https://program.example/in' }
  const refused = (kinds: readonly string[]) => {
    const plan = planWebhook({ ...draft, kinds }, new Set(['orders:read']))
    return plan.ok ? plan.value.kinds : [plan.refusal.code, plan.refusal.field]
  }
  assert.deepEqual(refused([]), ['operations.no_kinds', 'kinds'])
  assert.deepEqual(refused(['order.eaten.v1']), ['operations.unknown_kind', 'kinds'])
  assert.deepEqual(refused(['product.changed.v1']), ['operations.kind_not_yours', 'kinds'])
  assert.deepEqual(refused(['order.paid.v1', 'order.paid.v1']), ['order.paid.v1'])
})

test('how long is waited after each answer', () => {
  const rows: [status: number | null, asked: number | null, tries: number, chance: number, verdict: string][] = [
    [200, null, 1, 0, 'delivered'],
    [299, null, 8, 0, 'delivered'],
    [302, null, 1, 0, '5'],
    [410, null, 1, 0, 'gone'],
    [null, null, 1, 0, '5'],
    [503, null, 1, 0.5, '5.5'],
    [503, null, 2, 0, '300'],
    [429, 120, 1, 0, '120'],
    [429, 86_400, 1, 0, '3600'],
    [500, null, 7, 0, '28800'],
    [500, null, 8, 0, 'given up'],
  ]
  for (const [status, retryAfterSeconds, tries, chance, verdict] of rows) {
    const outcome = outcomeOf({ status, retryAfterSeconds }, tries, chance)
    const said =
      outcome.state === 'waiting'
        ? String(outcome.afterSeconds)
        : outcome.state === 'failed'
          ? outcome.gone
            ? 'gone'
            : 'given up'
          : 'delivered'
    assert.equal(said, verdict, `${status} after ${tries}`)
  }
  const day = RETRY_SECONDS.reduce((sum, seconds) => sum + seconds, 0)
  assert.ok(day > 20 * 3_600 && day < 30 * 3_600, 'about a day')
})
