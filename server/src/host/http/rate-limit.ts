/**
 * A token bucket per key, in this process: enough to slow a guesser or a loop. Limits that must hold across processes
 * (sign-in guesses) are counted in the database instead.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, { tokens: number; at: number }>()
  readonly #maxKeys: number

  constructor(maxKeys = 50_000) {
    this.#maxKeys = maxKeys
  }

  /** Seconds to wait, or 0 when the call may pass. */
  take(key: string, perMinute: number, nowMs: number): number {
    const perMs = perMinute / 60_000
    const bucket = this.#buckets.get(key) ?? { tokens: perMinute, at: nowMs }
    bucket.tokens = Math.min(perMinute, bucket.tokens + (nowMs - bucket.at) * perMs)
    bucket.at = nowMs
    if (!this.#buckets.has(key) && this.#buckets.size >= this.#maxKeys) this.#forgetOldest()
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perMs / 1000)
    bucket.tokens -= 1
    return 0
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next()
    if (!oldest.done) this.#buckets.delete(oldest.value)
  }
}
