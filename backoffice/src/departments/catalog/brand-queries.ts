import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Brand = Got<'/api/brands/{id}'>

export type BrandRow = RowOf<Got<'/api/brands'>>

/** All of them, and what products say that is none yet. */
export const brandNames = queryOptions({
  queryKey: ['catalog', 'brand-names'],
  queryFn: ({ signal }) => answer(api.GET('/api/brand-names', { signal })),
})

const FEW = 12

/** The last changed of a brand, and how many there are. */
export const productsOfBrand = (name: string) =>
  queryOptions({
    queryKey: ['catalog', 'of-brand', name],
    queryFn: async ({ signal }) => {
      const filter = [`vendor:is:${name}`]
      const [{ items }, counted] = await Promise.all([
        answer(api.GET('/api/products', { params: { query: { filter, limit: FEW } }, signal })),
        answer(api.GET('/api/products/count', { params: { query: { filter } }, signal })),
      ])
      return { items, ...counted }
    },
  })

export const brandDetail = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'brand', id],
    queryFn: ({ signal }) => answer(api.GET('/api/brands/{id}', { params: { path: { id } }, signal })),
  })

export const createBrand = (body: { name: string; handle: string }) => answer(api.POST('/api/brands', { body }))

export interface BrandChange {
  readonly name?: string
  readonly handle?: string
  readonly descriptions?: Record<string, string>
  readonly seoTitles?: Record<string, string>
  readonly seoDescriptions?: Record<string, string>
  readonly hidden?: boolean
  readonly makerId?: string | null
}

export function changeBrand({ id, version }: { readonly id: string; readonly version: number }, body: BrandChange) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PATCH('/api/brands/{id}', { params, body }))
}

export const removeBrandPicture = (id: string) =>
  answer(api.DELETE('/api/brands/{id}/picture', { params: { path: { id } } }))
