import type Stripe from 'stripe'
import { currencyCode, isCurrencyCode, type CurrencyCode } from '../../../kernel/currency.ts'
import { Outage } from '../../../kernel/outage.ts'
import {
  DISPUTE_REASONS,
  type DisputeMovement,
  type DisputeReason,
  type DisputeState,
  type ProviderDispute,
} from '../domain/dispute.ts'
import type { Evidence, EvidenceFile, EvidenceText } from '../domain/evidence.ts'
import { fromProviderUnits } from '../domain/provider-amount.ts'
import { unknownState } from './stripe-answer.ts'
import { stripeExponentOf } from './stripe-currencies.ts'
import { REFERENCE_KEY } from './stripe-webhook.ts'

/** With the payment, whose metadata say whether it is ours. */
export const WITH_PAYMENT = ['payment_intent']

/** https://docs.stripe.com/api/disputes/object#dispute_object-status; `warning_…` are inquiries, which take no money. */
const STATES: Readonly<Record<string, { readonly state: DisputeState; readonly inquiry: boolean }>> = {
  warning_needs_response: { state: 'needs_response', inquiry: true },
  warning_under_review: { state: 'under_review', inquiry: true },
  warning_closed: { state: 'closed', inquiry: true },
  needs_response: { state: 'needs_response', inquiry: false },
  under_review: { state: 'under_review', inquiry: false },
  charge_refunded: { state: 'closed', inquiry: false },
  prevented: { state: 'closed', inquiry: false },
  won: { state: 'won', inquiry: false },
  lost: { state: 'lost', inquiry: false },
}

export function toDispute(dispute: Stripe.Dispute): ProviderDispute {
  const known = STATES[dispute.status]
  if (known === undefined) throw unknownState('dispute', dispute.status)
  const { payment_intent: intent, evidence_details: details } = dispute
  if (typeof intent === 'string')
    throw new Outage('payments.provider_away', 'the payment was not told with its dispute')
  return {
    id: dispute.id,
    paymentId: intent?.id ?? '',
    reference: intent?.metadata[REFERENCE_KEY] ?? null,
    ...known,
    reason: reasonOf(dispute.reason),
    amount: amountHere(dispute.amount, dispute.currency),
    currency: dispute.currency.toUpperCase(),
    dueAt: details.due_by === null ? null : instant(details.due_by),
    answered: details.submission_count > 0,
    movements: dispute.balance_transactions.map(toMovement),
    openedAt: instant(dispute.created),
  }
}

function toMovement({ id, amount, fee, currency, created }: Stripe.BalanceTransaction): DisputeMovement {
  const here = (units: number) => amountHere(units, currency)
  return { ref: id, amount: here(amount), fee: here(fee), currency: currency.toUpperCase(), at: instant(created) }
}

function reasonOf(reason: string): DisputeReason {
  return DISPUTE_REASONS.find((known) => known === reason) ?? 'other'
}

const TEXTS: Readonly<Record<EvidenceText, keyof Stripe.DisputeUpdateParams.Evidence>> = {
  customerName: 'customer_name',
  customerEmail: 'customer_email_address',
  billingAddress: 'billing_address',
  shippingAddress: 'shipping_address',
  productDescription: 'product_description',
  shippingCarrier: 'shipping_carrier',
  shippingDate: 'shipping_date',
  shippingTracking: 'shipping_tracking_number',
  serviceDate: 'service_date',
  accessLog: 'access_activity_log',
  refundPolicy: 'refund_policy_disclosure',
  refusalExplanation: 'refund_refusal_explanation',
  duplicateExplanation: 'duplicate_charge_explanation',
  other: 'uncategorized_text',
}

const FILES: Readonly<Record<EvidenceFile, keyof Stripe.DisputeUpdateParams.Evidence>> = {
  receipt: 'receipt',
  customerCommunication: 'customer_communication',
  shippingDocument: 'shipping_documentation',
  refundPolicy: 'refund_policy',
  other: 'uncategorized_file',
}

export function evidenceThere({ texts, files }: Evidence): Stripe.DisputeUpdateParams.Evidence {
  const named = <Field extends string>(
    there: Readonly<Record<Field, string>>,
    values: Partial<Record<Field, string>>,
  ) => Object.entries(values).map(([field, value]): [string, unknown] => [there[field as Field], value])
  return Object.fromEntries([...named(TEXTS, texts), ...named(FILES, files)])
}

function amountHere(units: number, currency: string): bigint {
  const code = currency.toUpperCase()
  if (!isCurrencyCode(code)) throw new Outage('payments.provider_away', `unknown currency ${code.slice(0, 10)}`)
  const known: CurrencyCode = currencyCode(code)
  return fromProviderUnits(BigInt(units), known, stripeExponentOf(known))
}

const instant = (seconds: number): Date => new Date(seconds * 1000)
