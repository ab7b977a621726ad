import { ok, type Result } from '../../kernel/result.ts'
import { CUSTOMER_COOKIE, STAFF_COOKIE } from '../http/cookies.ts'
import type { Call } from '../http/route.ts'
import { LIFETIME_HOURS, type SubjectKind } from './sessions.ts'

const COOKIES: Readonly<Record<SubjectKind, string>> = { staff: STAFF_COOKIE, customer: CUSTOMER_COOKIE }

/** The new token goes into the cookie and nowhere else: no script can read it there. A refusal sets none. */
export function carrySession(call: Call, kind: SubjectKind, result: Result<{ sessionToken: string }>): Result<void> {
  if (!result.ok) return result
  call.setCookie(COOKIES[kind], result.value.sessionToken, { maxAgeSeconds: LIFETIME_HOURS[kind] * 3600 })
  return ok()
}

export function dropSession(call: Call, kind: SubjectKind): void {
  call.setCookie(COOKIES[kind], '', { maxAgeSeconds: 0 })
}
