import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isZone } from '../../../kernel/time.ts'
import { refusals } from '../domain/refusals.ts'
import type { Profile } from '../domain/staff.ts'
import { lockStaff } from '../store/locks.ts'
import { storeProfile } from '../store/staff.ts'

export interface ChangeProfileInput extends Profile {
  readonly staffId: string
  readonly version: number | undefined
}

/** Who somebody is here. The trail names the fields and keeps no values: they are a person's. */
export async function changeProfile(ctx: Context, input: ChangeProfileInput): Promise<Result<{ version: number }>> {
  const staff = await lockStaff(ctx.tx, input.staffId)
  if (!staff) return refusals.not_found()
  if (staff.ended) return refusals.already_ended()
  const seen = expectVersion(staff.version, input.version)
  if (!seen.ok) return seen
  const { timeZone } = input
  if (timeZone !== null && !isZone(timeZone)) return hostRefusals.invalid_input({ field: 'timeZone' })
  const profile: Profile = {
    name: input.name.trim(),
    jobTitle: input.jobTitle?.trim() || null,
    locale: input.locale,
    timeZone,
  }
  storeProfile(ctx, staff.id, profile)
  const fields = (['name', 'jobTitle', 'locale', 'timeZone'] as const).filter(
    (field) => staff.profile[field] !== profile[field],
  )
  const version = staff.version + 1
  ctx.audit({
    action: 'people:change-profile',
    objectType: 'staff',
    objectId: staff.id,
    version,
    changes: fields.map((field) => ({ field })),
  })
  return ok({ version })
}
