import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { countScarce } from '../../departments/inventory/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import type { SentMail } from '../mail/transport.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { ok } from '../../kernel/result.ts'
import { finishedWorkDays, mailSenderName } from './host-settings.ts'
import { readSetting, recallSetting } from './read-setting.ts'

const sent: SentMail[] = []
let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let shop: Shop
before(async () => {
  const mail = { send: async (one: SentMail) => void sent.push(one), close: () => {} }
  house = await createTestHouse({ ports: { mail } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  shop = await openShop(house, { stock: { mug: 6, book: 7, scarf: 1000, lamp: 1000 } })
})

interface Setting {
  key: string
  value: unknown
  default: unknown
  isSet: boolean
  version: number
  mayChange: boolean
  label: string
  affects: string[]
  changedBy: { name: string } | null
}

const get = async (url: string, as: SignedIn | undefined = owner, language = 'en') =>
  app.inject({ url: `/api${url}`, headers: { ...as?.headers, 'accept-language': language } })
const put = (key: string, value: unknown, version: number | undefined, as: SignedIn = owner) =>
  app.inject({
    method: 'PUT',
    url: `/api/settings/${key}`,
    headers: { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    payload: { value },
  })
const versionOf = async (key: string) => (await get(`/settings/${key}`)).json<Setting>().version
async function set(key: string, value: unknown): Promise<void> {
  const answer = await put(key, value, await versionOf(key))
  assert.equal(answer.statusCode, 200, answer.body)
}

describe('a setting', () => {
  test('is set against the version seen, told with who and when, and taken back', async () => {
    const key = 'orders.payment_minutes'
    const fresh = (await get(`/settings/${key}`)).json<Setting>()
    assert.deepEqual([fresh.value, fresh.isSet, fresh.version, fresh.changedBy], [30, false, 0, null])
    assert.equal((await put(key, 45, undefined)).statusCode, 428)
    assert.deepEqual((await put(key, 45, 0)).json(), { version: 1 })
    const late = await put(key, 50, 0)
    assert.deepEqual([late.statusCode, late.json().code], [409, 'host.version_conflict'])
    assert.deepEqual((await put(key, 45, 1)).json(), { version: 1 }, 'what is there already is not set again')
    const now = (await get(`/settings/${key}`)).json<Setting>()
    assert.deepEqual([now.value, now.isSet, now.version, now.changedBy?.name], [45, true, 1, 'The owner'])
    assert.equal((await put(key, null, 1)).statusCode, 200)
    const back = (await get(`/settings/${key}`)).json<Setting>()
    assert.deepEqual([back.value, back.isSet, back.version], [30, false, 2])
    const { items } = (await get(`/settings/${key}/history`)).json()
    assert.deepEqual(
      items.map((item: { before: unknown; after: unknown; version: number; by: { name: string } }) => [
        item.before,
        item.after,
        item.version,
        item.by.name,
      ]),
      [
        [45, null, 2, 'The owner'],
        [null, 45, 1, 'The owner'],
      ],
    )
  })

  test('takes no value that its kind does not', async () => {
    for (const [key, value] of [
      ['orders.payment_minutes', 4],
      ['orders.payment_minutes', 1441],
      ['orders.payment_minutes', 30.5],
      ['orders.payment_minutes', '30'],
      ['organisation.shop_name', 'x'.repeat(61)],
      ['organisation.announcement', { fr: 'Bonjour' }],
      ['organisation.announcement', { en: 7 }],
    ] as const) {
      const answer = await put(key, value, await versionOf(key))
      assert.deepEqual([answer.statusCode, answer.json().code], [422, 'host.invalid_input'], `${key} ${String(value)}`)
    }
  })

  test('two people who set it first at once: one wins', async () => {
    const answers = await Promise.all([put('host.mail_sender_name', 'A', 0), put('host.mail_sender_name', 'B', 0)])
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409])
    await house.expectNoBreach()
  })

  test('a stored value that this version does not take falls back to the default', async () => {
    await house.asOwner(`INSERT INTO host.setting (key, value) VALUES ('host.finished_work_days', '"many"')`)
    assert.equal(await readSetting(house.database, finishedWorkDays), 7)
    await house.asOwner(`DELETE FROM host.setting WHERE key = 'host.finished_work_days'`)
  })
})

describe('the list', () => {
  test('shows each person what they may see, says what they may change, and is searched in their language', async () => {
    const keys = async (as: SignedIn, search = '', language = 'en') =>
      (await get(`/settings?search=${encodeURIComponent(search)}`, as, language))
        .json()
        .items.map((item: Setting) => [item.key, item.mayChange] as const)
    const all = await keys(owner)
    assert.deepEqual(
      new Set(all.map(([key]: [string]) => key)),
      new Set([
        'organisation.shop_name',
        'organisation.announcement',
        'orders.payment_minutes',
        'bank.transfer_reminder_days',
        'orders.basket_join',
        'orders.balance_days',
        'orders.rest_days',
        'orders.link_days',
        'orders.draft_hold_hours',
        'gift-cards.credit_days',
        'gift-cards.credit_reminder_days',
        'loyalty.reminder_days',
        'returns.withdrawals_role',
        'payments.disputes_role',
        'payments.payout_days',
        'people.second_factor_required',
        'pricing.uses_freed_by_cancellation',
        'work.approval_days',
        'inventory.low_stock',
        'fulfilment.undo_minutes',
        'host.mail_colour',
        'host.mail_sender_name',
        'host.finished_work_days',
        'catalog.completeness_needed',
        'catalog.completeness_judged',
        'catalog.safety_needed',
        'catalog.translations_shown',
        'catalog.feed_minutes',
        'catalog.shows_bought_together',
        'operations.webhook_patience_days',
        'operations.webhook_keeping_days',
        'tax.exports_untaxed',
        'tax.uses_oss',
        'tax.vat_check_days',
        'tax.vies_address',
      ]),
    )
    assert.ok(all.every(([, may]: [string, boolean]) => may))
    assert.deepEqual(
      await keys(await signedInAs(house, 'picker')),
      [
        ['orders.payment_minutes', false],
        ['orders.basket_join', false],
        ['orders.balance_days', false],
        ['orders.rest_days', false],
        ['orders.link_days', false],
        ['orders.draft_hold_hours', false],
        ['inventory.low_stock', true],
        ['fulfilment.undo_minutes', false],
        ['catalog.completeness_needed', false],
        ['catalog.completeness_judged', false],
        ['catalog.safety_needed', false],
        ['catalog.translations_shown', false],
        ['catalog.feed_minutes', false],
        ['catalog.shows_bought_together', false],
      ].sort(([a], [b]) => order(all, a) - order(all, b)),
    )
    assert.deepEqual(await keys(owner, 'minuti pagare', 'it'), [['orders.payment_minutes', true]])
    assert.deepEqual(await keys(owner, 'TÉLEFONO', 'es'), [])
    assert.deepEqual(
      (await keys(owner, 'annuncio vetrina', 'it')).map(([key]: [string]) => key),
      ['organisation.announcement'],
    )
    assert.equal((await get('/settings', undefined)).statusCode, 200)
    assert.equal((await app.inject('/api/settings')).statusCode, 401)
    const [minutes] = (await get('/settings?search=payment_minutes', owner, 'id')).json().items as Setting[]
    assert.deepEqual([minutes?.label, minutes?.affects], ['Menit untuk membayar', ['Checkout', 'Stok']])
  })

  test('each asks for its own permission', async () => {
    const picker = await signedInAs(house, 'picker')
    assert.equal((await put('inventory.low_stock', 3, await versionOf('inventory.low_stock'), picker)).statusCode, 200)
    assert.equal(
      (await put('orders.payment_minutes', 60, await versionOf('orders.payment_minutes'), picker)).statusCode,
      403,
    )
    assert.equal((await get('/settings/organisation.shop_name', picker)).statusCode, 403)
    assert.equal((await get('/settings/organisation.shop_name/history', picker)).statusCode, 403)
    await set('inventory.low_stock', null)
  })
})

const order = (all: readonly (readonly [string, boolean])[], key: unknown) => all.findIndex(([one]) => one === key)

describe('what is set is what happens', () => {
  test('the minutes in which an order may be paid', async () => {
    const minutesOf = async () => {
      const placed = must(await shop.place(await shop.fill({ scarf: 1 })))
      const [row] = await house.asOwner<{ minutes: number }>(
        'SELECT (extract(epoch FROM expires_at - placed_at) / 60)::int AS minutes FROM orders.sales_order WHERE id = $1',
        [placed.id],
      )
      return row?.minutes
    }
    assert.equal(await minutesOf(), 30)
    await set('orders.payment_minutes', 90)
    assert.equal(await minutesOf(), 90)
  })

  test('what counts as scarce, in the count and in the list', async () => {
    const listed = async () =>
      (await get('/stock?low=true'))
        .json()
        .items.map((item: { sku: string }) => item.sku)
        .sort()
    assert.deepEqual([(await countScarce(house.database)).low, (await listed()).length], [0, 0])
    await set('inventory.low_stock', 6)
    assert.deepEqual([(await countScarce(house.database)).low, (await listed()).length], [1, 1])
    await set('inventory.low_stock', 7)
    assert.deepEqual([(await countScarce(house.database)).low, (await listed()).length], [2, 2])
    await set('inventory.low_stock', null)
    assert.equal((await countScarce(house.database)).low, 0)
  })

  test('the name of the shop, in one line however it was typed', async () => {
    const name = async () => (await app.inject('/api/shop')).json().name
    assert.equal(await name(), 'Test')
    await set('organisation.shop_name', '  Bottega \n Nuova ')
    assert.equal(await name(), 'Bottega Nuova')
    await set('organisation.shop_name', '')
    assert.equal(await name(), 'Test')
  })

  test('the sender of mails', async () => {
    await set('host.mail_sender_name', 'Bottega')
    await wait(2100)
    await house.run(async (ctx) => {
      queueMail(ctx, {
        nature: 'transactional',
        dedupKey: 'sender',
        recipient: 'a@b.example',
        subject: 's',
        text: 't',
        html: 'h',
      })
      return ok()
    })
    await house.runJobs(['send-mail'])
    assert.equal(sent.find((mail) => mail.subject === 's')?.senderName, 'Bottega')
  })

  test('how long finished work is kept', async () => {
    const left = async () => {
      await house.asOwner(`DELETE FROM host.job; DELETE FROM host.task`)
      for (const days of [2, 5, 20]) {
        await house.asOwner(
          `INSERT INTO host.job (id, kind, payload, state, run_at, created_at, finished_at)
           VALUES (gen_random_uuid(), 'x', '{}', 'done', now(), now(), now() - make_interval(days => $1))`,
          [days],
        )
        await house.asOwner(
          `INSERT INTO host.task (id, kind, title_key, title_params, staff_id, state, created_at, changed_at, finished_at)
           VALUES (gen_random_uuid(), 'x', 'x', '{}', gen_random_uuid(), 'done', now(), now(), now() - make_interval(days => $1))`,
          [days],
        )
      }
      const job = house.blueprint.jobs.find(({ kind }) => kind === 'forget-finished-jobs')
      await job?.run(house, { id: 'x', ref: null, payload: {}, attempt: 1 })
      const [row] = await house.asOwner<{ jobs: number; tasks: number }>(
        `SELECT (SELECT count(*)::int FROM host.job) AS jobs, (SELECT count(*)::int FROM host.task) AS tasks`,
      )
      return [row?.jobs, row?.tasks]
    }
    assert.deepEqual(await left(), [2, 2])
    await set('host.finished_work_days', 3)
    assert.deepEqual(await left(), [1, 1])
  })

  test('pages are told, and what is recalled is two seconds old at most', async () => {
    const topic = async () =>
      (await house.asOwner<{ version: string }>(`SELECT version FROM host.content_version WHERE topic = 'settings'`))[0]
    const before = await topic()
    await set('host.mail_sender_name', 'First')
    await wait(2100)
    assert.equal(await recallSetting(house.database, mailSenderName), 'First')
    await set('host.mail_sender_name', 'Second')
    assert.equal(await recallSetting(house.database, mailSenderName), 'First')
    await wait(2100)
    assert.equal(await recallSetting(house.database, mailSenderName), 'Second')
    assert.equal(Number((await topic())?.version), Number(before?.version) + 2)
  })
})
