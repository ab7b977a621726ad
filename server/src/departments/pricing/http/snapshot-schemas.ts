import { Type, type Static } from 'typebox'
import { currencySchema, instantSchema, moneySchema } from '../../../host/http/schemas.ts'
import { TAX_CHOICES, TAX_TREATMENTS } from '../use-cases/tax-words.ts'
import { tariffSchema } from './tariff-schema.ts'
import { priceListSchema } from './price-list-schemas.ts'
import { amountSchema, percentSchema, promotionSchema } from './promotion-schemas.ts'

const closed = { additionalProperties: false }
const code = Type.String({ minLength: 1, maxLength: 200 })
const codes = Type.Array(code, { maxItems: 1000 })

const ratesSchema = Type.Record(
  Type.String({ minLength: 1, maxLength: 200 }),
  Type.Union([
    percentSchema,
    Type.Array(Type.Object({ tax: code, percent: percentSchema, compound: Type.Optional(Type.Boolean()) }, closed), {
      maxItems: 5,
      description: 'Several at once: GST and PST.',
    }),
  ]),
  { description: 'By tax category.' },
)

const traits = {
  productId: Type.Optional(code),
  categories: Type.Optional(codes),
  labels: Type.Optional(codes),
  collections: Type.Optional(codes),
  brand: Type.Optional(code),
  floorPrice: Type.Optional(amountSchema),
  weightGrams: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Of one piece.' })),
  delivered: Type.Optional(Type.Boolean({ description: 'False: nothing to carry, a file or a service.' })),
}

const bundleSchema = Type.Object(
  {
    price: Type.Union(
      [
        Type.Object({ way: Type.Literal('own') }, closed),
        Type.Object({ way: Type.Literal('percent_off'), percent: percentSchema }, closed),
        Type.Object({ way: Type.Literal('amount_off'), amount: amountSchema }, closed),
      ],
      { description: 'The line’s own price, or what the components cost together, less something.' },
    ),
    promotions: Type.Optional(
      Type.Enum(['included', 'excluded'], { description: 'Whether promotions look at its components.' }),
    ),
    components: Type.Array(
      Type.Object(
        {
          variantId: code,
          quantity: Type.Integer({ minimum: 1, maximum: 999, description: 'In one bundle.' }),
          unitPrice: Type.Optional(amountSchema),
          taxCategory: code,
          surcharge: Type.Optional(amountSchema),
          ...traits,
        },
        closed,
      ),
      { minItems: 1, maxItems: 50 },
    ),
  },
  { ...closed, description: 'Several goods for one price, as they were chosen.' },
)

