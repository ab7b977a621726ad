import { Type } from 'typebox'
import { dateSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { MARKET_CHOICES } from '../use-cases/choices-of.ts'

const closed = { additionalProperties: false }
const countrySchema = Type.String({ pattern: '^[A-Z]{2}$' })
const codeSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' })
const categorySchema = Type.String({ pattern: '^[a-z0-9_]{1,40}$' })

export const taxRateSchema = Type.Object({
  country: Type.String(),
  zone: nullable(Type.String({ description: 'Null: the whole country.' })),
  category: Type.String(),
  tax: Type.String({ description: 'What it is called: vat, gst.' }),
  compound: Type.Boolean({ description: 'Also on the taxes before it.' }),
  percent: Type.String({ description: 'Per cent as decimal text: "22".' }),
  validFrom: dateSchema,
  validTo: nullable(dateSchema),
  source: Type.String(),
})

export const newRateBody = Type.Object(
  {
    country: countrySchema,
    zone: Type.Optional(codeSchema),
    category: categorySchema,
    tax: Type.Optional(
      Type.String({ pattern: '^[a-z][a-z0-9_]{0,19}$', description: 'Where several are charged on the same goods.' }),
    ),
    compound: Type.Optional(Type.Boolean()),
    percent: Type.String({ maxLength: 20, description: 'Per cent as decimal text: "22".' }),
    validFrom: dateSchema,
    source: Type.String({
      minLength: 1,
      maxLength: 300,
      pattern: '\\S',
      description: 'The law or the authority’s page.',
    }),
  },
  closed,
)

const zoneFields = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  country: countrySchema,
  regions: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 200, description: 'As addresses name them: BC.' }),
  postcodes: Type.Array(Type.String({ maxLength: 30 }), {
    maxItems: 500,
    description: 'One (23041), a range (35000-35999), or all that begin alike (BT*).',
  }),
  instead: Type.Boolean({ description: 'Its taxes take the place of the country’s; else they are added to them.' }),
}

export const zoneParams = Type.Object({ code: codeSchema })
export const zoneBody = Type.Object(zoneFields, closed)
export const zoneSchema = Type.Object({ code: Type.String(), ...zoneFields, version: Type.Integer() })

/** What a market decides where the laws disagree (docs/guides/policies.md). */
export const choicesSchema = Type.Object(
  {
    roundEach: Type.Enum(MARKET_CHOICES.roundEach),
    rounding: Type.Enum(MARKET_CHOICES.rounding),
    base: Type.Enum(MARKET_CHOICES.base),
    oddUnit: Type.Enum(MARKET_CHOICES.oddUnit),
    acrossZones: Type.Enum(MARKET_CHOICES.acrossZones),
    deliveryTax: Type.Enum(MARKET_CHOICES.deliveryTax),
    roundPrices: Type.Optional(Type.Enum(MARKET_CHOICES.roundPrices)),
    unverifiedNumbers: Type.Optional(Type.Enum(MARKET_CHOICES.unverifiedNumbers)),
  },
  closed,
)

export const marketChoicesSchema = Type.Object({
  market: Type.String(),
  currency: Type.String(),
  pricesIncludeTax: Type.Boolean(),
  version: Type.Integer({ description: '0: nothing was chosen yet.' }),
  choices: choicesSchema,
})

const percentText = Type.String()

export const exampleSchema = Type.Object({
  choice: Type.String(),
  basket: Type.Object({
    pricesIncludeTax: Type.Boolean(),
    lines: Type.Array(
      Type.Object({
        quantity: Type.Integer(),
        unitPrice: moneySchema,
        exactPrice: nullable(Type.String({ description: 'Where a piece costs less than minor units can say.' })),
        percent: percentText,
      }),
    ),
    company: Type.Boolean({
      description: 'For a company in another state of the EU, whose number nobody can confirm just now.',
    }),
    delivery: nullable(moneySchema),
    discount: nullable(percentText),
    homePercent: nullable(percentText),
  }),
  outcomes: Type.Array(
    Type.Object({
      value: Type.String(),
      lineTaxes: Type.Array(moneySchema),
      deliveryTax: nullable(moneySchema),
      tax: moneySchema,
      total: moneySchema,
    }),
  ),
})

export const trialBody = Type.Object(
  {
    market: codeSchema,
    country: countrySchema,
    region: Type.Optional(Type.String({ maxLength: 80 })),
    postcode: Type.Optional(Type.String({ maxLength: 20 })),
    category: categorySchema,
    amount: Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000_000,
      description: 'Minor units of the market’s currency.',
    }),
    on: Type.Optional(dateSchema),
  },
  closed,
)

export const trialSchema = Type.Object({
  net: moneySchema,
  taxes: Type.Array(Type.Object({ name: Type.String(), percent: percentText, tax: moneySchema })),
  total: moneySchema,
  treatment: nullable(
    Type.String({ description: 'domestic, destination, origin, oss, export, reverse_charge or exempt.' }),
  ),
  reasons: Type.Array(Type.Object({ because: Type.String(), text: Type.String() })),
})
