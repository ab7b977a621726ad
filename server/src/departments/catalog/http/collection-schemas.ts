import { Type } from 'typebox'
import { currencySchema, idSchema, instantSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { pageFields, pageFieldsToWrite, textsToWrite } from './category-schemas.ts'

const strict = { additionalProperties: false }
const texts = (maxLength: number) => Type.Array(Type.String({ minLength: 1, maxLength }), { maxItems: 100 })
const amount = nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description: 'Whole minor units.' }))

const conditionSchema = Type.Union([
  Type.Object({ kind: Type.Literal('category'), categories: Type.Array(idSchema, { maxItems: 100 }) }, strict),
  Type.Object({ kind: Type.Literal('brand'), brands: texts(255) }, strict),
  Type.Object({ kind: Type.Literal('label'), labels: texts(100) }, strict),
  Type.Object(
    { kind: Type.Literal('attribute'), attribute: Type.String({ maxLength: 40 }), values: texts(60) },
    strict,
  ),
  Type.Object({ kind: Type.Literal('price'), currency: currencySchema, atLeast: amount, atMost: amount }, strict),
  Type.Object({ kind: Type.Literal('reduced'), currency: currencySchema }, strict),
  Type.Object({ kind: Type.Literal('created'), withinDays: Type.Integer({ minimum: 1, maximum: 3_650 }) }, strict),
  Type.Object({ kind: Type.Literal('stock'), atLeast: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, strict),
])

export const collectionRuleSchema = Type.Object(
  {
    match: Type.Union([Type.Literal('all'), Type.Literal('any')]),
    conditions: Type.Array(conditionSchema, { maxItems: 12 }),
  },
  strict,
)

const handle = Type.String({ minLength: 1, maxLength: 200 })
const changeable = {
  ...pageFieldsToWrite,
  hidden: Type.Optional(Type.Boolean()),
  beginsAt: Type.Optional(nullable(instantSchema)),
  endsAt: Type.Optional(nullable(instantSchema)),
  rule: Type.Optional(nullable(collectionRuleSchema)),
  picks: Type.Optional(Type.Array(idSchema, { maxItems: 1_000, description: 'Products in their order.' })),
}
export const collectionToCreate = Type.Object({ handle, names: textsToWrite(255), ...changeable }, strict)
export const collectionToChange = Type.Object(
  { handle: Type.Optional(handle), names: Type.Optional(textsToWrite(255)), ...changeable },
  strict,
)

const common = {
  id: idSchema,
  handle: Type.String(),
  imageFileId: nullable(idSchema),
  hidden: Type.Boolean(),
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  members: Type.Integer({ description: 'Products in it when it was last looked at.' }),
}
export const collectionLine = Type.Object({
  ...common,
  name: Type.String(),
  way: Type.Enum(['rule', 'hand'], { description: 'How its products are chosen.' }),
  state: Type.Enum(['shown', 'later', 'over', 'hidden'], { description: 'What the shop does with it now.' }),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})
export const pickedProduct = Type.Object({
  id: idSchema,
  name: Type.String(),
  vendor: Type.String(),
  imageFileId: nullable(idSchema),
  published: Type.Boolean(),
})
export const collectionRecord = Type.Object({
  ...common,
  names: textsSchema,
  ...pageFields,
  rule: nullable(collectionRuleSchema),
  picks: Type.Array(pickedProduct),
  version: Type.Integer(),
})
