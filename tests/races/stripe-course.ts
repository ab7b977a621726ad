/** The course of the races for money, its shop paid through Stripe: a stand-in that holds each call to Stripe's own description. */
import assert from 'node:assert/strict'
import { openStripe, STRIPE } from '../../server/src/departments/payments/providers/stripe.ts'
import type { PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import {
  startStripeLoopback,
  stripeKeys,
  type SignedEvent,
  type StripeLoopback,
} from '../../server/src/testing/stripe/stripe-loopback.ts'
import { onMoneyCourse, type MoneyCourse } from './money-course.ts'

export interface StripeCourse extends MoneyCourse {
  readonly stripe: StripeLoopback
  /** The status of the answer. */
  deliver(event: SignedEvent): Promise<number>
  /** Agreed to on Stripe's page. Who finds Stripe out of order tries again. */
  payAtStripe(order: PlacedToPay): Promise<void>
  /** What Stripe holds of the order's money. */
  atStripe(order: PlacedToPay): Promise<{ captured: number; refunded: number; refunds: number }>
}

export async function onStripeCourse(
  { latencyMs }: { latencyMs: number },
  races: (course: StripeCourse) => Promise<void>,
): Promise<void> {
  await onMoneyCourse({ latencyMs }, async (course) => {
    const { house } = course.scene
    const stripe = await startStripeLoopback(() => house.clock.now())
    const address = new URL(stripe.url)
    type Keys = { secretKey: string; webhookSecrets: readonly string[] }
    const open = (keys: Keys) => openStripe({ ...keys, now: () => house.clock.now(), address })
    Object.assign(house, { ports: { ...house.ports, paymentClients: new Map([[STRIPE, open]]) } })
    try {
      const keys = { enabled: true, key: stripeKeys.secretKey, webhookSecret: stripeKeys.webhookSecret }
      const put = await course.call('PUT', '/payment-providers/stripe', keys, { 'if-match': '"0"' })
      assert.equal(put.status, 200, JSON.stringify(put.body))
      await races(atStripe(course, stripe))
      assert.deepEqual(stripe.breaches, [])
    } finally {
      await stripe.close()
    }
  })
}

function atStripe(course: MoneyCourse, stripe: StripeLoopback): StripeCourse {
  const { scene } = course
  return {
    ...course,
    stripe,
    async deliver({ body, header }) {
      const headers = { 'stripe-signature': header, 'content-type': 'application/json' }
      const url = `${scene.url}/api/payments/webhooks/stripe`
      return (await fetch(url, { method: 'POST', headers, body })).status
    },
    async payAtStripe(order) {
      const page = await untilItAnswers(() => scene.openPage(order))
      stripe.desk.pay(page.split('/').at(-1) ?? '')
    },
    async atStripe(order) {
      const [payment = assert.fail('no payment')] = await scene.house.asOwner<{ reference: string }>(
        'SELECT reference FROM payments.payment WHERE order_id = $1 AND NOT surplus',
        [order.id],
      )
      const intents = [...stripe.desk.intents.values()].filter(({ metadata }) =>
        Object.values(metadata).includes(payment.reference),
      )
      const charges = intents.flatMap((intent) => stripe.desk.charges.get(intent.latest_charge ?? '') ?? [])
      return {
        captured: charges.reduce((sum, charge) => sum + charge.amount_captured, 0),
        refunded: charges.reduce((sum, charge) => sum + charge.amount_refunded, 0),
        refunds: intents.flatMap(({ id }) => stripe.desk.refundsOf(id)).length,
      }
    },
  }
}

const MOST_TRIES = 5

/** As a person does whom a page tells that the provider does not answer. */
export async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries === MOST_TRIES || !(error instanceof Error && error.name === 'Outage')) throw error
    }
  }
}
