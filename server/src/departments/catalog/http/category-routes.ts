import { Type } from 'typebox'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, nullable } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CategoryDraft } from '../domain/category.ts'
import { getCategory, listOfficeCategories } from '../queries/find-category.ts'
import { getProduct } from '../queries/get-product.ts'
import { inLanguage } from '../queries/localised.ts'
import { placingOfCategory, placingOfProduct } from '../queries/placing.ts'
import { searchTaxonomy, TAXONOMY_NAMES } from '../queries/taxonomies.ts'
import { placeProduct } from '../use-cases/place-product.ts'
import { changeCategory, createCategory, moveCategory, type SavedCategory } from '../use-cases/save-category.ts'
import {
  categoryLine,
  categoryRecord,
  categoryToChange,
  categoryToCreate,
  placingFields,
  placingSchema,
  taxonomyNode,
} from './category-schemas.ts'
import { pagePictureRoutes } from './page-picture.ts'

const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const reading = { permission: 'catalog:read', own: 'any', withinScope: 'narrowed' } as const
const writing = { permission: 'catalog:write', own: 'any' } as const
const LANGUAGES = ['en', 'it', 'es', 'id']

export const categoryRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/categories',
    operationId: 'listCategories',
    summary: 'The tree of categories',
    ...reading,
    response: Type.Object({ items: Type.Array(categoryLine) }),
    answer: async ({ house, locale }) => {
      const all = await listOfficeCategories(house.database)
      const items = all.map(({ names, published, ...one }) => ({
        ...one,
        name: inLanguage(names, locale),
        productCount: published,
        missingLanguages: LANGUAGES.filter((language) => names[language] === undefined),
      }))
      return ok({ items })
    },
  }),
  query({
    method: 'GET',
    path: '/categories/:id',
    operationId: 'getCategory',
    summary: 'A category in all languages, and its place in the taxonomies',
    ...reading,
    params: idParams,
    response: categoryRecord,
    etag: 'version',
    answer: async ({ house, locale }, { params }) => {
      const category = await getCategory(house.database, params.id)
      if (!category.ok) return category
      const placing = await placingOfCategory(house.database, params.id, locale)
      return ok({ ...category.value, placing } as never)
    },
  }),
  command({
    method: 'POST',
    path: '/categories',
    operationId: 'createCategory',
    summary: 'Adds a category, behind its siblings',
    ...writing,
    body: categoryToCreate,
    response: savedSchema,
    status: 201,
    idempotent: true,
    command: async (ctx, { body }) => saved(await createCategory(ctx, body as CategoryDraft)),
  }),
  command({
    method: 'PATCH',
    path: '/categories/:id',
    operationId: 'changeCategory',
    summary: 'Changes the fields of a category that are sent (If-Match: version)',
    ...writing,
    params: idParams,
    body: categoryToChange,
    response: savedSchema,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      const changes = body as Partial<CategoryDraft>
      return saved(await changeCategory(ctx, { id: params.id, version: ifMatch, changes }))
    },
  }),
  command({
    method: 'PUT',
    path: '/categories/:id/place',
    operationId: 'moveCategory',
    summary: 'Moves a category with all below it to another place in the tree',
    description: 'Below `parentId` (null: at the top), before `beforeId` (null: behind all others there).',
    ...writing,
    params: idParams,
    body: Type.Object({ parentId: nullable(idSchema), beforeId: nullable(idSchema) }, { additionalProperties: false }),
    response: savedSchema,
    command: async (ctx, { params, body }) => saved(await moveCategory(ctx, { id: params.id, ...body })),
  }),
  ...pagePictureRoutes({
    path: '/categories/:id/picture',
    of: 'Category',
    find: ({ house }, id) => getCategory(house.database, id),
    set: async (ctx, id, imageFileId) =>
      saved(await changeCategory(ctx, { id, version: undefined, changes: { imageFileId } })),
  }),
  query({
    method: 'GET',
    path: '/taxonomies/:name/categories',
    operationId: 'searchTaxonomy',
    summary: 'Categories of Shopify’s or Google’s taxonomy by words, the best first',
    description: 'Words in the language of the request (English where the taxonomy has none in it).',
    ...reading,
    params: Type.Object({ name: Type.Union(TAXONOMY_NAMES.map((one) => Type.Literal(one))) }),
    query: Type.Object({ search: Type.String({ maxLength: 200 }) }),
    response: Type.Object({ items: Type.Array(taxonomyNode) }),
    answer: async ({ locale }, { params, query: { search } }) =>
      ok({ items: await searchTaxonomy(params.name, search, locale) }),
  }),
  query({
    method: 'GET',
    path: '/products/:id/taxonomy',
    operationId: 'getProductTaxonomy',
    summary: 'Where a product stands in the taxonomies, by itself or by its category',
    ...reading,
    params: idParams,
    response: Type.Object({ ...placingSchema.properties, version: Type.Integer() }),
    etag: 'version',
    answer: (call, { params }) => shownOfProduct(call, params.id),
  }),
  command({
    method: 'PUT',
    path: '/products/:id/taxonomy',
    operationId: 'placeProduct',
    summary: 'Places a product otherwise than its category (If-Match: version; null as its category)',
    ...writing,
    params: idParams,
    body: Type.Object(placingFields, { additionalProperties: false }),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      placeProduct(ctx, { productId: params.id, version: ifMatch, placing: body }),
  }),
]

async function shownOfProduct({ house, locale }: Call, id: string) {
  const product = await getProduct(house.database, id)
  return product.ok ? ok(await placingOfProduct(house.database, product.value, locale)) : product
}

function saved(result: Result<SavedCategory>): Result<{ id: string; version: number }> {
  return result.ok ? ok({ id: result.value.categoryId, version: result.value.version }) : result
}
