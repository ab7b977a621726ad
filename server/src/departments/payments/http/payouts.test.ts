/** What providers pay out: by the development provider, by Stripe held to its own description, and by a report that people bring. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../../testing/payment-scene.ts'
import { startStripeLoopback, stripeKeys, type StripeLoopback } from '../../../testing/stripe/stripe-loopback.ts'
import { fetchPayouts, findPayoutOfBankLine } from '../index.ts'
import { openStripe, STRIPE } from '../providers/stripe.ts'

let scene: PaymentScene
let stripe: StripeLoopback
let owner: SignedIn
before(async () => {
  scene = await openPaymentScene({ webhooks: false })
  stripe = await startStripeLoopback()
  const address = new URL(stripe.url)
  const client = (keys: { secretKey: string; webhookSecrets: readonly string[] }) =>
    openStripe({ ...keys, now: () => new Date(), address })
  Object.assign(scene.house, { ports: { ...scene.house.ports, paymentClients: new Map([[STRIPE, client]]) } })
  owner = await signedInAs(scene.house, 'owner')
})
after(() => stripe.close())

async function ask<T = { code?: string }>(method: string, path: string, body?: unknown, headers = {}) {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: {
      ...owner.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T }
}

interface Shown {
  id: string
  providerRef: string
  state: string
  amount: { amount: number }
  gross: { amount: number }
  refunds: { amount: number }
  fees: { amount: number }
  others: { amount: number }
  unexplained: { amount: number }
  unexplainedLines: number
  arrivedOn: string | null
  cameBack: boolean
  todoId: string | null
  allowedActions: { action: string; allowed: boolean }[]
  lines: {
    id: string
    kind: string
    verdict: string
    reason: string | null
    amount: { amount: number }
    order: { number: string } | null
  }[]
}

const askPeople = () => scene.house.runJobs(['ask-to-explain', 'ask-about-late'])
const fetchThem = async () => {
  assert.deepEqual(await fetchPayouts(scene.house), { away: [] })
  await askPeople()
}
async function payouts(): Promise<Shown[]> {
  const { body } = await ask<{ items: { id: string }[] }>('GET', '/payouts')
  return Promise.all(body.items.map(async ({ id }) => (await ask<Shown>('GET', `/payouts/${id}`)).body))
}
const payout = async (ref: string) =>
  (await payouts()).find(({ providerRef }) => providerRef === ref) ?? assert.fail(ref)
const ledger = async (code: string) => {
  const rows = await scene.house.asOwner<{ balance: string }>(
    `SELECT coalesce(sum(balance), 0) AS balance FROM ledger.pub_balance WHERE code = $1 AND currency = 'EUR'`,
    [code],
  )
  return Number(rows[0]?.balance)
}
const todosOf = (id: string) =>
  scene.house.asOwner<{ state: string; note: string; assignee: string }>(
    `SELECT state, note, assignee FROM work.todo WHERE record_type = 'payout' AND record_id = $1 ORDER BY id`,
    [id],
  )

async function paid(): Promise<PlacedToPay> {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}
const there = async <T extends object>(body: object = {}) =>
  (await scene.ask<{ data: ({ id: string } & T)[] }>('POST', '/v1/payouts', body)).data[0] ??
  assert.fail('nothing to pay out')

test('what was taken and given back is paid out, booked with what it cost, and arrives at the bank once', async () => {
  const [first, second] = [await paid(), await paid()]
  const [payment] = await scene.there(second)
  await scene.ask('POST', `/v1/payments/${payment?.id}/refunds`, { amount: { amount: 500, currency: 'EUR' } })
  await scene.reconcile()
  const held = await ledger('payments_clearing')
  const { id: ref } = await there()
  assert.deepEqual((await ask('POST', '/payout-fetches')).body, { away: [] })
  await fetchThem()
  const shown = await payout(ref)
  const gross = Number(first.total + second.total)
  const fees = [first, second].reduce((sum, { total }) => sum + Math.round(Number(total) * 0.015) + 25, 0)
  assert.equal(held, gross - 500)
  assert.deepEqual(
    [shown.gross.amount, shown.refunds.amount, shown.fees.amount, shown.unexplainedLines, shown.amount.amount],
    [gross, -500, fees, 0, gross - 500 - fees],
  )
  assert.deepEqual(
    shown.lines.map(({ verdict }) => verdict),
    ['matched', 'matched', 'matched'],
  )
  assert.deepEqual(new Set(shown.lines.map(({ order }) => order?.number)), new Set([first.number, second.number]))
  assert.deepEqual([await ledger('payments_clearing'), await ledger('bank_in_transit')], [0, shown.amount.amount])
  assert.deepEqual(await todosOf(shown.id), [])

  const today = new Date().toISOString().slice(0, 10)
  const line = { amount: BigInt(shown.amount.amount), currency: 'EUR', bookedOn: today as never }
  const found = (change = {}) =>
    findPayoutOfBankLine({ tx: scene.house.database as never }, { ...line, text: '', partyName: '', ...change })
  assert.equal(await found(), undefined, 'a customer may pay just as much')
  const partyName = 'DEVPAY Ltd'
  assert.deepEqual(await found({ partyName }), { payoutId: shown.id, by: 'sum_days_and_provider' })
  assert.equal(await found({ partyName, bookedOn: '2020-01-01' }), undefined)
  assert.deepEqual(await found({ bookedOn: '2020-01-01', text: `SEPA ${ref}` }), { payoutId: shown.id, by: 'its_name' })
  const arrive = (arrivedOn = today) =>
    ask('POST', `/payouts/${shown.id}/arrival`, { arrivedOn, bankReference: 'S1/7' })
  const mayArrive = async () => (await payout(ref)).allowedActions.find(({ action }) => action === 'arrive')?.allowed
  assert.equal(await mayArrive(), true)
  assert.equal((await arrive('2999-01-01')).body?.code, 'payments.receipt_in_future')
  assert.equal((await arrive()).status, 204)
  assert.equal((await arrive()).body?.code, 'payments.payout_arrived')
  assert.equal(await mayArrive(), false)
  assert.deepEqual([await ledger('bank_in_transit'), await ledger('bank')], [0, shown.amount.amount])
  assert.equal(await found({ partyName }), undefined)
  await scene.house.expectNoBreach()
})

test('what nobody can explain is a to-do with its reasons, and explained by hand it is done', async () => {
  const order = await paid()
  const planted = [
    { type: 'capture', amount: 700, description: 'Somebody else' },
    { type: 'adjustment', amount: -300, description: 'Card fees of last year' },
    { type: 'gift', amount: 40 },
    { type: 'reserve', amount: -100 },
    { type: 'fee', amount: -20 },
  ]
  const { id: ref } = await there({ adjustments: planted })
  await fetchThem()
  const shown = await payout(ref)
  assert.deepEqual(
    shown.lines.map(({ kind, reason }) => [kind, reason]).toSorted(),
    [
      ['adjustment', 'adjustment'],
      ['fee', null],
      ['other', 'unknown_kind'],
      ['payment', 'unknown_here'],
      ['payment', null],
      ['reserve', null],
    ].toSorted(),
  )
  assert.deepEqual([shown.unexplainedLines, shown.unexplained.amount], [3, 440])
  assert.deepEqual([await ledger('payouts_unexplained'), await ledger('provider_reserves')], [-440, 100])
  const [todo] = await todosOf(shown.id)
  assert.deepEqual([todo?.state, todo?.assignee], ['open', 'role:accountant'])
  assert.match(todo?.note ?? '', /Card fees of last year: A correction by the provider\./)
  await fetchThem()
  assert.equal((await todosOf(shown.id)).length, 1, 'asked once')

  const lineOf = (reason: string) => shown.lines.find((line) => line.reason === reason)?.id ?? ''
  const explain = (id: string, body: object) =>
    ask('POST', `/payout-lines/${id}/explanation`, { words: 'Asked them', ...body })
  assert.equal((await explain(crypto.randomUUID(), { as: 'fee' })).body.code, 'payments.payout_line_not_found')
  const stranger = { as: 'movement', movementId: crypto.randomUUID() }
  assert.equal((await explain(lineOf('unknown_here'), stranger)).body.code, 'payments.movement_not_found')
  const movements = await ask<{ items: { id: string; taken: boolean }[] }>(
    'GET',
    `/payouts/${shown.id}/movements?order=${order.number}`,
  )
  const [movement] = movements.body.items
  assert.equal(movement?.taken, true)
  const taken = { as: 'movement', movementId: movement?.id }
  assert.equal((await explain(lineOf('unknown_here'), taken)).body.code, 'payments.movement_paid_out')

  // Meanwhile somebody pays, and the provider's line was theirs: a person knows it, a cent short.
  const late = await paid()
  const lateOnes = await ask<{ items: { id: string; amount: { amount: number } }[] }>(
    'GET',
    `/payouts/${shown.id}/movements?order=${late.number}`,
  )
  const lateOne = lateOnes.body.items[0] ?? assert.fail('no movement')
  const wrongWay = { as: 'movement', movementId: lateOne.id }
  assert.equal((await explain(lineOf('adjustment'), wrongWay)).body.code, 'payments.movement_other_way')
  assert.equal((await explain(lineOf('unknown_here'), wrongWay)).status, 200)
  assert.equal((await explain(lineOf('unknown_here'), wrongWay)).body.code, 'payments.line_explained')
  assert.equal((await explain(lineOf('adjustment'), { as: 'fee' })).status, 200)
  assert.equal((await explain(lineOf('unknown_kind'), { as: 'adjustment' })).status, 200)
  await askPeople()
  const done = await payout(ref)
  assert.deepEqual([done.unexplainedLines, done.todoId], [0, null])
  assert.equal((await todosOf(shown.id))[0]?.state, 'done')
  assert.equal(await ledger('payouts_unexplained'), 0)
  assert.equal(await ledger('payment_adjustments'), lateOne.amount.amount - 700 - 40)
  await scene.house.expectNoBreach()
})

test('a payout that the bank sends back is the provider’s again', async () => {
  await paid()
  const { id: ref } = await there()
  await fetchThem()
  const [held, onItsWay] = [await ledger('payments_clearing'), await ledger('bank_in_transit')]
  const { amount } = (await payout(ref)).amount
  await scene.ask('POST', `/v1/payouts/${ref}/failure`)
  await fetchThem()
  await fetchThem()
  const back = await payout(ref)
  assert.deepEqual([back.state, back.cameBack], ['failed', true])
  assert.deepEqual(
    [await ledger('payments_clearing'), await ledger('bank_in_transit')],
    [held + amount, onItsWay - amount],
  )
  const arrived = await ask('POST', `/payouts/${back.id}/arrival`, { arrivedOn: '2026-01-01', bankReference: 'x' })
  assert.equal(arrived.body?.code, 'payments.payout_came_back')
  await scene.house.expectNoBreach()
})

test('Stripe: pages of lines, cut in the middle and gone on from; a sum that does not add up is said', async () => {
  const keys = { enabled: true, key: stripeKeys.secretKey, webhookSecret: stripeKeys.webhookSecret }
  assert.equal((await ask('PUT', '/payment-providers/stripe', keys, { 'if-match': '"0"' })).status, 200)
  const order = await scene.order()
  stripe.desk.pay((await scene.openPage(order)).split('/').at(-1) ?? '')
  await scene.returnOf(order)
  const many = Array.from({ length: 120 }, () => ({ type: 'stripe_fee', amount: -1 }))
  const extra = [
    { type: 'refund_failure', amount: 900 },
    { type: 'adjustment', reporting_category: 'dispute', amount: -50, fee: 15, source: 'dp_1' },
    { type: 'reserve_transaction', amount: -10 },
    { type: 'topup', amount: 5 },
  ]
  const { id: ref } = stripe.desk.payouts.payOut({ planted: [...many, ...extra], off: -7 })
  const unready = stripe.desk.payouts.payOut({ planted: [{ type: 'stripe_fee', amount: -3 }] })
  unready.reconciliation_status = 'in_progress'
  const byHand = stripe.desk.payouts.payOut({ off: 100 })
  byHand.reconciliation_status = 'not_applicable'
  await fetchThem()
  const calls = stripe.calls.filter((call) => call.includes('balance_transactions')).length
  assert.equal(calls, 2, 'two pages of one payout, and nothing of those that say nothing')
  const shown = await payout(ref)
  assert.deepEqual(
    shown.lines.flatMap(({ kind, reason }) => (reason === null ? [] : [`${kind} ${reason}`])).toSorted(),
    ['difference sum_differs', 'dispute dispute', 'other unknown_kind', 'refund_returned refund_returned'],
  )
  assert.equal(shown.gross.amount, Number(order.total))
  assert.deepEqual(
    (await payout(byHand.id)).lines.map(({ kind }) => kind),
    ['difference'],
  )
  assert.deepEqual((await payout(unready.id)).lines, [])
  const early = await ask('POST', `/payouts/${(await payout(unready.id)).id}/arrival`, {
    arrivedOn: '2026-01-01',
    bankReference: 'x',
  })
  assert.equal(early.body?.code, 'payments.payout_not_booked')

  // Killed between two pages: what was read stays, the rest is read on.
  const long = stripe.desk.payouts.payOut({ planted: [...many, ...many] })
  stripe.fault('GET /v1/payouts', 'error_500_before')
  assert.deepEqual((await ask('POST', '/payout-fetches')).body, { away: ['stripe'] })
  await fetchThem()
  unready.reconciliation_status = 'completed'
  await fetchThem()
  assert.equal((await payout(unready.id)).fees.amount, 3)
  const counted = await scene.house.asOwner(
    `SELECT 1 FROM payments.payout_line l JOIN payments.payout p ON p.id = l.payout_id WHERE p.provider_ref = $1`,
    [long.id],
  )
  assert.equal(counted.length, 240)
  assert.deepEqual(stripe.breaches, [])
  await scene.house.expectNoBreach()
})

test('a movement that is paid out before it is known here explains its line by itself', async () => {
  const order = await scene.order()
  stripe.desk.pay((await scene.openPage(order)).split('/').at(-1) ?? '')
  stripe.told()
  const { id: ref } = stripe.desk.payouts.payOut()
  for (const { body, header } of stripe.told()) {
    const headers = { 'stripe-signature': header, 'content-type': 'application/json' }
    assert.equal(
      (await fetch(`${scene.url}/api/payments/webhooks/stripe`, { method: 'POST', headers, body })).status,
      204,
    )
  }
  assert.equal(await scene.house.runJobs(['fetch-payouts']), 1)
  await askPeople()
  const before = await payout(ref)
  assert.deepEqual(
    before.lines.map(({ reason }) => reason),
    ['unknown_here'],
  )
  await scene.returnOf(order)
  await fetchThem()
  const now = await payout(ref)
  assert.deepEqual(
    [now.unexplainedLines, now.lines[0]?.verdict, now.lines[0]?.order?.number],
    [0, 'explained', order.number],
  )
  assert.equal((await todosOf(now.id))[0]?.state, 'done')
  await scene.house.expectNoBreach()
})

test('a report of payouts that somebody brings: once, whole or not at all', async () => {
  const order = await scene.order()
  stripe.desk.pay((await scene.openPage(order)).split('/').at(-1) ?? '')
  await scene.returnOf(order)
  const charge = [...stripe.desk.charges.values()].at(-1) ?? assert.fail('no charge')
  const gross = (Number(order.total) / 100).toFixed(2)
  const net = (Number(order.total) / 100 - 1.5).toFixed(2)
  const head =
    'automatic_payout_id,automatic_payout_effective_at_utc,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,charge_id,payment_intent_id,description'
  const rows = [
    `po_file,2026-11-04 00:00:00,txn_f1,2026-11-02 09:15:00,eur,${gross},1.50,${net},charge,${charge.id},${charge.payment_intent},"Bottega, order"`,
    'po_file,2026-11-04 00:00:00,txn_f2,2026-11-03 10:00:00,eur,-2.00,0.00,-2.00,fee,,,Radar',
    ',,txn_f3,2026-11-05 10:00:00,eur,9.00,0.00,9.00,charge,ch_waits,,waits for its payout',
  ]
  const bring = (...lines: string[]) =>
    ask<{ payouts: number; known: number; code?: string }>('POST', '/payout-files', { content: lines.join('\r\n') })
  assert.equal((await bring('a,b', '1,2')).body.code, 'payments.payout_file_columns')
  assert.equal((await bring(head, rows[2] ?? '')).body.code, 'payments.payout_file_empty')
  assert.equal(
    (await bring(head, rows[0] ?? '', (rows[1] ?? '').replace('-2.00,0.00', 'two,0.00'))).body.code,
    'payments.payout_file_unreadable',
  )
  assert.deepEqual((await bring(head, ...rows)).body, { payouts: 1, known: 0 })
  assert.deepEqual((await bring(head, ...rows)).body, { payouts: 0, known: 1 })
  const shown = await payout('po_file')
  assert.deepEqual(
    [
      shown.gross.amount,
      shown.fees.amount,
      shown.unexplainedLines,
      shown.lines.map(({ verdict }) => verdict).toSorted(),
    ],
    [Number(order.total), 350, 0, ['booked', 'matched']],
  )
  assert.equal((await ask('GET', `/payouts/${crypto.randomUUID()}`)).body.code, 'payments.payout_not_found')
  await scene.house.expectNoBreach()
})
