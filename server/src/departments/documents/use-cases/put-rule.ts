import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets } from '../../organisation/index.ts'
import type { Issued } from '../domain/owed.ts'
import { refusals } from '../domain/refusals.ts'
import type { ForPersons } from '../domain/sale-kind.ts'
import { usualRule } from '../queries/rules.ts'
import { lockRule, saveRule } from '../store/rules.ts'

/** When a market's sales are documented and with what; what was issued stays. */
export async function putRule(
  ctx: Context,
  { market, issued, forPersons }: { market: string; issued: Issued; forPersons: ForPersons },
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const markets = await listMarkets(ctx.tx)
  if (!markets.some(({ code }) => code === market)) return refusals.unknown_market()
  const held = await lockRule(ctx, market)
  const expected = expectVersion(held?.version, version || undefined)
  if (!expected.ok) return expected
  const { issued: before, forPersons: persons } = held ?? usualRule(market)
  const changes = changedFields({ issued: before, forPersons: persons }, { issued, forPersons })
  if (changes.length === 0) return ok({ version: held?.version ?? 0 })
  const now = (held?.version ?? 0) + 1
  saveRule(ctx, { market, issued, forPersons, version: now })
  ctx.audit({ action: 'documents:write', objectType: 'document_rule', objectId: market, version: now, changes })
  return ok({ version: now })
}
