import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Charges = Got<'/api/orders/{id}/charges'>
export type SavedCard = Charges['methods'][number]

/** Under `orders`, so that what is told about the order reads it again; by language, since reasons are words. */
export const chargesOfOrder = (orderId: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'charges', orderId, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/charges', { params: { path: { id: orderId } }, signal })),
  })

export const chargeOrder = (orderId: string, body: { readonly methodId: string; readonly agreed: string }) =>
  answer(api.POST('/api/orders/{id}/charges', { params: { path: { id: orderId } }, body }))
