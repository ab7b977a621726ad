import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { openOffice, type Office } from './testing/office.ts'

let office: Office
let ada: SignedIn
let bruno: SignedIn
let gita: SignedIn
let stranger: SignedIn
let sales: string
let stock: string
let orderId: string

before(async () => {
  office = await openOffice()
  ada = await office.person('care_agent')
  bruno = await office.person('care_agent')
  gita = await office.person('picker')
  stranger = await office.person('marketer')
  sales = await office.unit('Sales')
  stock = await office.unit('Stock')
  await office.join(sales, ada, bruno)
  await office.join(stock, gita)
  orderId = must(await office.shop.place(await office.shop.fill({ mug: 1 }))).id
})

const make = async (who: SignedIn, more: object = {}) => {
  const body = { title: 'Call the customer', assignee: { kind: 'unit', id: sales }, ...more }
  const made = await office.call(who, 'POST', '/todos', { body })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body as { id: string; version: number; dueAt: string; checks: { id: string }[] }
}
const inbox = async (who: SignedIn, query = '') =>
  (await office.call(who, 'GET', `/inbox${query}`)).body.items as {
    id: string
    title: string
    path: string
    seen: boolean
    kind: string
    record: unknown
    recipient: { name: string }
  }[]
const code = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body?.code

