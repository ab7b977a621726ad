import { Type } from 'typebox'
import { allowedActionSchema, dateSchema, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'

const STATES = ['packed', 'shipped', 'delivered', 'lost', 'returned', 'taken_back'] as const
const stateSchema = Type.Enum([...STATES])

export const listedParcelSchema = Type.Object({
  id: idSchema,
  orderId: idSchema,
  label: Type.String({ description: 'Number of the order and of the parcel in it.' }),
  orderNumber: Type.String(),
  state: stateSchema,
  location: Type.String(),
  carrier: nullable(Type.String()),
  trackingNumber: nullable(Type.String()),
  madeAt: instantSchema,
  shippedAt: nullable(instantSchema),
  deliveredOn: nullable(dateSchema),
  market: Type.String(),
})

const piecesSchema = Type.Object({
  position: Type.Integer({ description: 'Of the line in its order.' }),
  name: Type.String(),
  sku: Type.String(),
  quantity: Type.Integer(),
})

const parcelSchema = Type.Object({
  id: idSchema,
  number: Type.Integer(),
  label: Type.String(),
  state: stateSchema,
  location: Type.String(),
  carrier: nullable(Type.String()),
  trackingNumber: nullable(Type.String()),
  trackingUrl: nullable(Type.String()),
  madeAt: instantSchema,
  shippedAt: nullable(instantSchema),
  leavesAt: nullable(
    Type.String({ format: 'date-time', description: 'Until then it can be taken back; then its buyer is told.' }),
  ),
  deliveredOn: nullable(dateSchema),
  lines: Type.Array(piecesSchema),
  facts: Type.Array(
    Type.Object({
      fact: Type.Enum([...STATES, 'tracked']),
      note: nullable(Type.String()),
      at: instantSchema,
    }),
  ),
  allowedActions: Type.Array(allowedActionSchema),
})

export const parcelsOfOrderSchema = Type.Object({
  items: Type.Array(parcelSchema),
  left: Type.Array(piecesSchema, { description: 'What is still to be sent.' }),
  locations: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }), {
    description: 'Where it lies, promised to this order.',
  }),
  allowedActions: Type.Array(allowedActionSchema),
})

const trackingFields = {
  carrier: Type.Optional(Type.String({ maxLength: 60 })),
  trackingNumber: Type.Optional(Type.String({ maxLength: 60 })),
  trackingUrl: Type.Optional(Type.String({ maxLength: 500 })),
}

export const packBody = Type.Object({
  lines: Type.Optional(
    Type.Array(
      Type.Object({
        position: Type.Integer({ minimum: 0, maximum: 32_767 }),
        quantity: Type.Integer({ minimum: 1, maximum: 100_000 }),
      }),
      { minItems: 1, maxItems: 500, description: 'All that is left unless told.' },
    ),
  ),
  location: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' })),
  ship: Type.Boolean({ description: 'It goes at once; else it is packed and waits.' }),
  ...trackingFields,
})

export const trackingBody = Type.Object(trackingFields)

export const moveBody = Type.Object({
  act: Type.Enum(['ship', 'deliver', 'lose', 'return', 'take_back']),
  note: Type.Optional(
    Type.String({ maxLength: 300, description: 'Why: of one that is lost, returned or taken back.' }),
  ),
  on: Type.Optional(
    Type.String({ format: 'date', description: 'The day on which it was delivered; today unless told.' }),
  ),
})

export const recognisedSchema = Type.Object({
  items: Type.Array(Type.Object({ carrier: Type.String(), url: nullable(Type.String()) })),
})
