import type { TimeSpan } from '../../../../kernel/time-span.ts'
import type { PromotionDraft } from './promotion-draft.ts'
import type { TermsJson } from './promotion-terms.ts'
import type { GoodsSelector } from './promotion.ts'

/** What a promotion is to those who plan: when it sells what, and where. */
export interface PromotionIntent extends TimeSpan {
  /** What costs less to send sells goods, and changes no price of theirs. */
  readonly kind: 'promotion' | 'campaign'
  readonly markets: readonly string[]
  /** Each names some goods; none: everything. */
  readonly selectors: readonly GoodsSelector[]
}

const OPEN_END_MS = 28 * 86_400_000

/**
 * Undefined for what is no event but how the shop always sells: without an end and for everything. Without an end but for some goods,
 * its first four weeks count, in which people hear of it. Without a beginning it begins when it was made.
 */
export function intentOf(
  { beginsAt, endsAt, terms }: PromotionDraft,
  { madeAt, now }: { readonly madeAt: Date; readonly now: Date },
): PromotionIntent | undefined {
  const selectors = selectorsOf(terms)
  if (endsAt === null && selectors.length === 0) return undefined
  const startsAt = beginsAt ?? madeAt
  const end = endsAt ?? new Date(startsAt.getTime() + OPEN_END_MS)
  if (end <= now || end <= startsAt) return undefined
  const { action, conditions } = terms
  const isDelivery = action.kind === 'delivery_percent' || action.kind === 'delivery_amount'
  const markets = conditions.flatMap((one) => (one.kind === 'market' ? [...one.markets] : []))
  return {
    startsAt,
    endsAt: end,
    kind: isDelivery ? 'campaign' : 'promotion',
    markets: [...new Set(markets)],
    selectors,
  }
}

function selectorsOf({ action }: TermsJson): readonly GoodsSelector[] {
  if (action.kind === 'gift') return [{ variants: [action.variant] }]
  if (!('goods' in action) || !action.goods) return []
  const selectors: GoodsSelector[] = [action.goods]
  if (action.kind === 'buy_get' && action.getGoods) selectors.push(action.getGoods)
  return selectors.every(namesGoods) ? selectors : []
}

function namesGoods({ products, variants, categories, labels, brands, collections }: GoodsSelector): boolean {
  return [products, variants, categories, labels, brands, collections].some(
    (list) => list !== undefined && list.length > 0,
  )
}
