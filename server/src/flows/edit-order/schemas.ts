import { Type } from 'typebox'
import { idSchema, instantSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { AMENDMENT_KINDS, AMENDMENT_REASONS } from '../../departments/orders/index.ts'

const MOST = 100_000_000_000
const priceSchema = Type.Integer({
  minimum: 0,
  maximum: MOST,
  description:
    'Of one piece, in minor units of the order’s currency, as its market shows prices. Needs `orders:price` and a note.',
})

export const wishSchema = Type.Object({
  kind: Type.Optional(Type.Enum([...AMENDMENT_KINDS])),
  reason: Type.Enum([...AMENDMENT_REASONS]),
  note: Type.Optional(Type.String({ maxLength: 300 })),
  lines: Type.Array(
    Type.Object({
      position: Type.Integer({ minimum: 0, maximum: 999 }),
      quantity: Type.Integer({ minimum: 0, maximum: 999, description: '0: the line leaves the order.' }),
      unitPrice: Type.Optional(priceSchema),
    }),
    { maxItems: 100, description: 'Lines that become others; what is not named stays.' },
  ),
  added: Type.Array(
    Type.Object({
      variantId: idSchema,
      quantity: Type.Integer({ minimum: 1, maximum: 999 }),
      unitPrice: Type.Optional(priceSchema),
    }),
    { maxItems: 100 },
  ),
  deliveryPrice: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MOST,
      description: 'What the delivery costs then, no more than before; 0 gives it back.',
    }),
  ),
  deliveryMethod: Type.Optional(
    Type.String({ maxLength: 40, description: 'Another way of delivery, at its price of now, without promotions.' }),
  ),
  address: Type.Optional(
    Type.Object(
      {
        name: Type.String({ maxLength: 120 }),
        company: nullable(Type.String({ maxLength: 120 })),
        street: Type.String({ maxLength: 200 }),
        street2: nullable(Type.String({ maxLength: 200 })),
        postcode: Type.String({ maxLength: 20 }),
        city: Type.String({ maxLength: 120 }),
        region: nullable(Type.String({ maxLength: 80 })),
        phone: nullable(Type.String({ maxLength: 40 })),
      },
      { description: 'In the same country, taxed alike.' },
    ),
  ),
  billing: Type.Optional(
    nullable(
      Type.Object(
        {
          name: Type.String({ maxLength: 120 }),
          company: nullable(Type.String({ maxLength: 120 })),
          street: Type.String({ maxLength: 200 }),
          street2: nullable(Type.String({ maxLength: 200 })),
          postcode: Type.String({ maxLength: 20 }),
          city: Type.String({ maxLength: 120 }),
          region: nullable(Type.String({ maxLength: 80 })),
          country: Type.String({ pattern: '^[A-Z]{2}$' }),
        },
        { description: 'To whom the invoice goes; null: where the goods go.' },
      ),
    ),
  ),
})

const sideSchema = nullable(Type.Object({ quantity: Type.Integer(), unitPrice: moneySchema, total: moneySchema }))

const waysSchema = Type.Array(Type.Object({ code: Type.String(), name: Type.String(), price: moneySchema }), {
  description: 'By which it could be delivered now, and for what; none where nothing is delivered.',
})

export const previewSchema = Type.Object({
  deliveryOptions: waysSchema,
  version: Type.Integer({ description: 'Send it as `If-Match` with the change.' }),
  paid: Type.Boolean(),
  lines: Type.Array(
    Type.Object({
      position: Type.Integer(),
      variantId: idSchema,
      sku: Type.String(),
      name: Type.String(),
      options: Type.String(),
      because: Type.Enum(['as_sold', 'share', 'price_of_now', 'price_said', 'leaves']),
      before: sideSchema,
      after: sideSchema,
      difference: moneySchema,
    }),
  ),
  delivery: Type.Object({ before: moneySchema, after: moneySchema, difference: moneySchema }),
  tax: Type.Object({ before: moneySchema, after: moneySchema }),
  total: Type.Object({ before: moneySchema, after: moneySchema, difference: moneySchema }),
  asksUntil: nullable(instantSchema),
  refunds: Type.Array(
    Type.Object({
      paymentId: idSchema,
      provider: Type.String(),
      giftCard: nullable(Type.String({ description: 'The last signs of its code.' })),
      amount: moneySchema,
    }),
    { description: 'Of a paid order: what goes back, and by which way. Gift cards come first.' },
  ),
})

export const editedSchema = Type.Object({
  version: Type.Integer(),
  total: moneySchema,
  difference: moneySchema,
  balance: nullable(
    Type.Object(
      { id: idSchema, expiresAt: instantSchema },
      {
        description:
          'Of a paid order that comes to cost more: the change waits until the difference is paid, until then.',
      },
    ),
  ),
})

export const optionsSchema = Type.Object({
  deliveryOptions: waysSchema,
  version: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      position: Type.Integer(),
      fixed: nullable(Type.Enum(['bundle', 'digital', 'gift_card'], { description: 'Why it cannot become another.' })),
      least: Type.Integer({ description: 'So many pieces have left the house.' }),
    }),
  ),
})
