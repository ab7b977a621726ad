/**
 * Jobs run at least once, so twice must be as good as once. A day in the shop makes them; each then runs twice in a row, and
 * the second time must leave everything as the first time left it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guest, system } from '../../server/src/host/context.ts'
import { sealAudit } from '../../server/src/host/audit/seal.ts'
import { giveUpJob } from '../../server/src/host/outbox/give-up.ts'
import { claimJobs } from '../../server/src/host/outbox/queue.ts'
import type { JobInput } from '../../server/src/host/outbox/worker.ts'
import { money } from '../../server/src/kernel/money.ts'
import { ok } from '../../server/src/kernel/result.ts'
import { issueCard } from '../../server/src/departments/gift-cards/index.ts'
import {
  forgetMethodsOf,
  listSavedMethods,
  putPaymentMethod,
  removeSavedMethod,
  sendEvidence,
} from '../../server/src/departments/payments/index.ts'
import { packOrder } from '../../server/src/departments/fulfilment/index.ts'
import { createPurpose, recordConsents } from '../../server/src/departments/customers/index.ts'
import { getOrder, makeDraft } from '../../server/src/departments/orders/index.ts'
import { localDate } from '../../server/src/kernel/time.ts'
import { decideWithdrawal, stateWithdrawal } from '../../server/src/departments/returns/index.ts'
import { callOffOrder } from '../../server/src/flows/cancel-order/index.ts'
import { askRests, promiseStock } from '../../server/src/flows/promise-stock/index.ts'
import { aStatement } from '../../server/src/departments/bank/testing/a-statement.ts'
import { placeOrder } from '../../server/src/flows/place-order/index.ts'
import { editOrder, type EditWish } from '../../server/src/flows/edit-order/index.ts'
import { chargeSaved, startPayment } from '../../server/src/flows/start-payment/index.ts'
import { settleDispute } from '../../server/src/flows/settle-payment/index.ts'
import { orderDraft } from '../../server/src/flows/take-order/index.ts'
import { openPaymentScene } from '../../server/src/testing/payment-scene.ts'
import { must, someAddress, totalOf } from '../../server/src/testing/scene.ts'
import { stateOf, type HouseState } from '../../server/src/testing/state-of.ts'
import { createTestServer, signedInAs } from '../../server/src/testing/create-test-server.ts'
import { compareWithList } from './said-in-tests.ts'
import { unprovedJobs } from './unproved.ts'

const scene = await openPaymentScene()
const { house } = scene
const kinds = house.blueprint.jobs.map((job) => job.kind)

/**
 * Where a clock only says when it was last looked, the second look is later; and a job may ask twice for the same further work.
 * Nothing else may differ.
 */
const ASIDE = new Set(['payments.scan', 'payments.dispute_look', 'host.job'])

/** Once it is quiet: the provider tells its news whenever it likes. */
async function state(): Promise<HouseState> {
  for (let before = ''; ;) {
    const all = await stateOf(house)
    const tables = Object.fromEntries(Object.entries(all).filter(([table]) => !ASIDE.has(table)))
    const work = await house.asOwner('SELECT DISTINCT kind, ref, payload FROM host.job ORDER BY 1, 2, 3')
    const now = { ...tables, work: JSON.stringify(work) }
    if (JSON.stringify(now) === before) return now
    before = JSON.stringify(now)
    await new Promise((again) => setTimeout(again, 60))
  }
}

interface DueJob {
  readonly id: string
  readonly kind: string
  readonly ref: string | null
  readonly payload: Record<string, unknown>
}

const proved = new Map<string, number>()

async function runTwice({ kind, ...job }: DueJob): Promise<void> {
  const definition = house.blueprint.jobs.find((one) => one.kind === kind) ?? assert.fail(`no job ${kind}`)
  const input: JobInput = { ...job, attempt: 1 }
  await definition.run(house, input)
  const once = await state()
  await definition.run(house, input)
  assert.deepEqual(await state(), once, `${kind}: run twice it leaves another state than run once`)
  proved.set(kind, (proved.get(kind) ?? 0) + 1)
}

