/** The documents of a shop that is paid and gives back, on a real database with the real development provider. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { signLink } from '../../host/auth/links.ts'
import { sql } from '../../host/database/sql.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { callOffOrder } from '../../flows/cancel-order/index.ts'
import { system } from '../../host/context.ts'
import { packOrder } from '../fulfilment/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { issueByHand, issueDocuments } from './index.ts'
import { documents } from './department.ts'
import { pagesOfPdf, textOfPdf } from '../../host/pdf/testing/text-of-pdf.ts'
import { drawDocument } from './http/pdf/draw-document.ts'
import { facesOfPaper } from '../../host/pdf/faces.ts'
import { printable } from '../../host/pdf/printable.ts'
import { wordsOfDocument } from './http/pdf/words-of-document.ts'
import { findDocument } from './queries/read-documents.ts'

let scene: PaymentScene
let app: FastifyInstance
let owner: SignedIn
before(async () => {
  scene = await openPaymentScene()
  app = await createTestServer(scene.house)
  owner = await signedInAs(scene.house, 'owner')
})

interface Row {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly total: bigint
  readonly tax: bigint
}

const rowsOf = (order: { id: string }) =>
  scene.house.asOwner<Row>(
    'SELECT id, label, kind, total::int8, tax::int8 FROM documents.document WHERE order_id = $1 ORDER BY issued_at, id',
    [order.id],
  )
const kindsOf = async (order: { id: string }) => (await rowsOf(order)).map(({ kind, total }) => `${kind} ${total}`)

async function paidOrder(wishes?: Parameters<PaymentScene['order']>[0]): Promise<PlacedToPay> {
  const order = await scene.order(wishes)
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

const issueAll = () => scene.house.runJobs(['issue-documents'])

async function call(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { as = owner, body, version }: { as?: SignedIn; body?: object; version?: number } = {},
) {
  const headers = { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(body && { payload: body }) })
  const isJson = answer.headers['content-type']?.toString().includes('json')
  return {
    status: answer.statusCode,
    raw: answer.rawPayload,
    headers: answer.headers,
    body: isJson ? answer.json() : undefined,
  }
}

/** As if paid: races need many orders, and the provider would only slow them down. */
async function markPaid(orderId: string) {
  await scene.house.asOwner(`UPDATE orders.sales_order SET state = 'paid', paid_at = now() WHERE id = $1`, [orderId])
}

const brokenRules = async () =>
  (await findBreaches(scene.house.ownerUrl)).breaches
    .map(({ name }) => name.split(' ')[0] ?? '')
    .filter((code) => /^(D|A3)/.test(code))

