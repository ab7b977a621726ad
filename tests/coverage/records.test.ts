/**
 * Every kind of record that some department declares x what every record must have: talk that its own permission and place keep, mentions
 * that lead back, to-dos, and a page in the back office that shows all of it. A new kind without these is found here.
 */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { openOffice, type Office } from '../../server/src/departments/work/testing/office.ts'
import type { SignedIn } from '../../server/src/testing/create-test-server.ts'
import { fillLists } from '../../server/src/testing/fill-lists.ts'
import { must } from '../../server/src/testing/scene.ts'

const office: Office = await openOffice()
const { house } = office
const records = [...house.blueprint.records.values()].toSorted((a, b) => a.type.localeCompare(b.type))

/** Where one of each kind is found, once `before` has made some. */
const ROW_OF: Readonly<Record<string, string>> = {
  approval: 'SELECT id FROM work.approval',
  approval_rule: 'SELECT id FROM work.approval_rule',
  bank_entry: 'SELECT id FROM bank.entry',
  direct_debit: 'SELECT id FROM bank.direct_debit',
  payment_run: 'SELECT id FROM bank.payment_run',
  blackout: 'SELECT id FROM work.blackout',
  buyer_company: 'SELECT id FROM customers.company',
  brand: 'SELECT id FROM catalog.brand',
  category: 'SELECT id FROM catalog.category',
  collection: 'SELECT id FROM catalog.collection',
  company: 'SELECT id FROM people.company',
  consent_purpose: 'SELECT id FROM customers.consent_purpose',
  customer: 'SELECT id FROM customers.customer',
  customer_group: 'SELECT id FROM customers.customer_group',
  dispute: 'SELECT id FROM payments.dispute',
  document: 'SELECT id FROM documents.document',
  gift_card: 'SELECT id FROM gift_cards.card',
  withdrawal: 'SELECT id FROM returns.withdrawal',
  job: 'SELECT id FROM host.job',
  location: 'SELECT code AS id FROM inventory.location',
  mail: 'SELECT id FROM host.mail',
  order: 'SELECT id FROM orders.sales_order',
  order_draft: 'SELECT id FROM orders.draft',
  payment: 'SELECT id FROM payments.payment',
  payout: 'SELECT id FROM payments.payout',
  payment_method: 'SELECT code AS id FROM payments.payment_method',
  plan: 'SELECT id FROM work.plan',
  product: 'SELECT id FROM catalog.product',
  project: 'SELECT id FROM work.project',
  promotion: 'SELECT id FROM pricing.promotion',
  price_list: 'SELECT id FROM pricing.price_list',
  recurrence: 'SELECT id FROM work.recurrence',
  role: `SELECT code AS id FROM people.role WHERE code = 'owner'`,
  staff: 'SELECT id FROM people.staff',
  template: 'SELECT id FROM work.template',
  todo: 'SELECT id FROM work.todo',
  unit: 'SELECT id FROM people.unit',
  webhook: 'SELECT id FROM operations.webhook',
}

let owner: SignedIn
let other: SignedIn
let nobody: SignedIn
let narrowed: SignedIn
let partner: SignedIn
let agency: string
let partnersRights: ReadonlySet<string>

