/**
 * Cards by Stripe, through its own library. The shopper pays on Stripe's page (Checkout Sessions): no card number ever comes near us, and
 * 3-D Secure is done there. The library asks once and never again by itself: when to ask anew is decided by the jobs of the house, under
 * the same idempotency key (Stripe keeps an answer under its key for a day at least; what was not heard within that is looked
 * for before it is asked for again).
 *
 * The version of the API is pinned. Not older: until then letting go of what is held was told as a refund with an entry of its own in
 * the balance. Not newer without reading its changes: `payment_method_types` went away later, and the document by which our calls are
 * proved (testing/stripe-contract.ts) knows it. The library's types are those of its newest version, so the two are told apart here.
 */
import type Stripe from 'stripe'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import { toProviderUnits } from '../domain/provider-amount.ts'
import type {
  KnownPayment,
  Movement,
  NewSession,
  PaymentProvider,
  ProviderAnswer,
  ProviderPayment,
  ProviderSession,
} from '../domain/provider.ts'
import { answerOf, answerOrNothing, mustAnswer } from './stripe-answer.ts'
import { readChanges } from './stripe-changes.ts'
import { isChargeable, stripeExponentOf } from './stripe-currencies.ts'
import { evidenceThere, toDispute, WITH_PAYMENT } from './stripe-dispute.ts'
import { keptMethodsOf } from './stripe-kept.ts'
import { readPayoutLines, readPayouts } from './stripe-payouts.ts'
import { chargeOf, partKey, partText, REFUND_KEY, toPayment, toSession } from './stripe-payment.ts'
import { readStripeWebhook, REFERENCE_KEY } from './stripe-webhook.ts'

export const STRIPE = 'stripe'
const API_VERSION = '2025-03-31.basil' as string as Stripe.LatestApiVersion
const TIMEOUT_MS = 10_000

export interface StripeOptions {
  /** `sk_…` or `rk_…`. */
  readonly secretKey: string
  /** `whsec_…` of the endpoint, two while one is being changed. */
  readonly webhookSecrets: readonly string[]
  readonly now: () => Date
  /** Elsewhere than at Stripe, in tests. */
  readonly address?: URL
  readonly timeoutMs?: number
}

/** Keys of the test mode move no real money. */
export const isTestKey = (secretKey: string): boolean => /^[sr]k_test_/.test(secretKey)

/** The charge, and the moment at which its money was entered. */
const WITH_CHARGE = ['latest_charge.balance_transaction']

