import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { changeRoles } from '../../departments/people/index.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { runCommand } from '../context.ts'
import { claimJobs } from '../outbox/queue.ts'
import { startWorker, type JobDefinition } from '../outbox/worker.ts'
import { hostRefusals } from '../refusals.ts'
import { taskJob } from './run-task.ts'
import { startTask } from './start-task.ts'
import type { TaskDefinition } from './task.ts'

const PERMISSION = 'catalog:import'

interface Row {
  state: string
  done_count: number
  total_count: number | null
  result: unknown
  problem: { code: string } | null
  input: unknown
  attempt: number
  revision: number
}

let house: TestHouse
let owner: SignedIn
before(async () => {
  house = await createTestHouse()
  owner = await signedInAs(house, 'owner')
})

async function start(kind: string, who: SignedIn = owner, input = { n: 1 }): Promise<string> {
  const actor = await house.ports?.staff?.findActor(house.database, who.id)
  assert.ok(actor)
  const started = await runCommand(house, { actor }, async (ctx) =>
    ok(startTask(ctx, { kind, titleKey: 'import-products.task.named', titleParams: { name: 'a.csv' }, input })),
  )
  assert.ok(started.ok)
  return started.value
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await house.asOwner<Row>('SELECT * FROM host.task WHERE id = $1', [id])
  assert.ok(row)
  return row
}

async function until(holds: () => Promise<boolean> | boolean, ms = 30_000): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 20) {
    assert.ok(waited < ms, `waited ${ms} ms in vain`)
    await wait(20)
  }
}

const ended = async (id: string) => !['waiting', 'running'].includes((await rowOf(id)).state)

/** A worker of this test's own, closed when `work` is over. */
async function withWorker(jobs: readonly JobDefinition[], work: () => Promise<void>): Promise<void> {
  const worker = startWorker(async () => [house], jobs)
  try {
    await work()
  } finally {
    await worker.stop()
  }
}

const define = (kind: string, run: TaskDefinition['run'], permission = PERMISSION): TaskDefinition => ({
  kind,
  permission,
  run,
})

/** Goes on chunk by chunk until told to stop; says how far it came. */
const endless = (kind: string) =>
  define(kind, async (_house, _task, report) => {
    let done = 0
    while (!(await report.stopAsked())) {
      await wait(15)
      report.progress((done += 1), 1000)
    }
    return ok({ done })
  })

describe('work that ends', () => {
  test('runs with the rights and the input of who started it, and keeps its result', async () => {
    const seen: unknown[] = []
    const job = taskJob([
      define('well', async (_house, { actor, input, attempt }, report) => {
        seen.push(actor.id, actor.permissions.has(PERMISSION), input, attempt)
        report.progress(1, 2)
        report.progress(2, 2)
        return ok({ made: 2 })
      }),
    ])
    const id = await start('well')
    assert.equal((await rowOf(id)).state, 'waiting')
    await withWorker([job], () => until(() => ended(id)))
    const row = await rowOf(id)
    assert.deepEqual(seen, [owner.id, true, { n: 1 }, 1])
    assert.deepEqual([row.state, row.done_count, row.total_count, row.result], ['done', 2, 2, { made: 2 }])
    assert.equal(row.input, null, 'what is not needed any more is not kept')
    const [{ state } = { state: '' }] = await house.asOwner<{ state: string }>(
      `SELECT state FROM host.job WHERE dedup_key = $1`,
      [id],
    )
    assert.equal(state, 'done')
  })

  test('a refusal ends it as failed, at once and for good', async () => {
    let runs = 0
    const job = taskJob([
      define('refused', async () => {
        runs += 1
        return hostRefusals.invalid_input({ field: 'csv' })
      }),
    ])
    const id = await start('refused')
    await withWorker([job], () => until(() => ended(id)))
    const row = await rowOf(id)
    assert.deepEqual([row.state, row.problem?.code, runs], ['failed', 'host.invalid_input', 1])
  })

  test('a thrown error waits for another try; the last one is a fault without its text, and can be replayed', async () => {
    let fails = true
    const definition = define('broken', async () => {
      if (fails) throw new Error('secret table missing')
      return ok('mended')
    })
    const job = taskJob([definition])
    const id = await start('broken')
    const run = (attempt: number) => job.run(house, { id: 'x', ref: null, payload: { taskId: id }, attempt })
    await assert.rejects(run(1), /secret/)
    assert.equal((await rowOf(id)).state, 'waiting')
    await assert.rejects(run(5), /secret/)
    const failed = await rowOf(id)
    assert.deepEqual([failed.state, failed.problem], ['failed', { code: 'host.fault', status: 500 }])
    fails = false
    await run(1)
    assert.deepEqual([(await rowOf(id)).state, (await rowOf(id)).result], ['done', 'mended'])
    await run(1)
    assert.equal((await rowOf(id)).attempt, 3, 'what is done is not begun again')
  })

  test('progress is written twice a second at most, and the last figure always', async () => {
    const job = taskJob([
      define('chatty', async (_house, _task, report) => {
        for (let done = 1; done <= 100; done += 1) {
          report.progress(done, 100)
          await wait(11)
        }
        return ok(null)
      }),
    ])
    const id = await start('chatty')
    await job.run(house, { id: 'x', ref: null, payload: { taskId: id }, attempt: 1 })
    const { done_count, revision } = await rowOf(id)
    assert.equal(done_count, 100)
    // Made, claimed, ended, and some 1.2 seconds of progress with one last figure.
    assert.ok(revision >= 5 && revision <= 8, `${revision} revisions`)
  })
})

