import { Type } from 'typebox'
import { dateSchema, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { addressInputSchema, basketSchema } from '../../../departments/orders/index.ts'

const draftBundleSchema = Type.Object({
  variantId: idSchema,
  quantity: Type.Integer({ minimum: 1, maximum: 99 }),
  choices: Type.Array(
    Type.Object({
      group: Type.Integer({ minimum: 0, maximum: 20 }),
      variantId: idSchema,
      count: Type.Integer({ minimum: 1, maximum: 99 }),
    }),
    { maxItems: 100 },
  ),
})

export const wishSchema = Type.Object(
  {
    customerId: nullable(idSchema),
    email: Type.String({ maxLength: 254, description: 'May be empty as long as it is a draft.' }),
    address: addressInputSchema,
    billing: Type.Optional(nullable(addressInputSchema)),
    lines: Type.Array(
      Type.Object({
        variantId: idSchema,
        quantity: Type.Integer({ minimum: 1, maximum: 999 }),
        unitPrice: Type.Optional(
          Type.Integer({
            minimum: 0,
            maximum: 100_000_000_000,
            description:
              'Of a piece, in minor units, as the market shows prices. Needs `orders:price` and `priceNote`.',
          }),
        ),
      }),
      { maxItems: 100 },
    ),
    bundles: Type.Optional(
      Type.Array(draftBundleSchema, { maxItems: 100, description: 'Bundles as they were chosen; left out: none.' }),
    ),
    coupons: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 }),
    deliveryMethod: nullable(Type.String({ maxLength: 40 })),
    paymentMethod: nullable(Type.String({ maxLength: 40 })),
    note: nullable(Type.String({ maxLength: 500 })),
    priceNote: nullable(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)

const setAsideSchema = Type.Object({
  until: instantSchema,
  by: nullable(Type.String()),
  pieces: Type.Integer({ description: 'That are set aside.' }),
  wanted: Type.Integer({ description: 'That the draft asks for; more than are set aside where not all lie there.' }),
})

const paidBySchema = Type.Object({
  cards: Type.Array(Type.Object({ id: idSchema, last4: Type.String(), pays: moneySchema })),
  credit: nullable(
    Type.Object(
      { available: moneySchema, used: Type.Boolean(), pays: moneySchema },
      { description: 'Store credit of whom it is for; null where nobody is known or there is none.' },
    ),
  ),
  covered: moneySchema,
  due: Type.Object(moneySchema.properties, { description: 'What is left to pay otherwise, now.' }),
  later: nullable(
    Type.Object(
      { amount: moneySchema, readyOn: dateSchema },
      { description: 'Of pre-ordered goods: what is paid once they are ready; null where all is paid now.' },
    ),
  ),
})

export const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })

export const draftSchema = Type.Object({
  ...savedSchema.properties,
  customerId: nullable(idSchema),
  email: Type.String(),
  address: addressInputSchema,
  billing: nullable(addressInputSchema),
  paymentMethod: nullable(Type.String()),
  note: nullable(Type.String()),
  priceNote: nullable(Type.String()),
  orderId: nullable(Type.String()),
  madeBy: nullable(Type.String()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deliveryMethod: nullable(Type.String()),
  coupons: Type.Array(Type.String()),
  bundles: Type.Array(draftBundleSchema),
  setAside: nullable(setAsideSchema),
  paidBy: paidBySchema,
  saidPrices: Type.Array(Type.Object({ variantId: idSchema, price: moneySchema })),
  basket: basketSchema,
  total: moneySchema,
  ways: Type.Array(Type.Object({ code: Type.String(), kind: Type.String(), name: Type.String() })),
})
