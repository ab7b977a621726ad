/**
 * What a payout does to the books. The provider held our money in `payments_clearing`; what it pays out is on its way to the bank
 * (`bank_in_transit`), less what it cost. A line that nobody can explain yet stands in `payouts_unexplained` until somebody does. What was
 * paid in another currency goes through `currency_exchange`, so that debits equal credits in each.
 */
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { add, isZero, money, negate, type Money } from '../../../kernel/money.ts'
import type { AccountCode, Posting } from '../../ledger/index.ts'
import type { Booking, Movement } from '../domain/match-line.ts'

export interface LineToPost {
  readonly amount: bigint
  readonly fee: bigint
  readonly currency: CurrencyCode
}

/** What a line turned out to be; null where nobody knows. */
export type Explained =
  | { readonly as: 'movement'; readonly movement: Pick<Movement, 'kind' | 'amount' | 'currency'> }
  | { readonly as: Booking }
  | null

const ACCOUNTS: Readonly<Record<Booking, AccountCode>> = {
  fee: 'payment_fees',
  reserve: 'provider_reserves',
  adjustment: 'payment_adjustments',
  returned: 'payments_clearing',
}

/** From where the sum of a line comes: together they are its amount, credited. */
function sourceOf(line: LineToPost, explained: Explained): Posting[] {
  const whole = money(line.amount, line.currency)
  if (explained === null) return [{ account: 'payouts_unexplained', amount: negate(whole) }]
  if (explained.as !== 'movement') return [{ account: ACCOUNTS[explained.as], amount: negate(whole) }]
  const { kind, amount, currency } = explained.movement
  if (kind === 'dispute') return sourceOfDispute(line)
  const moved = money(kind === 'capture' ? amount : -amount, currency)
  const clearing: Posting = { account: 'payments_clearing', amount: negate(moved) }
  if (moved.currency === whole.currency) {
    return [clearing, { account: 'payment_adjustments', amount: money(moved.amount - whole.amount, currency) }]
  }
  return [
    clearing,
    { account: 'currency_exchange', amount: moved },
    { account: 'currency_exchange', amount: negate(whole) },
  ]
}

/** What a dispute took is in the books with what it cost: nothing of it is a cost of the payout. */
function sourceOfDispute({ amount, fee, currency }: LineToPost): Posting[] {
  return [
    { account: 'payments_clearing', amount: money(fee - amount, currency) },
    { account: 'payment_fees', amount: money(-fee, currency) },
  ]
}

/** The lines of one legal person: what they bring is on its way to its bank. */
export function postingsOfPayout(lines: readonly (LineToPost & { readonly explained: Explained })[]): Posting[] {
  return merged(
    lines.flatMap((line) => [
      { account: 'bank_in_transit', amount: money(line.amount - line.fee, line.currency) },
      { account: 'payment_fees', amount: money(line.fee, line.currency) },
      ...sourceOf(line, line.explained),
    ]),
  )
}

/** A line that was explained afterwards leaves the account of what nobody could explain. */
export function postingsOfExplanation(line: LineToPost, explained: NonNullable<Explained>): Posting[] {
  return merged([
    { account: 'payouts_unexplained', amount: money(line.amount, line.currency) },
    ...sourceOf(line, explained),
  ])
}

/** One posting for each account and currency, however many lines there are. */
function merged(postings: readonly Posting[]): Posting[] {
  const sums = new Map<string, { account: AccountCode; amount: Money }>()
  for (const { account, amount } of postings) {
    const key = `${account} ${amount.currency}`
    const before = sums.get(key)
    sums.set(key, { account, amount: before ? add(before.amount, amount) : amount })
  }
  return [...sums.values()].filter(({ amount }) => !isZero(amount))
}
