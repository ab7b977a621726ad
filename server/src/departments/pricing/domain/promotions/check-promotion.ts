import { percent, type Percent } from '../../../../kernel/rate.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { refusals } from '../refusals.ts'
import type { Action, Amounts, Promotion, Tier } from './promotion.ts'

const WHOLE = percent('100').ppm

/** What no schema can say of a promotion: percentages up to a hundred, tiers that rise, a period that ends after it begins. */
export function checkPromotion(promotion: Promotion, field: string): Result<void> {
  const { from, until, action, cap } = promotion
  if (from && until && until <= from) return refusals.promotion_period_empty({ field: `${field}.until` })
  for (const [where, value] of percentsOf(action)) {
    if (value.ppm < 0n || value.ppm > WHOLE)
      return refusals.promotion_percent_out_of_range({ field: `${field}.${where}` })
  }
  for (const [where, amounts] of [...amountsOf(promotion), ...(cap ? ([['cap', cap]] as const) : [])]) {
    const twice = amounts.find((one, index) => amounts.findIndex(({ currency }) => currency === one.currency) < index)
    if (twice)
      return refusals.promotion_currency_twice({ field: `${field}.${where}`, params: { currency: twice.currency } })
  }
  if (action.kind === 'order_tiers' && !rises(action.tiers)) {
    return refusals.promotion_tiers_not_rising({ field: `${field}.action.tiers` })
  }
  return ok()
}

function percentsOf(action: Action): (readonly [string, Percent])[] {
  if ('percent' in action) return [['action.percent', action.percent]]
  if (action.kind !== 'order_tiers') return []
  return action.tiers.flatMap(({ off }, index) =>
    'percent' in off ? [[`action.tiers.${index}.off.percent`, off.percent] as const] : [],
  )
}

function amountsOf({ action, conditions }: Promotion): (readonly [string, Amounts])[] {
  const ofConditions = conditions.flatMap((condition, index) =>
    'amounts' in condition ? [[`conditions.${index}.amounts`, condition.amounts] as const] : [],
  )
  if ('amounts' in action) return [...ofConditions, ['action.amounts', action.amounts]]
  return ofConditions
}

/** One measure for all tiers, each above the one before: in every currency that the first is given in. */
function rises(tiers: readonly Tier[]): boolean {
  return tiers.every(({ from }, index) => {
    const before = tiers[index - 1]?.from
    if (before === undefined) return true
    if (typeof from === 'number' || typeof before === 'number') return typeof from === typeof before && from > before
    return before.every(({ amount, currency }) => {
      const next = from.find((one) => one.currency === currency)
      return next !== undefined && next.amount > amount
    })
  })
}