async function workOffTwice(): Promise<void> {
  for (;;) {
    const [job] = await house.asOwner<DueJob>(
      `SELECT id, kind, ref, payload FROM host.job WHERE state = 'ready' ORDER BY run_at, id LIMIT 1`,
    )
    if (!job) return
    await runTwice(job)
    await house.asOwner(`UPDATE host.job SET state = 'done', finished_at = now() WHERE id = $1`, [job.id])
  }
}

async function webhooksFor(orders: number): Promise<void> {
  const enough = async () => {
    const [row] = await house.asOwner<{ n: string }>(
      'SELECT count(DISTINCT payment_reference) AS n FROM payments.webhook_in',
    )
    return Number(row?.n) >= orders
  }
  for (let looks = 0; looks < 1500 && !(await enough()); looks++) await new Promise((again) => setTimeout(again, 20))
  assert.ok(await enough(), 'the provider has told of every payment')
}

/** What the day was, in facts; those about goods belong to the catalogue's own tests. */
async function expectToldFacts(): Promise<void> {
  const rows = await house.asOwner<{ name: string; n: string }>(
    `SELECT name, count(DISTINCT ref_id) AS n FROM host.event WHERE ref_kind IN ('order', 'payment') GROUP BY name ORDER BY name`,
  )
  assert.deepEqual(
    rows.map(({ name, n }) => [name, Number(n)]),
    [
      ['order.amended.v1', 1],
      ['order.balance_asked.v1', 1],
      ['order.cancelled.v1', 1],
      ['order.cleared.v1', 3],
      ['order.expired.v1', 2],
      ['order.paid.v1', 3],
      ['order.placed.v1', 5],
      ['parcel.left.v1', 1],
      ['parcel.shipped.v1', 1],
      ['payment.authorised.v1', 2],
      ['payment.captured.v1', 2],
      ['payment.refund_wanted.v1', 1],
      ['payment.refunded.v1', 1],
    ],
  )
}

test('a day in the shop: each of its jobs run twice', async () => {
  const [paid, refunded, forgotten, authorised] = [
    await scene.order(),
    await scene.order({ book: 1 }),
    await scene.order({ mug: 1 }),
    await scene.order({ scarf: 1 }),
  ]
  const given = {
    market: 'it',
    amount: money(500n, 'EUR'),
    recipientEmail: 'z@calle.example',
    locale: 'it',
    reason: 'sorry',
  }
  must(await house.run((ctx) => issueCard(ctx, given)))
  await scene.pay(paid)
  await scene.pay(refunded)
  await webhooksFor(2)
  await workOffTwice()
  for (const order of [paid, refunded]) assert.equal((await scene.figures(order)).state, 'paid')

  const statement = { name: 'Zanetta', order: 'none', email: 'z@calle.example', goods: '' }
  const formKey = '01920000-0000-7000-8000-00000000000f'
  const withdrawal = must(
    await house.run((ctx) => stateWithdrawal(ctx, { formKey, market: 'it', locale: 'it', statement })),
  )
  must(await house.run((ctx) => decideWithdrawal(ctx, { id: withdrawal.id, decision: 'refuse', note: 'unknown' })))
  const [mug] = await house.asOwner<{ code: string }>(
    'SELECT l.code FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id WHERE s.variant_id = $1',
    [scene.shop.variantIds.mug],
  )
  const late = { variantId: scene.shop.variantIds.mug, locationCode: mug?.code ?? '', version: undefined }
  const shipsOn = localDate('2999-01-01')
  must(await house.run((ctx) => promiseStock(ctx, { ...late, kind: 'preorder', shipsOn, most: 1 })))
  const lamp = { ...late, variantId: scene.shop.variantIds.lamp }
  const paidToday = { kind: 'nothing', sharePpm: null, amount: null, currency: null } as const
  await scene.shop.setStock('lamp', 0)
  must(await house.run((ctx) => promiseStock(ctx, { ...lamp, kind: 'preorder', shipsOn, most: 1, paidToday })))
  await scene.order({ lamp: 1 })
  await scene.shop.setStock('lamp', 1)
  assert.equal(await askRests(house), 1)
  must(await house.run((ctx) => packOrder(ctx, { orderId: paid.id, ship: true })))
  const wish: EditWish = { kind: 'edit', reason: 'goodwill', lines: [], added: [], deliveryPrice: 0 }
  must(await editOrder(house, { orderId: refunded.id, wish, actor: system('test') }))
  must(await callOffOrder(house, { orderId: refunded.id, reason: 'changed their mind', actor: system('test') }))
  await workOffTwice()
  assert.equal((await scene.figures(refunded)).refunded, refunded.total)

  await scene.openPage(authorised)
  const app = await createTestServer(house)
  const { headers } = await signedInAs(house, 'owner')
  const csv =
    'Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty,Image Src\npin,Pin,PIN,3.50,5,https://10.0.0.1/pin.png\n'
  const imported = await app.inject({
    method: 'POST',
    url: '/api/product-imports',
    headers,
    payload: { csv, format: 'shopify' },
  })
  assert.ok(imported.statusCode < 300, imported.body)
  await workOffTwice()

  const elsewhere = { returnUrl: 'https://shop.example/', cancelUrl: 'https://shop.example/', description: 'Elsewhere' }
  const strange = { reference: 'of another shop', amount: { amount: 4200, currency: 'EUR' }, ...elsewhere }
  await scene.payAt((await scene.ask<{ url: string }>('POST', '/v1/sessions', strange)).url)
  await scene.ask('POST', '/v1/payouts', { adjustments: [{ type: 'adjustment', amount: 100 }] })
  scene.time.offsetMs += 31 * 60_000
  for (const { kind, schedule } of house.blueprint.jobs) {
    if (schedule === undefined) continue
    await runTwice({ id: '01920000-0000-7000-8000-000000000001', kind, ref: null, payload: {} })
  }
  await workOffTwice()
  assert.equal((await scene.figures(forgotten)).state, 'expired')
  // Its clock is nobody's here: on a slow machine the sealer was last asked more than a minute ago.
  while ((await sealAudit(house.database)) > 0) continue
  await house.expectNoBreach()
  await expectToldFacts()
})

