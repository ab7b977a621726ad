import { listMarkets } from '../../departments/organisation/index.ts'
import {
  listPoliciesInForce,
  POLICY_KINDS,
  publishPolicy,
  readyMadeDraft,
  saveDraft,
} from '../../departments/legal/index.ts'
import type { Context, House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'

/** What Bottega Laguna promises in its markets, and one draft that its owner is still thinking about. Once, however often it is run. */
export async function loadPolicies(ctx: Context, { translations }: Pick<House, 'translations'>): Promise<Result<void>> {
  const markets = await listMarkets(ctx.tx)
  for (const { code: market } of markets) {
    const there = await listPoliciesInForce(ctx.tx, { market, at: ctx.now })
    if (there.length > 0) continue
    for (const kind of POLICY_KINDS) {
      const key = { market, kind }
      const saved = await saveDraft(ctx, { key, draft: readyMadeDraft(translations, kind), version: undefined })
      if (!saved.ok) return saved
      await ctx.tx.flush()
      const published = await publishPolicy(ctx, { key, version: saved.value.version, effectiveAt: undefined })
      if (!published.ok) return published
      await ctx.tx.flush()
    }
  }
  const [first] = markets
  if (!first) return ok()
  const { texts, rules } = readyMadeDraft(translations, 'returns')
  const thought = await saveDraft(ctx, {
    key: { market: first.code, kind: 'returns' },
    draft: { texts, rules: { ...rules, returnDays: 60, returnPostage: 'shop' } },
    version: undefined,
  })
  return thought.ok || thought.refusal.code === 'host.version_required' ? ok() : thought
}
