import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type StockRow = RowOf<Got<'/api/stock'>>

interface Count {
  readonly variantId: string
  readonly locationCode: string
  readonly quantity: number
  readonly reason: string
  /** Why it is counted although it collides with somebody's plans. */
  readonly nonetheless?: string
}

/** Whose plans a count would collide with. */
export const countCheck = (count: Omit<Count, 'reason' | 'nonetheless'>, locale: string) =>
  queryOptions({
    queryKey: ['inventory', 'count-check', count, locale],
    queryFn: ({ signal }) => answer(api.POST('/api/stock-count-checks', { body: { counts: [count] }, signal })),
  })

/** Whose plans today's counts at a place collide with, as they were recorded. */
export const countCollisions = (location: string, locale: string) =>
  queryOptions({
    queryKey: ['inventory', 'count-collisions', location, locale],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/locations/{id}/count-collisions', { params: { path: { id: location } }, signal })),
    staleTime: 0,
  })

export function recordCount({ reason, nonetheless = '', ...count }: Count, key: string) {
  return answer(
    api.POST('/api/stock-counts', {
      params: { header: { 'Idempotency-Key': key } },
      body: { counts: [count], reason, ...(nonetheless === '' ? {} : { nonetheless }) },
    }),
  )
}

export type StockPromise = Got<'/api/stock-promises'>['items'][number]

/** What is sold, or may be, before it is there: by day. */
export const stockPromises = (locale: string) =>
  queryOptions({
    queryKey: ['inventory', 'promises', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/stock-promises', { signal })),
  })

export interface PromiseToPut extends Pick<
  StockPromise,
  'variantId' | 'locationCode' | 'kind' | 'shipsOn' | 'most' | 'paidToday'
> {
  /** The one that was seen; undefined where there was none. */
  readonly version: number | undefined
}

export const putPromise = ({ variantId, locationCode, version, ...body }: PromiseToPut) =>
  answer(
    api.PUT('/api/stock-promises/{variantId}/{location}', {
      params: {
        path: { variantId, location: locationCode },
        header: version === undefined ? {} : { 'If-Match': `"${version}"` },
      },
      body,
    }),
  )