test('a disputed payment is answered once', async () => {
  const order = await scene.order({ mug: 1 })
  await scene.pay(order)
  await scene.returnOf(order)
  await workOffTwice()
  const [there] = await scene.there(order)
  await scene.ask('POST', `/v1/payments/${there?.id}/disputes`)
  must(await settleDispute(house, { provider: 'devpay', providerDisputeId: `${there?.id}_1`.replace('dpp_', 'dpd_') }))
  await workOffTwice()
  const [dispute] = await house.asOwner<{ id: string }>('SELECT id FROM payments.dispute')
  const evidence = {
    disputeId: dispute?.id ?? '',
    texts: { other: 'It arrived.' },
    files: [],
    findFile: async () => undefined,
  }
  must(await house.run((ctx) => sendEvidence(ctx, evidence)))
  await workOffTwice()
  assert.deepEqual(await house.asOwner('SELECT state FROM payments.dispute'), [{ state: 'under_review' }])
})

test('staff take an order and make it dearer: its buyer is asked once for each', async () => {
  const { mug } = scene.shop.variantIds
  const address = {
    name: 'Zanetta',
    street: 'Calle 1',
    postcode: '30121',
    city: 'Venezia',
    region: 'VE',
    country: 'IT',
  }
  const nothing = { customerId: null, coupons: [], paymentMethod: null, note: null, priceNote: null }
  const lines = [{ variantId: mug, quantity: 1 }]
  const wish = { ...nothing, email: 'z@calle.example', address, lines, deliveryMethod: 'standard' }
  const draft = must(await house.run((ctx) => makeDraft(ctx, wish)))
  const acceptedTotal = { amount: 2_080, currency: 'EUR' }
  const { id, number } = must(await house.run((ctx) => orderDraft(ctx, { id: draft.id, acceptedTotal })))
  await house.run(async (ctx) => {
    const { customerId } = must(await getOrder(ctx.tx, id))
    const names = { en: 'News' }
    const purpose = {
      code: 'news',
      channel: 'email',
      names,
      texts: names,
      markets: [],
      askedAt: [],
      confirmed: true,
    } as const
    must(await createPurpose(ctx, { ...purpose, softOptIn: false, position: 0, retired: false }))
    await ctx.tx.flush()
    const wishes = [{ purpose: 'news', give: true }]
    return recordConsents(ctx, { customerId: customerId ?? '', wishes, how: 'checkout', locale: 'it', proved: false })
  })
  await workOffTwice()
  const order = { id, number, locale: 'it', total: 2_080n }
  await scene.pay(order)
  await scene.returnOf(order)
  const more: EditWish = { kind: 'edit', reason: 'customer_asked', lines: [{ position: 0, quantity: 2 }], added: [] }
  must(await editOrder(house, { orderId: id, wish: more, actor: system('test') }))
  await workOffTwice()
  const mails = await house.asOwner(
    `SELECT 1 FROM host.mail WHERE ref = $1 AND dedup_key ~ '^order-(to-pay|balance) '`,
    [id],
  )
  assert.equal(mails.length, 2)
})

