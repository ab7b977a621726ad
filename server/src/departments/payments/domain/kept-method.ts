import type { Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { CaptureTime, ProviderAnswer } from './provider.ts'

/** What a provider keeps of a card for a customer, as far as anybody here ever learns it. */
export interface KeptMethod {
  readonly ref: string
  /** The provider's own name of the customer. */
  readonly customer: string
  readonly brand: string
  readonly last4: string
  /** `2029-08`: good until the end of that month. */
  readonly expires: string
}

/** To keep by what the shopper is about to pay. `later`: they agreed that the shop charges it without them, for what they agree to then. */
export interface MethodToKeep {
  readonly customer: string
  readonly later: boolean
}

export interface KeptCharge {
  readonly reference: string
  readonly amount: Money
  readonly capture: CaptureTime
  readonly inParts?: boolean
  readonly customer: string
  readonly method: string
  /** The shopper is there, and can be sent to their bank; otherwise a bank that wants to ask them says no. */
  readonly present: boolean
  readonly returnUrl: string
  readonly cancelUrl: string
  readonly description: string
  readonly locale: string
}

/** `confirm`: nothing moved yet; the shopper's bank asks them at `url`. Known there as a payment, or as a page. */
export interface KeptOutcome {
  readonly state: 'done' | 'confirm'
  readonly paymentId: string | null
  readonly sessionId: string | null
  readonly url: string | null
}

/** What of a provider keeps ways to pay for customers. A no has a code: the bank's, or `authentication_required`. */
export interface KeepsMethods {
  /** Whom it knows under our customer. Neither name nor address is told. */
  createCustomer(reference: string, key: string): Promise<ProviderAnswer<string>>
  /** Forgets them and all that it keeps for them; done where it knows nobody of that name. */
  forgetCustomer(customer: string, key: string): Promise<ProviderAnswer<void>>
  /** Done where it knows nothing of that name. */
  forgetMethod(method: string, key: string): Promise<ProviderAnswer<void>>
  /** The same key and input charge once, however often they are sent within a day. */
  chargeKept(charge: KeptCharge, key: string): Promise<ProviderAnswer<KeptOutcome>>
}

/** After this nobody may rely on a key any more: what became of it is looked for instead. Providers keep answers for a day. */
export const KEY_HOLDS_MS = 23 * 3_600_000

/** The last day on which a card can be charged. */
export function lastDayOf(expires: string): LocalDate {
  const [year = 0, month = 0] = expires.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate
}

/** Why a bank said no, in as many ways as anybody can do something about; the bank's other reasons are nobody's business. */
export const DECLINES = ['authentication_required', 'insufficient_funds', 'expired_card', 'gone', 'declined'] as const
export type Decline = (typeof DECLINES)[number]

const OWN_WORDS: Readonly<Record<string, Decline>> = {
  authentication_required: 'authentication_required',
  insufficient_funds: 'insufficient_funds',
  withdrawal_count_limit_exceeded: 'insufficient_funds',
  card_velocity_exceeded: 'insufficient_funds',
  expired_card: 'expired_card',
  resource_missing: 'gone',
  method_not_found: 'gone',
}

export function declineOf(code: string): Decline {
  return OWN_WORDS[code] ?? 'declined'
}
