import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import { lockRule, saveRule } from '../store/rules.ts'

/** How long the cards of a market are good for; those that were issued keep their last day. */
export async function putRule(
  ctx: Context,
  { market, validMonths }: { market: string; validMonths: number },
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const markets = await listMarkets(ctx.tx)
  if (!markets.some(({ code }) => code === market)) return refusals.unknown_market()
  const held = await lockRule(ctx, market)
  const expected = expectVersion(held?.version, version || undefined)
  if (!expected.ok) return expected
  const changes = changedFields({ validMonths: held?.validMonths ?? 0 }, { validMonths })
  if (changes.length === 0) return ok({ version: held?.version ?? 0 })
  const now = (held?.version ?? 0) + 1
  saveRule(ctx, { market, validMonths, version: now })
  ctx.audit({ action: 'gift-cards:write', objectType: 'gift_card_rule', objectId: market, version: now, changes })
  return ok({ version: now })
}
