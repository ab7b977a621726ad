import { assert } from '../../../kernel/assert.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { chart, type AccountCode } from './chart.ts'

/** What can happen to money here; in the order in which people see them. */
export const ENTRY_KINDS = [
  'sale',
  'sale_reversal',
  'sale_amendment',
  'sale_credit',
  'capture',
  'refund',
  'dispute',
  'dispute_loss',
  'debit_return',
  'debit_return_end',
  'gift_card_issue',
  'gift_card_adjustment',
  'gift_card_breakage',
  'store_credit_issue',
  'store_credit_adjustment',
  'store_credit_breakage',
  'loyalty_earning',
  'loyalty_reversal',
  'loyalty_conversion',
  'loyalty_adjustment',
  'loyalty_breakage',
  'payout',
  'payout_line',
  'payout_return',
  'payout_arrival',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Debit > 0, credit < 0. */
export interface Posting {
  readonly account: AccountCode
  readonly amount: Money
  /** The same amount in the entity's functional currency; needed where the two differ. */
  readonly baseAmount?: Money
}

export interface Entry {
  readonly kind: EntryKind
  /** The one fact that this entry records: a capture's id. One fact, one entry. */
  readonly ref: string
  /** The record that a person would open for it: the order's id. */
  readonly about: string
  readonly entityId: string
  readonly effectiveOn: LocalDate
  readonly postings: readonly Posting[]
  readonly reverses?: string
}

/**
 * Drops postings of nothing and proves the rest: two or more, debits equal credits in every currency and in the base
 * currency. An entry that does not balance is a bug of the department that made it, so it faults instead of refusing.
 */
export function balancedPostings(entry: Entry): readonly Posting[] {
  const postings = entry.postings.filter((posting) => posting.amount.amount !== 0n)
  assert(postings.length >= 2, `entry ${entry.kind} ${entry.ref} has fewer than two postings`)
  const sums = new Map<CurrencyCode, bigint>()
  let base = 0n
  for (const { account, amount, baseAmount } of postings) {
    assert(account in chart, `entry ${entry.kind} posts to the unknown account ${account}`)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.amount)
    base += (baseAmount ?? amount).amount
  }
  for (const [currency, sum] of sums)
    assert(sum === 0n, `entry ${entry.kind} ${entry.ref} is off by ${sum} ${currency}`)
  assert(base === 0n, `entry ${entry.kind} ${entry.ref} is off by ${base} in the base currency`)
  return postings
}
