import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { soundProgramme, type ProgrammeWish, type Terms } from '../domain/programme.ts'
import { refusals } from '../domain/refusals.ts'
import { countCategories } from '../queries/order-facts.ts'
import { findPlace, findTerms } from '../queries/read-terms.ts'
import { lockProgramme } from '../store/locks.ts'
import { insertTerms } from '../store/terms.ts'

/** New terms for orders placed from now on; orders that were placed keep theirs. */
export async function putProgramme(
  ctx: Context,
  { market, wish }: { readonly market: string; readonly wish: ProgrammeWish },
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  if (!(await findPlace(ctx.tx, market))) return refusals.unknown_market()
  const sound = soundProgramme(wish)
  if (!sound.ok) return sound
  const { excludedCategories } = sound.value
  if ((await countCategories(ctx.tx, excludedCategories)) < excludedCategories.length) {
    return refusals.unknown_category({ field: 'excludedCategories' })
  }
  lockProgramme(ctx, market)
  const held = await findTerms(ctx.tx, market)
  const expected = expectVersion(held?.version, version || undefined)
  if (!expected.ok) return expected
  const changes = changedFields(held && said(held), said(sound.value))
  if (changes.length === 0) return ok({ version: held?.version ?? 0 })
  const now = (held?.version ?? 0) + 1
  insertTerms(ctx, { ...sound.value, id: ctx.newId(), market, version: now, from: ctx.now })
  ctx.audit({ action: 'loyalty:write', objectType: 'loyalty_programme', objectId: market, version: now, changes })
  return ok({ version: now })
}

/** As the trail keeps it: whole numbers, and fields by themselves. */
function said(wish: ProgrammeWish | Terms): Record<string, unknown> {
  const { running, names, afterTax, excludedCategories, excludedGroups, confirmDays, expiryMonths } = wish
  const { expiresAfter, redemptionPpm } = wish
  return {
    ...{ running, names, afterTax, excludedCategories, excludedGroups, confirmDays, expiryMonths, expiresAfter },
    ...{ redemptionPpm, earnPoints: Number(wish.earnPoints), earnAmount: Number(wish.earnAmount) },
    ...{ pointWorth: Number(wish.pointWorth), leastPoints: Number(wish.leastPoints) },
  }
}