describe('a sale', () => {
  test('is documented once when it is paid, however often the job runs, with what the order says', async () => {
    assert.deepEqual(Object.keys(documents.subscribers), [
      'order.paid.v1',
      'parcel.left.v1',
      'payment.refunded.v1',
      'order.amended.v1',
    ])
    const order = await paidOrder()
    await issueAll()
    must(await scene.house.run((ctx) => issueDocuments(ctx, { orderId: order.id })))
    const [row, ...more] = await rowsOf(order)
    assert.deepEqual(more, [])
    assert.match(row?.label ?? '', /^INV-\d{4}-00001$/)
    assert.deepEqual([row?.kind, String(row?.total)], ['invoice', String(order.total)])
    const { status, body } = await call('GET', `/documents/${row?.id}`)
    assert.equal(status, 200)
    assert.deepEqual(
      body.lines.map((line: { name: string; kind: string; quantity: number; percents: string[] }) => [
        line.kind,
        line.name,
        line.quantity,
        line.percents.join(),
      ]),
      [
        ['goods', 'Mug', 2, '22'],
        ['goods', 'Book of lagoons', 1, '4'],
        ['delivery', 'Corriere', 1, '22'],
      ],
    )
    assert.equal(body.seller.vatNumber, 'IT12345678903')
    assert.equal(body.chain.whole, true)
    assert.deepEqual(body.chain.before, '0'.repeat(64))
    const told = await scene.house.asOwner(
      `SELECT 1 FROM host.event WHERE name = 'document.issued.v1' AND ref_id = $1`,
      [row?.id],
    )
    assert.equal(told.length, 1)
    await scene.house.expectNoBreach()
  })

  test('that is called off gets a credit note over all of it', async () => {
    const order = await paidOrder({ book: 1 })
    must(await callOffOrder(scene.house, { orderId: order.id, reason: 'changed their mind', actor: system('test') }))
    await scene.work()
    // The refund's job may come first, and finds the invoice lacking too.
    await issueAll()
    assert.deepEqual(await kindsOf(order), [`invoice ${order.total}`, `credit_note ${-order.total}`])
    const [invoice, note] = await rowsOf(order)
    const { body } = await call('GET', `/documents/${note?.id}`)
    assert.equal(body.credits.label, invoice?.label)
    const credited = await call('GET', `/documents/${invoice?.id}`)
    assert.deepEqual(
      credited.body.creditedBy.map((one: { label: string }) => one.label),
      [note?.label],
    )
    await scene.house.expectNoBreach()
  })

  test('of which a part goes back, twice: two credit notes, to the cent', async () => {
    const order = await paidOrder({ mug: 1, book: 1 })
    await issueAll()
    for (const cents of [777, 401]) {
      const [payment] = await scene.house.asOwner<{ id: string }>(
        'SELECT id FROM payments.payment WHERE order_id = $1',
        [order.id],
      )
      const asked = await call('POST', `/payments/${payment?.id}/refunds`, {
        body: { amount: { amount: cents, currency: 'EUR' }, reason: 'a scratch' },
      })
      assert.equal(asked.status, 202, JSON.stringify(asked.body))
      await scene.work()
    }
    await issueAll()
    assert.deepEqual(await kindsOf(order), [`invoice ${order.total}`, 'credit_note -777', 'credit_note -401'])
    await scene.house.expectNoBreach()
  })

  test('by hand, where the market says so; then once, and a slip for the parcel', async () => {
    const rule = { issued: 'by_hand', forPersons: 'receipt' }
    const put = await call('PUT', '/document-rules/it', { body: rule, version: 0 })
    assert.equal(put.status, 200, JSON.stringify(put.body))
    assert.equal((await call('PUT', '/document-rules/it', { body: rule, version: 7 })).status, 409)
    assert.equal((await call('PUT', '/document-rules/xx', { body: rule })).body.code, 'documents.unknown_market')
    const order = await paidOrder({ mug: 1 })
    await issueAll()
    assert.deepEqual(await kindsOf(order), [])
    const shown = (await call('GET', `/orders/${order.id}/documents`)).body
    assert.deepEqual(
      shown.allowedActions.map((one: { action: string; allowed: boolean }) => [one.action, one.allowed]),
      [
        ['sale', true],
        ['packing_slip', true],
      ],
    )
    for (const what of ['sale', 'packing_slip']) {
      const first = await call('POST', `/orders/${order.id}/documents`, { body: { what } })
      assert.equal(first.status, 201, JSON.stringify(first.body))
      const second = await call('POST', `/orders/${order.id}/documents`, { body: { what } })
      assert.deepEqual([second.status, second.body.code], [409, 'documents.already_issued'])
    }
    assert.deepEqual(await kindsOf(order), [`receipt ${order.total}`, 'packing_slip 0'])
    const unpaid = await scene.order({ mug: 1 })
    assert.equal(
      (await call('POST', `/orders/${unpaid.id}/documents`, { body: { what: 'sale' } })).body.code,
      'documents.not_paid',
    )
    const back = await call('PUT', '/document-rules/it', {
      body: { issued: 'at_payment', forPersons: 'invoice' },
      version: 1,
    })
    assert.equal(back.body.version, 2)
    await scene.house.expectNoBreach()
  })
})

