import { Type } from 'typebox'
import { idSchema } from '../../../host/http/schemas.ts'
import { BUNDLE_LIMITS, BUNDLE_SHAPES, PRODUCT_KINDS } from '../use-cases/bundle-words.ts'

const closed = { additionalProperties: false }

export const kindSchema = Type.Enum([...PRODUCT_KINDS], {
  description:
    'physical: goods. bundle: several of them for one price. digital: files to download. service: done for somebody. gift_card: a voucher for an amount.',
})

const amountsSchema = Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.Integer({ minimum: 0 }), {
  description: 'Currency -> whole minor units.',
})

const name = Type.Optional(Type.String({ maxLength: 100 }))
const namesToWrite = Type.Object(
  { en: name, it: name, es: name, id: name },
  { ...closed, description: 'What is chosen here; a fixed component needs none.' },
)

const priceSchema = Type.Union(
  [
    Type.Object({ way: Type.Literal('own') }, closed),
    Type.Object(
      { way: Type.Literal('percent_off'), percentPpm: Type.Integer({ minimum: 0, maximum: 1_000_000 }) },
      closed,
    ),
    Type.Object({ way: Type.Literal('amount_off'), amounts: amountsSchema }, closed),
  ],
  { description: 'Its own price, or what its components cost together less something.' },
)

const count = (minimum: number, description: string) =>
  Type.Integer({ minimum, maximum: BUNDLE_LIMITS.pieces, description })

const optionSchema = Type.Object(
  {
    variantId: idSchema,
    quantity: count(1, 'Pieces in one choice of it.'),
    surcharges: amountsSchema,
    chosen: count(0, 'So often until somebody chooses otherwise.'),
  },
  closed,
)

const groupFields = {
  least: count(0, 'Pieces to choose at least; 0 where it may be left out.'),
  most: count(1, 'And at most.'),
  options: Type.Array(optionSchema, { minItems: 1, maxItems: BUNDLE_LIMITS.options }),
}

const bundleFields = {
  shape: Type.Enum([...BUNDLE_SHAPES], {
    description:
      'fixed: always the same. mix: so many pieces out of a choice. configurable: one, or none, of each group.',
  }),
  price: priceSchema,
  promotions: Type.Enum(['included', 'excluded'], { description: 'Whether promotions look at its components.' }),
}

export const bundleToWrite = Type.Object(
  {
    ...bundleFields,
    groups: Type.Array(Type.Object({ names: namesToWrite, ...groupFields }, closed), {
      minItems: 1,
      maxItems: BUNDLE_LIMITS.groups,
    }),
  },
  closed,
)

const bundleSchema = Type.Object({
  ...bundleFields,
  groups: Type.Array(Type.Object({ names: namesToWrite, ...groupFields })),
})

export const productKindSchema = Type.Object({
  kind: kindSchema,
  version: Type.Integer({ description: 'Of the product.' }),
  bundle: Type.Union([bundleSchema, Type.Null()], { description: 'What it consists of; null until that was said.' }),
  components: Type.Array(
    Type.Object({
      variantId: idSchema,
      productId: idSchema,
      sku: Type.String(),
      name: Type.String(),
      published: Type.Boolean(),
      retired: Type.Boolean(),
    }),
    { description: 'What its options are called, in the language asked for.' },
  ),
})
