import { Type } from 'typebox'
import { pageOf } from '../../../host/http/pagination.ts'
import { query, type Route } from '../../../host/http/route.ts'
import { ok } from '../../../kernel/result.ts'
import { getPublishedProduct } from '../queries/get-product.ts'
import { listCategories } from '../queries/list-categories.ts'
import { pageOfProducts } from './page-of-products.ts'
import { presentPage } from './present-product.ts'
import { catalogListItem, catalogListQuery, catalogProductSchema, categorySchema } from './schemas.ts'

export const publicRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/catalog/products',
    operationId: 'listCatalogProducts',
    summary: 'Products of the shop',
    permission: 'public',
    own: 'none',
    query: catalogListQuery,
    response: pageOf(catalogListItem),
    answer: (call, { query: { after, limit, category, search, sort } }) => {
      const filter = { publishedOnly: true, categoryHandle: category, search, order: sort ?? ('newest' as const) }
      return pageOfProducts(call, { filter, after, limit }, ({ variantIds, ...card }) => ({
        ...card,
        variantIds: [...variantIds],
      }))
    },
  }),
  query({
    method: 'GET',
    path: '/catalog/products/:handle',
    operationId: 'getCatalogProduct',
    summary: 'A product of the shop',
    permission: 'public',
    own: 'none',
    params: Type.Object({ handle: Type.String({ maxLength: 200 }) }),
    response: catalogProductSchema,
    etag: 'version',
    answer: async ({ house, locale }, { params }) => {
      const page = await getPublishedProduct(house.database, params.handle, locale)
      return page.ok ? ok(presentPage(page.value)) : page
    },
  }),
  query({
    method: 'GET',
    path: '/catalog/categories',
    operationId: 'listCatalogCategories',
    summary: 'The categories of the shop',
    permission: 'public',
    own: 'none',
    response: Type.Object({ items: Type.Array(categorySchema) }),
    answer: async ({ house, locale }) => ok({ items: await listCategories(house.database, { locale }) }),
  }),
]
