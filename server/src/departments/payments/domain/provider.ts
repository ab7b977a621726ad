import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Result } from '../../../kernel/result.ts'

/**
 * What the shop asks of any payment provider. Three answers exist: done (`ok`), refused by the provider (`ok: false`, nothing
 * happened), and unknown, which is thrown as an Outage and never taken for either: the shop asks again under the same key, or
 * looks (`getPayment`) before it acts.
 */
export interface PaymentProvider {
  readonly name: string
  /** Moves no real money: serves organisations marked demo alone. */
  readonly demoOnly: boolean
  /** In how many decimals the provider counts a currency: its own table, not ISO's. */
  exponentOf(currency: CurrencyCode): number
  /** The same key and input give the same session, however often they are sent. */
  createSession(input: NewSession, key: string): Promise<ProviderAnswer<ProviderSession>>
  getSession(sessionId: string): Promise<ProviderAnswer<ProviderSession>>
  /** From here on nobody can pay by it; refused as `session_completed` where somebody has. */
  expireSession(sessionId: string): Promise<ProviderAnswer<ProviderSession>>
  getPayment(paymentId: string): Promise<ProviderAnswer<ProviderPayment>>
  /** Every try of one payment of the shop, declined ones too. */
  findPaymentsByReference(reference: string): Promise<ProviderPayment[]>
  /** What changed at or after an instant, oldest change first, a page at a time; `next` goes into `after`, null at the end. */
  listPaymentsSince(since: Date, after: string | null): Promise<{ payments: ProviderPayment[]; next: string | null }>
  capture(paymentId: string, movement: Movement, key: string): Promise<ProviderAnswer<ProviderPayment>>
  refund(paymentId: string, movement: Movement, key: string): Promise<ProviderAnswer<ProviderPayment>>
  /** Gives back what is authorised and not captured. */
  void(paymentId: string, key: string): Promise<ProviderAnswer<ProviderPayment>>
  /** Checks signature and time; refuses what is forged, stale or unreadable. */
  verifyWebhook(request: SignedRequest, now: Date): Result<ProviderEvent>
}

export type ProviderAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string }

export interface NewSession {
  readonly reference: string
  readonly amount: Money
  readonly returnUrl: string
  readonly cancelUrl: string
  /** What the shopper reads on the provider's page. */
  readonly description: string
  readonly locale: string
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
}

export interface ProviderMovement {
  readonly ref: string
  readonly amount: bigint
  readonly reference: string | null
  readonly succeeded: boolean
  readonly at: Date
}

/** Amounts in whole ISO minor units of `currency`. */
export interface ProviderPayment {
  readonly id: string
  readonly reference: string
  readonly currency: string
  readonly authorised: bigint
  readonly released: bigint
  readonly captures: readonly ProviderMovement[]
  readonly refunds: readonly ProviderMovement[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface SignedRequest {
  readonly body: Uint8Array
  readonly header: (name: string) => string | undefined
}

export interface ProviderEvent {
  readonly id: string
  readonly type: string
  /** The shop's reference, where the event is about a payment. */
  readonly reference: string | null
}
