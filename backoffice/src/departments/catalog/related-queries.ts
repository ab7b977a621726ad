import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type RelatedView = Got<'/api/products/{id}/related'>
export type Related = RelatedView['relations'][number]
export type RelatedKind = Related['kind']

/** In the order in which the page of a product has them. */
export const RELATED_KINDS = ['accessory', 'cross_sell', 'up_sell', 'substitute'] as const

export const relatedProducts = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['catalog', 'related', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/related', { params: { path: { id } }, signal })),
  })

export function putRelated(id: string, version: number, relations: readonly Related[]) {
  const body = { relations: relations.map(({ kind, id: productId, bothWays }) => ({ kind, productId, bothWays })) }
  return answer(
    api.PUT('/api/products/{id}/related', { params: { path: { id } }, headers: { 'If-Match': `"${version}"` }, body }),
  )
}

export type TogetherView = Got<'/api/products/{id}/bought-together'>
export type Together = TogetherView['items'][number]
export type Wish = NonNullable<Together['wish']>

export const boughtTogether = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['catalog', 'together', id, locale],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/products/{id}/bought-together', { params: { path: { id } }, signal })),
  })

export function putTogether(id: string, version: number, wishes: { productId: string; wish: Wish }[]) {
  const params = { path: { id } }
  const headers = { 'If-Match': `"${version}"` }
  return answer(api.PUT('/api/products/{id}/bought-together', { params, headers, body: { wishes } }))
}
