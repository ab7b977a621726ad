import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sayReason } from '../../host/i18n/translate.ts'
import { acceptDispute, sendEvidence } from '../../departments/payments/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { reconcileDisputes, settleDispute } from './settle-dispute.ts'

let scene: PaymentScene
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
before(async () => {
  scene = await openPaymentScene()
  app = await createTestServer(scene.house)
  owner = await signedInAs(scene.house, 'owner')
})

const FEE = 1500n

interface Row {
  readonly id: string
  readonly state: string
  readonly withdrawn: string
  readonly written_off: string
  readonly provider_dispute_id: string
  readonly todo: string | null
  readonly title: string | null
}

const rows = (order: PlacedToPay) =>
  scene.house.asOwner<Row>(
    `SELECT d.id, d.state, d.withdrawn, d.written_off, d.provider_dispute_id, t.state AS todo, t.title
     FROM payments.dispute d LEFT JOIN work.todo t ON t.id = d.todo_id WHERE d.order_id = $1`,
    [order.id],
  )
const one = async (order: PlacedToPay): Promise<Row> => {
  const found = await rows(order)
  assert.equal(found.length, 1)
  return found[0] ?? assert.fail()
}

/** What the entries of its disputes came to, by account. */
async function booked(order: PlacedToPay): Promise<Record<string, bigint>> {
  const postings = await scene.house.asOwner<{ code: string; sum: string }>(
    `SELECT a.code, sum(p.amount) AS sum FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id
     JOIN ledger.account a ON a.id = p.account_id WHERE e.about = $1 AND e.kind LIKE 'dispute%' GROUP BY 1`,
    [order.id],
  )
  return Object.fromEntries(postings.map(({ code, sum }) => [code, BigInt(sum)]).filter(([, sum]) => sum !== 0n))
}

async function paid(): Promise<{ order: PlacedToPay; there: string }> {
  const order = await scene.order()
  await scene.pay(order)
  must(await scene.returnOf(order))
  const [payment] = await scene.there(order)
  return { order, there: payment?.id ?? assert.fail('nothing is there') }
}

const disputeAtBank = (there: string, reason = 'product_not_received') =>
  scene.ask<{ id: string }>('POST', `/v1/payments/${there}/disputes?reason=${reason}`)

async function heard(words: number): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    const [row] = await scene.house.asOwner<{ n: string }>(
      'SELECT count(*) AS n FROM payments.webhook_in WHERE dispute_ref IS NOT NULL',
    )
    if (Number(row?.n) >= words) return
    await wait(20)
  }
  throw new Error(`fewer than ${words} events of disputes came`)
}

test('told three times and settled by everybody at once: one dispute, one entry, one to-do; answered once, won', async () => {
  const { order, there } = await paid()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'duplicate' })
  const { id: providerDisputeId } = await disputeAtBank(there)
  const settle = () => settleDispute(scene.house, { provider: 'devpay', providerDisputeId })
  await heard(1)
  await Promise.all([settle(), settle(), settle(), scene.work(), reconcileDisputes(scene.house)])
  const opened = await one(order)
  assert.deepEqual(
    { state: opened.state, withdrawn: opened.withdrawn, todo: opened.todo },
    { state: 'needs_response', withdrawn: String(order.total), todo: 'open' },
  )
  assert.match(opened.title ?? '', /^Answer /, 'in the language of the house, whatever market sold')
  const held = { disputed: order.total, payment_fees: FEE, payments_clearing: -order.total - FEE }
  assert.deepEqual(await booked(order), held)
  const onOrder = await app.inject({ url: `/api/orders/${order.id}/payments`, headers: owner.headers })
  const [payment] = (onOrder.json() as { items: { id: string; authentication: string; disputes: { id: string }[] }[] })
    .items
  assert.deepEqual([payment?.authentication, payment?.disputes.map(({ id }) => id)], ['not_asked', [opened.id]])
  const refused = await app.inject({
    method: 'POST',
    url: `/api/payments/${payment?.id}/refunds`,
    headers: owner.headers,
    payload: { amount: { amount: 1, currency: 'EUR' }, reason: 'asked' },
  })
  assert.equal(refused.json().code, 'payments.nothing_to_refund')

  const offered = await app.inject({ url: `/api/disputes/${opened.id}/offered-evidence`, headers: owner.headers })
  assert.equal(offered.statusCode, 200, offered.body)
  const { texts } = offered.json() as { texts: Record<string, string> }
  assert.ok(texts['productDescription']?.startsWith('2 × '), texts['productDescription'])
  assert.ok(texts['other']?.includes(order.number))
  const send = (payload: object) =>
    app.inject({ method: 'POST', url: `/api/disputes/${opened.id}/evidence`, headers: owner.headers, payload })
  const code = async (payload: object) => ((await send(payload)).json() as { code: string }).code
  assert.equal(await code({ texts: { other: '  ' }, files: [] }), 'payments.evidence_empty')
  const nobodys = { fileId: '01920000-0000-7000-8000-000000000001', field: 'receipt' }
  assert.equal(await code({ texts: {}, files: [nobodys] }), 'payments.evidence_file')
  const added = await app.inject({
    method: 'POST',
    url: `/api/records/dispute/${opened.id}/files?name=proof.pdf`,
    headers: { ...owner.headers, 'content-type': 'application/pdf' },
    payload: Buffer.from('%PDF-1.7\nsigned for'),
  })
  const file = { fileId: (added.json() as { id: string }).id, field: 'shippingDocument' }
  assert.equal(await code({ texts: {}, files: [file, file] }), 'payments.evidence_file_twice')
  const answers = await Promise.all([1, 2, 3].map(() => send({ texts, files: [file] })))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [202, 409, 409])
  assert.ok(answers.every((one) => one.statusCode === 202 || one.json().code === 'payments.dispute_answered'))
  // The answer is lost on its way back: asked again, it is found to be there.
  await scene.fault({ match: { operation: 'dispute' }, fault: 'timeout_after', delayMs: 20 })
  await scene.work()
  assert.deepEqual([(await one(order)).state, (await one(order)).todo], ['under_review', 'done'])
  const [closing] = await scene.house.asOwner<{ reason: string }>(
    `SELECT s.reason FROM work.todo_step s JOIN payments.dispute d ON d.todo_id::text = s.todo_id::text WHERE d.id = $1 AND s.step = 'done'`,
    [opened.id],
  )
  const { translations } = scene.house
  assert.equal(
    sayReason(closing?.reason ?? null, translations, translations.for('it')),
    'La risposta è alla banca.',
    'words, not the name of a state',
  )

  await scene.ask('POST', `/v1/disputes/${providerDisputeId}/won`)
  must(await settle())
  assert.equal((await one(order)).state, 'won')
  assert.deepEqual(await booked(order), { payment_fees: FEE, payments_clearing: -FEE })
  const shown = await app.inject({ url: `/api/disputes/${opened.id}`, headers: owner.headers })
  const { allowedActions, answers: kept } = shown.json() as {
    allowedActions: { allowed: boolean }[]
    answers: { state: string; files: object[] }[]
  }
  assert.ok(allowedActions.every(({ allowed }) => !allowed))
  assert.deepEqual(
    kept.map(({ state, files }) => [state, files.length]),
    [['sent', 1]],
  )
  assert.equal(await code({ texts, files: [] }), 'payments.dispute_ended')
  await scene.house.expectNoBreach()
})