describe('a to-do', () => {
  test('lies in the inbox of everybody of the unit, until one takes it', async () => {
    const { id } = await make(gita, {
      record: { type: 'order', id: orderId },
      dueOn: '2026-12-01',
      checklist: ['Ring', 'Note'],
    })
    const at = async (who: SignedIn) => (await inbox(who)).filter(({ path }) => path === `/todos/${id}`)
    assert.equal((await at(ada)).length, 1)
    assert.equal((await at(bruno))[0]?.recipient.name, 'Sales')
    assert.deepEqual((await at(bruno))[0]?.record, {
      type: 'order',
      id: orderId,
      title: await orderTitle(),
      path: `/orders/${orderId}`,
    })
    assert.equal((await at(gita)).length, 0)
    const taken = await office.call(ada, 'POST', `/todos/${id}/taking`, { body: {} })
    assert.equal(taken.status, 200, JSON.stringify(taken.body))
    assert.deepEqual([taken.body.state, taken.body.takenBy.id, taken.body.version], ['taken', ada.id, 2])
    assert.equal((await at(bruno)).length, 0)
    assert.deepEqual(
      (await at(ada)).map(({ seen }) => seen),
      [true],
    )
  })

  test('of two who take it at the same moment one has it, and the other is told who', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await make(gita)
      const answers = await Promise.all(
        [ada, bruno].map((who) => office.call(who, 'POST', `/todos/${id}/taking`, { body: {} })),
      )
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
      const lost = answers.find(({ status }) => status === 409)?.body
      const won = answers.find(({ status }) => status === 200)?.body
      assert.equal(lost.code, 'work.already_taken')
      assert.deepEqual(lost.params, { name: won.takenBy.name })
      const [row] = await office.house.asOwner<{ n: string }>(
        `SELECT count(*) AS n FROM work.todo_step WHERE todo_id = $1 AND step = 'taken'`,
        [id],
      )
      assert.equal(row?.n, '1')
    }
  })

  test('is due in the shop’s zone: a day is its end of work', async () => {
    assert.equal((await make(gita, { dueOn: '2026-12-01' })).dueAt, '2026-12-01T17:00:00.000Z')
    assert.equal((await make(gita, { dueOn: '2026-07-01', dueTime: '09:30' })).dueAt, '2026-07-01T07:30:00.000Z')
    assert.equal(
      await code(
        office.call(gita, 'POST', '/todos', {
          body: { title: 'x', assignee: { kind: 'unit', id: sales }, dueTime: '09:30' },
        }),
      ),
      'work.due_time_alone',
    )
  })

  test('is done when its checklist is, and then leaves every inbox', async () => {
    const { id, checks } = await make(gita, { checklist: ['Ring'], assignee: { kind: 'role', id: 'care_agent' } })
    assert.equal(await code(office.call(ada, 'POST', `/todos/${id}/completion`, { body: {} })), 'work.checklist_open')
    const [first] = checks
    const ticked = await office.call(ada, 'PUT', `/todos/${id}/checks/${first?.id}`, { body: { done: true } })
    assert.equal(ticked.body.checks[0].doneBy, 'The care_agent')
    const done = await office.call(ada, 'POST', `/todos/${id}/completion`, { body: {} })
    assert.equal(done.body.state, 'done')
    assert.ok(!(await inbox(bruno)).some(({ path }) => path.includes(id)))
    assert.ok((await inbox(bruno, '?view=done')).some(({ path }) => path.includes(id)))
    assert.equal(await code(office.call(ada, 'POST', `/todos/${id}/taking`, { body: {} })), 'work.todo_ended')
    assert.equal(
      await code(office.call(ada, 'POST', `/todos/${id}/checks`, { body: { text: 'More' } })),
      'work.todo_ended',
    )
    assert.equal(
      await code(office.call(gita, 'PATCH', `/todos/${id}`, { body: { title: 'No' }, version: done.body.version })),
      'work.todo_ended',
    )
    assert.equal(
      await code(office.call(ada, 'POST', `/todos/${id}/reopening`, { body: { reason: '  ' } })),
      'work.reason_missing',
    )
    const again = await office.call(ada, 'POST', `/todos/${id}/reopening`, { body: { reason: 'She rang back' } })
    assert.equal(again.body.state, 'open')
    assert.ok((await inbox(bruno)).some(({ path }) => path.includes(id)))
    assert.equal(
      await code(office.call(ada, 'POST', `/todos/${id}/reopening`, { body: { reason: 'x' } })),
      'work.todo_not_ended',
    )
  })

  test('given back it is everybody’s again; dropped it says why', async () => {
    const { id } = await make(gita)
    assert.equal(await code(office.call(ada, 'POST', `/todos/${id}/return`, { body: {} })), 'work.not_taken')
    await office.call(ada, 'POST', `/todos/${id}/taking`, { body: {} })
    assert.equal(
      (await office.call(ada, 'POST', `/todos/${id}/return`, { body: { reason: 'I am away' } })).body.state,
      'open',
    )
    assert.ok((await inbox(bruno)).some(({ path }) => path.includes(id)))
    const dropped = await office.call(gita, 'POST', `/todos/${id}/dropping`, { body: { reason: 'Solved by mail' } })
    assert.deepEqual(
      dropped.body.steps.map((step: { step: string; reason: string | null }) => [step.step, step.reason]),
      [
        ['made', null],
        ['taken', null],
        ['given_back', 'I am away'],
        ['dropped', 'Solved by mail'],
      ],
    )
  })

  test('changes by version; a new title keeps who has read it, a new person is told anew', async () => {
    const { id, version } = await make(gita)
    const items = await inbox(ada)
    const mine = items.find(({ path }) => path.includes(id))
    await office.call(ada, 'POST', '/inbox/reading', { body: { ids: [mine?.id] } })
    assert.equal((await office.call(gita, 'PATCH', `/todos/${id}`, { body: { title: 'Write' } })).status, 428)
    assert.equal(
      (await office.call(gita, 'PATCH', `/todos/${id}`, { body: { title: 'Write' }, version: 7 })).status,
      409,
    )
    const changed = await office.call(gita, 'PATCH', `/todos/${id}`, { body: { title: 'Write' }, version })
    assert.deepEqual([changed.body.title, changed.body.version], ['Write', 2])
    const after = (await inbox(ada)).find(({ path }) => path.includes(id))
    assert.deepEqual([after?.title, after?.seen], ['Write', true])
    const given = await office.call(gita, 'PATCH', `/todos/${id}`, {
      body: { assignee: { kind: 'staff', id: stranger.id } },
      version: 2,
    })
    assert.equal(given.body.assignee.name, 'The marketer')
    assert.ok(!(await inbox(ada)).some(({ path }) => path.includes(id)))
    assert.ok((await inbox(stranger)).some(({ path, seen }) => path.includes(id) && !seen))
    assert.equal(
      await code(office.call(gita, 'PATCH', `/todos/${id}`, { body: { title: ' ' }, version: 3 })),
      'work.title_missing',
    )
  })

  test('refuses whom nobody knows, records that one may not see, empty and endless checklists', async () => {
    const body = { title: 'x', assignee: { kind: 'unit', id: sales } }
    const asked = (more: object) => code(office.call(gita, 'POST', '/todos', { body: { ...body, ...more } }))
    const nobody = '01920000-0000-7000-8000-00000000000f'
    assert.equal(await asked({ assignee: { kind: 'staff', id: nobody } }), 'work.unknown_assignee')
    assert.equal(await asked({ assignee: { kind: 'role', id: 'wizard' } }), 'work.unknown_assignee')
    assert.equal(await asked({ assignee: { kind: 'staff', id: 'wizard' } }), 'work.unknown_assignee')
    assert.equal(await asked({ record: { type: 'order', id: nobody } }), 'work.unknown_record')
    assert.equal(await asked({ record: { type: 'customer', id: nobody } }), 'work.unknown_record')
    assert.equal(await asked({ record: { type: 'dragon', id: nobody } }), 'work.unknown_record')
    assert.equal(await asked({ title: '   ' }), 'work.title_missing')
    assert.equal(await asked({ checklist: ['a', '  '] }), 'work.check_missing')
    const { id } = await make(gita, { checklist: Array.from({ length: 50 }, (_, n) => `${n}`) })
    assert.equal(
      await code(office.call(ada, 'POST', `/todos/${id}/checks`, { body: { text: 'one more' } })),
      'work.too_many_checks',
    )
    assert.equal(await code(office.call(ada, 'DELETE', `/todos/${id}/checks/${nobody}`)), 'work.check_not_found')
    assert.equal(await code(office.call(ada, 'POST', `/todos/${nobody}/taking`, { body: {} })), 'work.todo_not_found')
  })

  test('shows a record’s title to those who may see it, and to nobody else', async () => {
    const { id } = await make(ada, { record: { type: 'customer', id: await customerOf(orderId) } })
    assert.equal((await office.call(ada, 'GET', `/todos/${id}`)).body.record.title, 'Anna')
    assert.deepEqual(
      [
        (await office.call(gita, 'GET', `/todos/${id}`)).body.record.title,
        (await office.call(gita, 'GET', `/todos/${id}`)).body.record.path,
      ],
      [null, null],
    )
  })
})

