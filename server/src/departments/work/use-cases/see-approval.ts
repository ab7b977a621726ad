import { staffBehind, type Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../../people/index.ts'
import { approvalRefusals as refusals } from '../domain/approval-refusals.ts'
import { findApproval } from '../queries/read-approval.ts'
import { maySee, type Looking } from '../queries/view-approval.ts'
import type { StoredApproval } from '../queries/approval-row.ts'

export interface SeenApproval {
  readonly stored: StoredApproval
  readonly looking: Looking
}

/** A request, to who may see it; to others it is not there. */
export async function readVisibleApproval(house: House, id: string, actor: Actor): Promise<Result<SeenApproval>> {
  const staffId = staffBehind(actor)
  const [stored, staff] = await Promise.all([
    findApproval(house.database, id),
    staffId === undefined ? undefined : findStaff(house.database, staffId),
  ])
  const looking = { actor, roles: staff?.roles ?? [], now: house.clock.now() }
  return stored && maySee(stored, looking) ? ok({ stored, looking }) : refusals.approval_not_found()
}
