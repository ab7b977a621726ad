import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { fillLists } from '../../testing/fill-lists.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import type { Database } from '../database/pool.ts'
import type { Sql } from '../database/sql.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { ok } from '../../kernel/result.ts'
import { relatedTo } from './related-routes.ts'

interface Item {
  readonly type: string
  readonly id: string
  readonly title: string
  readonly state: string | null
  readonly amount: { amount: number; currency: string } | null
  readonly place: { path: string; filter: string[]; search: string | null } | null
}
interface Group {
  readonly name: string
  readonly label: string
  readonly items: Item[]
  readonly all: Item['place']
}

let scene: PaymentScene
let app: FastifyInstance
let owner: SignedIn
let order: PlacedToPay
let customerId: string
let productId: string

before(async () => {
  scene = await openPaymentScene()
  const { house } = scene
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  order = await scene.order({ mug: 1 })
  await scene.pay(order)
  await scene.returnOf(order)
  await scene.work()
  const [row] = await house.asOwner<{ customer_id: string; email: string; product_id: string }>(
    `SELECT o.customer_id, o.email, v.product_id FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id
    JOIN catalog.variant v ON v.id = l.variant_id WHERE o.id = $1`,
    [order.id],
  )
  assert.ok(row?.customer_id)
  customerId = row.customer_id
  productId = row.product_id
  const mail = { dedupKey: 'thanks', recipient: row.email, subject: 'Thank you', text: '', html: '' }
  await house.run(async (ctx) => {
    queueMail(ctx, { nature: 'transactional', ...mail, ref: order.id })
    queueMail(ctx, {
      nature: 'transactional',
      ...mail,
      dedupKey: 'other',
      recipient: `x${row.email}`,
      subject: `For ${row.email}`,
      ref: 'other',
    })
    return ok()
  })
})

