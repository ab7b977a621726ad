import { Type } from 'typebox'
import { pageQuery } from '../../../host/http/pagination.ts'
import { allowedActionSchema, idSchema, instantSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { kindSchema } from './bundle-schemas.ts'
import {
  completenessSchema,
  complianceFields,
  contentSchema,
  publicContactSchema,
  valuesSchema,
  valuesToWrite,
} from './definition-schemas.ts'

// What other rooms need of it comes through this door.
export { collectionRuleSchema } from './collection-schemas.ts'

export { bundleToWrite } from './bundle-schemas.ts'

const handleSchema = Type.String({ minLength: 1, maxLength: 200 })
const stateSchema = Type.Union([Type.Literal('draft'), Type.Literal('published')])
/** For writing: an empty text takes its language away. */
const textsToWrite = (maxLength: number) =>
  Type.Object(
    {
      en: Type.Optional(Type.String({ maxLength })),
      it: Type.Optional(Type.String({ maxLength })),
      es: Type.Optional(Type.String({ maxLength })),
      id: Type.Optional(Type.String({ maxLength })),
    },
    { additionalProperties: false },
  )
const descriptionsToWrite = Type.Object(textsToWrite(100_000).properties, {
  additionalProperties: false,
  description:
    'Plain text, or restricted HTML that begins with a block: p, h3, h4, ul, ol, li, strong, em, a (href), blockquote and br; everything else is taken out.',
})
const choicesSchema = Type.Array(Type.Object({ code: Type.String(), names: textsSchema }), { maxItems: 2000 })
const optionSchema = Type.Object({ code: Type.String(), names: textsSchema, choices: choicesSchema })
const optionValuesSchema = Type.Record(Type.String(), Type.String())
const per = (from: string) => Type.Integer({ minimum: 0, maximum: 100, description: `Per cent from the ${from}.` })
const focalSchema = Type.Object({ x: per('left'), y: per('top') }, { additionalProperties: false })
export const imageSchema = Type.Object({
  fileId: idSchema,
  alts: textsToWrite(255),
  focal: Type.Optional(nullable(focalSchema)),
})

const variantToWrite = Type.Object(
  {
    sku: Type.String({ minLength: 1, maxLength: 100 }),
    gtin: Type.Optional(nullable(Type.String({ maxLength: 14 }))),
    optionValues: Type.Optional(optionValuesSchema),
    weightGrams: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
    requiresShipping: Type.Optional(Type.Boolean()),
    imageFileId: Type.Optional(nullable(idSchema)),
    attributes: Type.Optional(valuesToWrite),
    content: Type.Optional(contentSchema),
  },
  { additionalProperties: false },
)

const changeable = {
  descriptions: Type.Optional(descriptionsToWrite),
  seoTitles: Type.Optional(textsToWrite(120)),
  seoDescriptions: Type.Optional(textsToWrite(320)),
  vendor: Type.Optional(Type.String({ maxLength: 255 })),
  categoryId: Type.Optional(nullable(idSchema)),
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 250 })),
  taxCategory: Type.Optional(Type.String({ pattern: '^[a-z0-9_]{1,40}$' })),
  options: Type.Optional(Type.Array(optionSchema, { maxItems: 3 })),
  images: Type.Optional(Type.Array(imageSchema, { maxItems: 250 })),
  familyCode: Type.Optional(nullable(Type.String({ maxLength: 40 }))),
  attributes: Type.Optional(valuesToWrite),
  warnings: Type.Optional(textsToWrite(2_000)),
  makerId: Type.Optional(complianceFields.makerId),
  responsibleId: Type.Optional(complianceFields.responsibleId),
  hsCode: Type.Optional(complianceFields.hsCode),
  originCountry: Type.Optional(complianceFields.originCountry),
  durabilityYears: Type.Optional(complianceFields.durabilityYears),
  passportUrl: Type.Optional(complianceFields.passportUrl),
}

export const productToCreate = Type.Object(
  {
    handle: handleSchema,
    names: textsToWrite(255),
    kind: Type.Optional(kindSchema),
    variants: Type.Array(variantToWrite, { minItems: 1, maxItems: 2000 }),
    ...changeable,
  },
  { additionalProperties: false },
)

export const productToChange = Type.Object(
  {
    handle: Type.Optional(handleSchema),
    names: Type.Optional(textsToWrite(255)),
    state: Type.Optional(stateSchema),
    variants: Type.Optional(Type.Array(variantToWrite, { minItems: 1, maxItems: 2000 })),
    ...changeable,
  },
  { additionalProperties: false },
)

