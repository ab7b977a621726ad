import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Order = Got<'/api/orders/{id}'>
export type OrderRow = RowOf<Got<'/api/orders'>>
export type OrderState = OrderRow['state']
export type PriceReason = Order['reasons'][number]

export interface OrderFilter {
  readonly state?: OrderState | undefined
  readonly search?: string | undefined
  readonly customerId?: string | undefined
}

export const orderList = (filter: OrderFilter, limit?: number) => ({
  queryKey: ['orders', 'list', filter, limit],
  fetchPage: (after: string | undefined, signal: AbortSignal) =>
    answer(api.GET('/api/orders', { params: { query: { after, limit, ...filter } }, signal })),
})

/** By language: what may be done says why not in words. */
export const orderDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}', { params: { path: { id } }, signal })),
  })

export const orderEntries = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'ledger', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/ledger/entries', { params: { query: { filter: [`about:is:${id}`] } }, signal })),
  })

/** `what`: the whole order, or what of it was not sent yet; refused where it is the other meanwhile. */
export function cancelOrder(
  { id, version }: Pick<Order, 'id' | 'version'>,
  { reason, what }: { readonly reason: string; readonly what: 'order' | 'rest' },
) {
  return answer(
    api.POST('/api/orders/{id}/cancellation', {
      params: { path: { id } },
      headers: { 'If-Match': `"${version}"` },
      body: { reason, what },
    }),
  )
}

/** Whether some of it left the house, and some is here. */
export const isSentInPart = ({ dispatch }: Pick<Order, 'dispatch'>) => dispatch === 'partly'

/** Whether its address is where goods go: what is downloaded or collected goes nowhere. */
export const isSentTo = ({ delivery }: Order) => delivery.method !== null && !delivery.pickup
