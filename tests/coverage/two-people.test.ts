/**
 * Two people who change one record at once, in every form of people and work: the office's own merging over the house's own routes.
 * What only one of them changed is kept, what both changed is asked, and nobody meets a conflict with themselves.
 */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { Problem } from '../../backoffice/src/client/problem.ts'
import { accessOf, draftOf, type AccessDraft } from '../../backoffice/src/departments/people/access-draft.ts'
import { wishOfDraft, type DraftWish } from '../../backoffice/src/departments/orders/draft-wish.ts'
import { changedValues, valuesOfWish, wishOfValues } from '../../backoffice/src/departments/orders/draft-values.ts'
import { roleDraft, roleOf, roleValues } from '../../backoffice/src/departments/people/role-values.ts'
import { recurrenceOf, recurrenceValues } from '../../backoffice/src/departments/work/recurrence-values.ts'
import { templateOf, templateValues } from '../../backoffice/src/departments/work/template-values.ts'
import { patchOf, todoValues } from '../../backoffice/src/departments/work/todo-values.ts'
import type { Values } from '../../backoffice/src/ui/form/field.ts'
import { onTopOf, valuesOf, type Loaded } from '../../backoffice/src/ui/form/record-state.ts'
import { saveMerging, type Sent } from '../../backoffice/src/ui/form/save-merging.ts'
import { codesOf, setOf } from '../../backoffice/src/ui/form/set-value.ts'
import { openOffice, type Office } from '../../server/src/departments/work/testing/office.ts'
import type { SignedIn } from '../../server/src/testing/create-test-server.ts'

let office: Office
let ada: SignedIn
let bruno: SignedIn
before(async () => {
  office = await openOffice()
  ada = await office.person('owner')
  bruno = await office.person('owner')
})

// oxlint-disable-next-line typescript/no-explicit-any -- records of any kind, as the house answers them
type Answer = any

interface Kind {
  /** Makes one, and answers where it is. */
  readonly make: () => Promise<string>
  readonly valuesOf: (record: Answer) => Values
  readonly save: (sent: Sent) => { readonly method: 'PUT' | 'PATCH'; readonly to?: string; readonly body: unknown }
  /** Of one person, of the other, and of both at once. */
  readonly mine: Values
  readonly theirs: Values
  readonly clash: readonly [string, unknown, unknown]
}

async function made(url: string, body: unknown): Promise<string> {
  const answer = await office.call(ada, 'POST', url, { body })
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
  return `${url}/${answer.body.id ?? answer.body.code}`
}
const asked = () => ({ kind: 'staff', id: ada.id })
let roles = 0
const STEP = { title: 'Count', note: '', checklist: [], party: 'p0', dueDays: 0 }
const plain =
  (...names: string[]) =>
  (record: Answer): Values =>
    Object.fromEntries(names.map((name) => [name, record[name]]))

async function person(): Promise<string> {
  const { id } = await office.person('picker')
  return `/staff/${id}`
}

