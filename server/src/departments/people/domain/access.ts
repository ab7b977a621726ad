import { ok, type Result } from '../../../kernel/result.ts'
import type { CompanyId } from './company.ts'
import { refusals } from './refusals.ts'
import type { StaffId } from './staff.ts'

/** Kind -> codes of the rows that somebody may touch; as the host's actor carries it. */
export type AccessScope = Readonly<Partial<Record<'market' | 'location', readonly string[]>>>

/** Whose people somebody belongs to, from when to when they may act, who answers for them, and how far their work reaches. */
export interface Access {
  /** Null: the organisation's own. */
  readonly companyId: CompanyId | null
  readonly sponsorId: StaffId | null
  readonly beginsAt: Date | null
  readonly endsAt: Date | null
  readonly scope: AccessScope | null
}

export const OWN_AND_OPEN: Access = { companyId: null, sponsorId: null, beginsAt: null, endsAt: null, scope: null }

export interface AccessWish {
  readonly wish: Access
  /** Undefined for somebody new. */
  readonly before: Access | undefined
  readonly reason: string | undefined
  readonly now: Date
}

/** What somebody's access becomes. Nobody from outside stays without an end, and whoever stays longer stays for a reason. */
export function decideAccess({ wish, before, reason, now }: AccessWish): Result<Access> {
  const { companyId, beginsAt, endsAt } = wish
  if (companyId !== null && endsAt === null) return refusals.access_needs_end({ field: 'endsAt' })
  if (companyId !== null && wish.sponsorId === null) return refusals.unknown_sponsor({ field: 'sponsorId' })
  if (endsAt !== null && endsAt <= now) return refusals.access_ends_in_past({ field: 'endsAt' })
  if (beginsAt !== null && endsAt !== null && beginsAt >= endsAt) return refusals.access_order({ field: 'beginsAt' })
  if (before && staysLonger(before, wish) && !reason?.trim()) return refusals.reason_missing({ field: 'reason' })
  return ok({ ...wish, sponsorId: companyId === null ? null : wish.sponsorId, scope: plainScope(wish.scope) })
}

/** Of somebody from outside. The organisation's own come and go by other papers. */
export function staysLonger(before: Access, wish: Access): boolean {
  if (before.companyId === null || before.endsAt === null) return false
  return wish.endsAt === null || wish.endsAt > before.endsAt
}

/** Null where nothing narrows, so that "everything" is written in one way. */
function plainScope(scope: AccessScope | null): AccessScope | null {
  const kinds = (['market', 'location'] as const).flatMap((kind) => {
    const codes = scope?.[kind]
    return codes === undefined ? [] : [[kind, [...new Set(codes)].sort()] as const]
  })
  return kinds.length === 0 ? null : Object.fromEntries(kinds)
}

/** Whose rights nothing limits: of these one must always be left who is an owner. */
export function isUnlimited({ companyId, beginsAt, endsAt, scope }: Access): boolean {
  return companyId === null && beginsAt === null && endsAt === null && scope === null
}
