import { createHmac, timingSafeEqual } from 'node:crypto'
import { ok, type Result } from '../../../kernel/result.ts'
import type { SignedRequest } from '../domain/provider.ts'
import { refusals } from '../domain/refusals.ts'

/** Standard Webhooks 1.0, "Verifying webhooks": five minutes in either direction against replay. */
const TOLERANCE_SECONDS = 300

/** The bytes of `whsec_` + base64. */
export function webhookKey(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}

/**
 * Checks that a request was signed with the key, and lately; answers the event's id. The signed text is `id.timestamp.body`; the
 * header may carry several signatures (`v1,base64 v1,base64`) while a key is being changed.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function verifyStandardWebhook(key: Buffer, request: SignedRequest, now: Date): Result<string> {
  const id = request.header('webhook-id') ?? ''
  const timestamp = request.header('webhook-timestamp') ?? ''
  const signatures = request.header('webhook-signature') ?? ''
  if (!/^[\w.:-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return refusals.webhook_forged()
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(request.body).digest()
  if (!signatures.split(' ').some((signature) => isSame(expected, signature))) return refusals.webhook_forged()
  const ageSeconds = Math.trunc(now.getTime() / 1000) - Number(timestamp)
  return Math.abs(ageSeconds) > TOLERANCE_SECONDS ? refusals.webhook_stale() : ok(id)
}

function isSame(expected: Buffer, signature: string): boolean {
  if (!signature.startsWith('v1,')) return false
  const given = Buffer.from(signature.slice(3), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
