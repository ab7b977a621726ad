/** Direct debits: several people make files for the bank while debits come in and some are called off; then the bank tells, twice. */
import assert from 'node:assert/strict'
import { findDebitOfOrder, type Debit } from '../../server/src/departments/bank/index.ts'
import { aStatement, type WrittenEntry } from '../../server/src/departments/bank/testing/a-statement.ts'
import { putPaymentMethod, type PaymentMethod } from '../../server/src/departments/payments/index.ts'
import { matchEntryNow } from '../../server/src/flows/book-statement/index.ts'
import { callOffOrder } from '../../server/src/flows/cancel-order/index.ts'
import { placeOrder, signedBy } from '../../server/src/flows/place-order/index.ts'
import { guest, system } from '../../server/src/host/context.ts'
import { must, someAddress, totalOf } from '../../server/src/testing/scene.ts'
import type { PaymentScene } from '../../server/src/testing/payment-scene.ts'
import { timesOf, type MoneyCourse } from './money-course.ts'

const IBAN = 'DE89370400440532013000'
const EVER = '2099-12-31'
const TERMS = {
  ...{
    creditorId: 'IT66ZZZA1B2C3D4E5F6G7H8',
    name: 'Bottega Laguna S.r.l.',
    iban: 'IT60X0542811101000000123456',
    bic: '',
  },
  ...{ noticeDays: 3, leadDays: 1, cutOff: '15:00', message: 'pain.008.001.08' as const },
}
const DEBIT: PaymentMethod = {
  ...{
    code: 'debit',
    kind: 'sepa_debit',
    provider: null,
    names: { en: 'Direct debit' },
    instructions: {},
    account: null,
  },
  ...{ markets: [], countries: [], currencies: [], minTotal: {}, maxTotal: {}, customerGroups: [], clears: 'payment' },
  ...{ dueDays: 20, debit: TERMS },
}

/** Each debit is in one file, the sums agree; one that was called off is in none, or was gone already; a statement counts once. */
export async function raceToCollect(course: MoneyCourse, { clerks, debits }: { clerks: number; debits: number }) {
  const { scene } = course
  const { house } = scene
  const waiting = await course.ready(async () => {
    await offerDebit(scene)
    return Promise.all(timesOf(debits, () => placeByDebit(scene)))
  })
  const [calledOff = assert.fail(), revoked = assert.fail()] = waiting
  const refuses = (await debitOf(scene, revoked)).id
  const prepare = () => course.call('POST', '/payment-runs', { method: 'debit', through: EVER })
  const revoke = () => course.call('POST', `/direct-debits/${refuses}/mandate-revocation`, { reason: 'By letter' })
  const callOff = { orderId: calledOff, reason: 'changed their mind', actor: system('race') }
  const [made, fresh] = await Promise.all([
    Promise.all(timesOf(clerks, prepare)),
    Promise.all(timesOf(debits, () => placeByDebit(scene))),
    callOffOrder(house, callOff),
    revoke(),
    keepDebits(scene),
  ])
  await keepDebits(scene)
  made.push(await prepare())
  for (const { status, body } of made) {
    assert.ok(status === 201 || body['code'] === 'bank.nothing_due', JSON.stringify(body))
  }
  const prepared = made.flatMap(({ body: { id } }) => (typeof id === 'string' ? [id] : []))
  const went = await Promise.all(prepared.map((run) => handOver(course, run)))
  await keepDebits(scene)
  // What was in a file that somebody's change of mind overtook goes into another.
  const { body: anew } = await prepare()
  if (typeof anew['id'] === 'string') assert.equal(await handOver(course, anew['id']), anew['id'])
  const runs = [...went, anew['id']].filter((run) => typeof run === 'string')
  const inFiles = (await Promise.all(runs.map((run) => fileOf(course, run)))).flat().toSorted()
  const all = await Promise.all([...waiting, ...fresh].map((order) => debitOf(scene, order)))
  const sent = all.filter(({ state }) => state === 'in_run')
  assert.deepEqual(inFiles, sent.map(({ endToEndId, amount }) => `${endToEndId} ${amount}`).toSorted())
  const stopped = new Set([calledOff, revoked])
  for (const { state, orderId } of all) assert.ok(state === 'in_run' || stopped.has(orderId), `${orderId} ${state}`)
  assert.deepEqual(await wrongSums(scene, runs), [])

  await tellTwice(course, sent)
  for (const { orderId } of sent) assert.deepEqual(await bookedFor(scene, orderId), orderId === calledOff ? BACK : ONCE)
}