export async function openStripe(options: StripeOptions): Promise<PaymentProvider> {
  const { secretKey, webhookSecrets, now } = options
  const stripe = await openLibrary(options)

  const retrieve = (id: string) => answerOf('payment', stripe.paymentIntents.retrieve(id, { expand: [...WITH_CHARGE] }))
  const complete = async (intent: Stripe.PaymentIntent, updatedAt?: Date) =>
    toPayment(intent, await readRefunds(stripe, intent), updatedAt)
  const getPayment = async (id: string) => mapped(await retrieve(id), (intent) => complete(intent))
  /** The answer to a movement is the payment as it is afterwards; that it was made is known, even if this look fails. */
  const moved = async (id: string, answer: ProviderAnswer<unknown>) => (answer.ok ? getPayment(id) : answer)

  async function expireSession(id: string): Promise<ProviderAnswer<ProviderSession>> {
    const expired = await answerOf('session', stripe.checkout.sessions.expire(id))
    if (expired.ok) return { ok: true, value: toSession(expired.value) }
    // Stripe refuses to close what is not open, and names no reason that a program could tell apart.
    const there = await answerOf('session', stripe.checkout.sessions.retrieve(id))
    if (!there.ok) return { ok: false, code: 'session_not_found' }
    const session = toSession(there.value)
    if (session.state === 'expired') return { ok: true, value: session }
    return { ok: false, code: session.state === 'completed' ? 'session_completed' : expired.code }
  }

  return {
    name: STRIPE,
    demoOnly: isTestKey(secretKey),
    exponentOf: stripeExponentOf,
    checkConnection: async () =>
      mapped(await answerOf('connection', stripe.checkout.sessions.list({ limit: 1 })), () => undefined),
    async createSession(input, idempotencyKey) {
      if (!isChargeable(input.amount.amount, input.amount.currency)) return { ok: false, code: 'amount_not_chargeable' }
      const made = stripe.checkout.sessions.create(sessionParams(input), { idempotencyKey })
      return mapped(await answerOf('session', made), toSession)
    },
    getSession: async (id) => mapped(await answerOf('session', stripe.checkout.sessions.retrieve(id)), toSession),
    expireSession,
    getPayment,
    findPayments: async (known) => {
      const intents = await findIntents(stripe, known)
      const payments: ProviderPayment[] = []
      for (const intent of intents) payments.push(await complete(intent))
      return payments
    },
    listPaymentsSince: (since, after) =>
      readChanges({
        stripe,
        since,
        after,
        now: now(),
        read: async (id, changedAt) => {
          const intent = await mustAnswer('payment', stripe.paymentIntents.retrieve(id, { expand: [...WITH_CHARGE] }))
          // One Stripe account may serve others beside this shop.
          return intent.metadata[REFERENCE_KEY] === undefined ? undefined : complete(intent, changedAt)
        },
      }),
    capture: async (id, movement, idempotencyKey) =>
      moved(
        id,
        await answerOf('capture', stripe.paymentIntents.capture(id, captureParams(movement), { idempotencyKey })),
      ),
    refund: async (id, movement, idempotencyKey) =>
      moved(id, await answerOf('refund', stripe.refunds.create(refundParams(id, movement), { idempotencyKey }))),
    void: async (id, idempotencyKey) =>
      moved(id, await answerOf('void', stripe.paymentIntents.cancel(id, {}, { idempotencyKey }))),
    getDispute: async (id) =>
      mapped(await answerOf('dispute', stripe.disputes.retrieve(id, { expand: [...WITH_PAYMENT] })), toDispute),
    listDisputesSince: async (since) => (await listDisputes(stripe, since)).map(toDispute),
    uploadEvidence: async ({ name, mediaType, content }, idempotencyKey) => {
      const file = { name, type: mediaType, data: content }
      const made = stripe.files.create({ purpose: 'dispute_evidence', file }, { idempotencyKey })
      return mapped(await answerOf('file', made), ({ id }) => id)
    },
    sendEvidence: async (id, evidence, idempotencyKey) => {
      const params = { evidence: evidenceThere(evidence), submit: true, expand: [...WITH_PAYMENT] }
      return mapped(await answerOf('evidence', stripe.disputes.update(id, params, { idempotencyKey })), toDispute)
    },
    acceptDispute: async (id, idempotencyKey) => {
      const closed = stripe.disputes.close(id, { expand: [...WITH_PAYMENT] }, { idempotencyKey })
      return mapped(await answerOf('dispute', closed), toDispute)
    },
    listPayoutsSince: (since, after) => readPayouts(stripe, since, after),
    listPayoutLines: (id, after) => readPayoutLines(stripe, id, after),
    ...keptMethodsOf(stripe),
    verifyWebhook: (request, at) => readStripeWebhook(webhookSecrets, request, at),
  }
}

/** Loaded where somebody pays by it, and not with the house: it is large. */
async function openLibrary({ secretKey, address, timeoutMs }: StripeOptions): Promise<Stripe> {
  const { default: Library } = await import('stripe')
  const elsewhere =
    address === undefined
      ? {}
      : ({
          host: address.hostname,
          port: address.port,
          protocol: address.protocol === 'http:' ? 'http' : 'https',
        } as const)
  return new Library(secretKey, {
    apiVersion: API_VERSION,
    timeout: timeoutMs ?? TIMEOUT_MS,
    maxNetworkRetries: 0,
    telemetry: false,
    ...elsewhere,
  })
}

/** Cards alone: what takes days until the money is sure is no way to pay an order that waits for minutes. */
type SessionParams = Stripe.Checkout.SessionCreateParams & { readonly payment_method_types: ['card'] }

