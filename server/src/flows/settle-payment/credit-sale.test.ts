import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { system } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { money } from '../../kernel/money.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { wantRefund } from '../../departments/payments/index.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { editOrder } from '../edit-order/index.ts'
import { creditSale, creditSales, sharesToTake } from './credit-sale.ts'

let scene: PaymentScene
before(async () => {
  scene = await openPaymentScene()
})

// 2 × 14.90 of mugs at 22 %, a book of 22.00 at 4 %, 5.90 of delivery: 57.70, of which 6.44 and 0.85 are tax.
async function paid(): Promise<PlacedToPay> {
  const order = await scene.order({ mug: 2, book: 1 })
  await scene.pay(order)
  await scene.returnOf(order)
  await scene.house.runJobs(['issue-documents'])
  return order
}

async function giveBack(order: PlacedToPay, amount: bigint): Promise<void> {
  const payment = await scene.house.database.row(sql<{ id: string }>`
    SELECT id FROM payments.payment WHERE order_id = ${order.id} AND NOT surplus`)
  const wish = { paymentId: payment?.id ?? '', amount: money(amount, 'EUR'), reason: 'one was chipped' }
  must(await scene.house.run((ctx) => wantRefund(ctx, wish)))
  await scene.work()
  await scene.house.runJobs(['issue-documents'])
}

const reduce = (order: PlacedToPay) =>
  editOrder(scene.house, {
    orderId: order.id,
    wish: { kind: 'edit', reason: 'customer_asked', lines: [{ position: 1, quantity: 0 }], added: [] },
    actor: system('test'),
  })

/** What books and documents say of an order: what is owed for it, what was sold with its tax, and of that the tax. */
async function agreed(order: PlacedToPay) {
  const books = await scene.house.database.row(sql<{ owed: bigint; sold: bigint; tax: bigint }>`
    SELECT b.owed, b.sold, (SELECT -coalesce(sum(p.amount), 0)::bigint FROM ledger.posting p
      JOIN ledger.entry e ON e.id = p.entry_id JOIN ledger.account a ON a.id = p.account_id
      WHERE e.about = ${order.id} AND a.code = 'output_tax') AS tax
    FROM verify.order_books b WHERE b.order_id = ${order.id}`)
  const papers = await scene.house.database.row(sql<{ total: bigint; tax: bigint }>`
    SELECT sum(total)::bigint AS total, sum(tax)::bigint AS tax FROM documents.document WHERE order_id = ${order.id}`)
  assert.deepEqual([books?.sold, books?.tax], [papers?.total, papers?.tax], 'the books say what the documents say')
  return { owed: books?.owed, sold: books?.sold }
}

const credits = (order: PlacedToPay) =>
  scene.house.asOwner(`SELECT 1 FROM ledger.entry WHERE about = $1 AND kind = 'sale_credit'`, [order.id])