const kinds: Readonly<Record<string, Kind>> = {
  todo: {
    make: () => made('/todos', { title: 'Count', assignee: asked(), dueOn: '2031-01-02' }),
    valuesOf: todoValues,
    save: (sent) => ({ method: 'PATCH', body: patchOf(sent) }),
    mine: { title: 'Count again' },
    theirs: { note: 'The cellar too', dueTime: '09:30' },
    clash: ['priority', 'high', 'urgent'],
  },
  recurrence: {
    make: () =>
      made('/recurrences', {
        ...{ title: 'Count', assignee: asked(), rule: { every: 'day' } },
        ...{ dueTime: '17:00', startsOn: '2031-01-01' },
      }),
    valuesOf: (record) => recurrenceValues(record, '2031-01-01'),
    save: ({ values }) => ({ method: 'PUT', body: recurrenceOf(values) }),
    mine: { rule: [{ every: 'week', weekdays: [1, 3] }] },
    theirs: { checklist: 'Lids\nBoxes', endsOn: '2031-12-31' },
    clash: ['dueTime', '08:00', '09:00'],
  },
  template: {
    make: () =>
      made('/templates', { name: 'Opening', note: '', parties: [{ key: 'p0', name: 'Shop' }], steps: [STEP] }),
    valuesOf: (record) => templateValues(record),
    save: ({ values }) => ({ method: 'PUT', body: templateOf(values) }),
    mine: { name: 'Opening of a shop' },
    theirs: {
      steps: [{ id: '0', title: 'Count twice', note: '', checklist: 'Lids', who: 'Stock', dueDays: -2 }],
    },
    clash: ['note', 'In spring', 'In autumn'],
  },
  project: {
    make: async () => {
      const { items } = (await office.call(ada, 'GET', '/ready-templates')).body
      const { parties } = items.find(({ id }: Answer) => id === 'month_end')
      const assignees = parties.map(({ key }: Answer) => ({ party: key, assignee: asked() }))
      return made('/projects', { template: 'month_end', title: 'January', keyOn: '2031-01-31', assignees })
    },
    valuesOf: plain('title', 'keyOn'),
    save: ({ values }) => ({ method: 'PUT', body: values }),
    mine: { title: 'January, closed' },
    theirs: { keyOn: '2031-02-02' },
    clash: ['title', 'One', 'Two'],
  },
  role: {
    make: () =>
      made('/roles', { name: `Helper ${++roles}`, description: null, permissions: ['orders:read', 'work:read'] }),
    valuesOf: (record) => roleValues(roleDraft(record)),
    save: ({ values }) => ({ method: 'PUT', body: roleOf(values) }),
    mine: { permissions: setOf(['orders:read', 'work:read', 'inbox:read']) },
    theirs: { permissions: setOf(['work:read']), description: 'On Saturdays' },
    clash: ['name', 'Helping hand', 'Hand'],
  },
  'roles of a person': {
    make: person,
    valuesOf: ({ roles }) => ({ roles: setOf(roles) }),
    save: ({ values }) => ({ method: 'PATCH', body: { roles: codesOf(values['roles']) } }),
    mine: { roles: setOf(['picker', 'buyer']) },
    theirs: { roles: setOf(['care_agent', 'picker']) },
    // Each role is given or not: two people never want the same one otherwise.
    clash: ['roles', undefined, undefined],
  },
  'order by phone': {
    make: () => made('/order-drafts', { ...TAKEN, lines: [] }),
    valuesOf: (record) => valuesOfWish(wishOfDraft(record)),
    save: ({ values }) => ({ method: 'PUT', body: wishOfValues(values) }),
    mine: { email: 'mirandolina@locanda.example' },
    theirs: { note: 'Rings at eight', address: { name: 'Mirandolina', country: 'IT' } },
    clash: ['note', 'At nine', 'At ten'],
  },
  'access of a person': {
    make: person,
    valuesOf: (record) => ({ ...draftOf(record) }),
    save: ({ values }) => ({ method: 'PUT', to: '/access', body: accessOf(values as unknown as AccessDraft) }),
    mine: { ends: '2031-06-30' },
    theirs: { markets: ['it'] },
    clash: ['ends', '2031-07-31', '2031-08-31'],
  },
}

const TAKEN: DraftWish = {
  ...{ customerId: null, email: '', address: { name: '', country: 'IT' }, billing: null, lines: [], bundles: [] },
  ...{ coupons: [], deliveryMethod: null, paymentMethod: null, note: null, priceNote: null },
}

