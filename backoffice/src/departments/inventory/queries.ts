import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type StockRow = RowOf<Got<'/api/stock'>>

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
