import type { Context } from '../../../host/context.ts'
import type { Scope } from '../../../host/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import { decideAccess, type Access } from '../domain/access.ts'
import type { CompanyId } from '../domain/company.ts'
import { refusals } from '../domain/refusals.ts'
import type { StaffId } from '../domain/staff.ts'
import { companyExists } from '../store/companies.ts'
import { isOwnStaff } from '../store/staff.ts'

export interface AccessInput {
  readonly companyId?: string | null | undefined
  /** Whoever asks, unless told. */
  readonly sponsorId?: string | null | undefined
  readonly beginsAt?: Date | null | undefined
  readonly endsAt?: Date | null | undefined
  readonly scope?: Scope | null | undefined
}

export interface AccessQuestion {
  readonly input: AccessInput
  readonly before?: Access | undefined
  readonly reason?: string | undefined
}

/** The access that was asked for, once its company and its sponsor are known and the rules allow it. */
export async function checkAccess(ctx: Context, { input, before, reason }: AccessQuestion): Promise<Result<Access>> {
  const asking = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const wish: Access = {
    companyId: (input.companyId ?? null) as CompanyId | null,
    sponsorId: (input.sponsorId ?? before?.sponsorId ?? asking) as StaffId | null,
    beginsAt: input.beginsAt ?? null,
    endsAt: input.endsAt ?? null,
    scope: input.scope ?? null,
  }
  const decided = decideAccess({ wish, before, reason, now: ctx.now })
  if (!decided.ok) return decided
  const { companyId, sponsorId } = decided.value
  if (companyId !== null && !(await companyExists(ctx.tx, companyId))) {
    return refusals.unknown_company({ field: 'companyId' })
  }
  if (sponsorId !== null && !(await isOwnStaff(ctx.tx, sponsorId, ctx.now))) {
    return refusals.unknown_sponsor({ field: 'sponsorId' })
  }
  return decided
}
