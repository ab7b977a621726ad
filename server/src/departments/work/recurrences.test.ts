import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { openOffice, type Office } from './testing/office.ts'

/** Sunday, 22 November 2026, ten in the morning in Rome. */
const time = { now: new Date('2026-11-22T09:00:00.000Z') }
let office: Office
let ada: SignedIn
let accounting: string

before(async () => {
  office = await openOffice({ clock: { now: () => time.now } })
  accounting = await office.unit('Accounting')
})

/** A session does not outlive the days that pass here. */
const at = async (instant: string) => {
  time.now = new Date(instant)
  ada = await office.person('care_agent')
}
const wish = (more: object = {}) => ({
  title: 'Month end close',
  assignee: { kind: 'unit', id: accounting },
  checklist: ['Bank', 'Till'],
  rule: { every: 'last_working_day' },
  dueTime: '17:00',
  startsOn: '2026-11-22',
  ...more,
})
const make = async (more: object = {}) => {
  const made = await office.call(ada, 'POST', '/recurrences', { body: wish(more) })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body as { id: string; version: number }
}
const work = async () => {
  const job = office.house.blueprint.jobs.find(({ kind }) => kind === 'make-recurring-todos') ?? assert.fail('no job')
  await job.run(office.house, {
    id: '01920000-0000-7000-8000-000000000001',
    kind: job.kind,
    ref: null,
    payload: {},
    attempt: 1,
  } as never)
}
const madeOf = (id: string) =>
  office.house.asOwner<{ on: string; due: Date; title: string }>(
    `SELECT occurs_on::text AS on, due_at AS due, title FROM work.todo WHERE recurrence_id = $1 ORDER BY occurs_on`,
    [id],
  )
const days = async (id: string) => (await madeOf(id)).map(({ on }) => on)
const read = async (id: string) =>
  (await office.call(ada, 'GET', '/recurrences')).body.items.find((one: { id: string }) => one.id === id)

