import { Type } from 'typebox'
import { idSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'

export const textsToWrite = (maxLength: number) =>
  Type.Object(
    {
      en: Type.Optional(Type.String({ maxLength })),
      it: Type.Optional(Type.String({ maxLength })),
      es: Type.Optional(Type.String({ maxLength })),
      id: Type.Optional(Type.String({ maxLength })),
    },
    { additionalProperties: false },
  )

const taxonomyId = nullable(Type.String({ maxLength: 60, description: 'In Shopify’s taxonomy: hg-11-10.' }))
const googleId = nullable(
  Type.String({ maxLength: 12, description: 'In Google’s, where it is not what Shopify’s category means there.' }),
)
export const placingFields = { taxonomyId, googleId }

/** Of a page of the shop. */
export const pageFields = {
  descriptions: textsToWrite(20_000),
  seoTitles: textsToWrite(120),
  seoDescriptions: textsToWrite(320),
}
export const pageFieldsToWrite = {
  descriptions: Type.Optional(pageFields.descriptions),
  seoTitles: Type.Optional(pageFields.seoTitles),
  seoDescriptions: Type.Optional(pageFields.seoDescriptions),
}

export const categoryLine = Type.Object({
  id: idSchema,
  parentId: nullable(idSchema),
  handle: Type.String(),
  name: Type.String({ description: "In the caller's language, else in English." }),
  position: Type.Integer(),
  productCount: Type.Integer({ description: 'Published products of its own.' }),
  drafts: Type.Integer({ description: 'Products of its own that are not in the shop.' }),
  hidden: Type.Boolean(),
  taxonomyId,
  imageFileId: nullable(idSchema),
  missingLanguages: Type.Array(Type.String(), { description: 'In which it has no name of its own.' }),
})

const placedAt = {
  id: Type.String(),
  path: Type.Array(Type.String(), { description: 'From the top down.' }),
  from: nullable(Type.Object({ id: idSchema, name: Type.String() }, { description: 'The category that says so.' })),
}
export const placingSchema = Type.Object({
  own: Type.Object(placingFields),
  shopify: nullable(Type.Object(placedAt)),
  google: nullable(
    Type.Object({ ...placedAt, chosen: Type.Boolean({ description: 'Not what Shopify’s category means there.' }) }),
  ),
})

export const categoryRecord = Type.Object({
  id: idSchema,
  handle: Type.String(),
  parentId: nullable(idSchema),
  names: textsSchema,
  ...pageFields,
  position: Type.Integer(),
  hidden: Type.Boolean(),
  imageFileId: nullable(idSchema),
  ...placingFields,
  version: Type.Integer(),
  placing: placingSchema,
})

const handle = Type.String({ minLength: 1, maxLength: 200 })
const changeable = {
  ...pageFieldsToWrite,
  hidden: Type.Optional(Type.Boolean()),
  taxonomyId: Type.Optional(taxonomyId),
  googleId: Type.Optional(googleId),
}
export const categoryToCreate = Type.Object(
  { handle, names: textsToWrite(255), parentHandle: Type.Optional(nullable(handle)), ...changeable },
  { additionalProperties: false },
)
export const categoryToChange = Type.Object(
  { handle: Type.Optional(handle), names: Type.Optional(textsToWrite(255)), ...changeable },
  { additionalProperties: false },
)

export const taxonomyNode = Type.Object({
  id: Type.String(),
  path: Type.Array(Type.String()),
  google: nullable(Type.Object({ id: Type.String(), path: Type.Array(Type.String()) })),
})
