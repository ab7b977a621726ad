import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Values } from '../../ui/form/field.ts'

export type PaymentMethod = RowOf<Got<'/api/payment-methods'>>

export const paymentMethodList = queryOptions({
  queryKey: ['settings', 'payment-methods'],
  queryFn: ({ signal }) => answer(api.GET('/api/payment-methods', { signal })),
})

/** Groups to whose customers alone a method may be offered. */
export const customerGroupChoices = queryOptions({
  queryKey: ['settings', 'customer-groups'],
  queryFn: ({ signal }) => answer(api.GET('/api/customer-groups', { params: { query: { limit: 100 } }, signal })),
})

export function putPaymentMethod(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: version === undefined ? {} : { 'If-Match': `"${version}"` } }
  // The form's fields are the operation's; the server judges them again.
  const body = values as Omit<PaymentMethod, 'code' | 'version'>
  return answer(api.PUT('/api/payment-methods/{code}', { params, body }))
}
