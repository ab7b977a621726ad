/**
 * A shop with its payment provider: the real development provider on a port of its own, telling its events to the real server of
 * the house on another.
 *
 *   const scene = await openPaymentScene()
 *   const order = await scene.order()                              // placed, awaiting payment
 *   const session = await scene.pay(order)                         // on the provider's page, as a shopper
 *   await scene.fault({ match: { operation: 'refund' }, fault: 'wrong_amount' })
 *   await scene.settled()                                          // until no webhook is under way and no job is due
 */
import { guest, type Ports } from '../host/context.ts'
import type { Clock } from '../host/clock.ts'
import { sql } from '../host/database/sql.ts'
import { createDevpay } from '../departments/payments/providers/devpay.ts'
import { reconcilePayments, settleOrder } from '../flows/settle-payment/index.ts'
import { startPayment } from '../flows/start-payment/index.ts'
import { startPaymentProvider, type PaymentProvider } from '../providers/payment/start-payment-provider.ts'
import { atTheEnd } from './at-the-end.ts'
import { createTestServer } from './create-test-server.ts'
import { createTestHouse, type TestHouse } from './test-house.ts'
import { must, openShop, type Good, type Shop } from './scene.ts'

export const devpayKeys = {
  apiKey: 'test-api-key',
  webhookSecret: `whsec_${Buffer.from('a secret of thirty-two bytes....').toString('base64')}`,
}

const open = new Set<PaymentProvider>()
atTheEnd(async () => {
  for (const provider of open) await provider.close()
  open.clear()
})

export interface PlacedToPay {
  readonly id: string
  readonly number: string
  readonly locale: string
  readonly total: bigint
}

export interface PaymentScene {
  readonly house: TestHouse
  readonly shop: Shop
  /** The house's server, where webhooks arrive. */
  readonly url: string
  /** Moves the house's clock. */
  readonly time: { offsetMs: number }
  order(wishes?: Partial<Record<Good, number>>): Promise<PlacedToPay>
  /** Opens the provider's page for the order and answers its address. */
  openPage(order: PlacedToPay): Promise<string>
  /** Fills in the card on that page. Answers the status of the provider. */
  payAt(page: string, card?: string): Promise<number>
  pay(order: PlacedToPay): Promise<void>
  fault(fault: Record<string, unknown>): Promise<void>
  /** The provider's own API, past the shop. */
  ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>
  /** What the provider holds for an order. */
  there(order: PlacedToPay): Promise<{ id: string; captured: number; refunded: number; authorised: number }[]>
  /** Runs jobs until none is left; outages are what jobs are tried again for. */
  work(): Promise<void>
  returnOf(order: PlacedToPay): ReturnType<typeof settleOrder>
  reconcile(): ReturnType<typeof reconcilePayments>
  figures(order: PlacedToPay): Promise<Figures>
  /** For programs that are no tests; tests close everything at their end. */
  close(): Promise<void>
}

/** What must agree about one order. */
export interface Figures {
  readonly state: string
  readonly captured: bigint
  readonly refunded: bigint
  readonly captures: bigint
  readonly refunds: bigint
  readonly captureEntries: bigint
  readonly refundEntries: bigint
  readonly sales: bigint
  readonly confirmations: bigint
  readonly review: string | null
  readonly openCharge: boolean
}