test('an order by transfer: where to is told once', async () => {
  const account = { holder: 'Bottega Laguna', iban: 'IT60X0542811101000000123456', bic: '' }
  const everywhere = { markets: [], countries: [], currencies: [], minTotal: {}, maxTotal: {}, customerGroups: [] }
  const words = { names: { en: 'Bank transfer' }, instructions: {} }
  const terms = { kind: 'bank_transfer', provider: null, clears: 'payment', dueDays: 5, account } as const
  const method = { code: 'a-transfer', ...words, ...everywhere, ...terms, active: true }
  const put = (active: boolean, version?: number) =>
    house.run((ctx) => putPaymentMethod(ctx, { method: { ...method, active }, position: 0, version }))
  must(await put(true))
  const { id } = await scene.order()
  must(await put(false, 1))
  await workOffTwice()
  const mails = await house.asOwner(`SELECT 1 FROM host.mail WHERE ref = $1`, [id])
  assert.equal(mails.length, 1)
})

test('a card that is kept is charged once where its bank allows, and forgotten once, alone and with its customer', async () => {
  const order = await scene.order({ book: 1 })
  const customerId = '01920000-0000-7000-8000-00000000c0de'
  const keep = { customerId, later: true, words: 'Keep it.', locale: 'en' }
  const { url } = must(await startPayment(house, order, guest, { keep }))
  await scene.payAt(url, '4000 0025 0000 3155')
  const asked = await (await fetch(`${url}/challenge`)).text()
  const token = /name="token" value="(\w+)"/.exec(asked)?.[1] ?? assert.fail('the bank asks nothing')
  const body = new URLSearchParams({ token, answer: 'confirm' })
  await fetch(`${url}/challenge`, { method: 'POST', body, redirect: 'manual' })
  await scene.returnOf(order)
  const [kept = assert.fail('nothing was kept')] = await listSavedMethods(house.database, customerId)
  const later = { reason: 'phone_order', agreed: 'on the telephone' }
  const wish = { customerId, methodId: kept.id, later }
  assert.equal(must(await chargeSaved(house, await scene.order({ book: 1 }), guest, wish)).state, 'declined')
  await workOffTwice()
  const told = await house.asOwner(`SELECT 1 FROM host.mail WHERE dedup_key ~ '^ask-to-confirm '`)
  assert.equal(told.length, 1)
  must(await house.run((ctx) => removeSavedMethod(ctx, { customerId, methodId: kept.id })))
  await workOffTwice()
  await house.run((ctx) => forgetMethodsOf(ctx, customerId).then(() => ok()))
  await workOffTwice()
  const [method] = await house.asOwner('SELECT last4, forgotten_at IS NULL AS there FROM payments.saved_method')
  assert.deepEqual(method, { last4: null, there: false })
})

