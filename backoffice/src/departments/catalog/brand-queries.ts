import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Brand = Got<'/api/brands/{id}'>

export const brandList = queryOptions({
  queryKey: ['catalog', 'brands'],
  queryFn: ({ signal }) => answer(api.GET('/api/brands', { signal })),
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
