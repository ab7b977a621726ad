import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { TreePlace } from './category-tree.ts'

export type CategoryLine = RowOf<Got<'/api/categories'>>
export type Category = Got<'/api/categories/{id}'>
export type Placing = Category['placing']
export type TaxonomyName = 'shopify' | 'google'
export type FoundCategory = RowOf<Got<'/api/taxonomies/{name}/categories'>>

export const categoryDetail = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'category', id],
    queryFn: ({ signal }) => answer(api.GET('/api/categories/{id}', { params: { path: { id } }, signal })),
  })

interface CategoryToCreate {
  readonly handle: string
  readonly names: { en: string }
  readonly parentHandle?: string | null
}

export const createCategory = (body: CategoryToCreate) => answer(api.POST('/api/categories', { body }))

export type CategoryChange = Partial<
  Pick<
    Category,
    'handle' | 'names' | 'descriptions' | 'seoTitles' | 'seoDescriptions' | 'hidden' | 'taxonomyId' | 'googleId'
  >
>

export function changeCategory({ id, version }: Pick<Category, 'id' | 'version'>, body: CategoryChange) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PATCH('/api/categories/{id}', { params, body }))
}

export const removeCategoryPicture = (id: string) =>
  answer(api.DELETE('/api/categories/{id}/picture', { params: { path: { id } } }))

export const moveCategory = (id: string, body: TreePlace) =>
  answer(api.PUT('/api/categories/{id}/place', { params: { path: { id } }, body }))

export const taxonomySearch = (name: TaxonomyName, search: string) =>
  queryOptions({
    queryKey: ['catalog', 'taxonomy', name, search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/taxonomies/{name}/categories', { params: { path: { name }, query: { search } }, signal })),
    enabled: search.length > 1,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const productTaxonomy = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'product-taxonomy', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/taxonomy', { params: { path: { id } }, signal })),
  })

export function placeProduct(id: string, version: number, body: Placing['own']) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PUT('/api/products/{id}/taxonomy', { params, body }))
}
