import { ok, type Result } from '../../kernel/result.ts'
import type { StaffActor } from '../auth/staff-directory.ts'
import { hostRefusals } from '../refusals.ts'
import type { Call } from './route.ts'

/** For routes that are everybody's own and only staff's: a customer has a session too, and no business here. */
export function staffOf({ actor }: Call): Result<StaffActor> {
  if (actor.kind === 'staff') return ok(actor)
  return actor.kind === 'guest' ? hostRefusals.not_signed_in() : hostRefusals.not_allowed()
}
