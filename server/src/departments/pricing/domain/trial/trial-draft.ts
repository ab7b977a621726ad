import type { MoneyJson } from '../../../../kernel/money.ts'
import { moneyFromJson } from '../../../../kernel/money.ts'
import type { PromotionDraft } from '../promotions/promotion-draft.ts'

/** Where the work stands: orders first, then the baskets that nobody ordered. */
export interface TrialPlace {
  readonly phase: 'orders' | 'baskets'
  readonly after?: { readonly at: string; readonly id: string }
}

/** A draft as it is kept with its trial. */
export type TrialDraftJson = Omit<PromotionDraft, 'beginsAt' | 'endsAt' | 'limits'> & {
  readonly beginsAt: string | null
  readonly endsAt: string | null
  readonly limits: Omit<PromotionDraft['limits'], 'budget'> & { readonly budget: MoneyJson | null }
}

export function readTrialDraft({ beginsAt, endsAt, limits, ...draft }: TrialDraftJson): PromotionDraft {
  return {
    ...draft,
    beginsAt: beginsAt === null ? null : new Date(beginsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    limits: { ...limits, budget: limits.budget && moneyFromJson(limits.budget) },
  }
}
