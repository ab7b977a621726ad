import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import type { LiveEvent, TaskProgress } from '../live/fact-stream.ts'
import { heardTask } from './heard-task.ts'

const KEY = ['tray']
let client: QueryClient
const shown = () => client.getQueryData<{ items: { id: string; state: string; doneCount: number }[] }>(KEY)?.items[0]

function told(change: Partial<TaskProgress>, refKind = 'task'): boolean {
  const task: TaskProgress = {
    id: 'a',
    kind: 'import-products',
    state: 'running',
    doneCount: 0,
    totalCount: 100,
    cancelAskedAt: null,
    finishedAt: null,
    ...change,
  }
  const fact: LiveEvent = { id: task.id, name: 'task.progressed.v1', refKind, refId: task.id, occurredAt: '', task }
  return heardTask(client, fact)
}

beforeEach(() => {
  client = new QueryClient()
  client.setQueryData(KEY, { items: [{ id: 'a', state: 'running', doneCount: 10 }], nextCursor: null })
})

test('progress moves forward, never back', () => {
  assert.ok(told({ doneCount: 40 }))
  assert.equal(shown()?.doneCount, 40)
  told({ doneCount: 20 })
  assert.equal(shown()?.doneCount, 40)
})

test('what ended stays ended, and is read whole', () => {
  told({ doneCount: 100, state: 'done' })
  assert.ok(client.getQueryState(KEY)?.isInvalidated)
  told({ doneCount: 100, state: 'running' })
  assert.equal(shown()?.state, 'done')
})

test('an unknown task makes the tray look', () => {
  told({ id: 'b' })
  assert.ok(client.getQueryState(KEY)?.isInvalidated)
})

test('other facts are not its business', () => assert.equal(told({}, 'order'), false))