/** Without an hour of its end: the same key must always bring the same request. An order that ends first closes its page. */
function sessionParams(input: NewSession): SessionParams {
  const { reference, amount, capture, inParts, returnUrl, cancelUrl, description, locale, keep } = input
  const metadata = { [REFERENCE_KEY]: reference }
  return {
    mode: 'payment',
    payment_method_types: ['card'],
    client_reference_id: reference,
    success_url: returnUrl,
    cancel_url: cancelUrl,
    locale: locale as Stripe.Checkout.SessionCreateParams.Locale,
    metadata,
    // Asked for with each that is taken in parts; the charge says whether its card lets it. https://docs.stripe.com/payments/multicapture
    ...(inParts && { payment_method_options: { card: { request_multicapture: 'if_available' as const } } }),
    // Kept by what is paid: what the shopper agreed to stands with us. https://docs.stripe.com/payments/save-during-payment
    ...(keep && { customer: keep.customer }),
    payment_intent_data: {
      ...(keep && { setup_future_usage: keep.later ? ('off_session' as const) : ('on_session' as const) }),
      capture_method: capture === 'at_once' ? 'automatic' : 'manual',
      description,
      metadata,
    },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: amount.currency.toLowerCase(),
          unit_amount: unitsThere(amount),
          product_data: { name: description },
        },
      },
    ],
  }
}

/** What is taken in parts is written down with the payment itself, in the same step: Stripe tells of the sum of all parts alone. */
function captureParams({ amount, reference, last, wantedAt }: Movement): Stripe.PaymentIntentCaptureParams {
  const units = unitsThere(amount)
  if (last === undefined) return { amount_to_capture: units }
  return {
    amount_to_capture: units,
    final_capture: last,
    metadata: { [partKey(reference)]: partText(units, wantedAt) },
  }
}

function refundParams(paymentIntent: string, { amount, reference }: Movement): Stripe.RefundCreateParams {
  return { payment_intent: paymentIntent, amount: unitsThere(amount), metadata: { [REFUND_KEY]: reference } }
}

function unitsThere({ amount, currency }: Money): number {
  return Number(toProviderUnits(amount, currency, stripeExponentOf(currency satisfies CurrencyCode)))
}

/** By the pages that were opened and the payments that are known; by a search only where a page was lost. */
async function findIntents(
  stripe: Stripe,
  { reference, sessionIds, paymentIds, nameless }: KnownPayment,
): Promise<Stripe.PaymentIntent[]> {
  const found = new Map<string, Stripe.PaymentIntent>()
  for (const id of sessionIds) {
    const expand = WITH_CHARGE.map((field) => `payment_intent.${field}`)
    const session = await answerOrNothing('session', stripe.checkout.sessions.retrieve(id, { expand }))
    const intent = session?.payment_intent
    if (intent && typeof intent === 'object') found.set(intent.id, intent)
  }
  for (const id of paymentIds.filter((one) => !found.has(one))) {
    const asked = stripe.paymentIntents.retrieve(id, { expand: [...WITH_CHARGE] })
    const intent = await answerOrNothing('payment', asked)
    if (intent) found.set(id, intent)
  }
  if (nameless) {
    const query = `metadata['${REFERENCE_KEY}']:'${reference}'`
    const expand = WITH_CHARGE.map((field) => `data.${field}`)
    const hits = await mustAnswer('search', stripe.paymentIntents.search({ query, expand, limit: 100 }))
    for (const intent of hits.data) if (!found.has(intent.id)) found.set(intent.id, intent)
  }
  return [...found.values()]
}

/** Newest first there, oldest first here. */
async function listDisputes(stripe: Stripe, since: Date): Promise<Stripe.Dispute[]> {
  const disputes: Stripe.Dispute[] = []
  const created = { gte: Math.floor(since.getTime() / 1000) }
  for (let after: string | undefined; ;) {
    const rest = after === undefined ? {} : { starting_after: after }
    const expand = WITH_PAYMENT.map((field) => `data.${field}`)
    const page = await mustAnswer('disputes', stripe.disputes.list({ created, limit: 100, expand, ...rest }))
    disputes.push(...page.data)
    after = page.data.at(-1)?.id
    if (!page.has_more || after === undefined) return disputes.toReversed()
  }
}

async function readRefunds(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  if (!chargeOf(intent)?.amount_captured) return []
  const refunds: Stripe.Refund[] = []
  for (let after: string | undefined; ;) {
    const rest = after === undefined ? {} : { starting_after: after }
    const page = await mustAnswer('refunds', stripe.refunds.list({ payment_intent: intent.id, limit: 100, ...rest }))
    refunds.push(...page.data)
    after = page.data.at(-1)?.id
    if (!page.has_more || after === undefined) return refunds
  }
}

async function mapped<A, B>(answer: ProviderAnswer<A>, map: (value: A) => B | Promise<B>): Promise<ProviderAnswer<B>> {
  return answer.ok ? { ok: true, value: await map(answer.value) } : answer
}