async function orderTitle(): Promise<string> {
  const [row] = await office.house.asOwner<{ title: string }>(
    `SELECT '#' || number AS title FROM orders.sales_order WHERE id = $1`,
    [orderId],
  )
  return row?.title ?? ''
}

async function customerOf(order: string): Promise<string> {
  const [row] = await office.house.asOwner<{ id: string }>(
    `WITH made AS (INSERT INTO customers.customer (id, email, name, locale, created_at) VALUES (gen_random_uuid(), 'anna@village.example', 'Anna', 'it', now()) RETURNING id)
     SELECT id FROM made WHERE $1 <> ''`,
    [order],
  )
  return row?.id ?? ''
}

describe('handed over', () => {
  test('waits until the next department accepts it, with its own checklist; the chain stays visible', async () => {
    const { id, checks } = await make(gita, { checklist: ['Price agreed'] })
    const hand = (who: SignedIn, body: object) => office.call(who, 'POST', `/todos/${id}/handover`, { body })
    await office.call(ada, 'POST', `/todos/${id}/taking`, { body: {} })
    assert.equal(await code(hand(ada, { toUnit: stock })), 'work.checklist_open')
    await office.call(ada, 'PUT', `/todos/${id}/checks/${checks[0]?.id}`, { body: { done: true } })
    assert.equal(await code(hand(ada, { toUnit: sales })), 'work.already_theirs')
    assert.equal(await code(hand(ada, { toUnit: id })), 'work.unknown_assignee')
    assert.equal(await code(hand(bruno, { toUnit: stock })), 'work.already_taken')
    const handed = await hand(ada, { toUnit: stock, note: 'As agreed', checklist: ['Packed', 'Weighed'] })
    assert.equal(handed.status, 200, JSON.stringify(handed.body))
    assert.equal(await code(office.call(gita, 'POST', `/todos/${id}/taking`, { body: {} })), 'work.awaits_acceptance')
    assert.equal(await code(office.call(ada, 'POST', `/todos/${id}/acceptance`)), 'work.not_the_next')
    assert.match((await inbox(gita)).find(({ path }) => path.includes(id))?.title ?? '', /^Handed over to you/)

    assert.equal(
      await code(office.call(gita, 'POST', `/todos/${id}/rejection`, { body: { reason: ' ' } })),
      'work.reason_missing',
    )
    const back = await office.call(gita, 'POST', `/todos/${id}/rejection`, { body: { reason: 'No address' } })
    assert.deepEqual([back.body.state, back.body.takenBy.id, back.body.assignee.name], ['taken', ada.id, 'Sales'])
    assert.match((await inbox(ada)).find(({ path }) => path.includes(id))?.title ?? '', /^Sent back to you/)
    assert.equal(await code(office.call(gita, 'POST', `/todos/${id}/acceptance`)), 'work.nothing_to_accept')

    await hand(ada, { toUnit: stock, checklist: ['Packed'] })
    const accepted = await office.call(gita, 'POST', `/todos/${id}/acceptance`)
    assert.deepEqual([accepted.body.state, accepted.body.takenBy.id], ['taken', gita.id])
    assert.deepEqual(
      accepted.body.handovers.map(
        (one: { from: string; to: string; verdict: string; reason: string | null; checks: string[] }) => [
          one.from,
          one.to,
          one.verdict,
          one.reason,
          one.checks,
        ],
      ),
      [
        ['Sales', 'Stock', 'sent_back', 'No address', ['Price agreed']],
        ['Sales', 'Stock', 'accepted', null, []],
      ],
    )
    assert.deepEqual(
      accepted.body.checks.map((check: { text: string }) => check.text),
      ['Packed'],
    )
    const untold = await office.house.asOwner(`SELECT t.id FROM work.todo t
      WHERE t.version <> (SELECT count(*) FROM host.audit a WHERE a.object_type = 'todo' AND a.object_id = t.id::text)`)
    assert.deepEqual(untold, [], 'each version is in the trail')
  })

  test('of two who accept and send back at once, one is heard', async () => {
    const second = await office.person('picker')
    await office.join(stock, second)
    const { id } = await make(gita)
    await office.call(ada, 'POST', `/todos/${id}/handover`, { body: { toUnit: stock } })
    const answers = await Promise.all([
      office.call(gita, 'POST', `/todos/${id}/acceptance`),
      office.call(second, 'POST', `/todos/${id}/rejection`, { body: { reason: 'No' } }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  })
})

describe('the inbox', () => {
  test('is one’s own: what lies in others’ cannot be read, settled or put off', async () => {
    const { id } = await make(gita)
    const item = (await inbox(ada)).find(({ path }) => path.includes(id))
    const until = { until: '2099-01-01T00:00:00.000Z' }
    assert.equal(
      await code(office.call(stranger, 'PUT', `/inbox/items/${item?.id}/snooze`, { body: until })),
      'work.item_not_found',
    )
    assert.equal(await code(office.call(stranger, 'POST', `/inbox/items/${item?.id}/closure`)), 'work.item_not_found')
    await office.call(stranger, 'POST', '/inbox/reading', { body: { ids: [item?.id] } })
    const [marks] = await office.house.asOwner<{ n: string }>(
      'SELECT count(*) AS n FROM work.inbox_mark WHERE staff_id = $1',
      [stranger.id],
    )
    assert.equal(marks?.n, '0')
    assert.equal(await code(office.call(ada, 'POST', `/inbox/items/${item?.id}/closure`)), 'work.settled_elsewhere')
    assert.equal(
      await code(
        office.call(ada, 'PUT', `/inbox/items/${item?.id}/snooze`, { body: { until: '2020-01-01T00:00:00.000Z' } }),
      ),
      'work.snooze_in_past',
    )
    assert.equal((await office.call(ada, 'PUT', `/inbox/items/${item?.id}/snooze`, { body: until })).status, 204)
    assert.ok(!(await inbox(ada)).some((one) => one.id === item?.id))
    assert.ok((await inbox(ada, '?view=snoozed')).some((one) => one.id === item?.id))
    assert.ok(
      (await inbox(bruno)).some((one) => one.id === item?.id),
      'put off for oneself alone',
    )
    await office.call(ada, 'PUT', `/inbox/items/${item?.id}/snooze`, { body: { until: null } })
    assert.ok((await inbox(ada)).some((one) => one.id === item?.id))
  })

  test('counts what is unread, and tells under which ids screens hear of it', async () => {
    const fresh = await office.person('buyer')
    const count = async () =>
      (await office.call(fresh, 'GET', '/inbox/count')).body as {
        unread: number
        dueToday: number
        overdue: number
        channels: string[]
      }
    assert.equal((await count()).unread, 0)
    await make(gita, { assignee: { kind: 'staff', id: fresh.id }, dueOn: '2020-01-01' })
    await make(gita, { assignee: { kind: 'role', id: 'buyer' } })
    const { unread, overdue, channels } = await count()
    assert.deepEqual([unread, overdue], [2, 1])
    const [told] = await office.house.asOwner<{ ref_id: string }>(
      `SELECT ref_id FROM host.event WHERE name = 'inbox.changed.v1' ORDER BY occurred_at DESC, id DESC LIMIT 1`,
    )
    assert.ok(channels.includes(told?.ref_id ?? ''))
    await office.call(fresh, 'POST', '/inbox/reading', { body: {} })
    assert.equal((await count()).unread, 0)
    assert.deepEqual((await inbox(fresh, '?view=unread')).length, 0)
    assert.equal((await inbox(fresh, '?view=due')).length, 1)
  })

  test('page by page it is the same, over several addresses, without gap or double', async () => {
    const fresh = await office.person('accountant')
    await office.join(sales, fresh)
    for (let n = 0; n < 4; n++) {
      await make(gita, { assignee: { kind: 'staff', id: fresh.id } })
      await make(gita, { assignee: { kind: 'role', id: 'accountant' } })
    }
    for (const view of ['open', 'unread', 'due', 'done']) {
      const whole = (await inbox(fresh, `?view=${view}&limit=200`)).map(({ id }) => id)
      const paged: string[] = []
      let after = ''
      do {
        const { body } = await office.call(fresh, 'GET', `/inbox?view=${view}&limit=3${after}`)
        paged.push(...body.items.map((item: { id: string }) => item.id))
        after = body.nextCursor === null ? '' : `&after=${body.nextCursor}`
      } while (after !== '')
      assert.deepEqual(paged, whole, view)
    }
  })

  test('mails about mentions are one’s own choice', async () => {
    assert.deepEqual((await office.call(ada, 'GET', '/inbox/choices')).body, { mentions: 'at_once', digest: 'daily' })
    await office.call(ada, 'PUT', '/inbox/choices', { body: { mentions: 'never', digest: 'daily' } })
    assert.deepEqual((await office.call(ada, 'GET', '/inbox/choices')).body, { mentions: 'never', digest: 'daily' })
    assert.deepEqual((await office.call(bruno, 'GET', '/inbox/choices')).body, { mentions: 'at_once', digest: 'daily' })
  })
})

test('who sees no to-dos sees those that they are asked, does them, and touches no other', async () => {
  const outside = await office.person('partner')
  await office.company('Agency', outside)
  const theirs = await make(ada, { assignee: { kind: 'staff', id: outside.id } })
  const other = await make(ada)
  assert.equal((await office.call(outside, 'GET', `/todos/${theirs.id}`)).status, 200)
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['POST', '/taking', {}],
    ['POST', '/completion', {}],
    ['POST', '/return', {}],
    ['POST', '/dropping', { reason: 'x' }],
    ['POST', '/reopening', { reason: 'x' }],
    ['POST', '/handover', { toUnit: stock }],
    ['POST', '/acceptance', undefined],
    ['POST', '/rejection', { reason: 'x' }],
    ['POST', '/checks', { text: 'x' }],
  ] as const) {
    assert.equal(
      await code(office.call(outside, method, `/todos/${other.id}${path}`, { body })),
      'work.todo_not_found',
      path,
    )
  }
  for (const url of [
    '/todos',
    '/todos/count',
    '/todos/columns',
    '/todos/export?format=csv',
    '/assignees',
    `/records/todo/${theirs.id}/timeline`,
  ]) {
    assert.equal((await office.call(outside, 'GET', url)).status, 403, url)
  }
  assert.equal((await office.call(outside, 'POST', `/todos/${theirs.id}/completion`, { body: {} })).body.state, 'done')
})
