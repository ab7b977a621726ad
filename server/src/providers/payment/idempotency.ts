import { createHash } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import type { Answer } from './model.ts'

export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null
  if (typeof header === 'string' && /^[\x21-\x7e]{1,255}$/.test(header)) return header
  throw new ApiError(400, 'invalid_request', 'Idempotency-Key must be 1 to 255 visible ASCII characters.')
}

/**
 * As Stripe does (https://docs.stripe.com/api/idempotent_requests): once work has begun its answer is kept for a day,
 * a refusal too; what was malformed or not found is not kept. The answer is written down together with the work.
 */
export function answerOnce(
  desk: Desk,
  once: { key: string | null; about: string },
  work: () => Answer,
): { answer: Answer; replayed: boolean } {
  if (once.key === null) return { answer: work(), replayed: false }
  const fingerprint = createHash('sha256').update(once.about).digest('base64')
  const kept = desk.book.findAnswer(once.key, desk.now)
  if (kept !== undefined) {
    if (kept.fingerprint === fingerprint) return { answer: kept.answer, replayed: true }
    throw new ApiError(409, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.')
  }
  const answer = answerOrRefusal(work)
  desk.put({ answer: { key: once.key, fingerprint, answer, at: desk.now } })
  return { answer, replayed: false }
}

function answerOrRefusal(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 409 && error.status !== 422)) throw error
    return { status: error.status, body: { error: { code: error.code, message: error.message } } }
  }
}
