import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { runCommand } from '../../host/context.ts'
import { startWorker } from '../../host/outbox/worker.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { taskJob } from '../../host/tasks/run-task.ts'
import { startTask } from '../../host/tasks/start-task.ts'
import type { TaskDefinition } from '../../host/tasks/task.ts'
import { ok } from '../../kernel/result.ts'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { openOffice, type Office } from './testing/office.ts'

let office: Office
let technician: SignedIn
let merchandiser: SignedIn
let other: SignedIn
let now = new Date('2026-11-22T03:00:00Z')

before(async () => {
  office = await openOffice({ clock: { now: () => now } })
  technician = await office.person('it')
  merchandiser = await office.person('merchandiser')
  other = await office.person('merchandiser')
})

interface Alert {
  readonly id: string
  readonly title: string
  readonly path: string
}

const alertsOf = async (who: SignedIn, language = 'en') =>
  (await office.call(who, 'GET', '/inbox?kind=alert', { language })).body.items as Alert[]

async function again(kind: string): Promise<void> {
  await office.house.runJobs([kind])
  await office.house.asOwner(`UPDATE host.job SET state = 'ready' WHERE kind = $1`, [kind])
  await office.house.runJobs([kind])
}

/** Until the worker has done what is asked for; generous, since the machine may be busy. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 20) {
    assert.ok(waited < 30_000, 'waited half a minute in vain')
    await wait(20)
  }
}

describe('work that died', () => {
  const dieOf = async (kind: string): Promise<string> => {
    must(
      await office.house.run(async (ctx) => {
        ctx.enqueue({ kind, maxAttempts: 1 })
        return ok()
      }),
    )
    const worker = startWorker(
      async () => [office.house],
      // A worker takes whatever is due: it knows the house's own work too.
      [...office.house.blueprint.jobs, { kind, run: async () => Promise.reject(new Error('no wool')) }],
    )
    const find = () =>
      office.house.asOwner<{ id: string }>(`SELECT id FROM host.job WHERE kind = $1 AND state = 'dead'`, [kind])
    await until(async () => (await find()).length > 0).finally(() => worker.stop())
    return (await find())[0]?.id ?? ''
  }

  test('is told once to who may start it again, with a link to it, and to nobody else', async () => {
    const id = await dieOf('knit')
    await until(async () => {
      await again('alert-job-died')
      return (await alertsOf(technician)).length > 0
    })
    await again('alert-job-died')
    const told = (await alertsOf(technician)).map(({ title, path }) => [title, path])
    assert.deepEqual(told, [['Work in the background was given up', `/records/job/${id}`]])
    assert.deepEqual(await alertsOf(merchandiser), [])
    const desk = await office.call(technician, 'GET', `/record-desks/job/${id}`)
    assert.deepEqual([desk.status, desk.body.title], [200, 'knit'])
  })

  test('what tells of it may die itself: nobody is told of that for ever', async () => {
    await dieOf('alert-knitting')
    const events = await office.house.asOwner(
      `SELECT 1 FROM host.event WHERE name = 'job.died.v1' AND payload ->> 'kind' = 'alert-knitting'`,
    )
    assert.deepEqual(events, [])
  })
})

describe('long work that ended', () => {
  const kinds: readonly TaskDefinition[] = [
    { kind: 'weave', permission: 'catalog:import', path: '/products/import', run: async () => ok({ rows: 1 }) },
    { kind: 'tear', permission: 'catalog:import', run: async () => hostRefusals.file_empty() },
  ]
  const runTask = async (kind: string): Promise<string> => {
    const actor = await office.house.ports?.staff?.findActor(office.house.database, merchandiser.id)
    assert.ok(actor)
    const id = must(
      await runCommand(office.house, { actor }, async (ctx) =>
        ok(startTask(ctx, { kind, titleKey: 'import-products.task.named', titleParams: { name: 'a.csv' }, input: {} })),
      ),
    )
    await taskJob(kinds).run(office.house, { id, ref: null, payload: { taskId: id }, attempt: 1 })
    return id
  }

  test('lies with its outcome in the inbox of who started it, once, in their language', async () => {
    await office.house.asOwner(`UPDATE people.staff SET locale = 'it' WHERE id = $1`, [merchandiser.id])
    await runTask('weave')
    await again('alert-task-ended')
    await runTask('tear')
    await again('alert-task-ended')
    const told = (await alertsOf(merchandiser, 'it')).map(({ title, path }) => [title.split(':')[0], path])
    assert.deepEqual(told.toSorted(), [
      ['Non riuscito', '/inbox'],
      ['Terminato', '/products/import'],
    ])
    assert.ok((await alertsOf(merchandiser)).every(({ title }) => title.includes('a.csv')))
    assert.deepEqual(await alertsOf(other), [])
  })

  test('is told of a real import, by the events of the house', async () => {
    const started = await office.call(other, 'POST', '/product-imports', {
      body: { csv: 'Handle,Title\nred-cup,Red cup\n', name: 'cups.csv', currency: 'EUR', location: 'venezia' },
    })
    assert.equal(started.status, 202, JSON.stringify(started.body))
    await office.house.runJobs(['run-task'])
    const ended = await office.house.asOwner(
      `SELECT 1 FROM host.event WHERE name = 'task.ended.v1' AND payload ->> 'path' = '/products/imports'`,
    )
    assert.ok(ended.length > 0)
    await office.house.runJobs(['alert-task-ended'])
    assert.match((await alertsOf(other))[0]?.title ?? '', /cups\.csv/)
  })
})

describe('the mail of the morning', () => {
  test('is one’s own to choose', async () => {
    const choose = async (body: unknown) => (await office.call(technician, 'PUT', '/inbox/choices', { body })).body
    assert.deepEqual(await choose({ digest: 'never' }), { mentions: 'at_once', digest: 'never' })
    assert.deepEqual(await choose({ mentions: 'never' }), { mentions: 'never', digest: 'never' })
    assert.deepEqual(await choose({ digest: 'daily' }), { mentions: 'never', digest: 'daily' })
    assert.equal((await office.call(technician, 'PUT', '/inbox/choices', { body: { digest: 'hourly' } })).status, 422)
  })

  const digests = () =>
    office.house.asOwner<{ subject: string; recipient: string; text_body: string }>(
      `SELECT subject, recipient, text_body FROM host.mail WHERE dedup_key LIKE 'digest %' ORDER BY created_at, recipient`,
    )
  const hourly = async (from: string, hours: number) => {
    for (let hour = 0; hour < hours; hour++) {
      now = new Date(Date.parse(from) + hour * 3_600_000)
      const send = office.house.blueprint.jobs.find(({ kind }) => kind === 'send-digests')
      assert.ok(send)
      const run = () => send.run(office.house, { id: 'x', ref: null, payload: {}, attempt: 1 })
      // Two workers at once, and one that begins anew.
      await Promise.all([run(), run()])
      await run()
    }
  }

  test('comes once a day, at the shop’s morning, in its reader’s language, and only with something new', async () => {
    await hourly('2026-11-22T03:05:00Z', 24)
    const first = await digests()
    assert.equal(first.length, 3, JSON.stringify(first))
    const italian = first.find(({ subject }) => subject === '2 cose aspettano nella tua posta interna')
    assert.ok(italian, JSON.stringify(first))
    assert.match(italian.text_body, /Non riuscito.*\n.*\/office\/inbox\n/)
    assert.ok(first.some(({ subject }) => subject === 'One thing waits in your inbox'))
    // Nothing new: no second mail, although it is still unread.
    await hourly('2026-11-23T03:05:00Z', 24)
    assert.equal((await digests()).length, 3)
  })

  test('over the days on which clocks change, each once', async () => {
    for (const [day, hours] of [
      ['2027-03-27', 26],
      ['2027-03-28', 26],
    ] as const) {
      now = new Date(`${day}T00:30:00Z`)
      await office.house.asOwner('UPDATE work.inbox_item SET at = $1 WHERE recipient = $2', [now, `staff:${other.id}`])
      const before = (await digests()).length
      await hourly(`${day}T01:05:00Z`, hours)
      assert.equal((await digests()).length, before + 1, day)
    }
  })

  test('is not sent to who wants none, nor after what was unread was read', async () => {
    now = new Date('2027-04-10T00:30:00Z')
    await office.house.asOwner(`UPDATE work.inbox_item SET at = $1 WHERE kind = 'alert'`, [now])
    await office.house.asOwner(
      `INSERT INTO work.notice_choice (staff_id, mentions, digest) VALUES ($1, 'at_once', 'never')`,
      [merchandiser.id],
    )
    await office.house.asOwner(
      `INSERT INTO work.inbox_mark (item_id, staff_id, seen_at) SELECT id, $1, now() FROM work.inbox_item WHERE kind = 'alert'`,
      [technician.id],
    )
    const before = await digests()
    await hourly('2027-04-10T01:05:00Z', 12)
    const sent = (await digests()).slice(before.length)
    assert.equal(sent.length, 1, JSON.stringify(sent))
  })
})