describe('work that is taken from its hands', () => {
  test('a worker that dies gives it back; the old run, still alive, can write nothing', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const outcomes: string[] = []
    const job = taskJob([
      define('taken', async (_house, { attempt }, report) => {
        if (attempt === 1) {
          await held
          report.progress(77, 100)
          const stop = await report.stopAsked().then(
            () => 'goes on',
            (error: Error) => error.message,
          )
          outcomes.push(stop)
        }
        return ok({ attempt })
      }),
    ])
    const id = await start('taken')
    const input = { id: 'x', ref: null, payload: { taskId: id } }
    const first = job.run(house, { ...input, attempt: 1 })
    await until(async () => (await rowOf(id)).attempt === 1)
    await job.run(house, { ...input, attempt: 2 })
    release()
    await first
    const row = await rowOf(id)
    assert.deepEqual(outcomes, ['interrupted'])
    assert.deepEqual([row.state, row.result, row.done_count], ['done', { attempt: 2 }, 0])
  })

  test('an expired lease brings it to another worker', async () => {
    const id = await start('leased')
    const claimed = await claimJobs(house.database, 'dead worker', 50, 'long')
    assert.ok(claimed.some((job) => job.payload['taskId'] === id))
    await house.asOwner(`UPDATE host.job SET lease_until = now() - interval '1 second' WHERE dedup_key = $1`, [id])
    await withWorker([taskJob([define('leased', async () => ok('done'))])], () => until(() => ended(id)))
    assert.equal((await rowOf(id)).state, 'done')
  })

  test('a process that closes gives it back at once, and it costs no attempt', async () => {
    const id = await start('interrupted')
    const worker = startWorker(async () => [house], [taskJob([endless('interrupted')])])
    await until(async () => (await rowOf(id)).state === 'running')
    const begun = performance.now()
    await worker.stop()
    assert.ok(performance.now() - begun < 8_000)
    assert.equal((await rowOf(id)).state, 'waiting')
    const jobs = await house.asOwner(
      `SELECT state, attempts, run_at <= now() AS due FROM host.job WHERE dedup_key = $1`,
      [id],
    )
    assert.deepEqual(jobs, [{ state: 'ready', attempts: 0, due: true }])
    await withWorker([taskJob([define('interrupted', async () => ok('after all'))])], () => until(() => ended(id)))
    assert.equal((await rowOf(id)).result, 'after all')
  })
})

describe('the lane of long work', () => {
  test('an hour of work, with more behind it, keeps no short job waiting', async () => {
    let mailed = 0
    const mail: JobDefinition = { kind: 'quick-mail', run: async () => void (mailed += 1) }
    const [id, next] = [await start('hour'), await start('hour')]
    await withWorker([taskJob([endless('hour')]), mail], async () => {
      await until(async () => (await rowOf(id)).state === 'running')
      for (let n = 1; n <= 3; n += 1) {
        await house.run(async (ctx) => {
          ctx.enqueue({ kind: 'quick-mail' })
          return ok()
        })
        await until(() => mailed === n)
      }
      assert.deepEqual([(await rowOf(id)).state, (await rowOf(next)).state], ['running', 'waiting'], 'one at a time')
    })
    await house.asOwner(`UPDATE host.job SET state = 'done', finished_at = now() WHERE dedup_key IN ($1, $2)`, [
      id,
      next,
    ])
  })
})

