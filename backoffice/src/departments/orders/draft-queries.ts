import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Money } from '../../ui/format-money.ts'
import type { DraftWish } from './draft-wish.ts'

export type DraftRow = RowOf<Got<'/api/order-drafts'>>

export const draftDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'draft', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/order-drafts/{id}', { params: { path: { id } }, signal })),
  })

export const createDraft = (wish: DraftWish) => answer(api.POST('/api/order-drafts', { body: wish }))

export const saveDraft = (id: string, { wish, version }: { readonly wish: DraftWish; readonly version: number }) =>
  answer(
    api.PUT('/api/order-drafts/{id}', {
      params: { path: { id } },
      headers: { 'If-Match': `"${version}"` },
      body: wish,
    }),
  )

export const deleteDraft = (id: string) => answer(api.DELETE('/api/order-drafts/{id}', { params: { path: { id } } }))

/** Without an end, for as long as the shop is set to. */
export const setDraftAside = (id: string, until: string | undefined) =>
  answer(
    api.PUT('/api/order-drafts/{id}/reservation', {
      params: { path: { id } },
      body: until === undefined ? {} : { until },
    }),
  )

export const releaseDraft = (id: string) =>
  answer(api.DELETE('/api/order-drafts/{id}/reservation', { params: { path: { id } } }))

export const addDraftCard = (id: string, code: string) =>
  answer(api.POST('/api/order-drafts/{id}/gift-cards', { params: { path: { id } }, body: { code } }))

export const removeDraftCard = (id: string, cardId: string) =>
  answer(api.DELETE('/api/order-drafts/{id}/gift-cards/{cardId}', { params: { path: { id, cardId } } }))

export const payDraftWithCredit = (id: string, use: boolean) =>
  answer(api.PUT('/api/order-drafts/{id}/store-credit', { params: { path: { id } }, body: { use } }))

/** `key`: asked twice under the same, it is one order. */
export const orderDraft = (
  id: string,
  {
    key,
    ...accepted
  }: {
    readonly acceptedTotal: Money
    readonly acceptedGiftCards: Money
    readonly acceptedToday: Money
    readonly key: string
  },
) =>
  answer(
    api.POST('/api/order-drafts/{id}/order', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: accepted,
    }),
  )

export const paymentLink = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'paymentLink', orderId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders/{id}/payment-link', { params: { path: { id: orderId } }, signal })),
  })

export const sendPaymentLink = (orderId: string) =>
  answer(api.POST('/api/orders/{id}/payment-link', { params: { path: { id: orderId } } }))
