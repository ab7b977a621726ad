import type { Money } from '../../../../kernel/money.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Id } from '../../../../kernel/ids.ts'
import { refusals } from '../refusals.ts'
import { checkPromotion } from './check-promotion.ts'
import { USUAL_CLASS } from './promotion.ts'
import { readTerms, type TermsJson } from './promotion-terms.ts'

export type PromotionId = Id<'promotion'>

export interface PromotionLimits {
  readonly mostUses: number | null
  readonly mostUsesOfCustomer: number | null
  readonly budget: Money | null
}

/** A promotion as people keep it. */
export interface PromotionDraft {
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly needsCoupon: boolean
  readonly beginsAt: Date | null
  readonly endsAt: Date | null
  readonly terms: TermsJson
  readonly limits: PromotionLimits
  readonly priority: number
  readonly stackingClass: string
  readonly exclusive: boolean
}

/** As it comes in: what is left out has its usual value. */
export type PromotionWish = Omit<PromotionDraft, 'priority' | 'stackingClass' | 'exclusive'> &
  Partial<Pick<PromotionDraft, 'priority' | 'stackingClass' | 'exclusive'>>

export function draftOf({ priority, stackingClass, exclusive, ...wish }: PromotionWish): PromotionDraft {
  return {
    ...wish,
    priority: priority ?? 0,
    stackingClass: stackingClass ?? USUAL_CLASS,
    exclusive: exclusive ?? false,
  }
}

/** What was used of the limits so far: nobody sets a limit below it. */
export interface PromotionUse {
  readonly uses: number
  readonly spent: bigint
  readonly budgetCurrency: string | null
}

/** Whether a promotion may be kept so; `fields` of the terms are told as the API has them. */
export function checkDraft(draft: PromotionDraft, used: PromotionUse | undefined): Result<void> {
  const { code, names, beginsAt, endsAt, terms, limits, priority, stackingClass, exclusive } = draft
  const checked = checkPromotion(
    {
      code,
      names,
      ...(beginsAt && { from: beginsAt }),
      ...(endsAt && { until: endsAt }),
      ...readTerms(terms),
      priority,
      stackingClass,
      exclusive,
    },
    '',
  )
  if (!checked.ok) {
    const { field, ...rest } = checked.refusal
    return { ok: false, refusal: { ...rest, field: (field ?? '').replace(/^\./, '').replace(/^until$/, 'endsAt') } }
  }
  if (limits.mostUsesOfCustomer !== null && !draft.needsCoupon) {
    // Who buys is known when the order is placed: only a coupon can be taken out of the basket then.
    return refusals.promotion_customer_limit_needs_coupon({ field: 'limits.mostUsesOfCustomer' })
  }
  return checkLimits(limits, used)
}

function checkLimits({ mostUses, budget }: PromotionLimits, used: PromotionUse | undefined): Result<void> {
  if (!used) return ok()
  if (mostUses !== null && mostUses < used.uses) {
    return refusals.promotion_limit_below_uses({ field: 'limits.mostUses', params: { uses: used.uses } })
  }
  if (used.spent > 0n && budget && budget.currency !== used.budgetCurrency) {
    return refusals.promotion_budget_currency_fixed({
      field: 'limits.budget.currency',
      params: { currency: used.budgetCurrency ?? '' },
    })
  }
  if (budget && budget.amount < used.spent) {
    return refusals.promotion_budget_below_spent({ field: 'limits.budget' })
  }
  return ok()
}
