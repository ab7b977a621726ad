import type { CurrencyCode } from '../../../../kernel/currency.ts'
import { money } from '../../../../kernel/money.ts'
import type { Reason } from '../priced-basket.ts'
import type { PromotionsApplied } from './apply-promotions.ts'

interface PromotionReasons {
  /** By the place of the line in the basket; empty places are lines of which nothing was taken. */
  readonly ofLines: readonly (readonly Reason[] | undefined)[]
  readonly ofBasket: readonly Reason[]
}

/**
 * What each promotion did, for each line and in all; and for each that did nothing, the first thing that spoke against it.
 * `lines` tells which line of the basket stands at which position of the engine.
 */
export function promotionReasons(
  { applied, refused }: PromotionsApplied,
  currency: CurrencyCode,
  lines: readonly { readonly index: number }[],
): PromotionReasons {
  const ofLines: Reason[][] = []
  const ofBasket: Reason[] = []
  for (const { promotion, gift } of applied) {
    const { code } = promotion
    for (let position = 0; position < lines.length; position += 1) {
      const amount = gift.lines[position]!
      if (amount <= 0) continue
      const line = lines[position]!.index
      const params = { promotion: code, saved: money(amount, currency) }
      const reason: Reason = { rule: 'promotion', applied: true, line, because: 'promotion', params }
      const told = ofLines[line]
      if (told) told.push(reason)
      else ofLines[line] = [reason]
    }
    ofBasket.push({
      rule: 'promotion',
      applied: true,
      line: null,
      because: gift.held ? `promotion_held_by_${gift.held}` : 'promotion',
      params: { promotion: code, saved: money(gift.total, currency) },
    })
  }
  for (const { promotion, because, params } of refused) {
    ofBasket.push({
      rule: 'promotion',
      applied: false,
      line: null,
      because,
      params: { promotion: promotion.code, ...params },
    })
  }
  return { ofLines, ofBasket }
}
