import type Stripe from 'stripe'
import { Outage } from '../../../kernel/outage.ts'
import { localDateIn } from '../../../kernel/time.ts'
import type {
  LineKind,
  PayoutLinePage,
  PayoutPage,
  PayoutState,
  ProviderPayout,
  ProviderPayoutLine,
} from '../domain/payout.ts'
import { mustAnswer, unknownState } from './stripe-answer.ts'
import { currencyOf, unitsOf } from './stripe-payment.ts'

const PAGE = 100
const PAYOUTS_PAGE = 50

/** Newest first, as Stripe lists. */
export async function readPayouts(stripe: Stripe, since: Date, after: string | null): Promise<PayoutPage> {
  const created = { gte: Math.floor(since.getTime() / 1000) }
  const rest = after === null ? {} : { starting_after: after }
  const page = await mustAnswer('payouts', stripe.payouts.list({ created, limit: PAYOUTS_PAGE, ...rest }))
  return { payouts: page.data.map(toPayout), next: (page.has_more && page.data.at(-1)?.id) || null }
}

/** The entries of Stripe's balance that a payout took; the payout itself is among them, and is no line of itself. */
export async function readPayoutLines(stripe: Stripe, payout: string, after: string | null): Promise<PayoutLinePage> {
  const rest = after === null ? {} : { starting_after: after }
  const asked = stripe.balanceTransactions.list({ payout, limit: PAGE, ...rest })
  const page = await mustAnswer('balance transactions', asked)
  const lines = page.data.filter(({ type }) => type !== 'payout').map(toLine)
  return { lines, next: (page.has_more && page.data.at(-1)?.id) || null }
}

const STATES: Readonly<Record<string, PayoutState>> = {
  pending: 'pending',
  in_transit: 'in_transit',
  paid: 'paid',
  failed: 'failed',
  canceled: 'cancelled',
}

/** Of a payout that the shop made itself Stripe never says what it consists of. https://docs.stripe.com/payouts/reconciliation */
const LINES = { completed: 'ready', in_progress: 'later', not_applicable: 'never' } as const

function toPayout(payout: Stripe.Payout): ProviderPayout {
  const state = STATES[payout.status]
  const lines = (LINES as Readonly<Record<string, ProviderPayout['lines'] | undefined>>)[payout.reconciliation_status]
  if (state === undefined) throw unknownState('payout', payout.status)
  if (lines === undefined) throw unknownState('reconciliation', payout.reconciliation_status)
  return {
    id: payout.id,
    amount: unitsOf(payout.currency)(payout.amount),
    currency: currencyOf(payout.currency),
    state,
    paidAt: new Date(payout.created * 1000),
    // Stripe says the day as its midnight in UTC.
    arrivesOn: localDateIn(new Date(payout.arrival_date * 1000), 'UTC'),
    statementText: payout.statement_descriptor,
    lines,
  }
}

/** https://docs.stripe.com/reports/balance-transaction-types; what is not here is told to a person. */
const KINDS: Readonly<Record<string, LineKind>> = {
  charge: 'payment',
  payment: 'payment',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_returned',
  stripe_fee: 'fee',
  stripe_fx_fee: 'fee',
  tax_fee: 'fee',
  reserve_transaction: 'reserve',
  reserved_funds: 'reserve',
  payment_network_reserve_hold: 'reserve',
  payment_network_reserve_release: 'reserve',
  payout_failure: 'payout_returned',
  payout_cancel: 'payout_returned',
}
const DISPUTES: ReadonlySet<string> = new Set(['dispute', 'dispute_reversal'])

function toLine(entry: Stripe.BalanceTransaction): ProviderPayoutLine {
  const here = unitsOf(entry.currency)
  const { id, amount, fee, exchange_rate: rate, source } = entry
  if (entry.net !== amount - fee) throw new Outage('payments.provider_away', `${id} does not add up`)
  const ofAdjustment = DISPUTES.has(entry.reporting_category) ? 'dispute' : 'adjustment'
  return {
    id,
    kind: entry.type === 'adjustment' ? ofAdjustment : (KINDS[entry.type] ?? 'other'),
    amount: here(amount),
    fee: here(fee),
    currency: currencyOf(entry.currency),
    sourceRef: typeof source === 'string' ? source : (source?.id ?? null),
    paymentRef: null,
    rate: rate === null ? null : decimalOf(rate),
    description: entry.description ?? '',
    at: new Date(entry.created * 1000),
  }
}

/** As Stripe writes it; what a program writes in powers of ten is no rate that anybody could check. */
const decimalOf = (rate: number): string | null => (/^\d+(\.\d+)?$/.test(String(rate)) ? String(rate) : null)