/**
 * The bank's statement is brought twice while an order whose debit it tells of is called off by two clicks, and a mandate ends. Each debit is
 * in the books once; of the order that is over nothing is kept.
 */
export async function raceOfStatementAndCallOff(course: MoneyCourse, { debits }: { debits: number }) {
  const { scene, call } = course
  const orders = await course.ready(async () => {
    await offerDebit(scene)
    return Promise.all(timesOf(debits, () => placeByDebit(scene)))
  })
  await keepDebits(scene)
  const { status, body } = await call('POST', '/payment-runs', { method: 'debit', through: EVER })
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal(await handOver(course, String(body['id'])), body['id'])
  const sent = await Promise.all(orders.map((order) => debitOf(scene, order)))
  const [over = assert.fail(), revoked = assert.fail()] = sent
  const callOff = () =>
    callOffOrder(scene.house, { orderId: over.orderId, reason: 'changed their mind', actor: system('race') })
  const [, ...called] = await Promise.all([
    tellTwice(course, sent),
    callOff(),
    callOff(),
    call('POST', `/direct-debits/${revoked.id}/mandate-revocation`, { reason: 'By letter' }).then(() => undefined),
    keepDebits(scene).then(() => undefined),
  ])
  assert.ok(called.some((one) => one?.ok))
  await keepDebits(scene)
  for (const { orderId } of sent) {
    assert.deepEqual(await bookedFor(scene, orderId), orderId === over.orderId ? BACK : ONCE)
  }
  const [back] = await scene.house.asOwner<{ taken: string; owed: string }>(
    `SELECT sum(p.captured)::text AS taken, (SELECT coalesce(sum(r.amount), 0) FROM payments.refund r
       JOIN payments.payment q ON q.id = r.payment_id WHERE q.order_id = $1 AND r.state <> 'failed')::text AS owed
     FROM payments.payment p WHERE p.order_id = $1`,
    [over.orderId],
  )
  assert.equal(back?.owed, back?.taken, 'all of it goes back')
}

/** What one receipt comes to, and what it comes to where the order ended meanwhile: it is to go back. */
const ONCE = { state: 'paid', debit: 'collected', receipts: '1', entries: '1' }
const BACK = { ...ONCE, state: 'cancelled' }

/** Its id where the bank has it; where an order in it ended before, it is discarded. */
async function handOver(course: MoneyCourse, run: string): Promise<string | undefined> {
  const released = await course.call('POST', `/payment-runs/${run}/release`, {})
  if (released.status === 409) {
    assert.equal(released.body['code'], 'bank.run_overtaken')
    assert.equal((await course.call('POST', `/payment-runs/${run}/discard`, { reason: 'Called off' })).status, 204)
    return undefined
  }
  assert.equal(released.status, 204)
  assert.equal((await course.call('POST', `/payment-runs/${run}/sending`, {})).status, 204)
  return run
}

async function offerDebit({ house }: PaymentScene): Promise<void> {
  const known = await house.asOwner('SELECT 1 FROM payments.payment_method WHERE code = $1', [DEBIT.code])
  if (known.length > 0) return
  must(await house.run((ctx) => putPaymentMethod(ctx, { method: { ...DEBIT, active: true }, version: undefined })))
}

async function placeByDebit({ house, shop }: PaymentScene): Promise<string> {
  const basket = await shop.fill({ mug: 1 })
  const acceptedTotal = await totalOf(house, basket)
  const asked = { house, locale: 'it' as const, userAgent: undefined }
  const debit = await signedBy(asked, { method: DEBIT.code, holder: 'Zanetta', iban: IBAN })
  const request = { basket, email: 'zanetta@calle.example', address: someAddress, deliveryMethod: 'standard' }
  const wish = { ...request, acceptedTotal, paymentMethod: DEBIT.code, debit }
  return must(await house.run((ctx) => placeOrder(ctx, wish), { actor: guest })).id
}