test('never told: the reconciler finds it, and what became of it; the loss that was accepted is written off once', async () => {
  const { order, there } = await paid()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop', times: 2 })
  await disputeAtBank(there, 'fraudulent')
  assert.deepEqual(await rows(order), [])
  await Promise.all([reconcileDisputes(scene.house), reconcileDisputes(scene.house)])
  const found = await one(order)
  assert.equal(found.state, 'needs_response')
  assert.equal(
    (await app.inject({ method: 'PUT', url: `/api/disputes/${found.id}/owner`, headers: owner.headers })).statusCode,
    204,
  )
  const answers = await Promise.all([1, 2].map(() => scene.house.run((ctx) => acceptDispute(ctx, found.id))))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  await scene.fault({ match: { operation: 'dispute' }, fault: 'error_500_before' })
  await scene.work()
  const lost = await one(order)
  assert.deepEqual([lost.state, lost.withdrawn, lost.written_off], ['lost', String(order.total), String(order.total)])
  const gone = { dispute_losses: order.total, payment_fees: FEE, payments_clearing: -order.total - FEE }
  assert.deepEqual(await booked(order), gone)
  const listed = await app.inject({ url: '/api/disputes?filter=state:is:lost', headers: owner.headers })
  const [row] = (listed.json() as { items: { id: string; owner: string; reason: string }[] }).items
  assert.deepEqual([row?.id, row?.owner, row?.reason], [found.id, 'The owner', 'fraudulent'])
  await scene.house.expectNoBreach()
})

test('decided while nobody listened: the reconciler asks again of what waits; too late is too late', async () => {
  const { order, there } = await paid()
  const { id: providerDisputeId } = await disputeAtBank(there)
  must(await settleDispute(scene.house, { provider: 'devpay', providerDisputeId }))
  const { id } = await one(order)
  await scene.house.asOwner(`UPDATE payments.dispute SET due_at = now() - interval '1 day' WHERE id = $1`, [id])
  const late = await scene.house.run((ctx) =>
    sendEvidence(ctx, { disputeId: id, texts: { other: 'x' }, files: [], findFile: async () => undefined }),
  )
  assert.equal(late.ok ? '' : late.refusal.code, 'payments.dispute_too_late')
  const stranger = '01920000-0000-7000-8000-000000000001'
  const unknown = await scene.house.run((ctx) => acceptDispute(ctx, stranger))
  assert.equal(unknown.ok ? '' : unknown.refusal.code, 'payments.dispute_not_found')
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop' })
  await scene.ask('POST', `/v1/disputes/${providerDisputeId}/lost`)
  scene.time.offsetMs += 30 * 60_000
  await reconcileDisputes(scene.house)
  assert.equal((await one(order)).state, 'lost')
  await scene.house.expectNoBreach()
})
