import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { changeRoles, findStaffActor } from '../../departments/people/index.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { ok } from '../../kernel/result.ts'
import { runCommand, system } from '../context.ts'
import { buildServer } from '../http/server.ts'
import { silentLog } from '../log/log.ts'
import { LiveHub, type LiveEvent } from './hub.ts'
import { mountLive } from './mount-live.ts'

const known = new Set(['orders:read', 'people:read'])
const facts = new Map([['order', { read: 'orders:read' }]] as const)

let house: TestHouse
before(async () => {
  house = await createTestHouse()
})

const happen = (name: string, id: string, of: TestHouse = house) =>
  of.run(async (ctx) => {
    ctx.emit({ name, ref: { kind: 'thing', id }, payload: { secret: 'never sent' } })
    return ok()
  })

describe('the hub', () => {
  test('tells a late commit that lies behind what was told before', async () => {
    const hub = new LiveHub(house)
    const told: string[] = []
    const leave = await hub.listen((events) => told.push(...events.map((event) => event.refId)))
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    const slow = runCommand(house, { actor: system('slow') }, async (ctx) => {
      ctx.emit({ name: 'order.slow.v1', ref: { kind: 'order', id: 'slow' }, payload: {} })
      begun()
      await held
      return ok()
    })
    await hasBegun
    await wait(20)
    await happen('order.quick.v1', 'quick')
    await hub.poll()
    assert.deepEqual(told, ['quick'])
    release()
    await slow
    await hub.poll()
    await hub.poll()
    assert.deepEqual(told, ['quick', 'slow'])
    leave()
  })

  test('what happened before the first listener is not told; polling rests when nobody listens', async () => {
    const hub = new LiveHub(house)
    await happen('order.early.v1', 'early')
    const told: string[] = []
    const note = (events: readonly LiveEvent[]) => void told.push(...events.map((event) => event.refId))
    const leave = await hub.listen(note)
    await hub.poll()
    assert.deepEqual(told, [])
    await happen('order.now.v1', 'now')
    // The hub's own clock: a poll a second.
    while (told.length === 0) await wait(20)
    assert.deepEqual(told, ['now'])
    leave()
    assert.equal(hub.listening, false)
    await happen('order.unseen.v1', 'unseen')
    await wait(1300)
    assert.deepEqual(told, ['now'])
  })

  test('tells what was missed since an event, and says when that is unknown', async () => {
    const shop = await createTestHouse()
    const hub = new LiveHub(shop)
    await happen('order.placed.v1', 'one', shop)
    const [one] = await shop.asOwner<{ id: string }>('SELECT id FROM host.event')
    assert.deepEqual(await hub.missedSince(one!.id), [])
    await happen('order.placed.v1', 'two', shop)
    assert.deepEqual(
      (await hub.missedSince(one!.id))?.map((event) => event.refId),
      ['two'],
    )
    assert.equal(await hub.missedSince('0199a000-0000-7000-8000-000000000000'), undefined)
    await shop.asOwner(
      `INSERT INTO host.event SELECT gen_random_uuid(), 'order.many.v1', 'order', n::text, '{}', 'x', NULL, now() FROM generate_series(1, 600) n`,
    )
    assert.equal(await hub.missedSince(one!.id), undefined)
  })
})

describe('GET /api/live', () => {
  async function aServer(heartbeatMs = 60): Promise<{ app: FastifyInstance; url: string }> {
    const app = buildServer({
      routes: [],
      translations: house.translations,
      log: silentLog,
      findHouse: async () => house,
      findActor: findStaffActor,
      knownPermissions: known,
      https: false,
      trustProxy: false,
      mount: (server) =>
        mountLive(server, {
          findActor: findStaffActor,
          translations: house.translations,
          facts,
          heartbeatMs,
        }),
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    return { app, url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/live` }
  }

  async function listen(url: string, who: SignedIn, headers = {}) {
    const response = await fetch(url, { headers: { ...who.headers, ...headers } })
    const heard = { text: '', ended: false, response }
    const decoder = new TextDecoder()
    void (async () => {
      for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk as Uint8Array, { stream: true })
    })()
      .catch(() => {})
      .finally(() => (heard.ended = true))
    return heard
  }

  async function until(holds: () => boolean, ms = 30_000) {
    for (let waited = 0; !holds(); waited += 20) {
      assert.ok(waited < ms, `waited ${ms} ms in vain`)
      await wait(20)
    }
  }

  test('tells staff what they may read, without content, with a heartbeat, and ends with the server', async () => {
    const { app, url } = await aServer()
    const [clerk, it] = [await signedInAs(house, 'owner'), await signedInAs(house, 'it')]
    await house.asOwner(
      `UPDATE people.role SET permissions = permissions || '{orders:read}' WHERE code = 'owner' AND NOT permissions @> '{orders:read}'`,
    )
    const [heard, deaf] = [await listen(url, clerk), await listen(url, it)]
    assert.equal(heard.response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
    await until(() => heard.text.includes(': beat') && deaf.text.includes(': beat'))
    await happen('order.placed.v1', 'told')
    await until(() => heard.text.includes('"refId":"told"'))
    assert.match(heard.text, /id: [0-9a-f-]{36}\nevent: order\.placed\.v1\ndata: \{.*\}\n\n/)
    assert.ok(!heard.text.includes('never sent'))
    assert.ok(!deaf.text.includes('told'), 'IT may not read orders')

    const lastId = /id: ([0-9a-f-]{36})/.exec(heard.text)?.[1] ?? ''
    await happen('order.placed.v1', 'missed')
    const resumed = await listen(url, clerk, { 'last-event-id': lastId })
    await until(() => resumed.text.includes('"refId":"missed"'))
    const lost = await listen(url, clerk, { 'last-event-id': 'nonsense' })
    await until(() => lost.text.includes('event: reset'))

    const begun = performance.now()
    await app.close()
    await until(() => heard.ended && deaf.ended && resumed.ended && lost.ended)
    assert.ok(performance.now() - begun < 20_000)
  })

  test('is for staff: others are refused, and a role or session taken away ends it', async () => {
    const { app, url } = await aServer()
    assert.equal((await fetch(url)).status, 401)
    const cross = { 'sec-fetch-site': 'cross-site' }
    const clerk = await signedInAs(house, 'owner')
    assert.equal((await fetch(url, { headers: { cookie: `fondaco_staff=${clerk.token}`, ...cross } })).status, 403)
    await signedInAs(house, 'owner')
    await house.asOwner(
      `UPDATE people.role SET permissions = permissions || '{orders:read}' WHERE code = 'owner' AND NOT permissions @> '{orders:read}'`,
    )
    await house.asOwner(`UPDATE people.staff SET password_hash = 'x'`)
    const heard = await listen(url, clerk)
    const demoted = await house.run((ctx) => changeRoles(ctx, { staffId: clerk.id, roles: [], version: 1 }))
    assert.ok(demoted.ok)
    const beats = heard.text.split(': beat').length
    await until(() => heard.text.split(': beat').length > beats + 1)
    await happen('order.placed.v1', 'too-late')
    await wait(1300)
    assert.ok(!heard.text.includes('too-late'))
    await house.asOwner('UPDATE host.session SET ended_at = now() WHERE subject_id = $1', [clerk.id])
    await until(() => heard.ended)
    await app.close()
  })
})
