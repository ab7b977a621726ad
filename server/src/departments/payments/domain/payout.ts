import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { LocalDate } from '../../../kernel/time.ts'

export const PAYOUT_STATES = ['pending', 'in_transit', 'paid', 'failed', 'cancelled'] as const
export type PayoutState = (typeof PAYOUT_STATES)[number]

/** What a line of a payout is about. `difference`: what its lines do not add up to, which no provider names. */
export const LINE_KINDS = [
  'payment',
  'refund',
  'refund_returned',
  'dispute',
  'fee',
  'adjustment',
  'reserve',
  'payout_returned',
  'other',
  'difference',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Amounts in whole ISO minor units; what is taken back is below zero. */
export interface ProviderPayout {
  readonly id: string
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly state: PayoutState
  readonly paidAt: Date
  readonly arrivesOn: LocalDate
  /** What the bank's statement will say, where the provider tells. */
  readonly statementText: string | null
  /** Whether it says what it consists of: now, when it is ready, or never. */
  readonly lines: 'ready' | 'later' | 'never'
}

export interface ProviderPayoutLine {
  readonly id: string
  readonly kind: LineKind
  /** Before what it cost, in the currency of the payout. */
  readonly amount: bigint
  readonly fee: bigint
  readonly currency: CurrencyCode
  /** The provider's name of the capture, the refund or the dispute, and of its payment. */
  readonly sourceRef: string | null
  readonly paymentRef: string | null
  /** One unit of the shopper's currency in that of the payout, as a decimal; null where nothing was changed. */
  readonly rate: string | null
  readonly description: string
  readonly at: Date
}

export interface PayoutPage {
  readonly payouts: readonly ProviderPayout[]
  /** Goes into `after`; null at the end. */
  readonly next: string | null
}

export interface PayoutLinePage {
  readonly lines: readonly ProviderPayoutLine[]
  readonly next: string | null
}

/** What a line brought into the payout. */
export const netOf = ({ amount, fee }: Pick<ProviderPayoutLine, 'amount' | 'fee'>): bigint => amount - fee
