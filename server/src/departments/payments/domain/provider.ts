import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Result } from '../../../kernel/result.ts'
import type { PayoutLinePage, PayoutPage } from './payout.ts'
import type { ProviderDispute } from './dispute.ts'
import type { Evidence } from './evidence.ts'
import type { KeepsMethods, KeptMethod, MethodToKeep } from './kept-method.ts'

/**
 * What the shop asks of any payment provider. Three answers exist: done (`ok`), refused by the provider (`ok: false`, nothing
 * happened), and unknown, which is thrown as an Outage and never taken for either: the shop asks again under the same key, or
 * looks (`getPayment`) before it acts.
 */
export interface PaymentProvider extends KeepsMethods {
  readonly name: string
  /** Moves no real money: serves organisations marked demo alone. */
  readonly demoOnly: boolean
  /** In how many decimals the provider counts a currency: its own table, not ISO's. */
  exponentOf(currency: CurrencyCode): number
  /** Asks for something harmless that needs the same rights as our work: whether keys and line are good. */
  checkConnection(): Promise<ProviderAnswer<void>>
  /** The same key and input give the same session, however often they are sent. */
  createSession(input: NewSession, key: string): Promise<ProviderAnswer<ProviderSession>>
  getSession(sessionId: string): Promise<ProviderAnswer<ProviderSession>>
  /** From here on nobody can pay by it; refused as `session_completed` where somebody has. */
  expireSession(sessionId: string): Promise<ProviderAnswer<ProviderSession>>
  getPayment(paymentId: string): Promise<ProviderAnswer<ProviderPayment>>
  /** Every try of one payment of the shop; of those that were declined it may keep silent. */
  findPayments(known: KnownPayment): Promise<ProviderPayment[]>
  /** What changed at or after an instant, oldest change first, a page at a time. */
  listPaymentsSince(since: Date, after: string | null): Promise<ChangedPayments>
  capture(paymentId: string, movement: Movement, key: string): Promise<ProviderAnswer<ProviderPayment>>
  refund(paymentId: string, movement: Movement, key: string): Promise<ProviderAnswer<ProviderPayment>>
  /** Gives back what is authorised and not captured. */
  void(paymentId: string, key: string): Promise<ProviderAnswer<ProviderPayment>>
  getDispute(disputeId: string): Promise<ProviderAnswer<ProviderDispute>>
  /** Disputes that were opened at or after an instant, the oldest first. */
  listDisputesSince(since: Date): Promise<ProviderDispute[]>
  /** Hands a file over; the answer is the provider's name of it. */
  uploadEvidence(file: FileToSend, key: string): Promise<ProviderAnswer<string>>
  /** Sends the evidence to the bank: once, and it cannot be changed afterwards. */
  sendEvidence(disputeId: string, evidence: Evidence, key: string): Promise<ProviderAnswer<ProviderDispute>>
  /** Takes the loss. */
  acceptDispute(disputeId: string, key: string): Promise<ProviderAnswer<ProviderDispute>>
  /** What was paid out to our bank at or after an instant, or is about to be, a page at a time. */
  listPayoutsSince(since: Date, after: string | null): Promise<PayoutPage>
  /** Of what a payout consists. */
  listPayoutLines(payoutId: string, after: string | null): Promise<PayoutLinePage>
  /** Checks signature and time; refuses what is forged, stale or unreadable. */
  verifyWebhook(request: SignedRequest, now: Date): Result<ProviderEvent>
}

export type ProviderAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }

export interface NewSession {
  readonly reference: string
  readonly amount: Money
  /** Held until goods go out, or taken as soon as the shopper agrees. */
  readonly capture: CaptureTime
  /** What is held is to be taken with each parcel its share, if the bank lets it be taken more than once. */
  readonly inParts?: boolean
  readonly returnUrl: string
  readonly cancelUrl: string
  /** What the shopper reads on the provider's page. */
  readonly description: string
  readonly locale: string
  /** What the shopper pays by is kept for them. */
  readonly keep?: MethodToKeep | undefined
}

export type CaptureTime = 'at_once' | 'on_shipment'

/** Of what is held until goods go out: how much goes with a parcel. */
export const CAPTURE_SHARES = ['all_with_first', 'each_its_share'] as const
export type CaptureShare = (typeof CAPTURE_SHARES)[number]

/** What the shop knows of one of its payments at the provider: a search there may lag behind, what has a name is asked by it. */
export interface KnownPayment {
  readonly reference: string
  readonly sessionIds: readonly string[]
  readonly paymentIds: readonly string[]
  /** A page was asked for and its name never heard: something may be there that only a search can find. */
  readonly nameless: boolean
}

export interface ChangedPayments {
  readonly payments: readonly ProviderPayment[]
  /** Goes into `after`; null at the end. */
  readonly next: string | null
  /** Everything before it was told; null where nothing was. */
  readonly readTo: Date | null
}

export interface ProviderSession {
  readonly id: string
  readonly url: string
  readonly state: 'open' | 'completed' | 'expired' | 'cancelled'
}

export interface Movement {
  readonly amount: Money
  /** Our id of it; the provider shows it in its list of captures or refunds. */
  readonly reference: string
  /** Of a capture in parts: whether it is the last, after which what is still held is let go; undefined where there is but one. */
  readonly last?: boolean
  /** When it was wanted: the same with each try, since the same key brings the same request. */
  readonly wantedAt?: Date
}

export interface ProviderMovement {
  readonly ref: string
  readonly amount: bigint
  readonly reference: string | null
  /** `pending`: the provider took it, and nobody knows yet how it ends. */
  readonly state: 'pending' | 'succeeded' | 'failed'
  readonly at: Date
}

/** Amounts in whole ISO minor units of `currency`. */
export interface ProviderPayment {
  readonly id: string
  readonly reference: string
  readonly currency: string
  readonly authorised: bigint
  readonly released: bigint
  /** Until when what is held can be captured; null where nothing is, or where the provider sets no end. */
  readonly captureBefore: Date | null
  /** Whether what is held can be captured more than once; where not, the first capture lets go of the rest. */
  readonly capturesInParts: boolean
  /** Null where the provider does not tell. */
  readonly authentication?: Authentication | null
  /** What was kept with this payment, where something was asked to be. */
  readonly kept?: KeptMethod | null
  readonly captures: readonly ProviderMovement[]
  readonly refunds: readonly ProviderMovement[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/**
 * Whether the shopper proved to their bank who they are (3-D Secure). `attempted`: the shop asked, and the bank cannot; `exempted`: it
 * need not be asked (low amount, low risk); `not_asked`: nobody did.
 */
export type Authentication = 'confirmed' | 'attempted' | 'exempted' | 'not_asked' | 'failed'

export interface SignedRequest {
  readonly body: Uint8Array
  readonly header: (name: string) => string | undefined
}

export interface ProviderEvent {
  readonly id: string
  readonly type: string
  /** The shop's reference, where the event is about a payment. */
  readonly reference: string | null
  /** The provider's own name of it, where the event tells only that. */
  readonly paymentId: string | null
  /** Set where it is about a dispute. */
  readonly disputeId?: string | null
}

export interface FileToSend {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}
