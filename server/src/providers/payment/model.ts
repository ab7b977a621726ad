/** What the provider knows. Amounts are whole minor units of the currency beside them; times are ISO instants. */

export interface Amount {
  amount: number
  currency: string
}

export interface SessionLine {
  name: string
  quantity: number
  /** The whole line, not one piece. */
  amount: Amount
}

export interface Card {
  brand: string
  last4: string
  /** `2029-08`; missing of payments from before. */
  expires?: string
}

/** A card that the shopper left with us: what it is charged by later, never its number. */
export interface KeptMethod extends Card {
  id: string
  customer: string
  /** What its bank says when it is charged. */
  outcome: 'approved' | 'challenge' | 'card_declined'
}

export type DeclineReason = 'card_declined' | 'insufficient_funds' | 'authentication_failed' | 'authentication_required'

/** The form that was answered last: the same form sent twice is one try. */
export interface LastTry {
  form: string
  last4: string
  declined: DeclineReason
}

export interface Session {
  id: string
  reference: string
  amount: Amount
  capture: 'automatic' | 'manual'
  returnUrl: string
  cancelUrl: string
  description: string
  lines: SessionLine[]
  locale: string
  customerEmail: string | null
  status: 'open' | 'completed' | 'expired' | 'cancelled'
  paymentId: string | null
  createdAt: string
  expiresAt: string
  tries: number
  lastTry: LastTry | null
  /** A card that waits for its holder's bank; only brand and last four digits are kept. */
  challenge: { token: string; card: Card } | null
  /** For whom the card is kept that pays it. */
  keepFor?: string | null
}

export interface Capture {
  id: string
  amount: number
  reference: string | null
  createdAt: string
}

export interface Refund extends Capture {
  status: 'succeeded' | 'failed'
}

/** What the shopper's bank took (negative) or gave back, and what this provider keeps for it. */
export interface DisputeMovement {
  id: string
  amount: number
  fee: number
  createdAt: string
}

export const disputeReasons = ['fraudulent', 'product_not_received', 'product_unacceptable', 'duplicate'] as const
export type DisputeReason = (typeof disputeReasons)[number]

export interface Dispute {
  id: string
  amount: number
  reason: DisputeReason
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
  dueAt: string
  /** Names of what was sent to the bank; the words themselves are not kept. */
  evidence: string[]
  movements: DisputeMovement[]
  createdAt: string
}

export type PaymentStatus =
  | 'authorised'
  | 'partially_captured'
  | 'captured'
  | 'partially_refunded'
  | 'refunded'
  | 'voided'
  | 'declined'

export interface Payment {
  id: string
  reference: string
  sessionId: string
  amount: number
  currency: string
  authorised: number
  captured: number
  refunded: number
  /** The part of the authorisation that a void gave back. */
  released: number
  status: PaymentStatus
  declineReason: DeclineReason | null
  captures: Capture[]
  refunds: Refund[]
  /** Missing of payments from before. */
  disputes?: Dispute[]
  /** The shopper’s bank was asked, and they confirmed; missing of payments from before. */
  authenticated?: boolean
  card: Card
  /** What was kept with it. */
  kept?: Omit<KeptMethod, 'outcome'>
  createdAt: string
  updatedAt: string
}

export interface PayoutLine {
  id: string
  /** capture, refund, or a word of who asked for it. */
  type: string
  amount: number
  fee: number
  currency: string
  /** The capture or refund that it pays out. */
  source: string | null
  description: string
  createdAt: string
}

export interface Payout {
  id: string
  /** What its lines bring, less what they cost. */
  amount: number
  currency: string
  status: 'paid' | 'failed'
  createdAt: string
  arrivesOn: string
  lines: PayoutLine[]
}

export type EventType =
  | 'payment.authorised'
  | 'payment.captured'
  | 'payment.declined'
  | 'payment.voided'
  | 'refund.succeeded'
  | 'refund.failed'
  | 'dispute.created'
  | 'dispute.updated'
  | 'dispute.closed'
  | 'session.expired'

/** One event on its way. The body is kept as text, so that each try sends the same bytes. */
export interface Delivery {
  id: string
  /** Events of one session go one after the other. */
  lane: string
  /** Position in the lane; negative when the lane is told backwards. */
  order: number
  body: string
  failures: number
  copiesLeft: number
  notBefore: number
  reversed: boolean
}

export const operations = [
  'session',
  'expire',
  'capture',
  'refund',
  'void',
  'get',
  'pay',
  'charge',
  'forget',
  'dispute',
  'webhook',
] as const
export type Operation = (typeof operations)[number]

export const faultKinds = [
  'timeout_before',
  'timeout_after',
  'error_500_before',
  'error_500_after',
  'duplicate',
  'late',
  'out_of_order',
  'drop',
  'wrong_amount',
  'unknown_state',
  'fail',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  id: string
  match: { operation: Operation; reference: string | null; eventType: string | null }
  fault: FaultKind
  delayMs: number
  timesLeft: number
}

export interface Answer {
  status: number
  body: unknown
}

export interface KeptAnswer {
  key: string
  fingerprint: string
  answer: Answer
  at: number
}

/** One step of the journal. Each sets a thing whole, so that replaying a step twice changes nothing. */
export type Change =
  | { session: Session }
  | { payment: Payment }
  | { payout: Payout }
  | { method: KeptMethod }
  | { methodGone: string }
  | { delivery: Delivery }
  | { deliveryProgress: { id: string; failures: number; copiesLeft: number; notBefore: number } }
  | { deliveryEnded: string }
  | { answer: KeptAnswer }
  | { fault: Fault }
  | { faultEnded: string }
  | { sequence: number }
