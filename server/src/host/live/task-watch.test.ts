import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { runCommand } from '../context.ts'
import { startTask } from '../tasks/start-task.ts'
import { TaskWatch, type TaskProgress } from './task-watch.ts'

let house: TestHouse
before(async () => {
  house = await createTestHouse()
})

async function start(who: SignedIn): Promise<string> {
  const actor = await house.ports?.staff?.findActor(house.database, who.id)
  assert.ok(actor)
  const started = await runCommand(house, { actor }, async (ctx) =>
    ok(startTask(ctx, { kind: 'watched', titleKey: 'import-products.task.unnamed', input: {} })),
  )
  assert.ok(started.ok)
  return started.value
}

const step = (id: string, done: number) =>
  house.asOwner(
    `UPDATE host.task SET state = 'running', done_count = $2, total_count = 9, revision = revision + 1, changed_at = now() WHERE id = $1`,
    [id, done],
  )

describe('the watch', () => {
  test('tells each change once, to its owner alone, and rests when nobody listens', async (context) => {
    const [anna, bruno] = [await signedInAs(house, 'owner'), await signedInAs(house, 'owner')]
    const watch = new TaskWatch(house)
    context.after(() => watch.stop())
    const [toAnna, toBruno]: [TaskProgress[], TaskProgress[]] = [[], []]
    const leave = [
      watch.listen(anna.id, (tasks) => toAnna.push(...tasks)),
      watch.listen(bruno.id, (tasks) => toBruno.push(...tasks)),
    ]
    const id = await start(anna)
    await watch.poll()
    await watch.poll()
    await step(id, 3)
    await watch.poll()
    await watch.poll()
    assert.deepEqual(
      toAnna.map(({ id: task, state, doneCount, totalCount }) => [task, state, doneCount, totalCount]),
      [
        [id, 'waiting', 0, null],
        [id, 'running', 3, 9],
      ],
    )
    assert.deepEqual(toBruno, [])
    for (const one of leave) one()
    assert.equal(watch.listening, false)
    await step(id, 4)
    await watch.poll()
    assert.equal(toAnna.length, 2)
  })
})

describe('GET /api/live', () => {
  test('carries my own progress to me, and to nobody else', async (context) => {
    const app = await createTestServer(house)
    await app.listen({ port: 0, host: '127.0.0.1' })
    const url = `http://localhost:${(app.server.address() as AddressInfo).port}/api/live`
    const [anna, bruno] = [await signedInAs(house, 'owner'), await signedInAs(house, 'owner')]
    const heard = { anna: '', bruno: '' }
    const ends = new AbortController()
    context.after(() => ends.abort())
    for (const [name, who] of [
      ['anna', anna],
      ['bruno', bruno],
    ] as const) {
      const response = await fetch(url, { headers: who.headers, signal: ends.signal })
      assert.equal(response.status, 200)
      void (async () => {
        for await (const chunk of response.body ?? []) heard[name] += new TextDecoder().decode(chunk as Uint8Array)
      })().catch(() => {})
    }
    const id = await start(anna)
    await step(id, 5)
    for (let waited = 0; !heard.anna.includes('"doneCount":5'); waited += 50) {
      assert.ok(waited < 30_000, 'never told')
      await wait(50)
    }
    const message = /event: task\.progressed\.v1\ndata: (.*)\n\n/.exec(heard.anna)
    const { name, refKind, refId } = JSON.parse(message?.[1] ?? '{}') as Record<string, string>
    assert.deepEqual([name, refKind, refId], ['task.progressed.v1', 'task', id])
    await wait(600)
    assert.ok(!heard.bruno.includes(id))
  })
})
