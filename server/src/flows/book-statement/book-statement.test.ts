import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aStatement, type WrittenEntry } from '../../departments/bank/testing/a-statement.ts'
import { findTransfer, putPaymentMethod, type PaymentMethod } from '../../departments/payments/index.ts'
import { openValue, sealValues } from '../../host/auth/sealed-values.ts'
import { guest } from '../../host/context.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { readInvariants } from '../../host/verify/invariants.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { ok } from '../../kernel/result.ts'
import { must, openShop, someAddress, totalOf, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { placeOrder } from '../place-order/index.ts'

const TRANSFER: PaymentMethod = {
  ...{
    code: 'transfer',
    kind: 'bank_transfer',
    provider: null,
    names: { en: 'Transfer' },
    instructions: {},
    markets: [],
  },
  ...{ countries: [], currencies: [], minTotal: {}, maxTotal: {}, customerGroups: [], clears: 'payment', dueDays: 5 },
  account: { holder: 'Bottega Laguna', iban: 'IT60X0542811101000000123456', bic: '' },
}
const ofMoney = readInvariants().filter(({ code }) => /^[OL]/.test(code))
interface Listed {
  readonly id: string
  readonly state: string
  readonly party: string
  readonly orderNumber: string | null
  readonly payoutId: string | null
  readonly proposedNumber: string | null
  readonly proposedBecause: string | null
  readonly amount: { readonly amount: number }
}

describe('statements of the bank', () => {
  let house: TestHouse
  let shop: Shop
  let accountant: SignedIn
  let server: Awaited<ReturnType<typeof createTestServer>>
  let today = '2026-11-23'

  before(async () => {
    house = await createTestHouse({ clock: { now: () => new Date(`${today}T00:30:00Z`) } })
    shop = await openShop(house, { stock: { mug: 50, scarf: 50, lamp: 50 } })
    must(await house.run((ctx) => putPaymentMethod(ctx, { method: { ...TRANSFER, active: true }, version: undefined })))
    server = await createTestServer(house)
    accountant = await signedInAs(house, 'accountant')
  })

  const place = async (good: Good) => {
    const basket = await shop.fill({ [good]: 1 })
    const acceptedTotal = await totalOf(house, basket)
    const request = { basket, email: 'm@locanda.example', address: someAddress, deliveryMethod: 'standard' }
    const order = must(
      await house.run((ctx) => placeOrder(ctx, { ...request, acceptedTotal, paymentMethod: 'transfer' }), {
        actor: guest,
      }),
    )
    const { amount } = acceptedTotal
    return { ...order, cents: amount, decimal: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}` }
  }
  const bring = async (text: string, name = 'day.xml', headers: Record<string, string> = accountant.headers) => {
    const answer = await server.inject({
      ...{ method: 'POST', url: `/api/bank-statements?name=${name}`, payload: text },
      headers: { ...headers, 'content-type': 'application/octet-stream' },
    })
    await house.runJobs(['run-task'])
    return answer
  }
  const entries = async (query = '') => {
    const url = `/api/bank-entries?sort=amount${query}`
    return (await server.inject({ url, headers: accountant.headers })).json<{ items: Listed[] }>().items
  }
  const stateOf = async (id: string) =>
    (await house.asOwner<{ state: string }>('SELECT state FROM orders.sales_order WHERE id = $1', [id]))[0]?.state
  const act = async (id: string, what: 'booking' | 'dismissal', payload: object) => {
    const answer = await server.inject({
      ...{ method: 'POST', url: `/api/bank-entries/${id}/${what}`, headers: accountant.headers, payload },
    })
    return answer.statusCode < 300 ? answer.statusCode : answer.json<{ code: string }>().code
  }

  test('what names its order and is exact is taken; the rest waits with what it may be; twice is once', async () => {
    const [exact, short, silent, lamp] = [
      await place('mug'),
      await place('mug'),
      await place('scarf'),
      await place('lamp'),
    ]
    const transfer = await findTransfer(house.database, exact.id)
    assert.ok(transfer)
    const written: WrittenEntry[] = [
      { amount: exact.decimal, structured: transfer.reference, reference: 'B-1' },
      { amount: '5.00', remittance: `Order ${short.number}`, reference: 'B-2' },
      { amount: silent.decimal, remittance: 'thank you', name: 'Somebody Else', reference: 'B-3' },
      { amount: '7.77', remittance: 'a gift', reference: 'B-4' },
      { amount: '30.00', out: true, remittance: 'rent', reference: 'B-5' },
      { amount: lamp.decimal, remittance: `no ${lamp.number}` },
    ]
    const text = aStatement({ id: 'DAY-1', entries: written })
    const brought = await bring(text)
    assert.equal(brought.statusCode, 201)
    const { statements, taskId } = brought.json<{ statements: { fresh: number; known: boolean }[]; taskId: string }>()
    assert.deepEqual([statements.map(({ fresh, known }) => [fresh, known]), typeof taskId], [[[6, false]], 'string'])
    const said = async () =>
      (await entries()).map(({ amount, state, orderNumber, proposedNumber, proposedBecause }) =>
        [amount.amount, state, orderNumber ?? '-', proposedNumber ?? '-', proposedBecause ?? '-'].join(' '),
      )
    const expected = [
      `500 open - ${short.number} other_amount`,
      '777 open - - -',
      `${exact.cents} booked ${exact.number} - -`,
      '-3000 open - - -',
      `${silent.cents} open - ${silent.number} same_amount`,
      `${lamp.cents} booked ${lamp.number} - -`,
    ]
    assert.deepEqual(await said(), expected)
    assert.deepEqual(
      [await stateOf(exact.id), await stateOf(lamp.id), await stateOf(short.id), await stateOf(silent.id)],
      ['paid', 'paid', 'awaiting_payment', 'awaiting_payment'],
    )
    const told = await house.asOwner<{ said: string }>(
      `SELECT name || ' ' || count(*) AS said FROM host.event WHERE name LIKE 'bank_entry.%' GROUP BY name ORDER BY name`,
    )
    assert.deepEqual(
      told.map(({ said: one }) => one),
      ['bank_entry.booked.v1 2', 'bank_entry.proposed.v1 2'],
    )
    const [task] = await house.asOwner<{ kind: string; result: object }>('SELECT kind, result FROM host.task')
    assert.deepEqual(task, { kind: 'match-bank-entries', result: { booked: 2, proposed: 2, unknown: 2, refused: 0 } })
    // The same file, and another that tells of the same movements.
    const again = (await bring(text)).json<{ statements: { fresh: number; known: boolean }[]; taskId: null }>()
    assert.deepEqual([again.statements[0]?.known, again.statements[0]?.fresh, again.taskId], [true, 0, null])
    const week = aStatement({ id: 'WEEK', entries: written.slice(0, 5) })
    assert.equal((await bring(week)).json<{ statements: { fresh: number }[] }>().statements[0]?.fresh, 0)
    assert.deepEqual(await said(), expected)
    const [receipts] = await house.asOwner<{ n: bigint }>('SELECT count(*) AS n FROM payments.receipt')
    assert.equal(Number(receipts?.n), 2)
    assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  })

  test('a person takes what was proposed with one word, once; or puts it aside and says why', async () => {
    const silent = (await entries('&filter=state:is:open')).find(
      ({ proposedBecause }) => proposedBecause === 'same_amount',
    )
    assert.ok(silent)
    const both = await Promise.all([
      act(silent.id, 'booking', { orderNumber: silent.proposedNumber }),
      act(silent.id, 'booking', { orderNumber: silent.proposedNumber }),
    ])
    assert.deepEqual(both.toSorted().map(String), ['201', 'bank.entry_ended'])
    const booked = await server.inject({ url: `/api/bank-entries/${silent.id}`, headers: accountant.headers })
    const view = booked.json<
      Listed & { orderId: string; decisions: object[]; allowedActions: { allowed: boolean }[] }
    >()
    assert.deepEqual(
      [view.state, view.decisions.length, view.allowedActions.map(({ allowed }) => allowed)],
      ['booked', 1, [false, false, true, true]],
    )
    assert.equal(await stateOf(view.orderId), 'paid')
    const gift = (await entries('&filter=state:is:open')).find(({ amount }) => amount.amount === 777)
    const rent = (await entries('&filter=came:is:false'))[0]
    assert.ok(gift && rent)
    assert.equal(await act(gift.id, 'dismissal', { note: ' ' }), 'bank.note_missing')
    assert.equal(await act(gift.id, 'dismissal', { note: 'a gift' }), 204)
    assert.equal(await act(gift.id, 'dismissal', { note: 'again' }), 'bank.entry_ended')
    assert.equal(await act(rent.id, 'booking', { orderNumber: view.orderNumber }), 'bank.money_went_out')
    assert.equal(await act(gift.id, 'booking', { orderNumber: '999999' }), 'orders.not_found')
    const nobody = '01920000-0000-7000-8000-000000000001'
    assert.equal(await act(nobody, 'dismissal', { note: 'x' }), 'bank.not_found')
    assert.equal(await act(nobody, 'booking', { orderNumber: view.orderNumber }), 'bank.not_found')
    // Put aside by mistake: a part payment after all.
    const short = (await entries('&filter=state:is:open')).find(
      ({ proposedBecause }) => proposedBecause === 'other_amount',
    )
    assert.equal(await act(gift.id, 'booking', { orderNumber: short?.proposedNumber }), 201)
    // An order that ended since then is said to wait for nothing.
    await house.asOwner(`UPDATE orders.sales_order SET state = 'expired' WHERE number = $1`, [short?.proposedNumber])
    const ended = (await entries('&filter=state:is:open')).find(({ id }) => id === short?.id)
    assert.equal(ended?.proposedBecause, 'not_awaited')
    await house.asOwner(`UPDATE orders.sales_order SET state = 'awaiting_payment' WHERE number = $1`, [
      short?.proposedNumber,
    ])
    assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  })

  test('money for an order that is paid already is left to a person, and goes back once it is taken', async () => {
    const order = await place('mug')
    const entry = { amount: order.decimal, remittance: `Order ${order.number}` }
    await bring(
      aStatement({ id: 'DAY-2', version: '08', entries: [entry, { ...entry, remittance: `RF ${order.number}` }] }),
    )
    const [twice] = (await entries('&filter=state:is:open')).filter(({ amount }) => amount.amount === order.cents)
    assert.equal(await stateOf(order.id), 'paid')
    assert.ok(twice)
    assert.deepEqual([twice.proposedNumber, twice.proposedBecause], [order.number, 'not_awaited'])
    assert.equal(await act(twice.id, 'booking', { orderNumber: order.number }), 201)
    const [surplus] = await house.asOwner<{ amount: string }>(
      'SELECT r.amount FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id WHERE p.order_id = $1 AND p.surplus',
      [order.id],
    )
    assert.equal(Number(surplus?.amount), order.cents)
    // Sent back by a person: the statement says so, once; another amount, or another order, is not it.
    const back = { amount: order.decimal, out: true, remittance: `Refund of order ${order.number}` }
    const nearly = { ...back, amount: '1.01' }
    await bring(aStatement({ id: 'DAY-2B', entries: [{ ...back, remittance: 'rent' }, nearly, back, back] }))
    const sent = await house.asOwner<{ state: string; n: string }>(
      `SELECT r.state, count(e.*) AS n FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
       JOIN bank.entry e ON e.order_id = p.order_id AND NOT e.came AND e.state = 'booked' WHERE p.order_id = $1 AND p.surplus GROUP BY r.state`,
      [order.id],
    )
    assert.deepEqual(sent, [{ state: 'succeeded', n: '1' }])
    assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  })

  test('what a provider paid out arrives by the line of the statement that it is, once; the same sum again waits for a person', async () => {
    const content = [
      'automatic_payout_id,automatic_payout_effective_at_utc,balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,charge_id,payment_intent_id,description',
      'po_bank,2026-11-20 00:00:00,txn_b1,2026-11-18 09:15:00,eur,41.23,0.00,41.23,fee,,,Fees given back',
    ].join('\r\n')
    const headers = { ...accountant.headers, 'idempotency-key': 'po-bank' }
    const taken = await server.inject({ method: 'POST', url: '/api/payout-files', headers, payload: { content } })
    assert.deepEqual(taken.json(), { payouts: 1, known: 0 })
    const inTransit = async () => {
      const [row] = await house.asOwner<{ sum: string }>(
        `SELECT coalesce(sum(balance), 0) AS sum FROM ledger.pub_balance WHERE code = 'bank_in_transit'`,
      )
      return Number(row?.sum)
    }
    assert.equal(await inTransit(), 4123)
    const line = { amount: '41.23', remittance: 'STRIPE PAYOUT', name: 'Stripe' }
    await bring(
      aStatement({
        id: 'DAY-PO',
        entries: [
          { ...line, remittance: 'Rent', name: 'Mario Rossi', reference: 'PO-0' },
          { ...line, reference: 'PO-1' },
          { ...line, reference: 'PO-2' },
        ],
      }),
    )
    const seen = (await entries()).filter(({ amount }) => amount.amount === 4123)
    assert.deepEqual(seen.map(({ state }) => state).toSorted(), ['booked', 'open', 'open'])
    const booked = seen.find(({ state }) => state === 'booked')
    const [trail] = await house.asOwner<{ bank: string; why: string }>(
      `SELECT e.bank_reference AS bank, c ->> 'after' AS why FROM host.audit a JOIN bank.entry e ON e.id::text = a.object_id,
         jsonb_array_elements(a.changes) c WHERE a.action = 'bank:book' AND c ->> 'field' = 'knownBy'`,
    )
    assert.deepEqual(
      trail,
      { bank: 'PO-1', why: 'sum_days_and_provider' },
      'what comes from somebody else is left to a person',
    )
    const [payout] = await house.asOwner<{ id: string; day: string }>(
      `SELECT id, arrived_on::text AS day FROM payments.payout WHERE provider_ref = 'po_bank'`,
    )
    assert.deepEqual([booked?.payoutId, booked?.orderNumber, payout?.day], [payout?.id, null, '2026-11-22'])
    assert.equal(await inTransit(), 0)
    const known = (await entries()).find(({ orderNumber }) => orderNumber !== null)
    assert.equal(await act(booked?.id ?? '', 'booking', { orderNumber: known?.orderNumber }), 'bank.entry_ended')
    assert.equal(await act(booked?.id ?? '', 'dismissal', { note: 'x' }), 'bank.entry_ended')
    assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  })

  test('what cannot be read is refused with its reason, and nothing of it is taken', async () => {
    const count = async () => (await house.asOwner<{ n: bigint }>('SELECT count(*) AS n FROM bank.entry'))[0]?.n
    const before = await count()
    const whole = aStatement({ id: 'DAY-3', entries: [{ amount: '1.00' }, { amount: '2.00' }] })
    const codeOf = async (text: string) => (await bring(text)).json<{ code: string }>().code
    assert.deepEqual(
      [
        await codeOf(''),
        await codeOf('%PDF'),
        await codeOf('<a/>'),
        await codeOf(whole.replace(/<Stmt>[^]*<\/Stmt>/, '')),
        await codeOf(whole.replace('2.00', '2.005')),
      ],
      [
        'bank.file_empty',
        'bank.not_xml',
        'bank.not_a_statement',
        'bank.statement_missing',
        'bank.statement_incomplete',
      ],
    )
    assert.equal(await count(), before)
    const picker = await signedInAs(house, 'picker')
    assert.equal((await bring(whole, 'x.xml', picker.headers)).statusCode, 403)
  })

  test('who has not transferred is reminded once, in the last days, and not who has', async () => {
    const [waiting, paid] = [await place('mug'), await place('scarf')]
    const remind = house.blueprint.jobs.find(({ kind }) => kind === 'remind-of-transfers')
    const mails = async () => {
      await remind?.run(house, { id: 'x', ref: null, payload: {}, attempt: 1 })
      const rows = await house.asOwner<{ ref: string; text: string }>(
        `SELECT ref, text_body AS text FROM host.mail WHERE kind = 'transfer-reminder' AND ref = ANY($1)`,
        [[waiting.id, paid.id]],
      )
      return rows.map(({ ref, text }) => `${ref === waiting.id} ${/IT60 X054[^]*RF/.test(text)}`)
    }
    // Five banking days after Monday the 23rd: to the end of the 30th.
    await bring(aStatement({ id: 'DAY-4', entries: [{ amount: paid.decimal, remittance: `Order ${paid.number}` }] }))
    assert.equal(await stateOf(paid.id), 'paid')
    assert.deepEqual(await mails(), [])
    today = '2026-11-28'
    assert.deepEqual(await mails(), [])
    today = '2026-11-29'
    assert.deepEqual(await mails(), ['true true'])
    today = '2026-11-30'
    assert.deepEqual(await mails(), ['true true'])
    today = '2026-11-23'
  })

  test('an account number of somebody else is ciphertext under a key of its own, is read for a purpose, and can be forgotten', async () => {
    const everything = async () => {
      const rows = await house.asOwner<{ row: string }>(`
        SELECT row::text FROM bank.entry row UNION ALL SELECT row::text FROM bank.statement row UNION ALL SELECT row::text FROM host.audit row
        UNION ALL SELECT row::text FROM host.event row UNION ALL SELECT row::text FROM host.job row
        UNION ALL SELECT row::text FROM host.sealed_value row`)
      return rows.map(({ row }) => row).join('\n')
    }
    assert.match(await everything(), /enc1:/)
    const [one, other] = await entries()
    assert.ok(one && other)
    const ask = async (id: string, purpose: string, who = accountant) => {
      const url = `/api/bank-entries/${id}/account-readings`
      const answer = await server.inject({ method: 'POST', url, headers: who.headers, payload: { purpose } })
      return answer.json<{ iban?: string; code?: string }>()
    }
    const picker = await signedInAs(house, 'picker')
    assert.equal((await ask(one.id, 'x', picker)).code, 'host.not_allowed')
    assert.equal((await ask(one.id, ' ')).code, 'bank.note_missing')
    assert.deepEqual(await ask(one.id, 'to give it back'), { iban: 'DE89370400440532013000' })
    const [read] = await house.asOwner<{ n: bigint }>(
      `SELECT count(*) AS n FROM host.audit WHERE action = 'bank:reveal' AND object_id = $1 AND reason = 'to give it back'`,
      [one.id],
    )
    assert.equal(Number(read?.n), 1)
    assert.doesNotMatch(await everything(), /DE8937040044/)
    const ofPersons = readInvariants().filter(({ code }) => /^(P|A3)/.test(code))
    assert.deepEqual((await findBreaches(house.ownerUrl, ofPersons)).breaches, [])
    // A value that is put in another one's place is not read.
    const forget = () =>
      server.inject({ method: 'DELETE', url: `/api/bank-entries/${one.id}/account`, headers: accountant.headers })
    const before = await house.asOwner<{ id: string; value: string; key_id: string }>(
      `SELECT v.id, v.value, v.key_id FROM host.sealed_value v JOIN bank.entry e ON e.party_iban_sealed = v.id WHERE e.id = $1`,
      [one.id],
    )
    assert.equal((await forget()).statusCode, 204)
    assert.equal((await ask(one.id, 'again')).code, 'bank.no_account')
    assert.equal((await forget()).json<{ code: string }>().code, 'bank.no_account')
    assert.deepEqual(await ask(other.id, 'to give it back'), { iban: 'DE89370400440532013000' })
    const { breaches, held } = await findBreaches(house.ownerUrl, ofPersons)
    assert.deepEqual([breaches, held.length], [[], 5])
    const house2 = { linkKey: Buffer.alloc(32, 9), formerLinkKeys: [house.linkKey], organisation: house.organisation }
    const place = 'bank.entry.party_iban'
    const [kept] = await house.asOwner<{ id: string }>('SELECT party_iban_sealed AS id FROM bank.entry WHERE id = $1', [
      other.id,
    ])
    assert.ok(kept)
    assert.equal(await openValue(house.database, house, { id: before[0]?.id ?? '', place }), undefined)
    assert.equal(await openValue(house.database, house2, { id: kept.id, place }), 'DE89370400440532013000')
    await assert.rejects(openValue(house.database, { ...house2, formerLinkKeys: [] }, { id: kept.id, place }))
    await assert.rejects(openValue(house.database, house, { id: kept.id, place: 'bank.entry.other' }))
    // Nothing is ever sealed again for who was erased; planted breaches of the rules are found.
    const again = await house.run(async (ctx) =>
      ok(await sealValues(ctx, house, [{ person: `bank_entry:${one.id}`, place, text: 'IT60' }])),
    )
    assert.deepEqual(again.ok && again.value, [undefined])
    await house.asOwner(`UPDATE host.data_key SET wrapped = '\\x00', destroyed_at = NULL WHERE person = $1`, [
      `bank_entry:${one.id}`,
    ])
    await house.asOwner('ALTER TABLE host.sealed_value DROP CONSTRAINT sealed_value_value_check')
    await house.asOwner(`UPDATE host.sealed_value SET value = 'DE89370400440532013000' WHERE id = $1`, [kept.id])
    const found = await findBreaches(house.ownerUrl, ofPersons)
    assert.deepEqual(found.breaches.map(({ name }) => name.slice(0, 2)).toSorted(), ['P1', 'P2'])
  })
})