before(async () => {
  owner = await office.person('owner')
  other = await office.person('owner')
  narrowed = await office.person('owner')
  await house.asOwner(`UPDATE people.staff SET scope = '{"market": ["elsewhere"]}' WHERE id = $1`, [narrowed.id])
  partner = await office.person('partner')
  agency = await office.company('Agency', partner)
  const [role] = await house.asOwner<{ permissions: string[] }>(
    `SELECT permissions FROM people.role WHERE code = 'partner'`,
  )
  partnersRights = new Set(role?.permissions)
  await house.asOwner(`INSERT INTO people.role (code, names, permissions, position)
    VALUES ('only_inbox', '{"en": "Only an inbox"}', '{inbox:read}', 99)`)
  nobody = await office.person('only_inbox')
  await office.unit('Sales')
  must(await office.shop.place(await office.shop.fill({ mug: 1 })))
  const taken = await office.call(owner, 'POST', '/order-drafts', {
    body: {
      ...{ customerId: null, email: '', address: { name: '', country: 'IT' }, lines: [], coupons: [] },
      ...{ deliveryMethod: null, paymentMethod: null, note: null, priceNote: null },
    },
  })
  assert.equal(taken.status, 201, JSON.stringify(taken.body))
  await fillLists(house, {
    'bank-statements': 1,
    'bank-entries': 1,
    'direct-debits': 1,
    'payment-runs': 1,
    mandates: 1,
    documents: 1,
    'gift-cards': 1,
    'consent-purposes': 1,
    payouts: 1,
    withdrawals: 1,
    disputes: 1,
    approvals: 1,
    mails: 1,
    webhooks: 1,
    promotions: 1,
    'buyer-companies': 1,
    'customer-groups': 1,
    'price-lists': 1,
    todos: 1,
  })
  await house.asOwner(`
    INSERT INTO catalog.category (id, handle, names, created_at, updated_at)
      VALUES (gen_random_uuid(), 'cups', '{"en": "Cups"}', now(), now()) ON CONFLICT DO NOTHING;
    INSERT INTO catalog.collection (id, handle, names, created_at, updated_at)
      VALUES (gen_random_uuid(), 'gifts', '{"en": "Gifts"}', now(), now());
    INSERT INTO catalog.brand (id, name, handle, created_at, updated_at)
      VALUES (gen_random_uuid(), 'Barena', 'barena', now(), now());
    INSERT INTO work.approval_rule (id, act, condition, roles, approvals, note, created_at)
      VALUES (gen_random_uuid(), 'orders.cancel', '{"kind": "always"}', '{owner}', 1, 'Two look', now());
    INSERT INTO work.blackout (id, reason, starts_at, ends_at, acts, made_by, created_at)
      VALUES (gen_random_uuid(), 'Stocktake', '2030-01-01', '2030-01-02', '{orders.cancel}', gen_random_uuid(), now());
    INSERT INTO work.plan (id, kind, title, starts_at, ends_at, zone, owner_id, created_at, updated_at)
      VALUES (gen_random_uuid(), 'other', 'Fair', '2030-01-01', '2030-01-02', 'Europe/Rome', gen_random_uuid(), now(), now());
    INSERT INTO work.project (id, title, template, anchor_on, made_at)
      VALUES (gen_random_uuid(), 'Launch', 'launch', '2030-01-01', now());
    INSERT INTO work.template (id, name, parties, steps, made_at) VALUES (gen_random_uuid(), 'Opening', '[]', '[]', now());
    INSERT INTO work.recurrence (id, title, assignee, assignee_names, priority, rule, due_time, starts_on, made_until, made_at)
      VALUES (gen_random_uuid(), 'Count', 'role:owner', '{"en": "Owner"}', 'normal', '{"every": "day"}', '17:00', '2030-01-01',
        '2029-12-31', now())`)
})

async function oneOf(type: string): Promise<string> {
  const rowOf = ROW_OF[type]
  assert.ok(rowOf, `${type} is a new kind of record: say in tests/coverage/records.test.ts where one is found`)
  const [row] = await house.asOwner<{ id: string }>(`${rowOf} LIMIT 1`)
  assert.ok(row, `there is no ${type} to talk about: make one above`)
  return row.id
}

