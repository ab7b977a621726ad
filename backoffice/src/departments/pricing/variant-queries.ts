import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Money } from '../../ui/format-money.ts'

export type VariantRow = RowOf<Got<'/api/variants'>>

export interface PriceToSet {
  readonly variantId: string
  readonly amount: Money
  readonly compareAt: Money | null
}

export interface CostToSet {
  readonly variantId: string
  readonly cost: Money | null
}

export interface CountToRecord {
  readonly variantId: string
  readonly locationCode: string
  readonly quantity: number
}

/** Barcode and weight; what is left out stays. */
export interface VariantChange {
  readonly variantId: string
  gtin?: string | null
  weightGrams?: number
}

/** Its markets say in which currencies it sells. */
export const shop = queryOptions({
  queryKey: ['pricing', 'shop'],
  queryFn: ({ signal }) => answer(api.GET('/api/shop', { signal })),
  staleTime: 5 * 60_000,
})

/** One request, one act: all of them, or none. */
export const setPrices = (prices: readonly PriceToSet[]) =>
  answer(
    api.PUT('/api/prices', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { prices: [...prices] },
    }),
  )

export const setCosts = (costs: readonly CostToSet[]) =>
  answer(
    api.PUT('/api/costs', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { costs: [...costs] },
    }),
  )

export const recordCounts = (counts: readonly CountToRecord[], reason: string) =>
  answer(
    api.POST('/api/stock-counts', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { counts: [...counts], reason },
    }),
  )

export const changeVariants = (variants: readonly VariantChange[]) =>
  answer(
    api.PATCH('/api/variants', {
      params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { variants: [...variants] },
    }),
  )
