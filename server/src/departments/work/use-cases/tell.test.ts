import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { ok } from '../../../kernel/result.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { must } from '../../../testing/scene.ts'
import { tell, untell, type Told } from '../index.ts'

let house: TestHouse
before(async () => (house = await createTestHouse()))

const approval: Told = {
  to: [
    { kind: 'role', id: 'owner' },
    { kind: 'staff', id: '01920000-0000-7000-8000-000000000001' },
  ],
  kind: 'approval',
  ref: { type: 'approval', id: 'a1' },
  title: { key: 'work.told.todo', params: { title: 'Refund' } },
  path: '/approvals/a1',
}

const say = async (told: Told) => must(await house.run(async (ctx) => (tell(ctx, told), ok())))
const items = () =>
  house.asOwner<{ recipient: string; open: boolean; due: boolean; occasion: string }>(
    `SELECT recipient, closed_at IS NULL AS open, due_at IS NOT NULL AS due, occasion FROM work.inbox_item ORDER BY recipient, occasion`,
  )

test('each is told once; told again, what is open takes the new due time, what is closed stays closed', async () => {
  await say(approval)
  await say({ ...approval, dueAt: new Date('2026-12-01T10:00:00Z') })
  assert.deepEqual(
    (await items()).map(({ recipient, open, due }) => [recipient, open, due]),
    [
      ['role:owner', true, true],
      ['staff:01920000-0000-7000-8000-000000000001', true, true],
    ],
  )
  must(await house.run(async (ctx) => ok(await untell(ctx, { kind: 'approval', ref: approval.ref }))))
  await say(approval)
  assert.deepEqual(
    (await items()).map(({ open }) => open),
    [false, false],
  )
  await say({ ...approval, to: [{ kind: 'role', id: 'owner' }], occasion: 'again' })
  assert.deepEqual(
    (await items()).map(({ open }) => open),
    [false, true, false],
  )
})

test('screens hear of it under a name that tells nobody whose inbox it is', async () => {
  const events = await house.asOwner<{ ref_id: string }>(
    `SELECT ref_id FROM host.event WHERE name = 'inbox.changed.v1'`,
  )
  assert.ok(events.length >= 4)
  for (const { ref_id } of events) assert.match(ref_id, /^[\w-]{22}$/)
  assert.equal(new Set(events.map(({ ref_id }) => ref_id)).size, 2)
})