test('at shipment, where the market says so: once its first parcel has left, and can no longer be taken back', async () => {
  const { house } = scene
  const rule = { issued: 'at_shipment', forPersons: 'invoice' }
  assert.equal((await call('PUT', '/document-rules/it', { body: rule, version: 2 })).status, 200)
  const order = await paidOrder({ mug: 2 })
  await issueAll()
  must(
    await house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true, lines: [{ position: 0, quantity: 1 }] })),
  )
  must(await house.run((ctx) => issueDocuments(ctx, { orderId: order.id })))
  assert.deepEqual(await kindsOf(order), [])
  await house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = 'parcel-left'`)
  await house.runJobs(['parcel-left'])
  await issueAll()
  assert.deepEqual(await kindsOf(order), [`invoice ${order.total}`])
  const back = { issued: 'at_payment', forPersons: 'invoice' }
  assert.equal((await call('PUT', '/document-rules/it', { body: back, version: 3 })).status, 200)
})

describe('numbers', () => {
  test('of fifty at once have no gap and no repeat', async () => {
    const orders: string[] = []
    for (let n = 0; n < 25; n++) {
      const { id } = must(await scene.shop.place(await scene.shop.fill({ mug: 1 })))
      await markPaid(id)
      orders.push(id)
    }
    const before = (
      await scene.house.asOwner<{ label: string }>(`SELECT label FROM documents.document WHERE kind = 'invoice'`)
    ).length
    // Each twice: two workers that hear of one order.
    const issued = await Promise.all(
      [...orders, ...orders].map((orderId) => scene.house.run((ctx) => issueDocuments(ctx, { orderId }))),
    )
    assert.equal(issued.flatMap((one) => must(one)).length, 25)
    const rows = await scene.house.asOwner<{ number: string }>(
      `SELECT number FROM documents.document WHERE kind = 'invoice' ORDER BY number::int8`,
    )
    assert.deepEqual(
      rows.map(({ number }) => Number(number)),
      Array.from({ length: before + 25 }, (_, n) => n + 1),
    )
    assert.deepEqual(
      (await brokenRules()).filter((code) => code !== 'D7'),
      [],
    )
  })

  test('that are rolled back are given out again', async () => {
    const place = async () => {
      const { id } = must(await scene.shop.place(await scene.shop.fill({ mug: 1 })))
      await markPaid(id)
      return id
    }
    const [lost, kept] = [await place(), await place()]
    let label = ''
    const refused = await scene.house.run(async (ctx) => {
      const [document] = must(await issueDocuments(ctx, { orderId: lost }))
      label = document?.label ?? ''
      return { ok: false, refusal: { code: 'test.no', status: 409 } }
    })
    assert.equal(refused.ok, false)
    await assert.rejects(
      scene.house.run(async (ctx) => {
        await issueDocuments(ctx, { orderId: lost })
        throw new Error('the power is gone')
      }),
      /power/,
    )
    const [next] = must(await scene.house.run((ctx) => issueDocuments(ctx, { orderId: kept })))
    assert.equal(next?.label, label)
    assert.deepEqual(
      (await brokenRules()).filter((code) => code !== 'D7'),
      [],
    )
  })

  test('go on from another system, in a form of the shop’s own; the series before stays', async () => {
    const begin = (body: object) =>
      call('POST', '/document-series', {
        body: { entityCode: 'bottega', kind: 'receipt', digits: 6, firstNumber: 4_812, ...body },
      })
    assert.equal((await begin({ format: 'R/{number}', entityCode: 'nobody' })).body.code, 'documents.unknown_entity')
    assert.equal((await begin({ format: 'R/{year}' })).body.code, 'documents.format_wrong')
    const [usual] = await scene.house.asOwner<{ format: string }>(
      `SELECT format FROM documents.series WHERE kind = 'receipt'`,
    )
    assert.equal((await begin({ format: usual?.format, kind: 'credit_note' })).body.code, 'documents.format_taken')
    assert.equal((await begin({ format: 'R/{number}' })).status, 201)
    const shown = (await call('GET', '/document-series')).body.items.filter(
      (one: { kind: string }) => one.kind === 'receipt',
    )
    assert.deepEqual(
      shown.map((one: { inUse: boolean; next: string | null }) => [one.inUse, one.next]),
      [
        [true, 'R/004812'],
        [false, null],
      ],
    )
    // Nothing was numbered by it yet: another takes its place, without a trace.
    assert.equal((await begin({ format: 'R/{year}/{number}', firstNumber: 7 })).status, 201)
    const { version } = (await call('GET', '/document-series')).body.rules.find(
      (one: { market: string }) => one.market === 'it',
    )
    await call('PUT', '/document-rules/it', { body: { issued: 'at_payment', forPersons: 'receipt' }, version })
    const order = await paidOrder({ mug: 1 })
    await issueAll()
    const [receipt] = await rowsOf(order)
    assert.match(receipt?.label ?? '', /^R\/\d{4}\/000007$/)
    await call('PUT', '/document-rules/it', {
      body: { issued: 'at_payment', forPersons: 'invoice' },
      version: version + 1,
    })
    assert.deepEqual(
      (await brokenRules()).filter((code) => code !== 'D7'),
      [],
    )
  })
})

describe('a PDF', () => {
  test('says what was bought in each language, to the bytes the same, for staff and for who holds the link', async () => {
    const order = await paidOrder({ mug: 2 })
    await issueAll()
    const [row] = await rowsOf(order)
    const path = `/documents/${row?.id}/file`
    const [italian, again, english] = [
      await call('GET', path),
      await call('GET', path),
      await call('GET', `${path}?language=en`),
    ]
    assert.equal(italian.headers['content-type'], 'application/pdf')
    assert.ok(italian.raw.equals(again.raw))
    const words = textOfPdf(italian.raw)
    for (const said of [
      `Fattura ${row?.label}`,
      'Bottega Laguna S.r.l.',
      'Partita IVA IT12345678903',
      'Mirandolina Locandiera',
      'Mug',
      'Quantità',
      '22 %',
      'Totale',
    ])
      assert.ok(words.includes(said), `${said} in ${words}`)
    assert.match(textOfPdf(english.raw), /Invoice INV-/)
    assert.equal(pagesOfPdf(italian.raw), 1)
    const link = signLink(scene.house.linkKey, 'order', order.id)
    const linked = await call('GET', `/order-links/${link}/documents/${row?.id}`)
    assert.ok(linked.raw.equals(italian.raw))
    const page = (await app.inject({ url: `/it/orders/${link}` })).body
    assert.ok(
      page.includes(`/api/order-links/${link}/documents/${row?.id}`) && page.includes(`Fattura ${row?.label} (PDF)`),
    )
    const other = await paidOrder({ book: 1 })
    const foreign = await call(
      'GET',
      `/order-links/${signLink(scene.house.linkKey, 'order', other.id)}/documents/${row?.id}`,
    )
    assert.deepEqual([foreign.status, foreign.body.code], [404, 'documents.link_not_valid'])
    const forged = await call('GET', `/order-links/${link.slice(0, -2)}xx/documents/${row?.id}`)
    assert.equal(forged.status, 404)
    const picker = await signedInAs(scene.house, 'picker')
    assert.equal((await call('GET', path, { as: picker })).status, 403)
    const auditor = await signedInAs(scene.house, 'auditor')
    assert.equal((await call('GET', path, { as: auditor })).status, 200)
    assert.equal((await call('POST', `/documents/${row?.id}/mails`, { as: auditor })).status, 403)
    const care = await signedInAs(scene.house, 'care_agent')
    const sent = await call('POST', `/documents/${row?.id}/mails`, { as: care })
    assert.deepEqual([sent.status, sent.body.recipient], [202, 'mirandolina@locanda.example'])
    const mails = await scene.house.asOwner<{ subject: string; text_body: string }>(
      `SELECT subject, text_body FROM host.mail WHERE dedup_key LIKE $1`,
      [`document ${row?.id}%`],
    )
    assert.equal(mails.length, 1)
    assert.match(mails[0]?.subject ?? '', /^Fattura INV-/)
    assert.match(mails[0]?.text_body ?? '', /\/it\/orders\//)
  })

  test('of two hundred lines goes over pages, each with its number', async () => {
    const [row] = await scene.house.asOwner<{ id: string }>(
      `SELECT id FROM documents.document WHERE kind = 'invoice' LIMIT 1`,
    )
    const kept = await findDocument(scene.house.database, row?.id ?? '')
    assert.ok(kept)
    const [line] = kept.document.lines
    assert.ok(line)
    const lines = Array.from({ length: 200 }, (_, n) => ({ ...line, name: `Tazza numero ${n + 1}` }))
    const words = wordsOfDocument(
      { ...kept.document, lines },
      { translations: scene.house.translations, shop: 'Bottega' },
    )
    const pdf = await drawDocument(words, kept.issuedAt)
    const said = textOfPdf(pdf)
    const pages = pagesOfPdf(pdf)
    assert.ok(pages > 5 && pages < 15, `${pages} pages`)
    for (const one of ['Tazza numero 1', 'Tazza numero 200', `pagina 1 di ${pages}`, `pagina ${pages} di ${pages}`])
      assert.ok(said.includes(one), one)
  })

  test('is printed in the letters of whom it is for, small, and says them to who copies it', async () => {
    const [row] = await scene.house.asOwner<{ id: string }>(
      `SELECT id FROM documents.document WHERE kind = 'invoice' LIMIT 1`,
    )
    const kept = await findDocument(scene.house.database, row?.id ?? '')
    assert.ok(kept)
    const names = ['Łukasz Żółć', 'Ștefan Țăran', 'Παπαδόπουλος Ἀχιλλεύς', 'Иван Щукин', 'Dvořák Győző']
    for (const name of names) {
      const document = { ...kept.document, buyer: { ...kept.document.buyer, name, company: name } }
      const words = wordsOfDocument(document, { translations: scene.house.translations, shop: 'Bottega Ω' })
      const pdf = await drawDocument(words, kept.issuedAt)
      const said = textOfPdf(pdf)
      assert.ok(said.includes(name) && said.includes('Bottega Ω'), `${name} in ${said}`)
      assert.ok(pdf.length < 40_000, `${pdf.length} bytes`)
    }
  })

  test('keeps the letters that it can print, and the place of the others', () => {
    const { has } = facesOfPaper().regular
    assert.equal(printable('Łódź, señor Núñez: 10\u202f€ – “già”', has), 'Łódź, señor Núñez: 10 € – “già”')
    assert.equal(printable('Ⅷ 漢字 ﬁ\u200bne', has), 'VIII ?? ﬁ?ne')
    assert.equal(
      printable('é漢', (codePoint) => codePoint < 0x7f),
      'e?',
    )
  })
})

describe('what was issued', () => {
  test('is never changed or taken away by the application', async () => {
    for (const statement of [sql`UPDATE documents.document SET total = 1`, sql`DELETE FROM documents.document`])
      await assert.rejects(scene.house.database.rows(statement), /permission denied/)
  })

  test('is refused to who looks for what is not there', async () => {
    const id = '01920000-0000-7000-8000-000000000001'
    assert.equal((await call('GET', `/documents/${id}`)).body.code, 'documents.not_found')
    assert.equal((await call('GET', `/orders/${id}/documents`)).body.code, 'documents.order_not_found')
    const none = await scene.house.run((ctx) => issueByHand(ctx, { orderId: id, what: 'sale' }))
    assert.equal(none.ok ? '' : none.refusal.code, 'documents.order_not_found')
  })

  test('and was changed past us is found by the chain, on the screen too', async () => {
    const [row] = await scene.house.asOwner<{ id: string; payload: string }>(
      `SELECT id, payload FROM documents.document WHERE kind = 'invoice' ORDER BY number OFFSET 3 LIMIT 1`,
    )
    const set = (payload: string | undefined) =>
      scene.house.asOwner('UPDATE documents.document SET payload = $2 WHERE id = $1', [row?.id, payload])
    await set(row?.payload.replace('Mirandolina', 'Somebody else'))
    assert.ok((await brokenRules()).includes('D5'))
    assert.equal((await call('GET', `/documents/${row?.id}`)).body.chain.whole, false)
    await set(row?.payload)
    assert.ok(!(await brokenRules()).includes('D5'))
  })

  test('and was taken away past us is found: in the middle as a gap, at the end by where the series stands', async () => {
    const take = async (which: string) => {
      await scene.house
        .asOwner(`DELETE FROM documents.document WHERE id = (SELECT id FROM documents.document d WHERE kind = 'invoice'
        AND NOT EXISTS (SELECT 1 FROM documents.document c WHERE c.credits = d.id) ORDER BY ${which})`)
      return brokenRules()
    }
    assert.ok((await take('number DESC LIMIT 1')).includes('D6'))
    const broken = await take('number OFFSET 5 LIMIT 1')
    assert.ok(broken.includes('D1') && broken.includes('D5'), broken.join())
  })
})
