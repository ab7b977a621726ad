import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { OWNER, decideGrant } from '../domain/roles.ts'
import { lockOwnership, lockStaff } from '../store/locks.ts'
import { countOthersWithRole, findRoles, replaceRoles } from '../store/staff.ts'
import { requireConfirmedToGrant } from './confirm-session.ts'
import { granterOf } from './granter-of.ts'

export interface ChangeRolesInput {
  readonly staffId: string
  readonly roles: readonly string[]
  /** The version that the caller saw. */
  readonly version: number
  /** Of who asks; needed where what is given opens the door to others. */
  readonly sessionToken?: string | undefined
}

/** Open sessions stay open; what they may do changes with their next call. */
export async function changeRoles(ctx: Context, input: ChangeRolesInput): Promise<Result<{ version: number }>> {
  await lockOwnership(ctx.tx, OWNER)
  const staff = await lockStaff(ctx.tx, input.staffId)
  if (!staff) return refusals.not_found()
  if (staff.ended) return refusals.already_ended()
  if (staff.version !== input.version) return hostRefusals.version_conflict({ params: { version: staff.version } })
  const wanted = new Set(input.roles)
  const held = new Set(staff.roles)
  const changed = [...new Set([...held, ...wanted])].filter((code) => held.has(code) !== wanted.has(code))
  const roles = await findRoles(ctx.tx, changed)
  if (roles.length < changed.length) return refusals.unknown_role({ field: 'roles' })
  const granted = decideGrant(granterOf(ctx.actor), roles)
  if (!granted.ok) return granted
  const given = roles.filter(({ code }) => wanted.has(code)).flatMap(({ permissions }) => permissions)
  const confirmed = await requireConfirmedToGrant(ctx, given, input.sessionToken)
  if (!confirmed.ok) return confirmed
  const unseats = staff.roles.includes(OWNER) && !wanted.has(OWNER)
  if (unseats && (await countOthersWithRole(ctx.tx, OWNER, staff.id)) === 0) {
    return refusals.last_owner({ field: 'roles' })
  }
  const version = staff.version + 1
  replaceRoles(ctx, staff.id, [...wanted])
  ctx.audit({
    action: 'people:write',
    objectType: 'staff',
    objectId: staff.id,
    version,
    changes: [{ field: 'roles', before: staff.roles, after: [...wanted].sort() }],
  })
  return ok({ version })
}