test('goods of a draft: each line is one, what one takes out stays out, and the same line is asked', () => {
  const base = {
    values: valuesOfWish({
      ...TAKEN,
      lines: [
        { variantId: 'a', quantity: 1 },
        { variantId: 'b', quantity: 1 },
      ],
    }),
    version: 1,
  }
  const typed = (lines: DraftWish['lines']) => changedValues(base.values, valuesOfWish({ ...TAKEN, lines }))
  const mine = typed([
    { variantId: 'b', quantity: 1 },
    { variantId: 'c', quantity: 3 },
  ])
  const theirs = {
    values: valuesOfWish({
      ...TAKEN,
      lines: [
        { variantId: 'a', quantity: 1 },
        { variantId: 'b', quantity: 5, unitPrice: 900 },
      ],
    }),
    version: 2,
  }
  const merged = onTopOf({ base, mine }, theirs)
  assert.equal(merged.conflict, undefined)
  assert.deepEqual(wishOfValues(valuesOf(merged)).lines, [
    { variantId: 'b', quantity: 5, unitPrice: 900 },
    { variantId: 'c', quantity: 3 },
  ])
  const both = onTopOf(
    {
      base,
      mine: typed([
        { variantId: 'a', quantity: 1 },
        { variantId: 'b', quantity: 2 },
      ]),
    },
    theirs,
  )
  assert.deepEqual(
    both.conflict?.clashes.map(({ path }) => path),
    ['line b'],
  )
  const bundle = { variantId: 'x', quantity: 2, choices: [{ group: 0, variantId: 'a', count: 1 }] }
  assert.deepEqual(wishOfValues(valuesOfWish({ ...TAKEN, bundles: [bundle] })).bundles, [bundle])
})

function deskOf(who: SignedIn, url: string, kind: Kind) {
  const sent: (number | undefined)[] = []
  const read = async (): Promise<Loaded & { readonly version: number }> => {
    const answer = await office.call(who, 'GET', url)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return { values: kind.valuesOf(answer.body), version: answer.body.version }
  }
  const save = async (one: Sent): Promise<unknown> => {
    const { method, to = '', body } = kind.save(one)
    sent.push(one.version)
    const answer = await office.call(who, method, `${url}${to}`, {
      body,
      ...(one.version ? { version: one.version } : {}),
    })
    if (answer.status >= 400) throw new Problem(answer.body)
    return answer.body
  }
  return {
    sent,
    read,
    change: (base: Loaded, mine: Values) => saveMerging({ base, mine }, { save, reread: read, onTheirs: () => {} }),
  }
}

describe('two people change one record at once', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    test(`${name}: what each changed is kept, and nobody is asked`, async () => {
      const url = await kind.make()
      const [one, other] = [deskOf(ada, url, kind), deskOf(bruno, url, kind)]
      const [seen, alsoSeen] = [await one.read(), await other.read()]
      assert.ok(await other.change(alsoSeen, kind.theirs))
      assert.ok(await one.change(seen, kind.mine), 'nothing was asked')
      assert.equal(one.sent.length, 2, 'the stale save was refused, and the merged one taken')
      const { values } = await one.read()
      const both = name === 'role' ? { permissions: setOf(['inbox:read', 'work:read']) } : {}
      const given = name === 'roles of a person' ? { roles: setOf(['buyer', 'care_agent', 'picker']) } : {}
      const expected = { ...kind.theirs, ...kind.mine, ...both, ...given }
      for (const [field, value] of Object.entries(expected)) assert.deepEqual(values[field], value, field)
    })

    test(`${name}: one person who saves twice meets no conflict`, async () => {
      const url = await kind.make()
      const desk = deskOf(ada, url, kind)
      const first = await desk.change(await desk.read(), kind.mine)
      assert.ok(first)
      assert.ok(await desk.change(first, kind.theirs))
      assert.equal(desk.sent.length, 2, `sent against ${desk.sent.join(', ')}`)
    })

    const [field, mine, theirs] = kind.clash
    if (mine === undefined) continue
    test(`${name}: what both changed is asked, and nothing is overwritten`, async () => {
      const url = await kind.make()
      const [one, other] = [deskOf(ada, url, kind), deskOf(bruno, url, kind)]
      const [seen, alsoSeen] = [await one.read(), await other.read()]
      assert.ok(await other.change(alsoSeen, { [field]: theirs }))
      assert.equal(await one.change(seen, { [field]: mine }), undefined)
      assert.deepEqual((await one.read()).values[field], theirs)
    })
  }
})
