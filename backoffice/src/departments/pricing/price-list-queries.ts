import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type PriceListRow = RowOf<Got<'/api/price-lists'>>
export type PriceList = Got<'/api/price-lists/{id}'>
export type PriceListChoices = Got<'/api/price-list-choices'>
export type PriceListDraft = paths['/api/price-lists']['post']['requestBody']['content']['application/json']
export type PriceOfList = Got<'/api/price-lists/{id}/prices'>['items'][number]
export type PriceToPaste =
  paths['/api/price-lists/{id}/prices']['put']['requestBody']['content']['application/json']['prices'][number]

export const priceListDetail = (id: string) =>
  queryOptions({
    queryKey: ['pricing', 'list', id],
    queryFn: ({ signal }) => answer(api.GET('/api/price-lists/{id}', { params: { path: { id } }, signal })),
  })

/** In the language in which they are asked for. */
export const priceListChoices = (locale: string) =>
  queryOptions({
    queryKey: ['pricing', 'listChoices', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/price-list-choices', { signal })),
    staleTime: 60_000,
  })

export const pricesOfList = (id: string, search: string, locale: string) => ({
  queryKey: ['pricing', 'list', id, 'prices', search, locale],
  queryFn: ({ pageParam, signal }: { readonly pageParam: string | undefined; readonly signal: AbortSignal }) =>
    answer(
      api.GET('/api/price-lists/{id}/prices', {
        params: {
          path: { id },
          query: { limit: 50, ...(pageParam && { after: pageParam }), ...(search !== '' && { search }) },
        },
        signal,
      }),
    ),
})

export const createPriceList = (draft: PriceListDraft, key: string) =>
  answer(api.POST('/api/price-lists', { params: { header: { 'Idempotency-Key': key } }, body: draft }))

export const changePriceList = (id: string, version: number, draft: PriceListDraft & { nonetheless?: string }) =>
  answer(
    api.PUT('/api/price-lists/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: draft,
    }),
  )

export const activatePriceList = (id: string, nonetheless: string | undefined) =>
  answer(
    api.PUT('/api/price-lists/{id}/activation', {
      params: { path: { id } },
      body: { ...(nonetheless !== undefined && { nonetheless }) },
    }),
  )

export const withdrawPriceList = (id: string) =>
  answer(api.DELETE('/api/price-lists/{id}/activation', { params: { path: { id } } }))

export const previewPrices = (id: string, prices: PriceToPaste[]) =>
  answer(api.POST('/api/price-lists/{id}/price-previews', { params: { path: { id } }, body: { prices } }))

export const setPricesOfList = (id: string, version: number, prices: PriceToPaste[], key: string) =>
  answer(
    api.PUT('/api/price-lists/{id}/prices', {
      params: { path: { id }, header: { 'If-Match': `"${version}"`, 'Idempotency-Key': key } },
      body: { prices },
    }),
  )
