import { Type } from 'typebox'
import { allowedActionSchema, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { CAPTURE_SHARES } from '../queries/provider-accounts.ts'

export const methodKindSchema = Type.Enum(['provider_hosted', 'bank_transfer', 'cash_on_delivery', 'sepa_debit'])

export const paymentStateSchema = Type.Union([
  Type.Literal('open'),
  Type.Literal('closed'),
  Type.Literal('authorised'),
  Type.Literal('voided'),
  Type.Literal('captured'),
  Type.Literal('partially_refunded'),
  Type.Literal('refunded'),
])

const reviewReasonSchema = Type.Union([
  Type.Literal('amount_mismatched'),
  Type.Literal('currency_mismatched'),
  Type.Literal('order_changed'),
  Type.Literal('refund_mismatched'),
  Type.Literal('refund_failed'),
  Type.Literal('impossible_amounts'),
  Type.Literal('capture_failed'),
  Type.Literal('hold_ended'),
  Type.Literal('partly_paid'),
  Type.Literal('missing_there'),
])

const eventSchema = Type.Object({
  id: idSchema,
  kind: Type.Union([
    Type.Literal('authorisation'),
    Type.Literal('capture'),
    Type.Literal('refund'),
    Type.Literal('void'),
  ]),
  providerRef: Type.String(),
  amount: moneySchema,
  at: instantSchema,
})

const refundSchema = Type.Object({
  id: idSchema,
  amount: moneySchema,
  reason: Type.String(),
  state: Type.Union([Type.Literal('wanted'), Type.Literal('sent'), Type.Literal('succeeded'), Type.Literal('failed')]),
  wantedAt: instantSchema,
  endedAt: nullable(instantSchema),
  asCredit: Type.Boolean({ description: 'It became store credit of who bought.' }),
})

export const disputeStateSchema = Type.Enum(['needs_response', 'under_review', 'won', 'lost', 'closed'])

export const disputeReasonSchema = Type.Enum([
  ...(['fraudulent', 'unrecognized', 'duplicate', 'product_not_received', 'product_unacceptable'] as const),
  ...(['credit_not_processed', 'subscription_canceled', 'debit_not_authorized', 'other'] as const),
])

/** Banks take no more of one field; all of them together stay below what Stripe takes (150,000). */
const evidenceText = Type.Optional(Type.String({ maxLength: 10_000 }))

export const evidenceTextsSchema = Type.Object(
  {
    customerName: evidenceText,
    customerEmail: evidenceText,
    billingAddress: evidenceText,
    shippingAddress: evidenceText,
    productDescription: evidenceText,
    shippingCarrier: evidenceText,
    shippingDate: evidenceText,
    shippingTracking: evidenceText,
    serviceDate: evidenceText,
    accessLog: evidenceText,
    refundPolicy: evidenceText,
    refusalExplanation: evidenceText,
    duplicateExplanation: evidenceText,
    other: evidenceText,
  },
  { additionalProperties: false },
)

export const evidenceFileSchema = Type.Enum([
  'receipt',
  'customerCommunication',
  'shippingDocument',
  'refundPolicy',
  'other',
])

export const paymentSchema = Type.Object({
  id: idSchema,
  orderId: idSchema,
  orderNumber: nullable(Type.String({ description: 'As people call the order.' })),
  provider: Type.String(),
  providerRef: nullable(Type.String()),
  giftCard: nullable(
    Type.Object(
      { id: idSchema, last4: nullable(Type.String()) },
      { description: 'The card that paid it, where no provider did: the last four letters of its code.' },
    ),
  ),
  method: nullable(
    Type.Object(
      {
        code: Type.String(),
        kind: methodKindSchema,
        names: Type.Record(Type.String(), Type.String()),
      },
      { description: 'Under which way to pay it was opened.' },
    ),
  ),
  surplus: Type.Boolean({ description: 'Money that came a second time for the same order; it is given back.' }),
  amount: moneySchema,
  authorised: moneySchema,
  captured: moneySchema,
  refunded: moneySchema,
  held: Type.Object(moneySchema.properties, { description: 'Held until goods go out, and not asked for yet.' }),
  heldUntil: nullable(instantSchema),
  released: Type.Object(moneySchema.properties, { description: 'Held once, and given back unused.' }),
  captureOn: Type.Enum(['at_once', 'on_shipment'], { description: 'When it is taken, as it was agreed.' }),
  captureShare: Type.Enum([...CAPTURE_SHARES], {
    description: 'Of what is held until goods go out: all of it with the first parcel, or with each parcel its share.',
  }),
  capturesInParts: nullable(
    Type.Boolean({
      description: 'Whether provider and card let what is held be taken more than once; null where nobody told yet.',
    }),
  ),
  captures: Type.Array(
    Type.Object({
      id: idSchema,
      amount: moneySchema,
      state: Type.Enum(['wanted', 'succeeded', 'failed']),
      cause: Type.Enum(['parcel', 'hand', 'hold_ends', 'rest'], {
        description:
          'A parcel that left, a person who asked, the end of the hold, or what was to follow was called off.',
      }),
      parcelId: nullable(idSchema),
      code: nullable(Type.String({ description: 'In the provider’s words, where it said no.' })),
      wantedAt: instantSchema,
    }),
    { description: 'What was asked for of what is held, and what for.' },
  ),
  refundable: moneySchema,
  state: paymentStateSchema,
  inReview: Type.Boolean({ description: 'The shop and the provider do not agree: a person must look.' }),
  reviewReason: nullable(reviewReasonSchema),
  openCharge: Type.Boolean({ description: 'A refund is on its way.' }),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: Type.Integer(),
  events: Type.Array(eventSchema),
  refunds: Type.Array(refundSchema),
  authentication: nullable(
    Type.Enum(['confirmed', 'attempted', 'exempted', 'not_asked', 'failed'], {
      description: 'Whether the shopper proved to their bank who they are (3-D Secure); null where nobody told.',
    }),
  ),
  disputes: Type.Array(
    Type.Object({
      id: idSchema,
      state: disputeStateSchema,
      reason: disputeReasonSchema,
      amount: moneySchema,
      dueAt: nullable(instantSchema),
    }),
    { description: 'What the shopper disputes of it at their bank.' },
  ),
})

/** One payment for its screen, or those of an order. */
export const paymentToActOnSchema = Type.Object({
  ...paymentSchema.properties,
  takenInParts: Type.Boolean({
    description: 'Whether the provider lets what is held be taken in several parts; otherwise the first takes all.',
  }),
  allowedActions: Type.Array(allowedActionSchema),
})
