import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Customer = RowOf<Got<'/api/customers'>>

export const customerDetail = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/customers/{id}', { params: { path: { id } }, signal })),
  })
