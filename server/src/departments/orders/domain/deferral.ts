import { applyRate, percentFromPpm, rateOf } from '../../../kernel/rate.ts'
import { isPositive, minimum, money, subtract, sum, times, zero, type Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'

/** What of a pre-ordered basket is paid today, and what once it is ready. */
export interface Deferral {
  readonly today: Money
  /** With the delivery. */
  readonly later: Money
  /** About when the last of it ships. */
  readonly readyOn: LocalDate
  /** Of each line, in their order. */
  readonly todayOfLines: readonly Money[]
}

/** What of goods is paid when they are ordered, as their promise says. */
interface PaidWhenOrdered {
  readonly kind: 'all' | 'share' | 'amount' | 'nothing'
  readonly sharePpm: number | null
  readonly amount: number | null
  readonly currency: string | null
}

export interface LineToDefer {
  readonly quantity: number
  /** Undefined where it cannot be ordered. */
  readonly total: Money | undefined
  /** Of pieces that are not there yet; undefined where all of them are. */
  readonly promise: { readonly shipsOn: LocalDate; readonly paidToday: PaidWhenOrdered } | undefined
}

/** Why all is paid today although some of it could be paid later: other goods, that need not be waited for, lie beside it. */
export type Deferred = { readonly deferral: Deferral } | { readonly deferral: undefined; readonly mixed: boolean }

/**
 * A part is paid later only where all of the basket is pre-ordered so: an order is sent, paid and documented as one, and goods that are there
 * would wait for the rest of those that are not. `others`: something besides these lines is in it.
 */
export function deferralOf(
  lines: readonly LineToDefer[],
  { total, others }: { readonly total: Money; readonly others: boolean },
): Deferred {
  const waiting = lines.map(waitingOf)
  const sound = waiting.filter((one) => one !== undefined)
  const mixed = sound.length > 0
  if (!mixed || others || sound.length < lines.length) return { deferral: undefined, mixed }
  const todayOfLines = sound.map(({ today }) => today)
  const today = sum(todayOfLines, total.currency)
  const later = subtract(total, today)
  if (!isPositive(later)) return { deferral: undefined, mixed: false }
  const readyOn = sound
    .map(({ shipsOn }) => shipsOn)
    .toSorted()
    .at(-1)!
  return { deferral: { today, later, readyOn, todayOfLines } }
}

function waitingOf({ quantity, total, promise }: LineToDefer) {
  if (!promise || !total) return undefined
  const today = todayOf(total, quantity, promise.paidToday)
  return today && { today, shipsOn: promise.shipsOn }
}

/** Undefined where all of it is paid today. */
function todayOf(
  total: Money,
  quantity: number,
  { kind, sharePpm, amount, currency }: PaidWhenOrdered,
): Money | undefined {
  if (kind === 'nothing') return zero(total.currency)
  if (kind === 'share') return applyRate(total, rateOf(percentFromPpm(sharePpm ?? 0)), 'half_up')
  const known = kind === 'amount' && amount !== null && currency === total.currency
  return known ? minimum(total, times(money(amount, currency), quantity)) : undefined
}