/** Everything that a price depends on, as JSON: what `POST /price-simulations` and `fondaco price` take. */
export const snapshotSchema = Type.Object(
  {
    market: Type.Object(
      {
        code,
        currency: currencySchema,
        pricesIncludeTax: Type.Boolean(),
        tax: Type.Optional(
          Type.Object(
            {
              roundEach: Type.Enum(TAX_CHOICES.roundEach, { description: 'What is rounded to a whole minor unit.' }),
              rounding: Type.Enum(TAX_CHOICES.rounding),
              base: Type.Enum(TAX_CHOICES.base, {
                description: 'Tax on what is paid, or on the price before promotions (where tax is added to prices).',
              }),
              oddUnit: Type.Optional(
                Type.Enum(TAX_CHOICES.oddUnit, { description: 'Which lines bear odd cents of an order’s tax.' }),
              ),
              acrossZones: Type.Optional(
                Type.Enum(TAX_CHOICES.acrossZones, {
                  description: 'Where the prices’ tax is not that of the place (`homeTaxRates`): what stays the same.',
                }),
              ),
              deliveryTax: Type.Optional(
                Type.Enum(TAX_CHOICES.deliveryTax, { description: 'By its own category, or by the goods.' }),
              ),
            },
            closed,
          ),
        ),
        roundPrices: Type.Optional(
          Type.Enum(['line', 'unit'], { description: 'Where a price finer than the minor unit becomes money.' }),
        ),
      },
      closed,
    ),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    channel: Type.Optional(code),
    now: Type.Optional(instantSchema),
    customer: Type.Optional(
      Type.Object(
        {
          groups: Type.Optional(codes),
          nthOrder: Type.Optional(Type.Integer({ minimum: 1 })),
          company: Type.Optional(code),
        },
        closed,
      ),
    ),
    coupons: Type.Optional(codes),
    lines: Type.Array(
      Type.Object(
        {
          variantId: code,
          quantity: Type.Integer({ minimum: 1, maximum: 999 }),
          unitPrice: Type.Optional(amountSchema),
          exactPrice: Type.Optional(
            Type.String({
              pattern: '^\\d{1,12}(\\.\\d{1,8})?$',
              description: 'Price of a piece in whole currency units, finer than the minor unit: "0.0345".',
            }),
          ),
          compareAt: Type.Optional(amountSchema),
          taxCategory: code,
          ...traits,
          bundle: Type.Optional(bundleSchema),
        },
        closed,
      ),
      { minItems: 1, maxItems: 500 },
    ),
    delivery: Type.Optional(
      Type.Object(
        {
          code,
          price: Type.Optional(amountSchema),
          freeFrom: Type.Optional(amountSchema),
          taxCategory: code,
          rate: Type.Optional(
            Type.Object(
              { zone: Type.Optional(Type.String({ maxLength: 80 })), tariff: tariffSchema },
              { ...closed, description: 'The table of a zone, in the place of `price` and `freeFrom`.' },
            ),
          ),
        },
        closed,
      ),
    ),
    taxRates: ratesSchema,
    homeTaxRates: Type.Optional(ratesSchema),
    treatment: Type.Optional(Type.Enum(TAX_TREATMENTS)),
    taxCountry: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    promotions: Type.Optional(Type.Array(promotionSchema, { maxItems: 1000 })),
    priceLists: Type.Optional(Type.Array(priceListSchema, { maxItems: 100 })),
  },
  closed,
)
export type SnapshotJson = Static<typeof snapshotSchema>

const discounts = Type.Array(Type.Object({ promotion: Type.String(), amount: moneySchema }))
const taxed = {
  net: moneySchema,
  tax: moneySchema,
  taxes: Type.Array(Type.Object({ name: Type.String(), percent: Type.String(), amount: moneySchema }), {
    description: 'Each tax for itself.',
  }),
  total: moneySchema,
}

export const pricedSchema = Type.Object({
  currency: Type.String(),
  pricesIncludeTax: Type.Boolean(),
  lines: Type.Array(
    Type.Object({
      variantId: Type.String(),
      quantity: Type.Integer(),
      unitPrice: moneySchema,
      exactPrice: Type.Union([Type.String(), Type.Null()], { description: 'Where it is finer than the minor unit.' }),
      bundle: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Which line of the snapshot it is a component of; `subtotal` is then its share of the price.',
      }),
      subtotal: moneySchema,
      discounts,
      taxPercent: Type.String(),
      ...taxed,
    }),
    { description: 'In the order of the snapshot; the components of a bundle stand in its place.' },
  ),
  bundles: Type.Array(
    Type.Object({
      line: Type.Integer({ description: 'Which line of the snapshot it is.' }),
      variantId: Type.String(),
      components: Type.Array(Type.Integer(), { description: 'By their place in `lines`.' }),
      own: moneySchema,
      subtotal: moneySchema,
      net: moneySchema,
      tax: moneySchema,
      total: moneySchema,
    }),
  ),
  delivery: Type.Union([
    Type.Object({ code: Type.String(), subtotal: moneySchema, discounts, taxPercent: Type.String(), ...taxed }),
    Type.Null(),
  ]),
  discounts,
  goods: moneySchema,
  taxes: Type.Array(Type.Object({ name: Type.String(), percent: Type.String(), net: moneySchema, tax: moneySchema }), {
    description: 'By tax and rate.',
  }),
  treatment: Type.Union([Type.Enum(TAX_TREATMENTS), Type.Null()], { description: 'Why it is taxed as it is.' }),
  tax: moneySchema,
  total: moneySchema,
  reasons: Type.Array(
    Type.Object({
      rule: Type.String(),
      applied: Type.Boolean(),
      line: Type.Union([Type.Integer(), Type.Null()]),
      because: Type.String(),
      params: Type.Record(Type.String(), Type.Unknown()),
      text: Type.String({ description: 'The reason as a sentence in the language asked for.' }),
    }),
  ),
})
export type PricedJson = Static<typeof pricedSchema>
