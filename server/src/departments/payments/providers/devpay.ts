import { exponentOf } from '../../../kernel/currency.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { Outage } from '../../../kernel/outage.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { toProviderUnits } from '../domain/provider-amount.ts'
import type {
  Movement,
  NewSession,
  PaymentProvider,
  ProviderAnswer,
  ProviderEvent,
  ProviderMovement,
  ProviderPayment,
  ProviderSession,
  SignedRequest,
} from '../domain/provider.ts'
import { refusals } from '../domain/refusals.ts'
import { documented, unitsOf } from './devpay-answer.ts'
import { toDispute, type DisputeJson } from './devpay-dispute.ts'
import { keptMethods, toKept, type KeptJson } from './devpay-kept.ts'
import { toPayout, toPayoutLine, type PayoutLinesJson, type PayoutsJson } from './devpay-payouts.ts'
import { verifyStandardWebhook, webhookKey } from './standard-webhooks.ts'

export interface DevpayOptions {
  readonly baseUrl: string
  readonly apiKey: string
  /** `whsec_` + base64. */
  readonly webhookSecret: string
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 5_000
/** Longer than an order waits; an order that ends first closes its session. */
const SESSION_SECONDS = 3_600

const SESSION_STATES = new Set(['open', 'completed', 'expired', 'cancelled'])
const PAYMENT_STATES = new Set([
  ...['authorised', 'partially_captured', 'captured', 'partially_refunded', 'refunded', 'voided', 'declined'],
])
const REFUND_STATES = new Set(['succeeded', 'failed'])

/** The development provider ("Devpay, test payments"), spoken to over HTTP as any stranger's. */
export function createDevpay(options: DevpayOptions): PaymentProvider {
  const ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, sent: Sent = {}) =>
    call<T>(options, method, path, sent)
  const key = webhookKey(options.webhookSecret)
  const payment = async (answer: Promise<ProviderAnswer<PaymentJson>>) => mapped(await answer, toPayment)
  const session = async (answer: Promise<ProviderAnswer<SessionJson>>) => mapped(await answer, toSession)
  const move = async (path: string, { amount, reference }: Movement, idempotencyKey: string) => {
    const body = { amount: moneyThere(amount), reference }
    return mapped(await ask<{ payment: PaymentJson }>('POST', path, { body, idempotencyKey }), (moved) =>
      toPayment(moved.payment),
    )
  }
  return {
    name: 'devpay',
    demoOnly: true,
    exponentOf,
    checkConnection: async () => mapped(await ask<PageJson>('GET', '/v1/payments?reference=none'), () => undefined),
    createSession: (input, idempotencyKey) =>
      session(ask('POST', '/v1/sessions', { body: sessionBody(input), idempotencyKey })),
    getSession: (id) => session(ask('GET', `/v1/sessions/${id}`)),
    expireSession: (id) => session(ask('POST', `/v1/sessions/${id}/expire`)),
    getPayment: (id) => payment(ask('GET', `/v1/payments/${id}`)),
    findPayments: async ({ reference }) =>
      (await must(ask<PageJson>('GET', `/v1/payments?reference=${encodeURIComponent(reference)}`))).data.map(toPayment),
    listPaymentsSince: async (since, after) => {
      const query = new URLSearchParams({ since: since.toISOString(), ...(after === null ? {} : { after }) })
      const page = await must(ask<PageJson>('GET', `/v1/payments?${query}`))
      // One payment in a state that nobody knows must not hide the others; it is met again when it changes.
      const known = page.data.filter((json) => PAYMENT_STATES.has(json.status))
      const payments = known.map(toPayment)
      return { payments, next: page.next, readTo: payments.at(-1)?.updatedAt ?? null }
    },
    capture: (id, movement, idempotencyKey) => move(`/v1/payments/${id}/captures`, movement, idempotencyKey),
    refund: (id, movement, idempotencyKey) => move(`/v1/payments/${id}/refunds`, movement, idempotencyKey),
    void: (id, idempotencyKey) => payment(ask('POST', `/v1/payments/${id}/void`, { idempotencyKey })),
    listPayoutsSince: async (since, after) => {
      const query = new URLSearchParams({ since: since.toISOString(), ...(after === null ? {} : { after }) })
      const page = await must(ask<PayoutsJson>('GET', `/v1/payouts?${query}`))
      return { payouts: page.data.map(toPayout), next: page.next }
    },
    listPayoutLines: async (id, after) => {
      const query = new URLSearchParams(after === null ? {} : { after })
      const page = await must(ask<PayoutLinesJson>('GET', `/v1/payouts/${id}/lines?${query}`))
      return { lines: page.data.map(toPayoutLine), next: page.next }
    },
    getDispute: async (id) => mapped(await ask<DisputeJson>('GET', `/v1/disputes/${id}`), toDispute),
    listDisputesSince: async (since) =>
      (await must(ask<{ data: DisputeJson[] }>('GET', `/v1/disputes?since=${since.toISOString()}`))).data.map(
        toDispute,
      ),
    uploadEvidence: async ({ name, mediaType, content }, idempotencyKey) => {
      const body = { name, mediaType, bytes: content.length }
      return mapped(await ask<{ id: string }>('POST', '/v1/files', { body, idempotencyKey }), ({ id }) => id)
    },
    sendEvidence: async (id, { texts, files }, idempotencyKey) => {
      const sent = { body: { texts, files }, idempotencyKey }
      return mapped(await ask<DisputeJson>('POST', `/v1/disputes/${id}/evidence`, sent), toDispute)
    },
    acceptDispute: async (id, idempotencyKey) =>
      mapped(await ask<DisputeJson>('POST', `/v1/disputes/${id}/acceptance`, { idempotencyKey }), toDispute),
    ...keptMethods(ask),
    verifyWebhook: (request, now) => readWebhook(key, request, now),
  }
}

