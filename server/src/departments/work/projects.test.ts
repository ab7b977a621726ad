import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { openOffice, type Office } from './testing/office.ts'

let office: Office
let ada: SignedIn
let team: string

before(async () => {
  office = await openOffice()
  ada = await office.person('care_agent')
  team = await office.unit('Sales')
  await office.join(team, ada)
})

const all = () => ['lead', 'it', 'books'].map((party) => ({ party, assignee: { kind: 'unit', id: team } }))
const launch = async (more: object = {}, language = 'en') =>
  office.call(ada, 'POST', '/projects', {
    body: { template: 'new_colleague', title: 'Gita comes', keyOn: '2027-03-01', assignees: all(), ...more },
    language,
  })
const made = async (more: object = {}) => {
  const { status, body } = await launch(more)
  assert.equal(status, 201, JSON.stringify(body))
  return body as { id: string; version: number }
}
const read = async (id: string) => (await office.call(ada, 'GET', `/projects/${id}`)).body
const count = async (table: string) =>
  (await office.house.asOwner<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n
const own = (more: object = {}) => ({
  name: 'Fair',
  note: '',
  parties: [{ key: 'us', name: 'Us' }],
  steps: [{ title: 'Pack the stand', note: 'Both boxes', checklist: ['Lamp'], party: 'us', dueDays: -1 }],
  ...more,
})

describe('a project', () => {
  test('asks everybody at once, each by their day, and tells how far it is', async () => {
    const { id } = await made()
    const project = await read(id)
    assert.deepEqual(project.progress, { done: 0, total: 5, overdue: 0 })
    assert.deepEqual(
      project.todos.map(({ title, dueAt }: { title: string; dueAt: string }) => [title, dueAt.slice(0, 10)]),
      [
        ['Prepare the computer', '2027-02-22'],
        ['Papers and payroll', '2027-02-24'],
        ['Invite into the house, with the right roles', '2027-02-27'],
        ['Welcome, and show around', '2027-03-01'],
        ['Talk about the first two weeks', '2027-03-15'],
      ],
    )
    const [first, second] = project.todos
    await office.call(ada, 'POST', `/todos/${first.id}/completion`, { body: {} })
    await office.call(ada, 'POST', `/todos/${second.id}/dropping`, { body: { reason: 'No payroll' } })
    assert.deepEqual((await read(id)).progress, { done: 1, total: 4, overdue: 0 })
    const listed = (await office.call(ada, 'GET', '/projects?filter=keyOn:is:2027-03-01&search=gita')).body.items.find(
      (one: { id: string }) => one.id === id,
    )
    assert.deepEqual([listed.done, listed.total, listed.overdue, listed.keyOn], [1, 4, 0, '2027-03-01'])
    assert.equal((await office.call(ada, 'GET', `/todos/${first.id}`)).body.project.title, 'Gita comes')
  })

  test('is overdue in what is open and late', async () => {
    const { id } = await made({ keyOn: '2020-01-01' })
    assert.equal((await read(id)).progress.overdue, 5)
  })

  test('is written in the language of whoever makes it', async () => {
    const { body } = await launch({}, 'it')
    assert.equal((await read(body.id)).todos[0].title, 'Preparare il computer')
  })

  test('whose key date moves, moves what is open and nothing else', async () => {
    const { id } = await made()
    const [done] = (await read(id)).todos
    await office.call(ada, 'POST', `/todos/${done.id}/completion`, { body: {} })
    // Over the change of the clock: six in the evening stays six in the evening.
    const body = { title: 'Gita comes later', keyOn: '2027-04-05' }
    const moved = await office.call(ada, 'PUT', `/projects/${id}`, { body, version: 1 })
    assert.equal(moved.body.version, 2, JSON.stringify(moved.body))
    assert.equal((await office.call(ada, 'PUT', `/projects/${id}`, { body, version: 1 })).status, 409)
    assert.deepEqual(
      (await read(id)).todos.map(({ dueAt }: { dueAt: string }) => dueAt),
      [
        '2027-02-22T17:00:00.000Z',
        '2027-03-31T16:00:00.000Z',
        '2027-04-03T16:00:00.000Z',
        '2027-04-05T16:00:00.000Z',
        '2027-04-19T16:00:00.000Z',
      ],
    )
    const { entries } = (await office.call(ada, 'GET', '/calendar?from=2027-04-01&to=2027-04-30')).body
    assert.ok(
      entries.some(
        (one: { kind: string; path: string }) => one.kind === 'work.project' && one.path === `/projects/${id}`,
      ),
    )
    const untitled = await office.call(ada, 'PUT', `/projects/${id}`, { body: { ...body, title: ' ' }, version: 2 })
    assert.equal(untitled.body.code, 'work.title_missing')
  })

  for (const [title, more, code] of [
    ['without title', { title: ' ' }, 'work.title_missing'],
    ['of no template', { template: 'none' }, 'work.template_not_found'],
    ['that leaves somebody unnamed', { assignees: [] }, 'work.party_unassigned'],
    [
      'of whom one is not there, and then nobody is asked',
      {
        assignees: ['lead', 'it', 'books'].map((party) => ({
          party,
          assignee: { kind: 'role', id: party === 'lead' ? 'doge' : 'owner' },
        })),
      },
      'work.unknown_assignee',
    ],
  ] as const) {
    test(`is refused ${title}`, async () => {
      const before = [await count('work.project'), await count('work.todo')]
      assert.equal((await launch(more)).body.code, code)
      assert.deepEqual([await count('work.project'), await count('work.todo')], before)
    })
  }

  test('is not found by an id that is none', async () => {
    const url = '/projects/01920000-0000-7000-8000-000000000001'
    assert.equal((await office.call(ada, 'GET', url)).body.code, 'work.project_not_found')
    const body = { title: 'x', keyOn: '2027-01-01' }
    assert.equal((await office.call(ada, 'PUT', url, { body, version: 1 })).body.code, 'work.project_not_found')
  })
})

describe('each ready-made template', () => {
  for (const id of ['product_launch', 'seasonal_campaign', 'month_end'] as const) {
    test(`${id}: a to-do for each step, each department by its own, with checklist and hand-over`, async () => {
      const { items } = (await office.call(ada, 'GET', '/ready-templates')).body
      const template = items.find((one: { id: string }) => one.id === id)
      const units = new Map<string, string>()
      for (const { key, name } of template.parties) units.set(key, await office.unit(`${name} of ${id}`))
      const assignees = [...units].map(([party, unit]) => ({ party, assignee: { kind: 'unit', id: unit } }))
      const project = await made({ template: id, title: id, keyOn: '2027-06-01', assignees })
      const { todos } = await read(project.id)
      assert.deepEqual(
        todos
          .map(({ title, dueAt, assigneeName }: { title: string; dueAt: string; assigneeName: string }) =>
            [dueAt.slice(0, 10), title, assigneeName].join(' '),
          )
          .toSorted(),
        template.steps
          .map(({ title, party, dueDays }: { title: string; party: string; dueDays: number }) => {
            const due = new Date(Date.UTC(2027, 5, 1 + dueDays)).toISOString().slice(0, 10)
            const { name } = template.parties.find(({ key }: { key: string }) => key === party)
            return [due, title, `${name} of ${id}`].join(' ')
          })
          .toSorted(),
      )
      assert.ok(units.size > 1 && new Set(todos.map((one: { assigneeName: string }) => one.assigneeName)).size > 1)

      const step = template.steps.find((one: { checklist: string[] }) => one.checklist.length > 0)
      const [from = '', to = ''] = [units.get(step.party), [...units].find(([party]) => party !== step.party)?.[1]]
      const giver = await office.person('care_agent')
      const taker = await office.person('care_agent')
      await office.join(from, giver)
      await office.join(to, taker)
      const todo = `/todos/${todos.find(({ title }: { title: string }) => title === step.title).id}`
      await office.call(giver, 'POST', `${todo}/taking`, { body: {} })
      const over = () => office.call(giver, 'POST', `${todo}/handover`, { body: { toUnit: to } })
      const { checks } = (await office.call(giver, 'GET', todo)).body
      assert.deepEqual(
        checks.map(({ text }: { text: string }) => text),
        step.checklist,
      )
      assert.equal((await over()).body.code, 'work.checklist_open')
      for (const { id: check } of checks) {
        await office.call(giver, 'PUT', `${todo}/checks/${check}`, { body: { done: true } })
      }
      assert.equal((await over()).status, 200)
      assert.equal((await office.call(taker, 'POST', `${todo}/acceptance`)).body.assignee.id, to)
      await office.call(taker, 'POST', `${todo}/completion`, { body: {} })
      assert.equal((await read(project.id)).progress.done, 1)
    })
  }
})

describe('a template of one’s own', () => {
  test('is made, used, changed and put away', async () => {
    const { body: kept } = await office.call(ada, 'POST', '/templates', { body: own() })
    const listed = async () =>
      (await office.call(ada, 'GET', '/templates')).body.items.find((one: { id: string }) => one.id === kept.id)
    assert.deepEqual([(await listed()).name, (await listed()).ready], ['Fair', false])
    const assignees = [{ party: 'us', assignee: { kind: 'role', id: 'owner' } }]
    const project = await made({ template: kept.id, assignees })
    const changed = await office.call(ada, 'PUT', `/templates/${kept.id}`, {
      body: own({ name: 'Fair in May' }),
      version: 1,
    })
    assert.equal(changed.body.version, 2, JSON.stringify(changed.body))
    assert.equal((await office.call(ada, 'PUT', `/templates/${kept.id}`, { body: own(), version: 1 })).status, 409)
    assert.equal((await read(project.id)).templateName, 'Fair')
    const away = (reason: string) =>
      office.call(ada, 'POST', `/templates/${kept.id}/retirement`, { body: { reason }, version: 2 })
    assert.equal((await away(' ')).body.code, 'work.reason_missing')
    assert.equal((await away('No fairs any more')).status, 200)
    assert.equal((await away('Again')).body.code, 'work.template_retired')
    assert.equal(await listed(), undefined)
    assert.equal((await launch({ template: kept.id, assignees })).body.code, 'work.template_retired')
  })

  for (const [title, body, code] of [
    ['without name', own({ name: ' ' }), 'work.template_name_missing'],
    ['without steps', own({ steps: [] }), 'work.template_steps_missing'],
    ['with a step without words', own({ steps: [{ ...own().steps[0], title: ' ' }] }), 'work.template_step_untitled'],
    ['asking nobody', own({ parties: [] }), 'work.template_party_unknown'],
  ] as const) {
    test(`is refused ${title}`, async () => {
      assert.equal((await office.call(ada, 'POST', '/templates', { body })).body.code, code)
    })
  }

  test('is not found by an id that is none', async () => {
    const url = '/templates/01920000-0000-7000-8000-000000000001'
    assert.equal((await office.call(ada, 'PUT', url, { body: own(), version: 1 })).body.code, 'work.template_not_found')
  })
})
