/**
 * Which movement of ours a line of a payout is. By the provider's own name of the movement, and where a file does not name it, by
 * that of its payment and the sum. What does not agree to the unit is no match: a person looks, and says in words what it was.
 */
import { currencyCode } from '../../../kernel/currency.ts'
import { exchange, exchangeRate } from '../../../kernel/exchange-rate.ts'
import { money } from '../../../kernel/money.ts'
import { localDate } from '../../../kernel/time.ts'
import type { LineKind, ProviderPayoutLine } from './payout.ts'

/** A movement that the line may be. `amount` is what it moved: without a sign, save for a dispute, which takes and gives back. */
export interface Movement {
  readonly id: string
  readonly paymentId: string
  readonly orderId: string
  readonly entityId: string
  readonly kind: 'capture' | 'refund' | 'dispute'
  readonly providerRef: string
  readonly providerPaymentId: string | null
  readonly amount: bigint
  /** What the provider kept for it, where the movement itself says so. */
  readonly fee: bigint
  readonly currency: string
  /** Another line pays it out. */
  readonly taken: boolean
}

export const REASONS = [
  'unknown_here',
  'paid_out_before',
  'amount_differs',
  'currency_differs',
  'refund_returned',
  'dispute',
  'adjustment',
  'unknown_kind',
  'sum_differs',
] as const
export type Reason = (typeof REASONS)[number]

/** Under what a line is booked that is no movement of ours. */
export const BOOKINGS = ['fee', 'reserve', 'adjustment'] as const
export type Booking = (typeof BOOKINGS)[number] | 'returned'

export type LineVerdict =
  | { readonly verdict: 'matched'; readonly movement: Movement }
  | { readonly verdict: 'booked'; readonly as: Booking }
  | { readonly verdict: 'unexplained'; readonly reason: Reason }

export type LineToJudge = Pick<
  ProviderPayoutLine,
  'id' | 'kind' | 'amount' | 'fee' | 'currency' | 'sourceRef' | 'paymentRef' | 'rate'
>

const WITHOUT_MOVEMENT: Readonly<Record<Exclude<LineKind, 'payment' | 'refund' | 'dispute'>, LineVerdict>> = {
  fee: { verdict: 'booked', as: 'fee' },
  reserve: { verdict: 'booked', as: 'reserve' },
  payout_returned: { verdict: 'booked', as: 'returned' },
  refund_returned: { verdict: 'unexplained', reason: 'refund_returned' },
  adjustment: { verdict: 'unexplained', reason: 'adjustment' },
  other: { verdict: 'unexplained', reason: 'unknown_kind' },
  difference: { verdict: 'unexplained', reason: 'sum_differs' },
}

export function judgeLine(line: LineToJudge, movements: readonly Movement[]): LineVerdict {
  if (line.kind === 'dispute') return judgeDispute(line, movements)
  if (line.kind !== 'payment' && line.kind !== 'refund') return WITHOUT_MOVEMENT[line.kind]
  const kind = line.kind === 'payment' ? 'capture' : 'refund'
  const ofKind = movements.filter((movement) => movement.kind === kind)
  const named = ofKind.filter(({ providerRef }) => providerRef.split(' ')[0] === line.sourceRef)
  const found = named.length > 0 ? exactFirst(line, named) : ofPayment(line, ofKind)
  const free = found.filter(({ taken }) => !taken)
  const [movement] = free
  if (!movement) return unexplained(found.length > 0 ? 'paid_out_before' : 'unknown_here')
  const differs = difference(line, movement)
  return differs ? unexplained(differs) : { verdict: 'matched', movement }
}

/** A dispute's money is known by the line itself: the provider's balance names it, here and there. */
function judgeDispute(line: LineToJudge, movements: readonly Movement[]): LineVerdict {
  const found = movements.find(({ kind, providerRef }) => kind === 'dispute' && providerRef === line.id)
  if (!found) return unexplained('dispute')
  if (found.taken) return unexplained('paid_out_before')
  if (found.currency !== line.currency) return unexplained('currency_differs')
  const same = found.amount === line.amount && found.fee === line.fee
  return same ? { verdict: 'matched', movement: found } : unexplained('amount_differs')
}

/** A file may name the payment alone: then the sum must say which of its movements is meant. */
function ofPayment(line: LineToJudge, movements: readonly Movement[]): Movement[] {
  if (line.sourceRef !== null || line.paymentRef === null) return []
  const same = movements.filter(({ providerPaymentId }) => providerPaymentId === line.paymentRef)
  return exactFirst(line, same)
}

/** What was taken in parts goes by one name there: the sum says which part. */
function exactFirst(line: LineToJudge, same: readonly Movement[]): Movement[] {
  const exact = same.filter((movement) => difference(line, movement) === undefined)
  return exact.length > 0 ? exact : [...same]
}

const unexplained = (reason: Reason): LineVerdict => ({ verdict: 'unexplained', reason })

function difference(line: LineToJudge, movement: Movement): Reason | undefined {
  const sign = movement.kind === 'capture' ? 1n : -1n
  const paidOut = line.amount * sign
  if (movement.currency === line.currency) return paidOut === movement.amount ? undefined : 'amount_differs'
  if (line.rate === null) return 'currency_differs'
  const rate = exchangeRate({
    from: currencyCode(movement.currency),
    to: line.currency,
    rate: line.rate,
    source: 'provider',
    on: localDate('1970-01-01'),
  })
  const { amount } = exchange(money(movement.amount, movement.currency), rate, 'half_even')
  // Providers round a rate before they tell it: by how much that can be off grows with the sum, never beyond 1 in 10,000.
  const slack = 1n + amount / 10_000n
  const off = paidOut - amount
  return off <= slack && -off <= slack ? undefined : 'amount_differs'
}
