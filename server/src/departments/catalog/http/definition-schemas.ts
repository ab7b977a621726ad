import { Type } from 'typebox'
import { idSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { ATTRIBUTE_KINDS, ATTRIBUTE_SECTIONS, CONTENT_UNITS, MOST_LONG_TEXT } from '../queries/definition-words.ts'

const oneOf = <const Word extends string>(words: readonly Word[]) => Type.Union(words.map((word) => Type.Literal(word)))

export const codeParams = Type.Object({ code: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' }) })
const code = Type.String({ minLength: 1, maxLength: 60 })

const attributeFields = {
  names: textsSchema,
  kind: oneOf(ATTRIBUTE_KINDS),
  unit: Type.String({ maxLength: 20, description: 'Behind a number: cm.' }),
  choices: Type.Array(Type.Object({ code, names: textsSchema }, { additionalProperties: false }), { maxItems: 500 }),
  section: oneOf(ATTRIBUTE_SECTIONS),
  localised: Type.Boolean({ description: 'A text in each language.' }),
  perVariant: Type.Boolean(),
  filterable: Type.Boolean({ description: 'Shoppers filter by it.' }),
  shown: Type.Boolean({ description: 'Stands on the product’s page.' }),
}
export const attributeBody = Type.Object(attributeFields, { additionalProperties: false })
export const attributeSchema = Type.Object({ code: Type.String(), ...attributeFields, version: Type.Integer() })

const familyFields = {
  names: textsSchema,
  attributes: Type.Array(Type.Object({ code, required: Type.Boolean() }, { additionalProperties: false }), {
    maxItems: 200,
  }),
  languages: Type.Array(oneOf(['en', 'it', 'es', 'id']), { minItems: 1, maxItems: 4 }),
  pictures: Type.Integer({ minimum: 0, maximum: 20 }),
  safety: Type.Boolean({ description: 'Maker, responsible person, origin and goods code belong to it.' }),
}
const channelNeeds = Type.Object(
  {
    channel: Type.String({ maxLength: 40 }),
    attributes: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200 }),
    languages: Type.Array(Type.String({ maxLength: 2 }), { maxItems: 4 }),
    pictures: Type.Integer({ minimum: 0, maximum: 20 }),
  },
  { additionalProperties: false },
)

const channels = Type.Array(channelNeeds, { maxItems: 50, description: 'What a channel asks beyond.' })
export const familyBody = Type.Object(
  { ...familyFields, channels: Type.Optional(channels) },
  { additionalProperties: false },
)
export const familySchema = Type.Object({ code: Type.String(), ...familyFields, channels, version: Type.Integer() })

const contactFields = {
  name: Type.String({ maxLength: 200 }),
  street: Type.String({ maxLength: 200 }),
  postcode: Type.String({ maxLength: 20 }),
  city: Type.String({ maxLength: 100 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  email: Type.String({ maxLength: 200 }),
  website: Type.String({ maxLength: 500 }),
}
export const contactBody = Type.Object(contactFields, { additionalProperties: false })
export const contactSchema = Type.Object({ id: idSchema, ...contactFields, version: Type.Integer() })

/** As shoppers read it. */
export const publicContactSchema = Type.Object(contactFields)

const valueSchema = Type.Union([
  Type.String({ maxLength: MOST_LONG_TEXT }),
  Type.Boolean(),
  Type.Array(Type.String({ maxLength: 60 }), { maxItems: 500 }),
  Type.Record(Type.String(), Type.String({ maxLength: MOST_LONG_TEXT })),
])
export const valuesSchema = Type.Record(Type.String(), valueSchema)
/** `null` takes a value away. */
export const valuesToWrite = Type.Record(Type.String(), nullable(valueSchema))

export const contentSchema = nullable(
  Type.Object({ amount: Type.String({ maxLength: 16 }), unit: oneOf(CONTENT_UNITS) }, { additionalProperties: false }),
)

export const complianceFields = {
  makerId: nullable(idSchema),
  responsibleId: nullable(idSchema),
  hsCode: nullable(Type.String({ maxLength: 20, description: 'Harmonised System: 6, 8 or 10 digits.' })),
  originCountry: nullable(Type.String({ pattern: '^[A-Z]{2}$' })),
  durabilityYears: nullable(
    Type.Integer({ minimum: 0, maximum: 1_000, description: 'The producer’s guarantee, where longer than two years.' }),
  ),
  passportUrl: nullable(Type.String({ maxLength: 500 })),
}

export const completenessSchema = Type.Object({
  percent: Type.Integer({ description: 'Of the language that has least.' }),
  languages: Type.Array(Type.Object({ language: Type.String(), percent: Type.Integer() })),
  missing: Type.Array(Type.Object({ field: Type.String(), language: nullable(Type.String()) })),
})
