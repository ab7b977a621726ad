import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { DEBIT, IBAN, type Listed } from '../../departments/bank/testing/a-direct-debit.ts'
import { aStatement, type WrittenEntry } from '../../departments/bank/testing/a-statement.ts'
import { putPaymentMethod } from '../../departments/payments/index.ts'
import { guest } from '../../host/context.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { readInvariants } from '../../host/verify/invariants.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, someAddress, totalOf, type Good, type Shop } from '../../testing/scene.ts'
import { Shopper, wordsOf } from '../../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { placeOrder, signedBy } from '../place-order/index.ts'

describe('direct debits', () => {
  let house: TestHouse
  let shop: Shop
  let accountant: SignedIn
  let server: Awaited<ReturnType<typeof createTestServer>>
  let now = '2026-10-19T08:30:00Z'

  before(async () => {
    house = await createTestHouse({ clock: { now: () => new Date(now) } })
    shop = await openShop(house, { stock: { mug: 50, scarf: 50, lamp: 50 } })
    must(await house.run((ctx) => putPaymentMethod(ctx, { method: { ...DEBIT, active: true }, version: undefined })))
    server = await createTestServer(house)
    accountant = await signedInAs(house, 'accountant')
  })

  /** Nobody stays signed in for days. */
  const at = async (time: string) => {
    now = time
    accountant = await signedInAs(house, 'accountant')
  }
  const tryPlace = async (good: Good, debit: { holder: string; iban: string } | undefined) => {
    const basket = await shop.fill({ [good]: 1 })
    const acceptedTotal = await totalOf(house, basket)
    const asked = { house, locale: 'it' as const, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0' }
    const signed = debit && (await signedBy(asked, { method: 'debit', ...debit }))
    const request = {
      basket,
      email: 'm@locanda.example',
      address: someAddress,
      deliveryMethod: 'standard',
      acceptedTotal,
    }
    const placed = await house.run((ctx) => placeOrder(ctx, { ...request, paymentMethod: 'debit', debit: signed }), {
      actor: guest,
    })
    const { amount: cents } = acceptedTotal
    const decimal = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    return { placed, cents, decimal }
  }
  const place = async (good: Good) => {
    const { placed, ...told } = await tryPlace(good, { holder: 'Zoë Müller', iban: ` ${IBAN.toLowerCase()}` })
    return { ...must(placed), ...told }
  }
  const ofMoney = readInvariants().filter(({ code }) => /^[OLXDZ]/.test(code))
  const noBreach = async () => assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  type Placed = Awaited<ReturnType<typeof place>>
  const get = async <T>(url: string) => (await server.inject({ url, headers: accountant.headers })).json<T>()
  const act = async (url: string, payload: object = {}) => {
    const answer = await server.inject({ method: 'POST', url: `/api${url}`, headers: accountant.headers, payload })
    return answer.statusCode < 300
      ? answer.body === ''
        ? {}
        : answer.json<{ id?: string }>()
      : answer.json<{ code: string }>()
  }
  const debitsOf = async ({ number }: Placed) =>
    (await get<{ items: Listed[] }>(`/api/direct-debits?search=${number}`)).items.toSorted(
      (a, b) => a.attempt - b.attempt,
    )
  const prepare = async (through = '2026-12-31') => {
    const made = await act('/payment-runs', { method: 'debit', through })
    return 'id' in made ? (made.id ?? '') : `refused ${(made as { code: string }).code}`
  }
  const toBank = async () => {
    const run = await prepare()
    assert.deepEqual([await act(`/payment-runs/${run}/release`), await act(`/payment-runs/${run}/sending`)], [{}, {}])
    return run
  }
  const tell = async (id: string, entries: readonly WrittenEntry[]) => {
    const payload = aStatement({ id, entries })
    const headers = { ...accountant.headers, 'content-type': 'application/octet-stream' }
    const answer = await server.inject({ method: 'POST', url: '/api/bank-statements?name=d.xml', payload, headers })
    assert.equal(answer.statusCode, 201, answer.body)
    await house.runJobs(['run-task'])
  }
  const orderState = async ({ id }: Placed) =>
    (await house.asOwner<{ state: string }>('SELECT state FROM orders.sales_order WHERE id = $1', [id]))[0]?.state
  const bankHas = async () =>
    (
      await house.asOwner<{ code: string; sum: string }>(`
        SELECT code, sum(p.amount)::text AS sum FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
        WHERE code IN ('bank', 'disputed', 'payment_fees', 'dispute_losses') GROUP BY 1 ORDER BY 1`)
    ).map(({ code, sum }) => `${code} ${sum}`)
  const mails = (kind: string, { id }: Placed) =>
    house.asOwner<{ recipient: string }>(
      `SELECT recipient FROM host.mail WHERE ref = $1 AND dedup_key LIKE $2 || ' %'`,
      [id, kind],
    )

  test('what is signed is kept, announced in time, and the order waits; what is not right is refused', async () => {
    const cases: [debit: { holder: string; iban: string } | undefined, code: string][] = [
      [undefined, 'bank.mandate_missing'],
      [{ holder: ' ', iban: IBAN }, 'bank.holder_missing'],
      [{ holder: 'Ada', iban: 'DE89370400440532013001' }, 'bank.iban_wrong'],
      [{ holder: 'Ada', iban: 'GB82WEST12345698765432' }, 'bank.iban_not_reached'],
    ]
    for (const [debit, code] of cases) {
      const { placed } = await tryPlace('mug', debit)
      assert.equal(placed.ok ? 'placed' : placed.refusal.code, code)
    }
    const order = await place('mug')
    assert.equal(await orderState(order), 'awaiting_payment')
    const [debit] = await debitsOf(order)
    // Three days from Monday is Thursday.
    assert.deepEqual([debit?.state, debit?.dueOn, debit?.reference], ['due', '2026-10-22', `M-${order.number}`])
    const detail = await get<{ mandate: { text: string; device: string; creditorId: string } }>(
      `/api/direct-debits/${debit?.id}`,
    )
    assert.match(detail.mandate.text, /entro otto settimane/)
    assert.deepEqual([detail.mandate.device, detail.mandate.creditorId], ['Firefox, Linux', 'IT66ZZZA1B2C3D4E5F6G7H8'])
    await house.runJobs(['announce-direct-debit'])
    assert.equal((await mails('direct-debit-announced', order)).length, 1)
    const [kept] = await house.asOwner<{ value: string; lies: string }>(
      `SELECT (SELECT value FROM host.sealed_value WHERE id = m.iban_sealed) AS value, m::text AS lies FROM bank.mandate m WHERE order_id = $1`,
      [order.id],
    )
    assert.ok(kept?.value.startsWith('enc1:') && !kept.lies.includes(IBAN))
    await at('2026-11-15T08:30:00Z')
    await house.runJobs(['expire-orders'])
    assert.equal(await orderState(order), 'awaiting_payment')
    await at('2026-10-19T08:30:00Z')
  })

  test('everything due is in one file, once, whoever asks; its bytes never change', async () => {
    const [one, two] = [await place('mug'), await place('scarf')]
    const made = await Promise.all([prepare(), prepare(), prepare()])
    const won = made.filter((id) => !id.startsWith('refused'))
    const [{ n } = { n: '' }] = await house.asOwner<{ n: string }>(
      `SELECT count(*) || ' ' || count(DISTINCT run_id) || ' ' || (SELECT sum(items) FROM bank.payment_run) AS n
       FROM bank.direct_debit WHERE state = 'in_run'`,
    )
    assert.equal(n, `3 ${won.length} 3`)
    assert.deepEqual(
      made.filter((id) => id.startsWith('refused')),
      Array.from({ length: 3 - won.length }, () => 'refused bank.nothing_due'),
    )
    assert.equal(await prepare(), 'refused bank.nothing_due')
    const [run = ''] = won
    const url = `/api/payment-runs/${run}/file`
    assert.equal((await get<{ code: string }>(url)).code, 'bank.run_not_released')
    assert.equal(((await act(`/payment-runs/${run}/sending`)) as { code: string }).code, 'bank.run_not_released')
    for (const id of won) assert.deepEqual(await act(`/payment-runs/${id}/release`), {})
    const files = await Promise.all(
      won.map((id) => server.inject({ url: `/api/payment-runs/${id}/file`, headers: accountant.headers })),
    )
    const text = files.map(({ body }) => body).join('')
    assert.equal(text.split(`<IBAN>${IBAN}</IBAN>`).length, 4)
    for (const { number, decimal } of [one, two]) {
      assert.ok(
        text.includes(`<EndToEndId>D${number}-1</EndToEndId>\n<`) && text.includes(`>${decimal}</InstdAmt>`),
        number,
      )
    }
    await at('2026-10-20T09:00:00Z')
    const again = await server.inject({ url, headers: accountant.headers })
    assert.equal(again.body, files[0]?.body)
    const unsaid = (await act(`/payment-runs/${run}/discard`, { reason: ' ' })) as { code: string }
    assert.equal(unsaid.code, 'bank.note_missing')
    for (const id of won) assert.deepEqual(await act(`/payment-runs/${id}/discard`, { reason: 'Wrong day' }), {})
    assert.equal(((await act(`/payment-runs/${run}/release`)) as { code: string }).code, 'bank.run_ended')
    assert.equal((await debitsOf(one))[0]?.state, 'due')
    await noBreach()
  })

  test('one sum of the bank pays every order of a file; what its bank takes back is owed again, told and asked about', async () => {
    await at('2026-10-20T09:00:00Z')
    const lamp = await place('lamp')
    const run = await toBank()
    const view = await get<{
      items: number
      total: { amount: number }
      groups: { batch: string; total: { amount: number } }[]
    }>(`/api/payment-runs/${run}`)
    const all = await house.asOwner<{ order_id: string; amount: string; batch: string }>(
      'SELECT order_id, amount::text, batch FROM bank.direct_debit WHERE run_id = $1',
      [run],
    )
    assert.deepEqual(
      [view.items, view.total.amount],
      [all.length, all.reduce((sum, { amount }) => sum + Number(amount), 0)],
    )
    await at('2026-10-26T09:00:00Z')
    const sums = view.groups.map(({ batch, total: { amount } }, index): WrittenEntry => ({
      ...{ amount: (amount / 100).toFixed(2), batch, reference: `C-${index}`, on: '2026-10-23' },
    }))
    await tell('COLLECTED', [{ ...sums[0], amount: '0.01', reference: 'ODD' }, ...sums])
    await tell('COLLECTED-AGAIN', sums)
    for (const { order_id } of all) {
      const [row] = await house.asOwner<{ state: string }>('SELECT state FROM orders.sales_order WHERE id = $1', [
        order_id,
      ])
      assert.equal(row?.state, 'paid')
    }
    assert.deepEqual(await bankHas(), [`bank ${view.total.amount}`])
    await noBreach()

    const back = (Number(lamp.cents) + 350) / 100
    const taken: WrittenEntry = {
      amount: back.toFixed(2),
      out: true,
      endToEndId: `D${lamp.number}-1`,
      returnReason: 'AM04',
      reference: 'R-1',
      on: '2026-10-24',
    }
    await tell('BACK', [taken])
    await tell('BACK-AGAIN', [taken, { ...taken, reference: 'R-2' }])
    assert.deepEqual(await bankHas(), [
      `bank ${view.total.amount - lamp.cents - 350}`,
      `disputed ${lamp.cents}`,
      'payment_fees 350',
    ])
    const [debit] = await debitsOf(lamp)
    assert.deepEqual([debit?.state, debit?.reason, await orderState(lamp)], ['returned', 'AM04', 'paid'])
    await house.runJobs(['tell-direct-debit-back'])
    assert.equal((await mails('direct-debit-back', lamp)).length, 1)
    const todos = await house.asOwner<{ title: string }>(`SELECT title FROM work.todo WHERE record_id = $1`, [
      debit?.id,
    ])
    assert.equal(todos.length, 1)
    await noBreach()

    const again = await act(`/direct-debits/${debit?.id}/second-collection`)
    assert.ok('id' in again)
    assert.equal(
      ((await act(`/direct-debits/${debit?.id}/second-collection`)) as { code: string }).code,
      'bank.debit_ended',
    )
    await toBank()
    await tell('SECOND', [
      { amount: lamp.decimal, endToEndId: `D${lamp.number}-2`, reference: 'C-9', on: '2026-10-25' },
    ])
    assert.deepEqual(await bankHas(), [`bank ${view.total.amount - 350}`, 'disputed 0', 'payment_fees 350'])
    assert.deepEqual(
      (await debitsOf(lamp)).map(({ state }) => state),
      ['returned', 'collected'],
    )
    const settled = (await act(`/direct-debits/${debit?.id}/settlement`, {
      outcome: 'lost',
      on: '2026-10-26',
      note: 'x',
    })) as { code: string }
    assert.equal(settled.code, 'bank.debit_ended')
    await noBreach()
  })

  test('what came back is given up; or was the refund of an order that was called off', async () => {
    const [lost, off] = [await place('mug'), await place('scarf')]
    await toBank()
    const came = (order: Placed, n: number): WrittenEntry => ({
      amount: order.decimal,
      endToEndId: `D${order.number}-1`,
      reference: `S-${n}`,
      on: '2026-10-25',
    })
    const went = (order: Placed, n: number): WrittenEntry => ({
      ...came(order, n),
      out: true,
      returnReason: 'MD06',
      reference: `T-${n}`,
    })
    await tell('LAST', [came(lost, 1), came(off, 2)])
    await tell('LAST-BACK', [went(lost, 1), went(off, 2)])
    const [first] = await debitsOf(lost)
    assert.equal(
      ((await act(`/direct-debits/${first?.id}/second-collection`)) as { code: string }).code,
      'bank.debit_ended',
    )
    const outcome = { outcome: 'lost', on: '2026-10-26', note: 'Nobody answers' }
    await house.runJobs(['tell-direct-debit-back'])
    assert.equal(
      ((await act(`/direct-debits/${first?.id}/settlement`, { ...outcome, note: '' })) as { code: string }).code,
      'bank.note_missing',
    )
    assert.equal(
      ((await act(`/direct-debits/${first?.id}/settlement`, { ...outcome, on: '2031-01-01' })) as { code: string })
        .code,
      'payments.receipt_in_future',
    )
    assert.deepEqual(await act(`/direct-debits/${first?.id}/settlement`, outcome), {})
    const [asked] = await house.asOwner<{ reason: string }>(
      `SELECT s.reason FROM work.todo t JOIN work.todo_step s ON s.todo_id = t.id AND s.step = 'done' WHERE t.record_id = $1`,
      [first?.id],
    )
    assert.equal(asked?.reason, outcome.note)
    must(
      await callOffOrder(house, { orderId: off.id, reason: 'never wanted', actor: { kind: 'system', name: 'test' } }),
    )
    await house.runJobs()
    const [payment] = await house.asOwner<{ state: string; refunded: string; owed: string }>(
      `SELECT state, refunded::text, (SELECT count(*) FROM payments.refund r WHERE r.payment_id = p.id)::text AS owed
       FROM payments.payment p WHERE order_id = $1`,
      [off.id],
    )
    assert.deepEqual(payment, { state: 'refunded', refunded: String(off.cents), owed: '0' })
    await noBreach()
  })

  test('what the bank refuses of a file is not collected, told once, and tried again where its reason passes', async () => {
    const [one, two] = [await place('mug'), await place('scarf')]
    const run = await toBank()
    const { groups } = await get<{ groups: { batch: string }[] }>(`/api/payment-runs/${run}`)
    const bring = async (body: string) => {
      const headers = { ...accountant.headers, 'content-type': 'application/octet-stream' }
      const payload = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">${body}</Document>`
      const answer = await server.inject({ method: 'POST', url: '/api/bank-answers', payload, headers })
      return answer.json<{ refused?: number; code?: string }>()
    }
    const report = (inner: string, whole = '') =>
      `<CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>X</OrgnlMsgId>${whole}</OrgnlGrpInfAndSts>${inner}</CstmrPmtStsRpt>`
    const because = (code: string) => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`
    const single = `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${groups[0]?.batch}</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>D${one.number}-1</OrgnlEndToEndId><TxSts>RJCT</TxSts>${because('AM04')}</TxInfAndSts></OrgnlPmtInfAndSts>`
    assert.deepEqual(await bring(report(single)), { refused: 1 })
    assert.deepEqual(await bring(report(single)), { refused: 0 })
    const group = `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${groups[0]?.batch}</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${because('AC04')}</OrgnlPmtInfAndSts>`
    assert.deepEqual(await bring(report(group)), { refused: 1 })
    assert.deepEqual(await bring(report('', '<GrpSts>RJCT</GrpSts>')), { refused: 0 })
    assert.equal((await bring('<Other/>')).code, 'bank.not_a_report')
    const [first, second] = [(await debitsOf(one))[0], (await debitsOf(two))[0]]
    assert.deepEqual(
      [first?.state, first?.reason, second?.state, second?.reason],
      ['rejected', 'AM04', 'rejected', 'AC04'],
    )
    assert.equal(await orderState(one), 'awaiting_payment')
    assert.ok('id' in (await act(`/direct-debits/${first?.id}/second-collection`)))
    assert.equal(
      ((await act(`/direct-debits/${second?.id}/second-collection`)) as { code: string }).code,
      'bank.debit_ended',
    )
    await noBreach()
    // Whoever reads on finds nothing of it in the files to come.
    await toBank()
    await tell('SECOND-TRY', [
      { amount: one.decimal, endToEndId: `D${one.number}-2`, reference: 'ST-1', on: '2026-10-25' },
    ])
    assert.equal(await orderState(one), 'paid')
  })

  test('refunds that no provider sends go to the bank in one file, once, and are done when it says so', async () => {
    const owing = async () =>
      (await get<{ items: { orderNumber: string; ibanEndsOn: string }[] }>('/api/refunds-to-transfer')).items
    const [one, two] = [await place('mug'), await place('scarf')]
    await toBank()
    for (const [n, { decimal, number }] of [one, two].entries()) {
      await tell(`PAID-${n}`, [{ amount: decimal, endToEndId: `D${number}-1`, reference: `P-${n}`, on: '2026-10-25' }])
    }
    for (const { id } of [one, two]) {
      must(
        await callOffOrder(house, {
          orderId: id,
          reason: 'changed their mind',
          actor: { kind: 'system', name: 'test' },
        }),
      )
    }
    assert.deepEqual(
      (await owing()).map(({ orderNumber, ibanEndsOn }) => `${orderNumber} ${ibanEndsOn}`),
      [one, two].map(({ number }) => `${number} 3000`),
    )
    const make = async (method = 'debit') => {
      const made = await act('/transfer-runs', { method })
      return 'id' in made ? (made.id ?? '') : `refused ${(made as { code: string }).code}`
    }
    assert.equal(await make('online'), 'refused bank.no_account')
    const made = await Promise.all([make(), make()])
    const [run = ''] = made.filter((id) => !id.startsWith('refused'))
    assert.deepEqual(
      made.filter((id) => id !== run),
      ['refused bank.nothing_due'],
    )
    assert.deepEqual(await owing(), [])
    assert.deepEqual(await act(`/payment-runs/${run}/release`), {})
    const file = async () =>
      (await server.inject({ url: `/api/payment-runs/${run}/file`, headers: accountant.headers })).body
    const text = await file()
    assert.equal(text.split(`<IBAN>${IBAN}</IBAN>`).length, 3)
    assert.ok(text.includes(`<CtrlSum>${((one.cents + two.cents) / 100).toFixed(2)}</CtrlSum>`), text)
    assert.equal(await file(), text)
    await noBreach()
    assert.deepEqual(await act(`/payment-runs/${run}/sending`), {})
    const [group] = (await get<{ groups: { batch: string; total: { amount: number } }[] }>(`/api/payment-runs/${run}`))
      .groups
    const went = {
      amount: ((group?.total.amount ?? 0) / 100).toFixed(2),
      out: true,
      batch: group?.batch ?? '',
      reference: 'WENT',
      on: '2026-10-25',
    }
    await tell('SENT', [{ ...went, amount: '0.02', reference: 'ODD-2' }, went])
    await tell('SENT-AGAIN', [went])
    for (const { id } of [one, two]) {
      const rows = await house.asOwner<{ state: string }>('SELECT state FROM payments.payment WHERE order_id = $1', [
        id,
      ])
      assert.deepEqual(rows, [{ state: 'refunded' }])
    }
    await noBreach()
  })

  test('a refund that somebody sent by hand meanwhile stops its file', async () => {
    const order = await place('mug')
    await toBank()
    await tell('PAID-X', [
      { amount: order.decimal, endToEndId: `D${order.number}-1`, reference: 'P-X', on: '2026-10-25' },
    ])
    must(await callOffOrder(house, { orderId: order.id, reason: 'changed', actor: { kind: 'system', name: 'test' } }))
    const made = (await act('/transfer-runs', { method: 'debit' })) as { id: string }
    const [refund] = await house.asOwner<{ id: string }>(
      `SELECT r.id FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id WHERE p.order_id = $1`,
      [order.id],
    )
    assert.deepEqual(
      await act(`/refunds/${refund?.id}/transfer`, { paidOn: '2026-10-25', bankReference: 'by hand' }),
      {},
    )
    assert.equal(((await act(`/payment-runs/${made.id}/release`)) as { code: string }).code, 'bank.run_overtaken')
    assert.deepEqual(await act(`/payment-runs/${made.id}/discard`, { reason: 'Sent by hand' }), {})
    await noBreach()
  })

  test('another sum is announced anew; a revoked mandate collects nothing', async () => {
    const [changed, revoked] = [await place('mug'), await place('mug')]
    await house.asOwner('UPDATE payments.payment SET amount = amount - 100 WHERE order_id = $1', [changed.id])
    const [debit] = await debitsOf(revoked)
    assert.deepEqual(await act(`/direct-debits/${debit?.id}/mandate-revocation`, { reason: 'By letter' }), {})
    const twice = (await act(`/direct-debits/${debit?.id}/mandate-revocation`, { reason: 'By letter' })) as {
      code: string
    }
    assert.equal(twice.code, 'bank.mandate_revoked')
    assert.equal(await prepare(), 'refused bank.nothing_due')
    await house.blueprint.jobs
      .find(({ kind }) => kind === 'keep-direct-debits')
      ?.run(house, { id: 'x', ref: null, payload: {}, attempt: 1 })
    await house.runJobs(['announce-direct-debit'])
    assert.equal((await mails('direct-debit-announced', changed)).length, 1)
    const [row] = await house.asOwner<{ amount: string }>(
      'SELECT amount::text FROM bank.direct_debit WHERE order_id = $1',
      [changed.id],
    )
    assert.equal(row?.amount, String(changed.cents - 100))
    assert.equal((await debitsOf(revoked))[0]?.state, 'cancelled')
    const run = await toBank()
    const url = `/api/payment-runs/${run}/file`
    assert.equal((await server.inject({ url, headers: accountant.headers })).statusCode, 200)
    await house.asOwner(
      `UPDATE host.data_key SET wrapped = NULL, destroyed_at = now() WHERE person LIKE 'bank_mandate:%'`,
    )
    assert.equal((await get<{ code: string }>(url)).code, 'bank.run_unreadable')
  })

  test('on the pages: what was typed stays, what is wrong is said with names, and the tick and the button sign', async () => {
    const shopper = new Shopper(server)
    await shopper.add('mug', 1)
    const shown = await shopper.get('/it/checkout')
    const value = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(shown.body)?.[1] ?? ''
    const names = ['key', 'total', 'currency', 'policies']
    const hidden = Object.fromEntries(names.map((name) => [name, value(name)]))
    const address = {
      name: 'Zanetta',
      street: 'Calle 1',
      postcode: '30121',
      city: 'Venezia',
      region: 'VE',
      country: 'IT',
    }
    const typed = { ...hidden, ...address, email: 'zanetta@calle.example', delivery: 'standard', payment: 'debit' }
    const order = async (debit: Record<string, string>) => {
      const answer = await shopper.post('/it/checkout', { ...typed, ...debit, act: 'order' })
      const iban = debit['debit_iban'] ?? ''
      if (answer.statusCode === 422) assert.ok(answer.body.includes(`value="${iban}"`), 'what was typed stays')
      return answer.statusCode === 303 ? (answer.headers.location ?? '') : wordsOf(answer)
    }
    const signed = { debit_signed: 'yes' }
    assert.match(await order({ debit_iban: IBAN }), /Il mandato non è firmato/)
    assert.match(await order({ ...signed, debit_iban: 'DE8937040044053201300' }), /In questo IBAN c’è una svista/)
    assert.match(await order({ ...signed, debit_iban: 'GB33BUKB20201555555555' }), /questo paese: Regno Unito/)
    const page = await order({ ...signed, debit_iban: 'de89 3704 0044 0532 0130 00' })
    const words = wordsOf(await shopper.get(page.replace(/\/pay$/, '')))
    assert.match(words, /Dal conto di Zanetta, •••• 3000/)
    assert.match(words, /Il mandato che hai firmato il \d+ \S+ 2026/)
  })
})