export async function openPaymentScene(
  options: { webhooks?: boolean; timeoutMs?: number } = {},
): Promise<PaymentScene> {
  const time = { offsetMs: 0 }
  const clock: Clock = { now: () => new Date(Date.now() + time.offsetMs) }
  const house = await createTestHouse({ clock })
  const app = await createTestServer(house)
  const url = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost')
  const provider = await startPaymentProvider({
    ...devpayKeys,
    ...(options.webhooks === false ? {} : { webhookUrl: `${url}/api/payments/webhooks/devpay` }),
    webhookRetryAfterMs: 50,
  })
  open.add(provider)
  const devpay = createDevpay({ baseUrl: provider.url, ...devpayKeys, timeoutMs: options.timeoutMs ?? 1_000 })
  // The provider needs the house's address and the house the provider's: whoever comes second is told.
  const ports: Ports = { ...house.ports, payments: new Map([[devpay.name, devpay]]) }
  Object.assign(house, { ports })
  const shop = await openShop(house)

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(provider.url + path, {
      method,
      headers: { authorization: `Bearer ${devpayKeys.apiKey}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  const scene: PaymentScene = {
    house,
    shop,
    url,
    time,
    ask,
    async order(wishes = { mug: 2, book: 1 }) {
      const { id, number, total } = must(await shop.place(await shop.fill(wishes)))
      return { id, number, locale: 'it', total: BigInt(total.amount) }
    },
    openPage: async (order) => must(await startPayment(house, order, guest)).url,
    payAt,
    async pay(order) {
      const status = await payAt(await scene.openPage(order))
      if (status !== 303) throw new Error(`the provider's page answered ${status}`)
    },
    fault: async (fault) => void (await ask('POST', '/v1/faults', fault)),
    async there(order) {
      const [payment] = await house.asOwner<{ reference: string }>(
        'SELECT reference FROM payments.payment WHERE order_id = $1 AND NOT surplus',
        [order.id],
      )
      const { data } = await ask<{ data: { id: string; captured: number; refunded: number; authorised: number }[] }>(
        'GET',
        `/v1/payments?reference=${payment?.reference}`,
      )
      return data.filter((one) => one.authorised > 0)
    },
    work: () => work(house, time),
    returnOf: (order) => settleOrder(house, order.id),
    reconcile: () => reconcilePayments(house),
    figures: (order) => figuresOf(house, order),
    async close() {
      if (open.delete(provider)) await provider.close()
      await app.close()
      await house.close()
    },
  }
  return scene
}

/** As a browser does: opens the page, fills in the form that it shows, sends it. */
async function payAt(page: string, card = '4242 4242 4242 4242'): Promise<number> {
  const html = await (await fetch(page)).text()
  const hidden = html.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)" ?\/?>/g)
  const fields = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
  const body = new URLSearchParams({ ...fields, number: card, expiry: '12/39', cvc: '123', name: 'Mirandolina' })
  const answer = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  return answer.status
}

const KINDS = [
  'settle-payment',
  'send-refund',
  'credit-sale',
  'send-capture',
  'finish-authorisation',
  'process-provider-event',
  'settle-dispute',
  'send-dispute-answer',
  'ask-to-answer',
]

async function work(house: TestHouse, time: { readonly offsetMs: number }): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (time.offsetMs > 0) await makeDue(house, time.offsetMs)
    const ran = await house.runJobs(KINDS).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'Outage') return 1
      throw error
    })
    if (ran === 0) return
  }
  throw new Error('the jobs find no end')
}

/** Jobs are due by the clock of the database, which did not go on with the house's. */
async function makeDue(house: TestHouse, offsetMs: number): Promise<void> {
  await house.asOwner(
    `UPDATE host.job SET run_at = now() WHERE state = 'ready' AND run_at > now()
       AND run_at <= now() + make_interval(secs => $1::double precision / 1000)`,
    [offsetMs],
  )
}

async function figuresOf(house: TestHouse, order: PlacedToPay): Promise<Figures> {
  const row = await house.database.row(sql<Figures>`
    SELECT o.state, p.captured, p.refunded, p.review_reason AS review, p.open_charge AS "openCharge",
      (SELECT count(*) FROM payments.event e WHERE e.payment_id = p.id AND e.kind = 'capture') AS captures,
      (SELECT count(*) FROM payments.event e WHERE e.payment_id = p.id AND e.kind = 'refund') AS refunds,
      (SELECT count(*) FROM ledger.entry n WHERE n.about = o.id::text AND n.kind = 'capture') AS "captureEntries",
      (SELECT count(*) FROM ledger.entry n WHERE n.about = o.id::text AND n.kind = 'refund') AS "refundEntries",
      (SELECT count(*) FROM ledger.entry n WHERE n.about = o.id::text AND n.kind = 'sale') AS sales,
      (SELECT count(*) FROM host.job j WHERE j.kind = 'order-confirmation' AND j.ref = o.id::text) AS confirmations
    FROM orders.sales_order o JOIN payments.payment p ON p.order_id = o.id AND NOT p.surplus WHERE o.id = ${order.id}`)
  if (!row) throw new Error('no such order')
  return row
}