describe('over HTTP', () => {
  test('mine are listed with words in my language; others neither see nor stop them', async () => {
    const app = await createTestServer(house)
    const [anna, bruno] = [await signedInAs(house, 'owner'), await signedInAs(house, 'owner')]
    const id = await start('endless', anna)
    const ask = (who: SignedIn | undefined, url: string, method: 'GET' | 'POST' = 'GET') =>
      app.inject({ method, url: `/api${url}`, headers: { ...who?.headers, 'accept-language': 'it' } })
    assert.equal((await ask(undefined, '/tasks')).statusCode, 401)
    const mine = (await ask(anna, '/tasks?open=true')).json()
    assert.deepEqual(
      mine.items.map((task: { id: string; title: string; state: string }) => [task.id, task.title, task.state]),
      [[id, 'Importazione di prodotti: a.csv', 'waiting']],
    )
    assert.deepEqual((await ask(bruno, '/tasks')).json().items, [])
    for (const [url, method] of [
      [`/tasks/${id}`, 'GET'],
      [`/tasks/${id}/result`, 'GET'],
      [`/tasks/${id}/cancellation`, 'POST'],
    ] as const) {
      assert.equal((await ask(bruno, url, method)).statusCode, 404, url)
    }
    assert.equal((await rowOf(id)).state, 'waiting')

    await withWorker([taskJob([endless('endless')])], async () => {
      await until(async () => (await rowOf(id)).done_count > 0)
      assert.equal((await ask(anna, `/tasks/${id}/result`)).statusCode, 404)
      const asked = await ask(anna, `/tasks/${id}/cancellation`, 'POST')
      assert.equal(asked.statusCode, 202)
      assert.notEqual(asked.json().cancelAskedAt, null)
      await until(() => ended(id))
    })
    const after = (await ask(anna, `/tasks/${id}`)).json()
    assert.equal(after.state, 'cancelled')
    assert.equal(after.result.done, after.doneCount, 'what is whole is kept, and said')
    const file = await ask(anna, `/tasks/${id}/result`)
    assert.equal(
      file.headers['content-disposition'],
      `attachment; filename="endless.json"; filename*=UTF-8''endless.json`,
    )
    assert.deepEqual(JSON.parse(file.body), after.result)
    const again = await ask(anna, `/tasks/${id}/cancellation`, 'POST')
    assert.deepEqual([again.statusCode, again.json().code], [409, 'host.task_finished'])
    assert.deepEqual((await ask(anna, '/tasks?open=true')).json().items, [])
  })

  test('what still waits is cancelled at once and never begins', async () => {
    const app = await createTestServer(house)
    const anna = await signedInAs(house, 'owner')
    let runs = 0
    const id = await start('never', anna)
    const answer = await app.inject({ method: 'POST', url: `/api/tasks/${id}/cancellation`, headers: anna.headers })
    assert.deepEqual([answer.statusCode, answer.json().state], [202, 'cancelled'])
    const job = taskJob([
      define('never', async () => {
        runs += 1
        return ok(null)
      }),
    ])
    await job.run(house, { id: 'x', ref: null, payload: { taskId: id }, attempt: 1 })
    assert.deepEqual([(await rowOf(id)).state, runs], ['cancelled', 0])
  })
})

describe('nobody acts after losing the right to', () => {
  test('before it begins', async () => {
    const clerk = await signedInAs(house, 'auditor')
    let runs = 0
    const job = taskJob([
      define('unpermitted', async () => {
        runs += 1
        return ok(null)
      }),
    ])
    const id = await start('unpermitted', clerk)
    await job.run(house, { id: 'x', ref: null, payload: { taskId: id }, attempt: 1 })
    const row = await rowOf(id)
    assert.deepEqual([row.state, row.problem?.code, runs], ['failed', 'host.not_allowed', 0])
  })

  test('between two chunks', async () => {
    const clerk = await signedInAs(house, 'merchandiser')
    const id = await start('demoted', clerk)
    const running = taskJob([endless('demoted')]).run(house, {
      id: 'x',
      ref: null,
      payload: { taskId: id },
      attempt: 1,
    })
    await until(async () => (await rowOf(id)).done_count > 0)
    const demoted = await house.run((ctx) => changeRoles(ctx, { staffId: clerk.id, roles: [], version: 1 }))
    assert.ok(demoted.ok)
    await running
    const row = await rowOf(id)
    assert.deepEqual([row.state, row.problem?.code], ['failed', 'host.not_allowed'])
    assert.notEqual(row.result, null)
  })
})