describe('money that went back of a sale', () => {
  test('is no sale any more: books, tax and documents agree to the cent, several times over', async () => {
    const order = await paid()
    await giveBack(order, 1_000n)
    assert.deepEqual(await agreed(order), { owed: 0n, sold: 4_770n })
    await giveBack(order, 333n)
    assert.deepEqual(await agreed(order), { owed: 0n, sold: 4_437n })
    await giveBack(order, 4_437n)
    assert.deepEqual(await agreed(order), { owed: 0n, sold: 0n })
    for (let twice = 0; twice < 2; twice++) must(await creditSale(scene.house, order.id))
    assert.equal((await credits(order)).length, 3)
    await scene.house.expectNoBreach()
  })

  test('is counted once where the order is changed afterwards, and where it was changed before', async () => {
    const refundedFirst = await paid()
    await giveBack(refundedFirst, 1_000n)
    must(await reduce(refundedFirst))
    await scene.work()
    await scene.house.runJobs(['issue-documents'])
    assert.deepEqual(await agreed(refundedFirst), { owed: 0n, sold: 2_570n })

    const changedFirst = await paid()
    must(await reduce(changedFirst))
    await scene.work()
    await scene.house.runJobs(['issue-documents'])
    assert.deepEqual(await agreed(changedFirst), { owed: 0n, sold: 3_570n })
    assert.equal((await credits(changedFirst)).length, 0, 'the change is in the books already')
    await giveBack(changedFirst, 70n)
    assert.deepEqual(await agreed(changedFirst), { owed: 0n, sold: 3_500n })
    await scene.house.expectNoBreach()
  })

  test('leaves nothing behind where the order is called off after it', async () => {
    const order = await paid()
    await giveBack(order, 1_000n)
    must(await callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor: system('test') }))
    await scene.work()
    await scene.house.runJobs(['issue-documents'])
    assert.deepEqual(await agreed(order), { owed: 0n, sold: 0n })
    await scene.house.expectNoBreach()
  })

  test('and a sale that nobody took back is found', async () => {
    const order = await paid()
    await giveBack(order, 1_000n)
    await scene.house.asOwner(`UPDATE host.job SET state = 'done' WHERE kind = 'credit-sale'`)
    await scene.house.asOwner('ALTER TABLE ledger.posting DISABLE TRIGGER USER')
    await scene.house.asOwner(
      `UPDATE ledger.entry SET about = 'elsewhere', ref = 'gone' WHERE about = $1 AND kind = 'sale_credit'`,
      [order.id],
    )
    const { breaches } = await findBreaches(scene.house.ownerUrl)
    assert.deepEqual(
      breaches.filter(({ name }) => name.startsWith('O13')).map(({ rows }) => rows.length),
      [1],
    )
    // Of those of before the night's round takes care.
    await creditSales(scene.house)
    await scene.house.expectNoBreach()
  })
})

test('shares: what is taken of revenue and tax, case by case', () => {
  const amount = (minor: number) => ({ amount: minor, currency: 'EUR' })
  const entry = (kind: string, postings: Record<string, number>) => ({
    kind,
    postings: Object.entries(postings).map(([account, minor]) => ({ account, kind: '', amount: amount(minor) })),
  })
  const sale = entry('sale', { receivables: 1220, sales: -900, delivery_revenue: -100, output_tax: -220 })
  const capture = entry('capture', { receivables: -1220, payments_clearing: 1220 })
  const back = (minor: number) => entry('refund', { receivables: minor, payments_clearing: -minor })
  const shares = (list: readonly ReturnType<typeof entry>[], due = 0n) => {
    const found = sharesToTake(list, { currency: 'EUR', due })
    return found && [...found].map(([account, minor]) => `${account} ${minor}`).join(', ')
  }
  const cases = [
    ['nothing went back', [sale, capture], 0n, undefined],
    ['a half', [sale, capture, back(610)], 0n, 'sales 450, delivery_revenue 50, output_tax 110'],
    ['all', [sale, capture, back(1220)], 0n, 'sales 900, delivery_revenue 100, output_tax 220'],
    [
      'still on its way for a change',
      [sale, capture, entry('sale_amendment', { receivables: -122, sales: 100, output_tax: 22 })],
      -122n,
      undefined,
    ],
    ['the rest is taken with its parcel', [sale, entry('capture', { receivables: -1000 })], 220n, undefined],
    [
      'on account of a rest',
      [
        entry('sale', { receivables: 122, deposits: -100, output_tax: -22 }),
        entry('capture', { receivables: -122 }),
        back(22),
      ],
      0n,
      undefined,
    ],
    [
      'a gift card was bought with it',
      [
        entry('sale', { receivables: 2220, sales: -1000, output_tax: -220, gift_cards: -1000 }),
        entry('capture', { receivables: -2220 }),
        back(2220),
      ],
      0n,
      'sales 1000, delivery_revenue 0, output_tax 220',
    ],
    [
      'a change took it once more',
      [
        sale,
        capture,
        back(122),
        entry('sale_credit', { receivables: -122, sales: 90, delivery_revenue: 10, output_tax: 22 }),
        entry('sale_amendment', { receivables: -122, sales: 100, output_tax: 22 }),
      ],
      0n,
      'sales -90, delivery_revenue -10, output_tax -22',
    ],
  ] as const
  for (const [title, list, due, verdict] of cases) assert.equal(shares(list, due), verdict, title)
})
