/** What Stripe would answer, as far as it is read: whole objects by its own description, in the words of its API. */
export interface Session {
  readonly id: string
  status: 'open' | 'complete' | 'expired'
  payment_intent: string | null
  readonly amount: number
  readonly currency: string
  readonly reference: string
  readonly manual: boolean
  readonly inParts?: boolean
  readonly metadata: Readonly<Record<string, string>>
  readonly created: number
  readonly keep?: Keeping | null
}

/** For whom what is paid by is kept, and for what. */
export interface Keeping {
  readonly customer: string
  readonly usage: string
}

export interface Intent {
  readonly id: string
  status: string
  readonly amount: number
  readonly currency: string
  readonly manual: boolean
  /** Whether it was asked for being taken in parts. */
  readonly inParts?: boolean
  metadata: Readonly<Record<string, string>>
  readonly created: number
  canceled_at: number | null
  latest_charge: string | null
  readonly keep?: Keeping | null
  readonly customer?: string
  /** Where the shopper's bank asks them. */
  readonly asks?: string
}

export interface Charge {
  readonly id: string
  readonly payment_intent: string
  readonly amount: number
  amount_captured: number
  amount_refunded: number
  captured: boolean
  readonly currency: string
  readonly created: number
  taken: number | null
  /** What became of 3-D Secure, in Stripe's words; null where it was not asked for. */
  readonly secure: string | null
  readonly method?: string
  /** Whether its card lets it be taken in parts; null where nobody asked for that. */
  readonly inParts: boolean | null
  /** What was taken, one after the other. */
  readonly parts: number[]
}

export interface RefundRow {
  readonly id: string
  readonly payment_intent: string
  readonly charge: string
  readonly amount: number
  readonly currency: string
  status: string
  readonly reason: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created: number
}

export const sessionJson = (session: Session, url: string, intent: unknown) => ({
  id: session.id,
  object: 'checkout.session',
  automatic_tax: { enabled: false, status: null },
  amount_total: session.amount,
  cancel_url: null,
  client_reference_id: session.reference,
  created: session.created,
  currency: session.currency,
  custom_fields: [],
  custom_text: { shipping_address: null, submit: null },
  expires_at: session.created + 86_400,
  livemode: false,
  metadata: session.metadata,
  mode: 'payment',
  payment_intent: intent,
  payment_method_types: ['card'],
  payment_status: session.status === 'complete' && !session.manual ? 'paid' : 'unpaid',
  shipping_options: [],
  status: session.status,
  success_url: null,
  url: session.status === 'open' ? url : null,
})

export const intentJson = (intent: Intent, charge: Charge | undefined, latest: unknown) => ({
  id: intent.id,
  object: 'payment_intent',
  amount: intent.amount,
  amount_capturable: intent.status === 'requires_capture' ? intent.amount - (charge?.amount_captured ?? 0) : 0,
  amount_received: charge?.amount_captured ?? 0,
  canceled_at: intent.canceled_at,
  cancellation_reason: null,
  capture_method: intent.manual ? 'manual' : 'automatic',
  confirmation_method: 'automatic',
  created: intent.created,
  currency: intent.currency,
  customer: intent.customer ?? intent.keep?.customer ?? null,
  last_payment_error: null,
  next_action:
    intent.status === 'requires_action'
      ? { type: 'redirect_to_url', redirect_to_url: { return_url: null, url: intent.asks ?? null } }
      : null,
  setup_future_usage: intent.keep?.usage ?? null,
  latest_charge: latest,
  livemode: false,
  metadata: intent.metadata,
  payment_method_types: ['card'],
  status: intent.status,
})

export const chargeJson = (charge: Charge, metadata: Intent['metadata'], entered: unknown) => ({
  id: charge.id,
  object: 'charge',
  amount: charge.amount,
  amount_captured: charge.amount_captured,
  amount_refunded: charge.amount_refunded,
  balance_transaction: entered,
  billing_details: { address: null, email: null, name: null, phone: null },
  captured: charge.captured,
  created: charge.created,
  currency: charge.currency,
  disputed: false,
  livemode: false,
  metadata,
  paid: true,
  payment_intent: charge.payment_intent,
  payment_method: charge.method ?? null,
  payment_method_details: {
    type: 'card',
    card: {
      ...{ brand: 'visa', country: 'IT', exp_month: 12, exp_year: 2039, funding: 'credit', last4: '4242' },
      ...(charge.inParts !== null && { multicapture: { status: charge.inParts ? 'available' : 'unavailable' } }),
      three_d_secure: charge.secure === null ? null : { result: charge.secure, result_reason: null, version: '2.2.0' },
    },
  },
  refunded: charge.captured && charge.amount_refunded === charge.amount_captured,
  status: 'succeeded',
})

export const balanceJson = (id: string, { amount_captured, currency, taken }: Charge) => ({
  id,
  object: 'balance_transaction',
  amount: amount_captured,
  available_on: taken ?? 0,
  created: taken ?? 0,
  currency,
  description: null,
  exchange_rate: null,
  fee: 0,
  fee_details: [],
  net: amount_captured,
  reporting_category: 'charge',
  source: null,
  status: 'pending',
  type: 'charge',
})

export const refundJson = (refund: RefundRow) => ({
  id: refund.id,
  object: 'refund',
  amount: refund.amount,
  balance_transaction: null,
  charge: refund.charge,
  created: refund.created,
  currency: refund.currency,
  metadata: refund.metadata,
  payment_intent: refund.payment_intent,
  reason: refund.reason,
  receipt_number: null,
  status: refund.status,
})

export const eventJson = (id: string, type: string, created: number, object: unknown) => ({
  id,
  object: 'event',
  api_version: '2025-03-31.basil',
  created,
  data: { object },
  livemode: false,
  pending_webhooks: 0,
  request: null,
  type,
})

export const listJson = (url: string, data: readonly unknown[], has_more: boolean) => ({
  object: 'list',
  url,
  has_more,
  data,
})