const debitOf = async ({ house }: PaymentScene, orderId: string): Promise<Debit> =>
  (await findDebitOfOrder(house.database, orderId)) ?? assert.fail('no debit')

async function keepDebits({ house }: PaymentScene): Promise<void> {
  const job = house.blueprint.jobs.find(({ kind }) => kind === 'keep-direct-debits') ?? assert.fail()
  await job.run(house, { id: 'race', ref: null, payload: {}, attempt: 1 })
}

/** What a file asks the bank to collect; its own sum says the same. */
async function fileOf({ scene, owner }: MoneyCourse, run: string): Promise<string[]> {
  const answer = await fetch(`${scene.url}/api/payment-runs/${run}/file`, { headers: owner.headers })
  const text = await answer.text()
  assert.equal(answer.status, 200, text)
  const asked = [...text.matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>[^]*?<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)]
  const sum = asked.reduce((cents, [, , whole, part]) => cents + Number(`${whole}${part}`), 0)
  assert.ok(text.includes(`<CtrlSum>${(sum / 100).toFixed(2)}</CtrlSum>`), text)
  return asked.map(([, name, whole, part]) => `${name} ${Number(`${whole}${part}`)}`)
}

const wrongSums = ({ house }: PaymentScene, runs: readonly string[]) =>
  house.asOwner(
    `SELECT r.id FROM bank.payment_run r JOIN bank.direct_debit d ON d.run_id = r.id WHERE r.id = ANY($1)
     GROUP BY r.id HAVING count(*) <> r.items OR sum(d.amount) <> r.total`,
    [runs],
  )

/** One statement is brought in by two at once, and its entries are matched by two beside the task. */
async function tellTwice({ scene, owner }: MoneyCourse, debits: readonly Debit[]): Promise<void> {
  const { house } = scene
  const [first = assert.fail()] = debits
  const on = house.clock.now().toISOString().slice(0, 10)
  const entries = debits.map(({ endToEndId, amount }): WrittenEntry => ({
    ...{ amount: (Number(amount) / 100).toFixed(2), endToEndId, reference: `C ${endToEndId}`, on },
  }))
  const headers = { ...owner.headers, 'content-type': 'application/octet-stream' }
  const body = aStatement({ id: `OF ${first.endToEndId}`, entries })
  const bring = async () => {
    const answer = await fetch(`${scene.url}/api/bank-statements?name=day.xml`, { method: 'POST', headers, body })
    assert.equal(answer.status, 201, await answer.clone().text())
    const { statements } = (await answer.json()) as { statements: { id: string; fresh: number }[] }
    return statements[0] ?? assert.fail()
  }
  const brought = await Promise.all([bring(), bring()])
  assert.deepEqual(
    brought.map(({ fresh }) => fresh).toSorted((a, b) => a - b),
    [0, debits.length],
  )
  const open = await house.asOwner<{ id: string }>('SELECT id FROM bank.entry WHERE statement_id = $1', [
    brought[0]?.id,
  ])
  const match = async ({ id }: { id: string }) => must(await house.run((ctx) => matchEntryNow(ctx, id)))
  await Promise.all([house.runJobs(['run-task']), ...[...open, ...open].map(match)])
}

async function bookedFor({ house }: PaymentScene, orderId: string): Promise<object | undefined> {
  const [row] = await house.asOwner<object>(
    `SELECT o.state, (SELECT d.state FROM bank.direct_debit d WHERE d.order_id = o.id) AS debit,
       (SELECT count(*) FROM payments.event e JOIN payments.payment p ON p.id = e.payment_id
        WHERE p.order_id = o.id AND e.kind = 'capture')::text AS receipts,
       (SELECT count(*) FROM ledger.entry n WHERE n.about = o.id::text AND n.kind = 'capture')::text AS entries
     FROM orders.sales_order o WHERE o.id = $1`,
    [orderId],
  )
  return row
}
