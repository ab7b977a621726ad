import { KNOWN_SECONDS, newKnownBrowser } from '../../../host/auth/known-browsers.ts'
import { carrySession } from '../../../host/auth/session-cookie.ts'
import { CEREMONY_COOKIE, KNOWN_COOKIE, PENDING_COOKIE } from '../../../host/http/cookies.ts'
import type { Call } from '../../../host/http/route.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LetIn, SignInOutcome } from '../use-cases/let-in-session.ts'

const STEP_SECONDS = 600

export interface NextStepAnswer {
  readonly next: SignInOutcome['next']
  readonly methods: ('code' | 'passkey')[]
}

/** The session of who is in, and the token by which this browser's next attempts are told from a guesser's. */
export function carryIn(call: Call, result: Result<LetIn>): Result<void> {
  if (!result.ok) return result
  const known = newKnownBrowser(call.house, `staff ${result.value.email}`)
  call.setCookie(KNOWN_COOKIE, known, { maxAgeSeconds: KNOWN_SECONDS })
  if (call.cookie(PENDING_COOKIE) !== undefined) call.setCookie(PENDING_COOKIE, '', { maxAgeSeconds: 0 })
  if (call.cookie(CEREMONY_COOKIE) !== undefined) call.setCookie(CEREMONY_COOKIE, '', { maxAgeSeconds: 0 })
  return carrySession(call, 'staff', result)
}

/** In, or the token of the step that this browser, and no other, must take next. */
export function carryStep(call: Call, result: Result<SignInOutcome>): Result<NextStepAnswer> {
  if (!result.ok) return result
  const { value } = result
  if (value.next === 'done') {
    const carried = carryIn(call, ok(value))
    return carried.ok ? ok({ next: value.next, methods: [] }) : carried
  }
  call.setCookie(PENDING_COOKIE, value.stepToken, { maxAgeSeconds: STEP_SECONDS })
  return ok({ next: value.next, methods: value.next === 'second_factor' ? [...value.methods] : [] })
}

export function carryCeremony(call: Call, stepToken: string): void {
  call.setCookie(CEREMONY_COOKIE, stepToken, { maxAgeSeconds: STEP_SECONDS })
}
