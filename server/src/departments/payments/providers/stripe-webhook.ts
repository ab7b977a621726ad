import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProviderEvent, SignedRequest } from '../domain/provider.ts'
import { refusals } from '../domain/refusals.ts'

/** Stripe's own usual tolerance, here in either direction. */
const TOLERANCE_SECONDS = 300
const MOST_SIGNATURES = 16

/** Under this key our reference stands in the metadata of everything that we make at Stripe. */
export const REFERENCE_KEY = 'fondaco_payment'

/**
 * `Stripe-Signature: t=seconds,v1=hex,v1=hex`: HMAC-SHA256 over `t.body` with the endpoint's secret, as it is written. While a secret is
 * rolled Stripe signs with both, and here two may be kept. https://docs.stripe.com/webhooks#verify-manually
 */
export function readStripeWebhook(
  secrets: readonly string[],
  request: SignedRequest,
  now: Date,
): Result<ProviderEvent> {
  const parts = (request.header('stripe-signature') ?? '').split(',').map((part) => part.trim().split('='))
  const timestamp = parts.find(([key]) => key === 't')?.[1] ?? ''
  const given = parts.filter(([key]) => key === 'v1').map(([, value = '']) => value)
  if (!/^\d{1,12}$/.test(timestamp)) return refusals.webhook_forged()
  const signed = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(request.body).digest()
    return given.slice(0, MOST_SIGNATURES).some((signature) => isSame(expected, signature))
  })
  if (!signed) return refusals.webhook_forged()
  const ageSeconds = Math.trunc(now.getTime() / 1000) - Number(timestamp)
  return Math.abs(ageSeconds) > TOLERANCE_SECONDS ? refusals.webhook_stale() : readEvent(request.body)
}

function isSame(expected: Buffer, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

/** It is only asked what it is about; what happened is asked of Stripe itself. */
function readEvent(body: Uint8Array): Result<ProviderEvent> {
  const told = parse(body)
  const { id, type, data } = told ?? {}
  if (typeof id !== 'string' || !/^evt_\w{1,100}$/.test(id)) return refusals.webhook_unreadable()
  if (typeof type !== 'string' || type.length > 100) return refusals.webhook_unreadable()
  const about = data?.object ?? {}
  const reference = about.metadata?.[REFERENCE_KEY]
  const payment = about.object === 'payment_intent' ? about.id : about.payment_intent
  const dispute = about.object === 'dispute' ? about.id : null
  return ok({
    id,
    type,
    reference: typeof reference === 'string' && isUuid(reference) ? reference : null,
    paymentId: typeof payment === 'string' && /^pi_\w{1,100}$/.test(payment) ? payment : null,
    ...(typeof dispute === 'string' && /^\w{1,100}$/.test(dispute) ? { disputeId: dispute } : {}),
  })
}

interface Told {
  readonly id?: unknown
  readonly type?: unknown
  readonly data?: {
    readonly object?: {
      readonly id?: unknown
      readonly object?: unknown
      readonly payment_intent?: unknown
      readonly metadata?: Readonly<Record<string, unknown>>
    }
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
