/**
 * Someone else's failure: they did not answer, or not so that we can tell what happened. Never an answer of "no", and never
 * taken for one; the same asked again later (under the same idempotency key) is safe. Answered with 503 and Retry-After.
 */
export class Outage extends Error {
  override readonly name = 'Outage'
  /** `department.reason`: its words stand among the department's refusals. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