async function groupsOf(record: string, who = owner, language = 'en'): Promise<Map<string, Group>> {
  const headers = { ...who.headers, 'accept-language': language }
  const answer = await app.inject({ url: `/api/records/${record}/related`, headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return new Map(answer.json<{ groups: Group[] }>().groups.map((group) => [group.name, group]))
}

test('a job is titled by what it does, in the reader’s language', async () => {
  const [job] = await scene.house.asOwner<{ id: string }>(
    `SELECT id FROM host.job WHERE kind = 'note-bought-together' AND ref = $1 LIMIT 1`,
    [order.id],
  )
  const titleIn = async (language: string) => {
    const headers = { ...owner.headers, 'accept-language': language }
    return (await app.inject({ url: `/api/record-desks/job/${job?.id}`, headers })).json<{ title: string }>().title
  }
  assert.equal(await titleIn('en'), 'Noted for what is bought together')
  assert.equal(await titleIn('it'), 'Annotato per ciò che si compra insieme')
})

describe('what belongs to a record', () => {
  test('an order: its customer, payments, mails and entries, each with where it opens', async () => {
    const groups = await groupsOf(`order/${order.id}`, owner, 'it')
    assert.deepEqual([...groups.values()].map(({ label, items }) => [label, items.length]).sort(), [
      ['Cliente', 1],
      ['Pagamenti', 1],
      ['Posta', 1],
      ['Registrazioni contabili', 2],
    ])
    const [customer] = groups.get('customer')?.items ?? []
    assert.deepEqual([customer?.id, customer?.place?.path], [customerId, `/customers/${customerId}`])
    const [payment] = groups.get('payments')?.items ?? []
    assert.deepEqual(
      [payment?.title, payment?.state, payment?.amount?.amount, payment?.place],
      [
        'Paga ora online',
        'Incassato',
        Number(order.total),
        { path: '/payments', filter: [`orderId:is:${order.id}`], search: null },
      ],
    )
    assert.deepEqual(
      groups
        .get('entries')
        ?.items.map(({ title }) => title)
        .sort(),
      ['Pagamento incassato', 'Vendita'],
    )
    const [mail] = groups.get('mails')?.items ?? []
    assert.deepEqual([mail?.title, mail?.place?.path], ['Thank you', `/mails/${mail?.id}`])
  })

  test('a customer: the orders, and the mails to that address alone', async () => {
    const groups = await groupsOf(`customer/${customerId}`)
    assert.deepEqual(
      groups.get('orders')?.items.map(({ id, title }) => [id, title]),
      [[order.id, `#${order.number}`]],
    )
    assert.deepEqual(
      groups.get('mails')?.items.map(({ title }) => title),
      ['Thank you'],
    )
  })

  test('a product: its stock by place, and the last orders with it; more than five are elsewhere', async () => {
    const few = await groupsOf(`product/${productId}`)
    assert.match(few.get('stock')?.items[0]?.state ?? '', /^\d+ available of \d+ on hand$/)
    assert.deepEqual(
      few.get('orders')?.items.map(({ id }) => id),
      [order.id],
    )
    const later: string[] = []
    for (let index = 0; index < 6; index++) later.push((await scene.order({ mug: 1 })).id)
    const many = (await groupsOf(`product/${productId}`)).get('orders')
    assert.deepEqual(
      many?.items.map(({ id }) => id),
      later.toReversed().slice(0, 5),
    )
  })

  test('nobody learns of what they may not read', async () => {
    const names = async (record: string, role: string) => [
      ...(await groupsOf(record, await signedInAs(scene.house, role))).keys(),
    ]
    assert.deepEqual(await names(`order/${order.id}`, 'picker'), [])
    assert.deepEqual((await names(`order/${order.id}`, 'accountant')).sort(), ['customer', 'entries', 'payments'])
    const it = await signedInAs(scene.house, 'it')
    const refused = await app.inject({ url: `/api/records/order/${order.id}/related`, headers: it.headers })
    assert.equal(refused.statusCode, 403)
  })

  test('of what is not there there is nothing', async () => {
    const url = '/api/records/order/01900000-0000-7000-8000-000000000000/related'
    const answer = await app.inject({ url, headers: owner.headers })
    assert.deepEqual([answer.statusCode, answer.json().code], [404, 'host.record_not_found'])
  })
})

describe('what may be done says why not', () => {
  const actionsOf = async (url: string, who: SignedIn, language = 'en') => {
    const headers = { ...who.headers, 'accept-language': language }
    const body = (await app.inject({ url: `/api/${url}`, headers })).json()
    return (body.items?.[0] ?? body).allowedActions
  }

  const isCancel = ({ action }: { action: string }) => action === 'cancel'

  test('by the rule, in words', async () => {
    const may = await actionsOf(`orders/${order.id}`, owner)
    assert.deepEqual(
      may,
      ['edit', 'cancel_part', 'cancel'].map((action) => ({ action, allowed: true, reason: null })),
    )
    await scene.house.asOwner(`UPDATE orders.sales_order SET state = 'expired' WHERE id = $1`, [order.id])
    const cancel = (await actionsOf(`orders/${order.id}`, owner, 'it')).find(isCancel)
    assert.deepEqual([cancel.allowed, cancel.reason.code], [false, 'orders.not_cancellable'])
    assert.match(cancel.reason.message, /^Questo ordine non si può più annullare\. Guarda/)
    await scene.house.asOwner(`UPDATE orders.sales_order SET state = 'paid' WHERE id = $1`, [order.id])
  })

  test('by the right that is missing', async () => {
    const clerk = await signedInAs(scene.house, 'picker')
    const cancel = (await actionsOf(`orders/${order.id}`, clerk)).find(isCancel)
    assert.deepEqual([cancel.allowed, cancel.reason.code], [false, 'host.not_allowed'])
    assert.match(cancel.reason.message, /orders:cancel/)
  })

  test('money that is gone cannot go again', async () => {
    const refund = async () => (await actionsOf(`orders/${order.id}/payments`, owner))[0]
    assert.deepEqual(await refund(), { action: 'refund', allowed: true, reason: null })
    const { items } = (await app.inject({ url: '/api/payments', headers: owner.headers })).json<{
      items: { orderId: string; orderNumber: string }[]
    }>()
    assert.equal(items.find(({ orderId }) => orderId === order.id)?.orderNumber, order.number)
    await scene.house.asOwner('UPDATE payments.payment SET refunded = captured WHERE order_id = $1', [order.id])
    assert.deepEqual([(await refund()).allowed, (await refund()).reason.code], [false, 'payments.nothing_to_refund'])
  })
})

/** Answers what the database answers, and keeps the plan of what was asked. */
function explaining(database: Database, plans: string[]): Pick<Database, 'row' | 'rows'> {
  const explain = async <Row>(query: Sql<Row>): Promise<Row[]> => {
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN ${query.text}`,
      query.values as unknown[],
    )
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    return database.rows(query)
  }
  return { rows: explain, row: async (query) => (await explain(query))[0] }
}

test('each group is one read along an index, however big the shop', async () => {
  const { house } = scene
  await fillLists(house, {
    customers: 20_000,
    orders: 50_000,
    payments: 20_000,
    mails: 20_000,
    'ledger-entries': 20_000,
    'bank-statements': 5_000,
    'bank-entries': 20_000,
  })
  await house.asOwner(`INSERT INTO orders.order_line (order_id, position, variant_id, sku, handle, name, options, quantity, unit_price,
      tax_category, tax_ppm, subtotal, net, tax, total)
    SELECT o.id, 1, v.id, v.sku, '', '', '', 1, 0, '', 0, 0, 0, 0, 0 FROM orders.sales_order o, catalog.variant v
    WHERE v.product_id = '${productId}' ON CONFLICT DO NOTHING`)
  await house.asOwner('ANALYZE')
  const manifests = house.blueprint.rooms.map(({ manifest }) => manifest)
  const translate = house.translations.for('en')
  const ids = { order: order.id, customer: customerId, product: productId }
  for (const [type, id] of Object.entries(ids)) {
    const sources = relatedTo(type, manifests)
    assert.ok(sources.length >= 2, type)
    for (const { department, name, find } of sources) {
      const plans: string[] = []
      await find(explaining(house.database, plans), { id, limit: 6, translate, locale: 'en' })
      const big = /Seq Scan on (sales_order|order_line|payment|mail|entry|customer)\b.*/
      for (const plan of plans) assert.doesNotMatch(plan, big, `${department}.${name} of a ${type}:\n${plan}`)
      assert.ok(plans.length > 0 && plans.length <= 2, `${department}.${name} asks ${plans.length} times`)
    }
  }
})
