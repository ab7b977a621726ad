import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideAct, type PersonAct } from '../domain/person-acts.ts'
import { refusals } from '../domain/refusals.ts'
import { OWNER } from '../domain/roles.ts'
import type { Staff } from '../domain/staff.ts'
import { lockOwnership, lockStaff } from '../store/locks.ts'
import { countOthersWithRole, findRoles, isSuspended } from '../store/staff.ts'
import { granterOf } from './granter-of.ts'

/** These may take the last owner from the house: two of them at once must not. */
const UNSEATING: readonly PersonAct[] = ['change_access', 'end_access', 'suspend', 'end']

/** The person, locked, once whoever asks may do this to them. */
export async function lockForAct(ctx: Context, act: PersonAct, staffId: string): Promise<Result<Staff>> {
  if (UNSEATING.includes(act)) await lockOwnership(ctx.tx, OWNER)
  const staff = await lockStaff(ctx.tx, staffId)
  if (!staff) return refusals.not_found()
  const standing = {
    ended: staff.ended,
    suspended: await isSuspended(ctx.tx, staff.id),
    isCaller: staffBehind(ctx.actor) === staff.id,
    outside: staff.access.companyId !== null,
    lastOwner: staff.roles.includes(OWNER) && (await countOthersWithRole(ctx.tx, OWNER, staff.id)) === 0,
    roles: await findRoles(ctx.tx, staff.roles),
  }
  const decided = decideAct(act, standing, granterOf(ctx.actor))
  return decided.ok ? ok(staff) : decided
}