export const productSchema = Type.Object({
  id: idSchema,
  version: Type.Integer(),
  handle: Type.String(),
  names: textsSchema,
  descriptions: textsToWrite(100_000),
  seoTitles: textsToWrite(120),
  seoDescriptions: textsToWrite(320),
  vendor: Type.String(),
  categoryId: nullable(idSchema),
  tags: Type.Array(Type.String()),
  taxCategory: Type.String(),
  state: stateSchema,
  options: Type.Array(optionSchema),
  variants: Type.Array(
    Type.Object({
      id: idSchema,
      sku: Type.String(),
      gtin: nullable(Type.String()),
      optionValues: optionValuesSchema,
      weightGrams: Type.Integer(),
      requiresShipping: Type.Boolean(),
      imageFileId: nullable(idSchema),
      attributes: valuesSchema,
      content: contentSchema,
      retired: Type.Boolean(),
    }),
  ),
  images: Type.Array(imageSchema),
  familyCode: nullable(Type.String()),
  attributes: valuesSchema,
  warnings: textsToWrite(2_000),
  ...complianceFields,
  completeness: completenessSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  allowedActions: Type.Array(allowedActionSchema),
})

export const productListItem = Type.Object({
  id: idSchema,
  handle: Type.String(),
  name: Type.String({ description: "In the caller's language, else in English." }),
  vendor: Type.String(),
  categoryHandle: nullable(Type.String()),
  categoryName: nullable(Type.String()),
  state: stateSchema,
  kind: kindSchema,
  imageFileId: nullable(idSchema),
  variantCount: Type.Integer(),
  completeness: nullable(Type.Integer({ description: 'Per cent of what its family asks for; null until next saved.' })),
  family: nullable(Type.String()),
  familyName: nullable(Type.String()),
  version: Type.Integer(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

const orderSchema = (names: readonly string[]) =>
  Type.Optional(
    Type.Union(
      names.map((name) => Type.Literal(name)),
      { description: 'A search has its own order: the best first.' },
    ),
  )

export const placeQuery = {
  market: Type.Optional(
    Type.String({ maxLength: 40, description: 'What is shown there; of the shop’s first unless told.' }),
  ),
  channel: Type.Optional(Type.String({ maxLength: 40, description: 'web unless told.' })),
}

export const catalogListQuery = Type.Object({
  ...pageQuery,
  category: Type.Optional(handleSchema),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  sort: orderSchema(['newest', 'name']),
  ...placeQuery,
})

export const catalogListItem = Type.Object({
  id: idSchema,
  handle: Type.String(),
  name: Type.String(),
  vendor: Type.String(),
  categoryHandle: nullable(Type.String()),
  categoryName: nullable(Type.String()),
  imageFileId: nullable(idSchema),
  imageAlt: Type.String(),
  variantIds: Type.Array(idSchema),
})

const namedSchema = Type.Object({ code: Type.String(), name: Type.String() })

export const catalogProductSchema = Type.Object({
  id: idSchema,
  handle: Type.String(),
  name: Type.String(),
  description: Type.String(),
  seoTitle: Type.String({ description: 'Of its page for search engines; empty where it is the name.' }),
  seoDescription: Type.String({ description: 'Empty where it is the beginning of the description.' }),
  vendor: Type.String(),
  brandHandle: nullable(Type.String()),
  tags: Type.Array(Type.String()),
  version: Type.Integer(),
  categories: Type.Array(Type.Object({ handle: Type.String(), name: Type.String() })),
  images: Type.Array(
    Type.Object({
      fileId: idSchema,
      alt: Type.String(),
      width: Type.Integer(),
      height: Type.Integer(),
      focal: Type.Optional(focalSchema),
    }),
  ),
  options: Type.Array(Type.Object({ ...namedSchema.properties, choices: Type.Array(namedSchema) })),
  variants: Type.Array(
    Type.Object({
      id: idSchema,
      sku: Type.String(),
      gtin: nullable(Type.String()),
      title: Type.String(),
      optionValues: optionValuesSchema,
      weightGrams: Type.Integer(),
      imageFileId: nullable(idSchema),
      content: contentSchema,
    }),
  ),
  specification: Type.Array(
    Type.Object({
      section: Type.String(),
      name: Type.String(),
      kind: Type.String({ description: 'text, number (a decimal), yes_no (yes or no) or date.' }),
      values: Type.Array(Type.String()),
      unit: Type.String(),
    }),
  ),
  safety: Type.Object({
    maker: nullable(publicContactSchema),
    responsible: nullable(publicContactSchema),
    warnings: Type.String(),
    originCountry: nullable(Type.String()),
    durabilityYears: nullable(Type.Integer()),
    passportUrl: nullable(Type.String()),
  }),
})

export const categorySchema = Type.Object({
  id: idSchema,
  parentId: nullable(idSchema),
  handle: Type.String(),
  name: Type.String(),
  position: Type.Integer(),
  productCount: Type.Integer({ description: 'Published products of its own.' }),
})

export const savedVersionSchema = Type.Object({ id: idSchema, version: Type.Integer() })

export const savedPicturesSchema = savedVersionSchema

export const savedProductSchema = Type.Object({
  id: idSchema,
  version: Type.Integer(),
  variantIds: Type.Record(Type.String(), idSchema, { description: 'SKU -> id of each variant on sale.' }),
})