interface Sent {
  readonly body?: unknown
  readonly idempotencyKey?: string
}

/** One question. A refusal is an answer; a time-out, a cut line, a 5xx or a crowd (429) is none: an Outage. */
async function call<T>(
  { baseUrl, apiKey, timeoutMs }: DevpayOptions,
  method: string,
  path: string,
  { body, idempotencyKey }: Sent,
): Promise<ProviderAnswer<T>> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const signal = AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS)
  const sent = { method, headers, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const { status, json } = await fetch(baseUrl + path, sent)
    .then(async (response) => ({ status: response.status, json: (await response.json()) as unknown }))
    .catch((error: unknown) => {
      throw new Outage('payments.provider_away', `${method} ${path.split('?')[0]}: ${String(error)}`)
    })
  if (status < 300) return { ok: true, value: json as T }
  const code = (json as { error?: { code?: string } }).error?.code ?? String(status)
  if (status >= 500 || status === 429)
    throw new Outage('payments.provider_away', `${method} ${path.split('?')[0]}: ${code}`)
  return { ok: false, code }
}

async function must<T>(answer: Promise<ProviderAnswer<T>>): Promise<T> {
  const given = await answer
  if (given.ok) return given.value
  throw new Outage('payments.provider_away', `the provider refused to look: ${given.code}`)
}

function mapped<A, B>(answer: ProviderAnswer<A>, map: (value: A) => B): ProviderAnswer<B> {
  return answer.ok ? { ok: true, value: map(answer.value) } : answer
}

interface SessionJson {
  readonly id: string
  readonly url: string
  readonly status: string
}

interface MovementJson {
  readonly id: string
  readonly amount: number
  readonly reference: string | null
  readonly status?: string
  readonly createdAt: string
}

interface PaymentJson {
  readonly id: string
  readonly reference: string
  readonly currency: string
  readonly authorised: number
  readonly released: number
  readonly status: string
  readonly authenticated?: boolean
  readonly kept?: KeptJson
  readonly captures: readonly MovementJson[]
  readonly refunds: readonly MovementJson[]
  readonly createdAt: string
  readonly updatedAt: string
}

interface PageJson {
  readonly data: readonly PaymentJson[]
  readonly next: string | null
}

function moneyThere({ amount, currency }: NewSession['amount']) {
  return { amount: Number(toProviderUnits(amount, currency, exponentOf(currency))), currency }
}

function sessionBody({ reference, amount, capture, returnUrl, cancelUrl, description, locale, keep }: NewSession) {
  const page = { returnUrl, cancelUrl, description, locale, ...(keep && { keepFor: keep.customer }) }
  const when = capture === 'at_once' ? 'automatic' : 'manual'
  return { reference, amount: moneyThere(amount), capture: when, ...page, expiresInSeconds: SESSION_SECONDS }
}

function toSession({ id, url, status }: SessionJson): ProviderSession {
  documented(SESSION_STATES, status)
  return { id, url, state: status as ProviderSession['state'] }
}

function toPayment(json: PaymentJson): ProviderPayment {
  documented(PAYMENT_STATES, json.status)
  const here = unitsOf(json.currency)
  return {
    id: json.id,
    reference: json.reference,
    currency: json.currency,
    authorised: here(json.authorised),
    released: here(json.released),
    captureBefore: null,
    capturesInParts: true,
    authentication: json.authenticated === undefined ? null : json.authenticated ? 'confirmed' : 'not_asked',
    kept: json.kept ? toKept(json.kept) : null,
    captures: json.captures.map((capture) => toMovement(capture, here)),
    refunds: json.refunds.map((refund) => toMovement(refund, here)),
    createdAt: new Date(json.createdAt),
    updatedAt: new Date(json.updatedAt),
  }
}

function toMovement(
  { id, amount, reference, status, createdAt }: MovementJson,
  here: (n: number) => bigint,
): ProviderMovement {
  if (status !== undefined) documented(REFUND_STATES, status)
  const state = status === 'failed' ? 'failed' : 'succeeded'
  return { ref: id, amount: here(amount), reference, state, at: new Date(createdAt) }
}

function readWebhook(key: Buffer, request: SignedRequest, now: Date): Result<ProviderEvent> {
  const id = verifyStandardWebhook(key, request, now)
  if (!id.ok) return id
  const told = parse(request.body)
  if (typeof told?.type !== 'string' || told.type.length > 100) return refusals.webhook_unreadable()
  const reference = told.data?.payment?.reference ?? told.data?.session?.reference
  return ok({
    id: id.value,
    type: told.type,
    reference: typeof reference === 'string' && isUuid(reference) ? reference : null,
    paymentId: null,
    ...(typeof told.data?.dispute?.id === 'string' ? { disputeId: told.data.dispute.id.slice(0, 100) } : {}),
  })
}

interface Told {
  readonly type?: unknown
  readonly data?: {
    readonly payment?: { reference?: unknown }
    readonly session?: { reference?: unknown }
    readonly dispute?: { id?: unknown }
  }
}

function parse(body: Uint8Array): Told | undefined {
  try {
    const told: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return typeof told === 'object' && told !== null ? told : undefined
  } catch {
    return undefined
  }
}
