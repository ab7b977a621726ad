import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type StockRow = RowOf<Got<'/api/stock'>>

/** The codes of the locations whose names the list shows. */
export const locations = queryOptions({
  queryKey: ['inventory', 'locations'],
  queryFn: async ({ signal }) => {
    const { columns } = await answer(api.GET('/api/stock/columns', { signal }))
    return columns.find(({ key }) => key === 'location')?.values ?? []
  },
  staleTime: 5 * 60_000,
})

interface Count {
  readonly variantId: string
  readonly locationCode: string
  readonly quantity: number
  readonly reason: string
}

export function recordCount({ reason, ...count }: Count, key: string) {
  return answer(
    api.POST('/api/stock-counts', {
      params: { header: { 'Idempotency-Key': key } },
      body: { counts: [count], reason },
    }),
  )
}
