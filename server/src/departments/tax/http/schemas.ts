import { Type } from 'typebox'
import { dateSchema, nullable } from '../../../host/http/schemas.ts'

export const taxRateSchema = Type.Object({
  country: Type.String(),
  category: Type.String(),
  percent: Type.String({ description: 'Per cent as decimal text: "22".' }),
  validFrom: dateSchema,
  validTo: nullable(dateSchema),
  source: Type.String(),
})

export const newRateBody = Type.Object(
  {
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    category: Type.String({ pattern: '^[a-z0-9_]{1,40}$' }),
    percent: Type.String({ maxLength: 20, description: 'Per cent as decimal text: "22".' }),
    validFrom: dateSchema,
    source: Type.String({
      minLength: 1,
      maxLength: 300,
      pattern: '\\S',
      description: 'The law or the authority’s page.',
    }),
  },
  { additionalProperties: false },
)
