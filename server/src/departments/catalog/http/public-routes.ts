import { Type } from 'typebox'
import { pageOf } from '../../../host/http/pagination.ts'
import { query, type Call, type Route } from '../../../host/http/route.ts'
import { ok } from '../../../kernel/result.ts'
import { getPublishedProduct } from '../queries/get-product.ts'
import { findFirstMarket } from '../queries/showings.ts'
import type { ShopPlace } from '../queries/shown-here.ts'
import { listCategories } from '../queries/list-categories.ts'
import { pageOfProducts } from './page-of-products.ts'
import { presentPage } from './present-product.ts'
import { catalogListItem, catalogListQuery, catalogProductSchema, categorySchema, placeQuery } from './schemas.ts'

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
    answer: async (call, { query: { after, limit, category, search, sort, ...asked } }) => {
      const place = await placeOf(call, asked)
      const filter = {
        publishedOnly: true,
        place,
        categoryHandle: category,
        search,
        order: sort ?? ('newest' as const),
      }
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
    query: Type.Object(placeQuery),
    response: catalogProductSchema,
    etag: 'version',
    answer: async (call, { params, query: asked }) => {
      const place = await placeOf(call, asked)
      const page = await getPublishedProduct(call.house.database, params.handle, { locale: call.locale, place })
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
    answer: async ({ house, locale }) =>
      ok({ items: (await listCategories(house.database, { locale })).filter(({ hidden }) => !hidden) }),
  }),
]

const WEB = 'web'

async function placeOf({ house }: Call, asked: { market?: string; channel?: string }): Promise<ShopPlace> {
  const market = asked.market ?? (await findFirstMarket(house.database))
  return { market, channel: asked.channel ?? WEB, now: house.clock.now() }
}
