import type { Static } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProductDraft } from '../domain/product.ts'
import { getProduct } from '../queries/get-product.ts'
import { listBrandsSaid } from '../queries/brands-said.ts'
import { inLanguage } from '../queries/localised.ts'
import { listCategories } from '../queries/list-categories.ts'
import { listFamilies } from '../queries/definitions.ts'
import { readinessOf } from '../queries/product-readiness.ts'
import { productsList } from '../queries/products-list.ts'
import { changeProduct } from '../use-cases/change-product.ts'
import { possibleActions } from '../use-cases/possible-actions.ts'
import { publishProduct, unpublishProduct } from '../use-cases/publish-product.ts'
import { createKind } from '../use-cases/create-kind.ts'
import type { SavedProduct } from '../use-cases/write-plan.ts'
import type { completenessSchema } from './definition-schemas.ts'
import { presentProduct } from './present-product.ts'
import { productListItem, productSchema, productToChange, productToCreate, savedProductSchema } from './schemas.ts'

export const backOfficeRoutes: readonly Route[] = [
  ...listRoutes(productsList, {
    path: '/products',
    permission: 'catalog:read',
    summary: 'Products, drafts among them',
    item: productListItem,
    choices: {
      category: async ({ house, locale }) =>
        (await listCategories(house.database, { locale })).map(({ handle, name }) => ({ value: handle, label: name })),
      family: async ({ house, locale }) =>
        (await listFamilies(house.database)).map(({ code, names }) => ({
          value: code,
          label: inLanguage(names, locale),
        })),
      vendor: async ({ house }) =>
        (await listBrandsSaid(house.database)).map(({ value, name }) => ({ value, label: name })),
    },
  }),
  query({
    method: 'GET',
    path: '/products/:id',
    operationId: 'getProduct',
    summary: 'A product in all languages, with its options, variants and pictures',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: productSchema,
    etag: 'version',
    answer: async (call, { params }) => {
      const product = await getProduct(call.house.database, params.id)
      if (!product.ok) return product
      const { completeness, unfit } = await readinessOf(call.house.database, product.value, call.house.clock.now())
      return ok({
        ...presentProduct(product.value),
        completeness: completeness as Static<typeof completenessSchema>,
        allowedActions: allowedActions(call, possibleActions(product.value, unfit)),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/products',
    operationId: 'createProduct',
    summary: 'Adds a product, as a draft',
    permission: 'catalog:write',
    own: 'any',
    body: productToCreate,
    response: savedProductSchema,
    status: 201,
    etag: 'version',
    idempotent: true,
    command: async (ctx, { body: { kind = 'physical', ...draft } }) =>
      saved(await createKind(ctx, kind, draft as ProductDraft)),
  }),
  command({
    method: 'PATCH',
    path: '/products/:id',
    operationId: 'changeProduct',
    summary: 'Changes the fields that are sent',
    description:
      'Send the version that you read in `If-Match`. When somebody changed the product meanwhile, the answer is 409 `catalog.version_conflict`, with the version that is there now and what now stands in the fields that you wanted to change.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: productToChange,
    response: savedProductSchema,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      const changes = body as Partial<ProductDraft>
      return saved(await changeProduct(ctx, { productId: params.id, version: ifMatch, changes }))
    },
  }),
  command({
    method: 'PUT',
    path: '/products/:id/publication',
    operationId: 'publishProduct',
    summary: 'Puts a product into the shop',
    permission: 'catalog:publish',
    own: 'any',
    params: idParams,
    response: savedProductSchema,
    etag: 'version',
    command: async (ctx, { params }) => saved(await publishProduct(ctx, { productId: params.id })),
  }),
  command({
    method: 'DELETE',
    path: '/products/:id/publication',
    operationId: 'unpublishProduct',
    summary: 'Takes a product out of the shop',
    permission: 'catalog:publish',
    own: 'any',
    params: idParams,
    response: savedProductSchema,
    etag: 'version',
    command: async (ctx, { params }) => saved(await unpublishProduct(ctx, { productId: params.id })),
  }),
]

function saved(result: Result<SavedProduct>) {
  if (!result.ok) return result
  const { productId, version, variantIds } = result.value
  return ok({ id: productId, version, variantIds: { ...variantIds } })
}
