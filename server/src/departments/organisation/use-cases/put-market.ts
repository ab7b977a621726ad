import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkMarket, type MarketDraft, type Unchecked } from '../domain/check-definition.ts'
import { refusals } from '../domain/refusals.ts'
import { entityExists, insertMarket, lockMarket, updateMarket } from '../store/put-organisation.ts'

export interface MarketToPut {
  readonly market: Unchecked<MarketDraft>
  /** In the shop's order; where it is, or last, unless told. */
  readonly position?: number | undefined
  readonly version: number | undefined
}

/** Makes a market, or changes the one of this code; answers its version. Whether its location exists is the flow's to ask. */
export async function putMarket(
  ctx: Context,
  { market: draft, position, version }: MarketToPut,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockMarket(ctx, draft.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const checked = checkMarket(draft, existing)
  if (!checked.ok) return checked
  const market = checked.value
  if (!(await entityExists(ctx, market.entityCode))) return refusals.unknown_entity({ field: 'entityCode' })
  const changes = changedFields(existing, position === undefined ? market : { ...market, position })
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateMarket(ctx, market, position)
  else insertMarket(ctx, market, position)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'organisation:write', objectType: 'market', objectId: market.code, version: now, changes })
  return ok({ version: now })
}
