import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { refusals } from '../domain/refusals.ts'
import { decideGrant } from '../domain/roles.ts'
import { normalEmail, type StaffId } from '../domain/staff.ts'
import { findRoles, insertStaff } from '../store/staff.ts'
import { checkAccess, type AccessInput } from './check-access.ts'
import { requireConfirmedToGrant } from './confirm-session.ts'
import { describeAccess } from './describe-access.ts'
import { granterOf } from './granter-of.ts'

export interface CreateStaffInput {
  readonly name: string
  readonly email: string
  readonly locale?: string | undefined
  readonly jobTitle?: string | null | undefined
  readonly timeZone?: string | null | undefined
  readonly roles: readonly string[]
  /** The organisation's own, without an end, unless told. */
  readonly access?: AccessInput | undefined
  /** Of who asks; needed where the roles open the door to others. */
  readonly sessionToken?: string | undefined
}

const OPEN = { company: null, sponsorId: null, beginsAt: null, endsAt: null, scope: null }

/** A member of staff without a password: they choose it through an activation link. */
export async function createStaff(ctx: Context, input: CreateStaffInput): Promise<Result<{ id: StaffId }>> {
  const email = normalEmail(input.email)
  if (!isEmail(email)) return refusals.invalid_email({ field: 'email' })
  const codes = [...new Set(input.roles)]
  const roles = await findRoles(ctx.tx, codes)
  if (roles.length < codes.length) return refusals.unknown_role({ field: 'roles' })
  const granted = decideGrant(granterOf(ctx.actor), roles)
  if (!granted.ok) return granted
  const given = roles.flatMap(({ permissions }) => permissions)
  const confirmed = await requireConfirmedToGrant(ctx, given, input.sessionToken)
  if (!confirmed.ok) return confirmed
  const access = await checkAccess(ctx, { input: input.access ?? {} })
  if (!access.ok) return access
  const id = ctx.newId<'staff'>()
  insertStaff(ctx, {
    id,
    name: input.name.trim(),
    email,
    locale: input.locale ?? 'en',
    jobTitle: input.jobTitle?.trim() || null,
    timeZone: input.timeZone ?? null,
    access: access.value,
    roles: codes,
  })
  ctx.audit({
    action: 'people:write',
    objectType: 'staff',
    objectId: id,
    version: 1,
    changes: [
      { field: 'name' },
      { field: 'email' },
      { field: 'roles', before: [], after: codes },
      ...changedFields(OPEN, await describeAccess(ctx.tx, access.value)),
    ],
  })
  return ok({ id })
}
