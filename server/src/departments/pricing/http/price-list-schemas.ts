import { Type } from 'typebox'
import { currencySchema, instantSchema } from '../../../host/http/schemas.ts'

const closed = { additionalProperties: false }
const code = Type.String({ minLength: 1, maxLength: 200 })
const codes = Type.Array(code, { minItems: 1, maxItems: 1000 })

/** Of a piece in whole currency units, four places finer than the minor unit. */
export const finePriceSchema = Type.String({
  pattern: '^\\d{1,12}(\\.\\d{1,8})?$',
  maxLength: 21,
  description: 'Of a piece in whole currency units: "0.0125". Up to four places finer than the minor unit.',
})

export const quantitySchema = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** Minor units: `step` 100 and `less` 1 end prices on .99. */
const derivationFields = {
  change: Type.String({ pattern: '^-?\\d{1,4}(\\.\\d{1,4})?$', description: 'A percentage: "-10" takes a tenth off.' }),
  step: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Rounded to a multiple of so many minor units.' }),
  ),
  less: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 999_999_999, description: 'Less so many: step 100 and less 1 end on .99.' }),
  ),
}

export const derivationSchema = Type.Object(
  {
    ...derivationFields,
    of: Type.Optional(
      Type.String({ maxLength: 40, description: 'Code of the list that is changed; else the usual prices.' }),
    ),
  },
  closed,
)

/** A price list of a snapshot. */
export const priceListSchema = Type.Object(
  {
    code,
    names: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 200 }))),
    currency: Type.Optional(currencySchema),
    priority: Type.Optional(
      Type.Integer({ minimum: -1000, maximum: 1000, description: 'The higher gives the price.' }),
    ),
    markets: Type.Optional(codes),
    channels: Type.Optional(codes),
    groups: Type.Optional(codes),
    companies: Type.Optional(codes),
    from: Type.Optional(instantSchema),
    until: Type.Optional(instantSchema),
    announced: Type.Optional(Type.Boolean({ description: 'The usual price is shown struck through.' })),
    derivation: Type.Optional(derivationSchema),
    prices: Type.Optional(
      Type.Array(
        Type.Object({ variantId: code, from: Type.Optional(quantitySchema), price: finePriceSchema }, closed),
        {
          maxItems: 10_000,
        },
      ),
    ),
  },
  closed,
)
