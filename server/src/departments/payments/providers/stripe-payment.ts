import type Stripe from 'stripe'
import { currencyCode, isCurrencyCode, type CurrencyCode } from '../../../kernel/currency.ts'
import { Outage } from '../../../kernel/outage.ts'
import { fromProviderUnits } from '../domain/provider-amount.ts'
import type { Authentication, ProviderMovement, ProviderPayment, ProviderSession } from '../domain/provider.ts'
import { unknownState } from './stripe-answer.ts'
import { stripeExponentOf } from './stripe-currencies.ts'
import { keptWith } from './stripe-kept.ts'
import { REFERENCE_KEY } from './stripe-webhook.ts'

/** A refund carries our id of it beside the reference of its payment. */
export const REFUND_KEY = 'fondaco_refund'

/** Under this key, with our id of it, stands each part of a payment that was taken in parts; Stripe takes 40 letters. */
const PART_PREFIX = 'cap_'
export const partKey = (reference: string): string => PART_PREFIX + reference
/** How much of it, in Stripe's units, and when it was wanted, in seconds. */
export const partText = (units: number, wantedAt: Date = new Date(0)): string =>
  `${units} ${Math.floor(wantedAt.getTime() / 1000)}`

/** Card networks let go of what is held after this; Stripe says so of each charge where it knows better. */
const HELD_SECONDS = 7 * 86_400

export function toSession({ id, url, status }: Stripe.Checkout.Session): ProviderSession {
  const states = { open: 'open', complete: 'completed', expired: 'expired' } as const
  const state = states[status as keyof typeof states] as (typeof states)[keyof typeof states] | undefined
  if (state === undefined) throw unknownState('session', status)
  // Stripe names no address of a page that is closed; nobody is sent to one.
  return { id, url: url ?? '', state }
}

