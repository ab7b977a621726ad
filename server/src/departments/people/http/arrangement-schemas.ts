import { Type } from 'typebox'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'

const strict = { additionalProperties: false }

export const screenSchema = Type.String({ pattern: '^[a-z][a-z0-9/-]{0,59}$' })

const querySchema = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Union([
    Type.String({ maxLength: 2_000 }),
    Type.Number(),
    Type.Boolean(),
    Type.Null(),
    Type.Array(Type.String({ maxLength: 500 }), { maxItems: 100 }),
  ]),
  {
    maxProperties: 40,
    description: 'The screen’s own: filters, sort, search, columns. 8,000 characters of JSON at most.',
  },
)
const roleSchema = nullable(Type.String({ maxLength: 60, description: 'A role whose holders see the view, too.' }))
const nameSchema = Type.String({ minLength: 1, maxLength: 80 })

export const newViewBody = Type.Object(
  { screen: screenSchema, name: nameSchema, query: querySchema, sharedWithRole: Type.Optional(roleSchema) },
  strict,
)

export const viewBody = Type.Object(
  {
    name: Type.Optional(nameSchema),
    query: Type.Optional(querySchema),
    sharedWithRole: Type.Optional(roleSchema),
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  },
  strict,
)

export const savedViewSchema = Type.Object({
  id: idSchema,
  screen: Type.String(),
  name: Type.String(),
  query: querySchema,
  sharedWithRole: nullable(Type.String()),
  mine: Type.Boolean(),
  owner: Type.String({ description: 'Name of whose view it is.' }),
  position: Type.Integer(),
  version: Type.Integer(),
  createdAt: instantSchema,
})

const kindSchema = Type.String({ pattern: '^[a-z][a-z_-]{0,39}$' })

export const recentBody = Type.Object(
  {
    kind: kindSchema,
    recordId: Type.String({ minLength: 1, maxLength: 100 }),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    path: Type.String({ pattern: '^/[A-Za-z0-9_.-][A-Za-z0-9/_.-]{0,199}$', description: 'Below the back office.' }),
  },
  strict,
)

export const recentSchema = Type.Object({
  kind: Type.String(),
  recordId: Type.String(),
  title: Type.String(),
  path: Type.String(),
  at: instantSchema,
})

const choices = {
  theme: Type.Enum(['auto', 'light', 'dark', 'contrast']),
  density: Type.Enum(['roomy', 'dense']),
  locale: Type.Enum(['en', 'it', 'es', 'id']),
  sidebar: Type.Enum(['open', 'closed']),
}
export const preferencesSchema = Type.Object(choices)
export const preferencesBody = Type.Partial(preferencesSchema, strict)
