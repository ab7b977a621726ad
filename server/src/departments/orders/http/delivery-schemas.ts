import { Type } from 'typebox'
import { moneySchema, dateSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { tariffSchema } from '../use-cases/tariff-schema.ts'
import { pickupSchema } from './schemas.ts'

const closed = { additionalProperties: false }
const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' })
const category = Type.String({ minLength: 1, maxLength: 40 })

export const byCurrency = <Item extends Parameters<typeof Type.Record>[1]>(item: Item, description: string) =>
  Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), item, { description })

const days = Type.Integer({ minimum: 0, maximum: 365, description: 'Working days.' })

export const codeParams = Type.Object({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) })

const rateSchema = Type.Object(
  {
    zone: Type.String({ minLength: 1, maxLength: 40, description: 'Its code.' }),
    minDays: days,
    maxDays: days,
    tariffs: byCurrency(tariffSchema, 'Currency -> what it costs there.'),
  },
  closed,
)

const methodFields = {
  kind: Type.Enum(['carriage', 'pickup'], {
    description: 'Brought to an address, or collected at a place of the shop.',
  }),
  names: textsSchema,
  descriptions: Type.Partial(textsSchema),
  taxCategory: Type.String({ pattern: '^[a-z0-9_]{1,40}$' }),
  limits: Type.Object(
    {
      maxWeightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
      maxValue: Type.Optional(
        byCurrency(Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }), 'Goods worth more are not carried.'),
      ),
      excludedCategories: Type.Optional(
        Type.Array(category, { maxItems: 200, description: 'Ids; those below are meant too.' }),
      ),
    },
    { ...closed, description: 'What it does not carry.' },
  ),
  asksPhone: Type.Optional(Type.Boolean({ default: false, description: 'The carrier has to be able to call.' })),
  place: nullable(Type.String({ maxLength: 40, description: 'The location where it is collected.' })),
  rates: Type.Array(rateSchema, { minItems: 1, maxItems: 200 }),
}

export const methodBody = Type.Object(
  {
    kind: Type.Optional(methodFields.kind),
    names: methodFields.names,
    descriptions: methodFields.descriptions,
    taxCategory: methodFields.taxCategory,
    limits: Type.Optional(methodFields.limits),
    asksPhone: methodFields.asksPhone,
    place: Type.Optional(methodFields.place),
    rates: methodFields.rates,
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: 'In the shop’s order.' })),
    active: Type.Optional(Type.Boolean({ default: true, description: 'False: not offered any more.' })),
  },
  closed,
)

const kept = { position: Type.Integer(), version: Type.Integer() }

export const methodSchema = Type.Object({ code: Type.String(), ...methodFields, active: Type.Boolean(), ...kept })

const zoneFields = {
  name: Type.String({ minLength: 1, maxLength: 80 }),
  countries: Type.Array(country, { minItems: 1, maxItems: 250, uniqueItems: true }),
  regions: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 500, description: 'As addresses name them: VE.' }),
  postcodes: Type.Array(Type.String({ maxLength: 30 }), {
    maxItems: 2000,
    description: 'One (30121), a range (30121-30176), or all that begin alike (09*).',
  }),
}

export const zoneBody = Type.Object(
  { ...zoneFields, position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })) },
  closed,
)
export const zoneSchema = Type.Object({ code: Type.String(), ...zoneFields, ...kept })

const placeFields = {
  timeZone: Type.String({ maxLength: 60, description: 'IANA name.' }),
  cutOff: nullable(
    Type.String({
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
      description: 'What is ordered before leaves on the same working day; null: promises count from the order.',
    }),
  ),
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    maxItems: 7,
    uniqueItems: true,
    description: '1 is Monday.',
  }),
  holidays: Type.Array(Type.String({ maxLength: 10 }), { maxItems: 1000, description: 'Days on which nobody works.' }),
  pickup: nullable(
    Type.Object(
      {
        name: Type.String({ maxLength: 120 }),
        street: Type.String({ maxLength: 200 }),
        postcode: Type.String({ maxLength: 20 }),
        city: Type.String({ maxLength: 120 }),
        region: nullable(Type.String({ maxLength: 80 })),
        country,
        hours: Type.Partial(textsSchema),
      },
      { ...closed, description: 'Where people collect; null where they do not.' },
    ),
  ),
}

export const placeBody = Type.Object(placeFields, closed)
export const placeSchema = Type.Object({
  code: Type.String({ description: 'Of the location.' }),
  ...placeFields,
  version: Type.Integer(),
})

export const trialBody = Type.Object(
  {
    market: Type.String({ minLength: 1, maxLength: 40 }),
    country,
    region: Type.Optional(Type.String({ maxLength: 80 })),
    postcode: Type.Optional(Type.String({ maxLength: 20 })),
    weightGrams: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    units: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1 })),
    amount: Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000_000,
      description: 'What the goods come to, in minor units.',
    }),
    categories: Type.Optional(Type.Array(category, { maxItems: 200 })),
  },
  closed,
)

export const trialSchema = Type.Object({
  ways: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      zone: Type.String(),
      price: moneySchema,
      promisedFrom: dateSchema,
      promisedTo: dateSchema,
      reasons: Type.Array(Type.String({ description: 'In the language asked for.' })),
      pickup: nullable(pickupSchema),
    }),
  ),
  refused: Type.Array(
    Type.Object({ code: Type.String(), name: Type.String(), because: Type.String(), text: Type.String() }),
  ),
})