describe('a recurring to-do', () => {
  test('is made on its day, once, however often and however many look', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const { id } = await make()
    assert.equal((await read(id)).nextOn, '2026-11-30')
    await work()
    assert.deepEqual(await days(id), [])
    await at('2026-11-29T23:05:00.000Z')
    await Promise.all([work(), work(), work()])
    await work()
    const [todo, ...more] = await madeOf(id)
    assert.deepEqual([todo?.on, todo?.due.toISOString(), more.length], ['2026-11-30', '2026-11-30T16:00:00.000Z', 0])
    assert.equal((await read(id)).nextOn, '2026-12-31')
  })

  test('comes today where today’s time has not passed, else from tomorrow', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const late = await make({ rule: { every: 'day' }, dueTime: '08:00' })
    const early = await make({ rule: { every: 'day' }, dueTime: '18:00' })
    await work()
    assert.deepEqual([await days(late.id), await days(early.id)], [[], ['2026-11-22']])
  })

  test('of what was missed while the house was closed, only the latest is made', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const { id } = await make({ rule: { every: 'day' }, dueTime: '18:00' })
    await work()
    await at('2026-11-29T09:00:00.000Z')
    await work()
    assert.deepEqual(await days(id), ['2026-11-22', '2026-11-29'])
  })

  test('killed before the end leaves nothing, and is made the next time', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const { id } = await make({ rule: { every: 'day' }, dueTime: '18:00' })
    await office.house.asOwner(
      `ALTER TABLE work.todo ADD CONSTRAINT no_power CHECK (recurrence_id <> '${id}') NOT VALID`,
    )
    await assert.rejects(work())
    assert.deepEqual(await days(id), [])
    await office.house.asOwner('ALTER TABLE work.todo DROP CONSTRAINT no_power')
    await work()
    assert.deepEqual(await days(id), ['2026-11-22'])
  })

  test('is paused with the reason, and what falls into the pause is not made up for', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const { id } = await make({ rule: { every: 'day' }, dueTime: '18:00', startsOn: '2026-11-23' })
    const pause = `/recurrences/${id}/pause`
    assert.equal((await office.call(ada, 'DELETE', pause, { version: 1 })).body.code, 'work.recurrence_not_paused')
    const blank = await office.call(ada, 'POST', pause, { body: { reason: ' ' }, version: 1 })
    assert.equal(blank.body.code, 'work.reason_missing')
    const paused = await office.call(ada, 'POST', pause, { body: { reason: 'Closed for works' }, version: 1 })
    assert.equal(paused.body.version, 2, JSON.stringify(paused.body))
    assert.deepEqual((await read(id)).pause.reason, 'Closed for works')
    const again = await office.call(ada, 'POST', pause, { body: { reason: 'Still' }, version: 2 })
    assert.equal(again.body.code, 'work.recurrence_paused')
    await at('2026-11-27T09:00:00.000Z')
    await work()
    assert.equal((await office.call(ada, 'DELETE', pause, { version: 2 })).status, 200)
    await work()
    assert.deepEqual(await days(id), ['2026-11-27'])
  })

  test('waits, and tells whoever made it, when nobody is there whom it asks', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const gone = await office.unit('Gone')
    const { id } = await make({
      title: 'Water',
      rule: { every: 'day' },
      dueTime: '18:00',
      assignee: { kind: 'unit', id: gone },
    })
    await office.house.asOwner(`DELETE FROM people.unit WHERE id = $1`, [gone])
    await work()
    await work()
    assert.deepEqual(await days(id), [])
    assert.equal((await read(id)).pause.by, null)
    const told = (await office.call(ada, 'GET', '/inbox')).body.items.filter((one: { title: string }) =>
      /Water/.test(one.title),
    )
    assert.equal(told.length, 1)
  })

  test('is changed by who saw it last; what was made stays', async () => {
    await at('2026-11-22T09:00:00.000Z')
    const { id } = await make({ rule: { every: 'day' }, dueTime: '18:00' })
    await work()
    const body = wish({ title: 'Count the till', rule: { every: 'week', weekdays: [5, 1] }, dueTime: '18:00' })
    const changed = await office.call(ada, 'PUT', `/recurrences/${id}`, { body, version: 1 })
    assert.equal(changed.body.version, 2, JSON.stringify(changed.body))
    assert.equal((await office.call(ada, 'PUT', `/recurrences/${id}`, { body, version: 1 })).status, 409)
    assert.deepEqual(
      (await madeOf(id)).map(({ title }) => title),
      ['Month end close'],
    )
    assert.deepEqual([(await read(id)).rule.weekdays, (await read(id)).nextOn], [[1, 5], '2026-11-23'])
    const [row] = await office.house.asOwner<{ n: string }>(
      `SELECT count(*) AS n FROM host.audit WHERE object_type = 'recurrence' AND object_id = $1`,
      [id],
    )
    assert.equal(row?.n, '2')
  })

  test('stands on the calendar until it is made', async () => {
    await at('2026-11-22T09:00:00.000Z')
    await make({ title: 'Once more', startsOn: '2027-01-01', endsOn: '2027-02-28' })
    const { body } = await office.call(ada, 'GET', '/calendar?from=2027-01-01&to=2027-03-31')
    const shown = body.entries.filter((one: { title: string }) => one.title === 'Once more')
    assert.deepEqual(
      shown.map((one: { time: { startsAt: string }; kind: string }) => [one.kind, one.time.startsAt]),
      [
        ['work.recurrence', '2027-01-29T16:00:00.000Z'],
        ['work.recurrence', '2027-02-26T16:00:00.000Z'],
      ],
    )
  })

  for (const [title, more, code] of [
    ['without words', { title: ' ' }, 'work.title_missing'],
    ['on no weekday', { rule: { every: 'week', weekdays: [] } }, 'work.recurrence_weekday_missing'],
    ['ending before it begins', { endsOn: '2026-11-21' }, 'work.recurrence_ends_before'],
    ['never', { endsOn: '2026-11-23' }, 'work.recurrence_never'],
    ['for a role that is none', { assignee: { kind: 'role', id: 'doge' } }, 'work.unknown_assignee'],
  ] as const) {
    test(`is refused ${title}`, async () => {
      assert.equal((await office.call(ada, 'POST', '/recurrences', { body: wish(more) })).body.code, code)
    })
  }

  test('is not found by an id that is none', async () => {
    const url = '/recurrences/01920000-0000-7000-8000-000000000001'
    assert.equal(
      (await office.call(ada, 'PUT', url, { body: wish(), version: 1 })).body.code,
      'work.recurrence_not_found',
    )
  })
})