test('what people are told of, each of its jobs run twice', async () => {
  const [mismatched, failing] = [await scene.order(), await scene.order({ book: 1 })]
  await scene.fault({ match: { operation: 'capture' }, fault: 'wrong_amount' })
  await scene.pay(mismatched)
  await scene.returnOf(mismatched)
  await workOffTwice()
  assert.equal((await scene.figures(mismatched)).review, 'amount_mismatched')

  await scene.pay(failing)
  await scene.returnOf(failing)
  await workOffTwice()
  await scene.fault({ match: { operation: 'refund' }, fault: 'fail' })
  must(await callOffOrder(house, { orderId: failing.id, reason: 'changed their mind', actor: system('test') }))
  await workOffTwice()
  const alerts = await house.asOwner<{ title_key: string }>(
    `SELECT title_key FROM work.inbox_item WHERE kind = 'alert' ORDER BY title_key`,
  )
  assert.deepEqual(
    alerts.map(({ title_key }) => title_key),
    ['work.told.payment_mismatched', 'work.told.refund_failed', 'work.told.task_done'],
  )

  const [app, owner, agent] = [
    await createTestServer(house),
    await signedInAs(house, 'owner'),
    await signedInAs(house, 'care_agent'),
  ]
  const said = await app.inject({
    method: 'POST',
    url: '/api/threads',
    headers: owner.headers,
    payload: {
      record: { type: 'order', id: failing.id },
      body: 'Who gives the money back?',
      mentions: [{ kind: 'staff', id: agent.id }],
    },
  })
  assert.equal(said.statusCode, 201, said.body)
  await workOffTwice()
})

test('a family that asks for more: its products are counted anew, twice', async () => {
  const [app, owner] = [await createTestServer(house), await signedInAs(house, 'owner')]
  const put = async (pictures: number, headers: Record<string, string>) => {
    const payload = { names: { en: 'Pins' }, attributes: [], languages: ['en'], pictures, safety: false }
    const answer = await app.inject({ method: 'PUT', url: '/api/families/pins', headers, payload })
    assert.equal(answer.statusCode, 200, answer.body)
  }
  await put(0, owner.headers)
  const payload = { handle: 'badge', names: { en: 'Badge' }, familyCode: 'pins', variants: [{ sku: 'BADGE' }] }
  const made = await app.inject({ method: 'POST', url: '/api/products', headers: owner.headers, payload })
  assert.equal(made.statusCode, 201, made.body)
  await put(1, { ...owner.headers, 'if-match': '"1"' })
  await workOffTwice()
  const [counted] = await house.asOwner<{ completeness: number }>(
    `SELECT completeness FROM catalog.product WHERE handle = 'badge'`,
  )
  assert.equal(counted?.completeness, 33)
})

test('what programs outside are told of, each of its jobs run twice', async () => {
  const [app, owner] = [await createTestServer(house), await signedInAs(house, 'owner')]
  const payload = { name: 'Program', address: 'https://program.example/in', kinds: ['product.changed.v1'] }
  const made = await app.inject({ method: 'POST', url: '/api/webhooks', headers: owner.headers, payload })
  assert.equal(made.statusCode, 201, made.body)
  // Nobody is asked: the house does not call itself.
  await house.asOwner(`UPDATE operations.webhook SET address = 'https://127.0.0.1:9/'`)
  const product = { handle: 'told', names: { en: 'Told' }, variants: [{ sku: 'TOLD' }] }
  await app.inject({ method: 'POST', url: '/api/products', headers: owner.headers, payload: product })
  for (const kind of ['fan-out-webhooks', 'deliver-webhooks']) {
    const [job] = await house.asOwner<DueJob>(`SELECT id, kind, ref, payload FROM host.job WHERE kind = $1`, [kind])
    assert.ok(job, kind)
    await runTwice(job)
    // Its next failure is its last, so that the second run has nothing to try however late it comes.
    await house.asOwner('UPDATE operations.webhook_delivery SET tries = 7')
  }
  const told = await house.asOwner(`SELECT state, attempts, last_silence FROM operations.webhook_delivery`)
  assert.deepEqual(told, [{ state: 'failed', attempts: 1, last_silence: 'address_refused' }])
  await house.asOwner('DELETE FROM operations.webhook')
  await workOffTwice()
})

test('a rest that was settled before anybody wrote is asked of nobody, however often', async () => {
  const { id } = await scene.order()
  await runTwice({ id: 'rest', kind: 'tell-rest', ref: id, payload: { reminder: false } })
  assert.equal(
    (await house.asOwner(`SELECT 1 FROM host.mail WHERE ref = $1 AND dedup_key ~ '^order-rest '`, [id])).length,
    0,
  )
  await workOffTwice()
})

