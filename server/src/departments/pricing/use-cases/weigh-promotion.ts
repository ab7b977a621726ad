import type { Context } from '../../../host/context.ts'
import { ALL, marketFact, percentFact, type Facts, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { percent } from '../../../kernel/rate.ts'
import type { Result } from '../../../kernel/result.ts'
import type { PromotionDraft } from '../domain/promotions/promotion-draft.ts'

/** Whether others want to be asked before a promotion begins, changes or goes on. Stopping one is never held. */
export const PROMOTE: GuardedAct = {
  act: 'pricing.promote',
  permission: 'pricing:promote',
  facts: { off: 'percent', market: 'market' },
}

export function weighPromotion(
  ctx: Context,
  { id, draft }: { readonly id: string; readonly draft: PromotionDraft },
): Promise<Result<void>> {
  return weigh(ctx, {
    act: PROMOTE.act,
    facts: factsOf(draft),
    ref: { kind: 'promotion', id },
    label: draft.code,
  })
}

/** An amount off is no percentage of anything that is known before somebody buys: it counts as none. */
function factsOf({ terms: { action, conditions } }: PromotionDraft): Facts {
  const percents = [
    ...('percent' in action ? [action.percent] : []),
    ...('tiers' in action ? action.tiers.flatMap(({ off }) => ('percent' in off ? [off.percent] : [])) : []),
  ]
  const most = percents.reduce((a, b) => (Number(b) > Number(a) ? b : a), '0')
  const markets = conditions.flatMap((one) => (one.kind === 'market' ? [...one.markets] : []))
  return { off: percentFact(percent(most)), market: marketFact(markets.length === 0 ? ALL : markets) }
}
