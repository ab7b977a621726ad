import { ok, type Result } from '../../../kernel/result.ts'
import { compare, isPositive, money, type Money } from '../../../kernel/money.ts'
import { addDays, compareDates, type LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'

/** Why a customer was given store credit. */
export const CAUSES = ['goodwill', 'refund', 'return', 'correction', 'points'] as const
export type Cause = (typeof CAUSES)[number]

/** Those that staff choose from; `refund` is what became of money that went back, `points` of points of the programme. */
export const CAUSES_BY_HAND = ['goodwill', 'return', 'correction'] as const satisfies readonly Cause[]

/** More is a typing error. */
const MOST = 100_000_000n

export interface CreditWish {
  readonly amount: Money
  /** Its last day; null for ever, undefined as the shop has it. */
  readonly expiresOn?: LocalDate | null | undefined
}

export interface CreditTerms {
  /** In which the legal person owes it. */
  readonly currency: string
  readonly today: LocalDate
  /** How long it is good for where nobody says so; 0 for ever. */
  readonly validDays: number
}

/** Until when it is good. A last day that is over, nothing, and other money are refused. */
export function decideCredit(wish: CreditWish, { currency, today, validDays }: CreditTerms): Result<LocalDate | null> {
  if (wish.amount.currency !== currency) return refusals.currency_wrong({ field: 'amount', params: { currency } })
  if (!isPositive(wish.amount) || compare(wish.amount, money(MOST, currency)) > 0) {
    return refusals.amount_wrong({ field: 'amount' })
  }
  if (wish.expiresOn === undefined) return ok(validDays === 0 ? null : addDays(today, validDays))
  if (wish.expiresOn !== null && compareDates(wish.expiresOn, today) < 0) {
    return refusals.day_over({ field: 'expiresOn' })
  }
  return ok(wish.expiresOn)
}
