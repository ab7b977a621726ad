import { Type } from 'typebox'
import { idSchema, nullable } from '../../../host/http/schemas.ts'

const line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
export const codeSchema = Type.String({
  pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
  description: 'Lower-case letters, digits, hyphens.',
})
export const codeParams = Type.Object({ code: codeSchema })
export const countrySchema = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1.' })
export const currencySchema = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' })

export const entityBody = Type.Object(
  {
    legalName: line(200),
    vatNumber: nullable(line(40)),
    registerNumber: nullable(line(80)),
    email: Type.String({ maxLength: 254 }),
    phone: nullable(line(40)),
    street: line(200),
    postcode: line(20),
    city: line(100),
    region: nullable(line(100)),
    country: countrySchema,
    currency: currencySchema,
    timeZone: Type.String({ minLength: 1, maxLength: 60, description: 'IANA: Europe/Rome.' }),
  },
  { additionalProperties: false },
)

const name = Type.Optional(Type.String({ maxLength: 60 }))
const marketNames = Type.Object(
  { en: name, it: name, es: name, id: name },
  { additionalProperties: false, description: 'What people call it; without one it goes by its countries.' },
)

export const marketBody = Type.Object(
  {
    countries: Type.Array(countrySchema, { minItems: 1, maxItems: 250, uniqueItems: true }),
    currency: currencySchema,
    language: Type.Union([Type.Literal('en'), Type.Literal('it'), Type.Literal('es'), Type.Literal('id')]),
    pricesIncludeTax: Type.Boolean(),
    lawPack: Type.Optional({
      ...codeSchema,
      description: 'Unless told: `eu` where all countries keep to the Union’s law, else the first country’s.',
    }),
    names: Type.Optional(marketNames),
    entityCode: codeSchema,
    locationCode: codeSchema,
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: 'In the shop’s order.' })),
  },
  { additionalProperties: false },
)

const versioned = { id: idSchema, code: Type.String(), version: Type.Integer() }

export const entityListSchema = Type.Object({
  items: Type.Array(Type.Object({ ...versioned, ...entityBody.properties })),
})
export const marketListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      ...versioned,
      ...marketBody.properties,
      lawPack: codeSchema,
      language: Type.String(),
      names: marketNames,
      position: Type.Integer(),
      timeZone: Type.String(),
    }),
  ),
})
export const marketNamesSchema = Type.Object({
  items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
})
export const versionSchema = Type.Object({ version: Type.Integer() })
