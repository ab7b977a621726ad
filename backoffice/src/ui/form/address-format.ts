import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type AddressFormat = Got<'/api/address-formats/{country}'>

/** How a country writes its addresses: the same table that the shop's own form is made of. */
export const addressFormat = (country: string) =>
  queryOptions({
    queryKey: ['address-format', country],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/address-formats/{country}', { params: { path: { country } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