describe('every kind of record', () => {
  for (const record of records) {
    const { type } = record
    test(`${type}: is talked about by who may see it, mentions lead back, and nobody else reads it`, async () => {
      const id = await oneOf(type)
      const about = `type=${type}&id=${id}`
      const begun = await office.call(owner, 'POST', '/threads', {
        body: { record: { type, id }, body: `Secret of ${type}`, mentions: [{ kind: 'staff', id: other.id }] },
      })
      assert.equal(begun.status, 201, JSON.stringify(begun.body))

      const inbox = (await office.call(other, 'GET', '/inbox?kind=mention')).body.items
      const mention = inbox.find((one: { path: string }) => one.path === `/talk/${begun.body.id}`)
      assert.ok(mention, 'the mention is in the inbox')
      assert.deepEqual([mention.record.type, mention.record.id], [type, id])
      const thread = (await office.call(other, 'GET', `/threads/${begun.body.id}`)).body
      assert.equal(thread.comments[0].body, `Secret of ${type}`)
      assert.equal(thread.record.path, record.path?.(id), 'the thread leads to its record')
      assert.ok(thread.record.title, 'a record that is talked about is called something')

      for (const who of [nobody, narrowed, partner]) {
        // A partner may have the record's own permission: of its talk they still read what is shared with them alone.
        const seesRecord = who === partner && partnersRights.has(record.read)
        const [list, thread, desk] = [`/threads?${about}`, `/threads/${begun.body.id}`, `/record-desks/${type}/${id}`]
        for (const url of [list, thread, desk]) {
          const answer = await office.call(who, 'GET', url)
          assert.ok(!JSON.stringify(answer.body).includes('Secret of'), url)
          if (url === thread) assert.equal(answer.status, 404, url)
          if (url === desk) assert.equal(answer.status, seesRecord ? 200 : 422, url)
        }
        if (seesRecord) continue
        const said = await office.call(who, 'POST', '/threads', { body: { record: { type, id }, body: 'Let me in' } })
        assert.equal(said.body.code, 'work.unknown_record')
      }
      const refused = await office.call(owner, 'POST', '/threads', {
        body: { record: { type, id }, body: 'You?', mentions: [{ kind: 'staff', id: nobody.id }] },
      })
      assert.equal(refused.body.code, 'work.mention_cannot_see')
    })

    test(`${type}: a thread shared with a partner is theirs to read and answer, the other stays ours`, async () => {
      const id = await oneOf(type)
      const shared = await office.call(owner, 'POST', '/threads', {
        body: { record: { type, id }, body: 'Dear agency', sharedWith: agency },
      })
      assert.equal(shared.status, 201, JSON.stringify(shared.body))
      const seen = (await office.call(partner, 'GET', `/threads?type=${type}&id=${id}`)).body
      assert.deepEqual(
        seen.items.map((one: { id: string }) => one.id),
        [shared.body.id],
      )
      const answered = await office.call(partner, 'POST', `/threads/${shared.body.id}/comments`, {
        body: { body: 'Yes' },
      })
      assert.equal(answered.status, 201)
      if (!partnersRights.has(record.read)) assert.equal(answered.body.record.path, null, 'and leads nowhere')
    })

    test(`${type}: has files, a history and to-dos`, async () => {
      const id = await oneOf(type)
      const desk = await office.call(owner, 'GET', `/record-desks/${type}/${id}`)
      assert.deepEqual([desk.status, desk.body.mayWrite, desk.body.path], [200, true, record.path?.(id)])
      for (const part of ['files', 'timeline', 'related', 'presence']) {
        assert.equal((await office.call(owner, 'GET', `/records/${type}/${id}/${part}`)).status, 200, part)
      }
      const made = await office.call(owner, 'POST', '/todos', {
        body: { title: `About ${type}`, assignee: { kind: 'staff', id: other.id }, record: { type, id } },
      })
      assert.equal(made.status, 201, JSON.stringify(made.body))
      assert.equal(made.body.record.path, record.path?.(id))
      const listed = (await office.call(owner, 'GET', `/todos?filter=recordId:is:${id}`)).body.items
      assert.ok(listed.some((one: { title: string }) => one.title === `About ${type}`))
    })

    test(`${type}: its page in the back office shows them`, () => {
      const source = screenAt(record.path?.('x') ?? '')
      const shows = (part: string) => source.includes(`<${part}`)
      assert.ok(
        shows('RecordWork') || ['RecordFiles', 'RecordTalk', 'RecordTimeline'].every(shows),
        `The page of a ${type} lacks talk: put <RecordWork record=… /> of departments/work on it, or let its path be /records/${type}/…`,
      )
    })
  }

  test('what is no kind of record, and an id that none has, are unknown', async () => {
    for (const query of ['type=mystery&id=x', 'type=order&id=not-an-id', 'type=location&id=nowhere']) {
      assert.equal((await office.call(owner, 'GET', `/threads?${query}`)).body.code, 'work.unknown_record', query)
    }
  })
})

const OFFICE = join(import.meta.dirname, '../../backoffice/src/departments')

/** The source of the screen that opens at an address of the back office. */
function screenAt(path: string): string {
  const declared = globSync('**/*.ts', { cwd: OFFICE }).flatMap((file) =>
    [...readFileSync(join(OFFICE, file), 'utf8').matchAll(/path: '(\/[^']+)'[^\n]*import\('(\.[^']+)'\)/g)].map(
      ([, pattern = '', screen = '']) => ({ pattern, screen: join(OFFICE, dirname(file), screen) }),
    ),
  )
  // A fixed address goes before one with blanks, as the router has it.
  const found = declared
    .toSorted((a, b) => a.pattern.split('$').length - b.pattern.split('$').length)
    .find(({ pattern }) => new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path))
  assert.ok(found && existsSync(found.screen), `no screen opens at ${path}`)
  return readFileSync(found.screen, 'utf8')
}
