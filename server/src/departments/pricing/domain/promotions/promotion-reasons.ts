import type { CurrencyCode } from '../../../../kernel/currency.ts'
import { money } from '../../../../kernel/money.ts'
import type { Reason } from '../priced-basket.ts'
import type { PromotionsApplied } from './apply-promotions.ts'

/**
 * What each promotion did, for each line and in all; and for each that did nothing, the first thing that spoke against it.
 * `lines` tells which line of the basket stands at which position of the engine.
 */
export function promotionReasons(
  { applied, refused }: PromotionsApplied,
  currency: CurrencyCode,
  lines: readonly { readonly index: number }[],
): Reason[] {
  const reasons: Reason[] = []
  for (const { promotion, gift } of applied) {
    const { code } = promotion
    gift.lines.forEach((amount, position) => {
      if (amount > 0) {
        const params = { promotion: code, saved: money(amount, currency) }
        reasons.push({ rule: 'promotion', applied: true, line: lines[position]!.index, because: 'promotion', params })
      }
    })
    reasons.push({
      rule: 'promotion',
      applied: true,
      line: null,
      because: gift.held ? `promotion_held_by_${gift.held}` : 'promotion',
      params: { promotion: code, saved: money(gift.total, currency) },
    })
  }
  for (const { promotion, because, params } of refused) {
    reasons.push({
      rule: 'promotion',
      applied: false,
      line: null,
      because,
      params: { promotion: promotion.code, ...params },
    })
  }
  return reasons
}
