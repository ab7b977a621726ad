import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Payment = RowOf<Got<'/api/orders/{id}/payments'>>

/** Under `orders`, so that what is told about the order reads its payments again. */
export const paymentsOfOrder = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'payments', orderId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders/{id}/payments', { params: { path: { id: orderId } }, signal })),
  })
