import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'
import type { Order } from './queries.ts'

export type EditWish = NonNullable<
  paths['/api/orders/{id}/amendments']['post']['requestBody']
>['content']['application/json']
export type EditReason = EditWish['reason']
export const EDIT_REASONS: readonly EditReason[] = ['customer_asked', 'out_of_stock', 'mistake', 'goodwill', 'other']
export type AmendmentRow = Got<'/api/orders/{id}/amendments'>['items'][number]

export const editOptions = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'editOptions', id],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/edit-options', { params: { path: { id } }, signal })),
  })

export type BalancesOfOrder = Got<'/api/orders/{id}/balances'>
export type BalanceRow = BalancesOfOrder['items'][number]

export const orderBalances = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'balances', id],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/balances', { params: { path: { id } }, signal })),
  })

export const waiveBalance = (id: string, reason: string) =>
  answer(api.POST('/api/orders/{id}/balance-waiver', { params: { path: { id } }, body: { reason } }))

export const undoBalance = (id: string, reason: string) =>
  answer(api.POST('/api/orders/{id}/balance-undoing', { params: { path: { id } }, body: { reason } }))

/** What a change would come to; asked anew with every stroke. */
export const editPreview = (id: string, version: number, wish: EditWish) =>
  queryOptions({
    queryKey: ['orders', 'editPreview', id, version, wish],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/orders/{id}/amendment-previews', { params: { path: { id } }, body: wish, signal })),
    retry: false,
  })

export const orderAmendments = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'amendments', id],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/amendments', { params: { path: { id } }, signal })),
  })

export function amendOrder({ id, version }: Pick<Order, 'id' | 'version'>, wish: EditWish) {
  return answer(
    api.POST('/api/orders/{id}/amendments', {
      params: { path: { id } },
      headers: { 'If-Match': `"${version}"` },
      body: wish,
    }),
  )
}