/** As a worker does when the last attempt failed: nothing else is due here that it could claim. */
test('an order by direct debit: announced, told that it came back, and its refund once it is called off', async () => {
  const terms = {
    creditorId: 'DE98ZZZ09999999999',
    name: 'Bottega Laguna',
    iban: 'IT60X0542811101000000123456',
    bic: '',
  }
  const days = { noticeDays: 2, leadDays: 1, cutOff: '15:00', message: 'pain.008.001.08' } as const
  const everywhere = { markets: [], countries: [], currencies: [], minTotal: {}, maxTotal: {}, customerGroups: [] }
  const kind = { kind: 'sepa_debit', provider: null, clears: 'payment', dueDays: 5, account: null } as const
  const words = { names: { en: 'Direct debit' }, instructions: {} }
  const method = { code: 'a-debit', ...words, ...everywhere, ...kind, debit: { ...terms, ...days }, active: true }
  must(await house.run((ctx) => putPaymentMethod(ctx, { method, version: undefined })))
  const basket = await scene.shop.fill({ mug: 1 })
  const acceptedTotal = await totalOf(house, basket)
  const debit = { holder: 'Ada', iban: 'DE89370400440532013000', text: ['I sign'], userAgent: undefined, keys: house }
  const wish = { basket, email: 'm@locanda.example', address: someAddress, deliveryMethod: 'standard', acceptedTotal }
  const order = must(
    await house.run((ctx) => placeOrder(ctx, { ...wish, paymentMethod: 'a-debit', debit }), { actor: guest }),
  )
  await workOffTwice()
  const [app, accountant] = [await createTestServer(house), await signedInAs(house, 'accountant')]
  const post = (url: string, payload: string | object, type: string) =>
    app.inject({ method: 'POST', url, payload, headers: { ...accountant.headers, 'content-type': type } })
  const made = await post('/api/payment-runs', { method: 'a-debit', through: '2099-01-01' }, 'application/json')
  assert.equal(made.statusCode, 201, made.body)
  const entry = { amount: '20.80', endToEndId: `D${order.number}-1`, on: '2026-11-02' }
  for (const [id, more] of [
    ['CAME', {}],
    ['WENT', { out: true, returnReason: 'AM04' }],
  ] as const) {
    const statement = aStatement({ id, entries: [{ ...entry, ...more, reference: id }] })
    assert.equal((await post('/api/bank-statements', statement, 'application/octet-stream')).statusCode, 201)
    await workOffTwice()
  }
  must(await callOffOrder(house, { orderId: order.id, reason: 'changed their mind', actor: system('test') }))
  await workOffTwice()
  const [row] = await house.asOwner<{ state: string }>('SELECT state FROM payments.returned_debit')
  assert.equal(row?.state, 'refunded')
  assert.equal(
    (await house.asOwner(`SELECT 1 FROM host.mail WHERE ref = $1 AND dedup_key ~ '^direct-debit-'`, [order.id])).length,
    2,
  )
})

test('work that died is told of, twice', async () => {
  must(
    await house.run(async (ctx) => {
      ctx.enqueue({ kind: 'knit', maxAttempts: 1 })
      return ok()
    }),
  )
  // Workers go by the database's clock, and this house's is half an hour ahead.
  await house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = 'knit'`)
  const [died] = await claimJobs(house.database, 'test', 1)
  assert.equal(died?.kind, 'knit')
  await giveUpJob(house, 'test', died, 'no wool')
  const told = await house.asOwner(`SELECT 1 FROM host.event WHERE name = 'job.died.v1' AND ref_id = $1`, [died.id])
  assert.equal(told.length, 1)
  await workOffTwice()
})

test('charged when goods go out: what is held is taken once', async () => {
  await house.asOwner(
    `INSERT INTO payments.rule (market_code, capture_on) SELECT code, 'on_shipment' FROM organisation.market`,
  )
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  await workOffTwice()
  assert.equal((await scene.figures(order)).state, 'awaiting_payment')
  must(await house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true })))
  await workOffTwice()
  const { state, captures } = await scene.figures(order)
  assert.deepEqual([state, captures], ['paid', 1n])
})

test('every job was run twice', (t) => {
  t.diagnostic([...proved].map(([kind, times]) => `${kind} ${times}`).join(', '))
  const file = 'tests/coverage/unproved.ts'
  assert.deepEqual(
    compareWithList('job', { all: kinds, unproved: unprovedJobs, file }, (kind) => proved.has(kind)),
    [],
  )
})
