/** Providers as a test meets them: each with what it needs beyond what the shop does. */
import { createHmac } from 'node:crypto'
import assert from 'node:assert/strict'
import { startPaymentProvider } from '../../../providers/payment/start-payment-provider.ts'
import {
  signed,
  startStripeLoopback,
  stripeKeys,
  type StripeLoopback,
} from '../../../testing/stripe/stripe-loopback.ts'
import type { KeptOutcome } from '../domain/kept-method.ts'
import type { PaymentProvider, ProviderSession } from '../domain/provider.ts'
import { createDevpay } from '../providers/devpay.ts'
import { openStripe } from '../providers/stripe.ts'

type Operation = 'session' | 'expire' | 'capture' | 'refund' | 'void' | 'get' | 'dispute' | 'charge'
type Fault =
  | 'timeout_before'
  | 'timeout_after'
  | 'error_500_before'
  | 'error_500_after'
  | 'wrong_amount'
  | 'unknown_state'

/** A provider with what a test needs of it beyond what the shop does. */
export interface Stage {
  readonly provider: PaymentProvider
  readonly pay: (session: ProviderSession) => Promise<void>
  /** By a card whose bank says this once it is kept. */
  readonly payToKeep: (session: ProviderSession, bank: 'yes' | 'asks' | 'no') => Promise<void>
  /** The shopper tells their bank that it is they. */
  readonly confirm: (outcome: KeptOutcome) => Promise<void>
  readonly decline: (session: ProviderSession) => Promise<void>
  readonly fault: (operation: Operation, fault: Fault) => Promise<void>
  /** The shopper goes to their bank, and the bank decides. */
  readonly dispute: (paymentId: string) => Promise<string>
  readonly decide: (disputeId: string, outcome: 'won' | 'lost') => Promise<void>
  /** An event about this payment, signed now with the secret or another one. */
  readonly event: (reference: string, signing: { at: Date; secret?: string }) => Signed
  /** Nothing that was asked was against the provider's own description. */
  readonly check: () => void
  readonly close: () => Promise<void>
}

export interface Signed {
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

export const stages: Record<string, () => Promise<Stage>> = { devpay: openDevpayStage, stripe: openStripeStage }

export function must<T>(answer: { ok: true; value: T } | { ok: false; code: string }): T {
  return answer.ok ? answer.value : assert.fail(`refused: ${answer.code}`)
}

async function openDevpayStage(): Promise<Stage> {
  const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
  const keys = { apiKey: 'test-api-key', webhookSecret: secretOf('a secret') }
  const server = await startPaymentProvider(keys)
  const provider = createDevpay({ baseUrl: server.url, ...keys, timeoutMs: 30_000 })
  const card = async ({ url }: ProviderSession, number: string) => {
    const page = await (await fetch(url)).text()
    const hidden = page.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)" ?\/?>/g)
    const fields = Object.fromEntries([...hidden].map(([, key = '', value = '']) => [key, value]))
    const body = new URLSearchParams({ ...fields, number, expiry: '12/39', cvc: '123', name: 'Mirandolina' })
    return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).status
  }
  const confirm = async (url: string) => {
    const token = /name="token" value="(\w+)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
    const body = new URLSearchParams({ token, answer: 'confirm' })
    assert.equal((await fetch(url, { method: 'POST', body, redirect: 'manual' })).status, 303)
  }
  const asked = async (path: string, body: object = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${keys.apiKey}` }
    const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, path)
    return answer.json()
  }
  return {
    provider,
    pay: async (session) => assert.equal(await card(session, '4242 4242 4242 4242'), 303),
    async payToKeep(session, bank) {
      const numbers = { yes: '4242 4242 4242 4242', asks: '4000 0025 0000 3155', no: '4000 0000 0000 0341' }
      assert.equal(await card(session, numbers[bank]), 303)
      if (bank === 'asks') await confirm(`${session.url}/challenge`)
    },
    confirm: ({ url }) => confirm(url ?? ''),
    decline: async (session) => assert.notEqual(await card(session, '4000 0000 0000 0002'), 303),
    fault: async (operation, fault) => {
      await asked('/v1/faults', { match: { operation }, fault, delayMs: 20 })
    },
    dispute: async (paymentId) => ((await asked(`/v1/payments/${paymentId}/disputes`)) as { id: string }).id,
    decide: async (disputeId, outcome) => void (await asked(`/v1/disputes/${disputeId}/${outcome}`)),
    event(reference, { at, secret }) {
      const body = Buffer.from(JSON.stringify({ type: 'payment.captured', data: { payment: { reference } } }))
      const [id, timestamp] = ['evt_1', String(Math.floor(at.getTime() / 1000))]
      const key = Buffer.from((secret === undefined ? keys.webhookSecret : secretOf(secret)).slice(6), 'base64')
      const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
      return { body, headers }
    },
    check: () => undefined,
    close: () => server.close(),
  }
}

const STRIPE_PATHS: Record<Operation, string> = {
  session: 'POST /v1/checkout/sessions',
  expire: '/expire',
  capture: '/capture',
  refund: 'POST /v1/refunds',
  void: '/cancel',
  get: 'GET /v1/',
  dispute: 'POST /v1/disputes',
  charge: 'POST /v1/payment_intents',
}

async function openStripeStage(): Promise<Stage> {
  const loopback: StripeLoopback = await startStripeLoopback()
  const { secretKey, webhookSecret } = stripeKeys
  const options = { secretKey, webhookSecrets: [webhookSecret], now: () => new Date(), address: new URL(loopback.url) }
  return {
    provider: await openStripe({ ...options, timeoutMs: 30_000 }),
    pay: async ({ id }) => loopback.desk.pay(id),
    async payToKeep({ id }, bank) {
      loopback.desk.pay(id)
      loopback.desk.kept.bank = bank
    },
    confirm: async ({ paymentId }) => loopback.desk.agree(paymentId ?? ''),
    decline: async ({ id }) => loopback.desk.decline(id),
    fault: async (operation, fault) => {
      if (fault === 'wrong_amount') loopback.desk.twist = fault
      else loopback.fault(STRIPE_PATHS[operation], fault)
    },
    dispute: async (paymentId) => loopback.desk.disputes.open(paymentId).id,
    decide: async (disputeId, outcome) => loopback.desk.disputes.decide(disputeId, outcome),
    event(reference, { at, secret }) {
      const object = { object: 'payment_intent', id: 'pi_1', metadata: { fondaco_payment: reference } }
      const body = JSON.stringify({ id: 'evt_1', type: 'payment_intent.succeeded', data: { object } })
      const { header } = signed(body, secret ?? webhookSecret, Math.floor(at.getTime() / 1000))
      return { body: Buffer.from(body), headers: { 'stripe-signature': header } }
    },
    check() {
      assert.ok(loopback.calls.length > 50)
      assert.deepEqual(loopback.breaches, [])
    },
    close: () => loopback.close(),
  }
}
