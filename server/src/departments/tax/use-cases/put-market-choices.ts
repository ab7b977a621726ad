import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { lockMarketChoices, saveMarketChoices } from '../store/market-choices.ts'
import { choicesOf, type MarketChoices } from './choices-of.ts'

export interface ChoicesToPut {
  readonly market: string
  /** What is left out stays as it is. */
  readonly choices: Partial<MarketChoices>
  readonly version: number | undefined
}

/** What a market decides where the laws disagree: for baskets from now on. Orders keep what they were placed under. */
export async function putMarketChoices(
  ctx: Context,
  { market, choices, version }: ChoicesToPut,
): Promise<Result<{ readonly version: number }>> {
  const stored = await lockMarketChoices(ctx, market)
  if (!stored) return refusals.unknown_market()
  const expected = expectVersion(stored.version === 0 ? undefined : stored.version, version || undefined)
  if (!expected.ok) return expected
  const before = choicesOf(stored.choices)
  const after = { ...before, ...choices }
  const changes = changedFields(before, after)
  if (changes.length === 0) return ok({ version: stored.version })
  saveMarketChoices(ctx, market, after)
  const now = stored.version + 1
  ctx.audit({ action: 'tax:write', objectType: 'tax_choices', objectId: market, version: now, changes })
  return ok({ version: now })
}