/** The charge by which a payment was authorised; declined tries before it moved no money. */
export function chargeOf({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | null {
  if (typeof charge === 'string') throw new Outage('payments.provider_away', 'the charge was not told with its payment')
  return charge
}

/**
 * A payment intent as the shop understands it. `refunds` are those of its charge. What a capture in part or a cancellation lets go of was
 * told as a refund by versions before 2025-03-31; no money came back then, so such a row, from whichever version, is passed over.
 */
export function toPayment(
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[],
  updatedAt?: Date,
): ProviderPayment {
  const here = unitsOf(intent.currency)
  const charge = chargeOf(intent)
  const held = heldState(intent, charge)
  const captured = charge && held !== 'nothing' ? (charge.amount_captured ?? 0) : 0
  const authorised = charge && held !== 'nothing' ? charge.amount : 0
  const takenAt = charge ? capturedAt(charge) : instant(intent.created)
  return {
    id: intent.id,
    reference: intent.metadata[REFERENCE_KEY] ?? '',
    currency: intent.currency.toUpperCase(),
    authorised: here(authorised),
    released: here(held === 'held' ? 0 : authorised - captured),
    captureBefore: held === 'held' && charge ? endOfHold(charge) : null,
    capturesInParts: charge?.payment_method_details?.card?.multicapture?.status === 'available',
    authentication: charge ? authenticationOf(charge) : null,
    kept: held === 'nothing' ? null : keptWith(intent, charge),
    captures: charge && captured > 0 ? partsOf(intent, { charge, captured, here, takenAt }) : [],
    refunds: refunds.filter(isRefundOfMoney).map((refund) => toRefund(refund, here)),
    createdAt: instant(charge?.created ?? intent.created),
    updatedAt: updatedAt ?? (intent.canceled_at === null ? takenAt : instant(intent.canceled_at)),
  }
}

interface Taken {
  readonly charge: Stripe.Charge
  readonly captured: number
  readonly here: (amount: number) => bigint
  readonly takenAt: Date
}

/** The parts that we took, each by our id of it; what was taken otherwise, of most payments all of it, goes by the charge's name. */
function partsOf({ metadata }: Stripe.PaymentIntent, { charge, captured, here, takenAt }: Taken): ProviderMovement[] {
  const parts = Object.entries(metadata)
    .filter(([key, text]) => key.startsWith(PART_PREFIX) && /^[1-9]\d{0,14} \d{1,12}$/.test(text))
    .map(([key, text]) => {
      const [units = 0, seconds = 0] = text.split(' ').map(Number)
      return { reference: key.slice(PART_PREFIX.length), amount: units, at: seconds > 0 ? instant(seconds) : takenAt }
    })
  const rest = captured - parts.reduce((sum, { amount }) => sum + amount, 0)
  // Somebody else wrote into what is ours to write: the sum alone is sure.
  const told = rest < 0 ? [] : parts
  const state = 'succeeded' as const
  const untold = rest < 0 ? captured : rest
  return [
    ...told.map(({ reference, amount, at }) => ({
      ...{ ref: `${charge.id} ${reference}`, amount: here(amount), reference, state, at },
    })),
    ...(untold === 0 ? [] : [{ ref: charge.id, amount: here(untold), reference: null, state, at: takenAt }]),
  ]
}

/** What became of the authorisation. https://docs.stripe.com/payments/paymentintents/lifecycle */
function heldState(intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): 'nothing' | 'held' | 'ended' {
  const agreed = charge?.status === 'succeeded'
  switch (intent.status) {
    case 'requires_payment_method':
    case 'requires_confirmation':
    case 'requires_action':
    case 'processing':
      return 'nothing'
    case 'requires_capture':
      return 'held'
    case 'succeeded':
      return 'ended'
    case 'canceled':
      return agreed ? 'ended' : 'nothing'
    default:
      throw unknownState('payment', intent.status)
  }
}

/** When money was taken: the moment it was entered in Stripe's balance, which for a held payment is long after the charge. */
function capturedAt({ balance_transaction: entered, created }: Stripe.Charge): Date {
  return instant(typeof entered === 'object' && entered !== null ? entered.created : created)
}

function endOfHold({ created, payment_method_details: details }: Stripe.Charge): Date {
  return instant(details?.card?.capture_before ?? created + HELD_SECONDS)
}

/** https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-three_d_secure */
const AUTHENTICATIONS: Readonly<Record<string, Authentication>> = {
  authenticated: 'confirmed',
  attempt_acknowledged: 'attempted',
  exempted: 'exempted',
  not_supported: 'attempted',
  failed: 'failed',
  processing_error: 'failed',
}

function authenticationOf({ payment_method_details: details }: Stripe.Charge): Authentication | null {
  if (!details?.card) return null
  const result = details.card.three_d_secure?.result
  return result ? (AUTHENTICATIONS[result] ?? null) : 'not_asked'
}

function isRefundOfMoney({ reason }: Stripe.Refund): boolean {
  const why: string | null = reason
  return why !== 'expired_uncaptured_charge' && why !== 'partial_capture'
}

const REFUND_STATES: Readonly<Record<string, ProviderMovement['state']>> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
}

function toRefund(refund: Stripe.Refund, here: (amount: number) => bigint): ProviderMovement {
  const state = REFUND_STATES[refund.status ?? '']
  if (state === undefined) throw unknownState('refund', refund.status)
  const { id, amount, metadata, created } = refund
  return { ref: id, amount: here(amount), reference: metadata?.[REFUND_KEY] ?? null, state, at: instant(created) }
}

export function currencyOf(currency: string): CurrencyCode {
  const code = currency.toUpperCase()
  if (!isCurrencyCode(code)) throw new Outage('payments.provider_away', `unknown currency ${code.slice(0, 10)}`)
  return currencyCode(code)
}

export function unitsOf(currency: string): (amount: number) => bigint {
  const known = currencyOf(currency)
  return (amount) => fromProviderUnits(BigInt(amount), known, stripeExponentOf(known))
}

const instant = (seconds: number): Date => new Date(seconds * 1000)
