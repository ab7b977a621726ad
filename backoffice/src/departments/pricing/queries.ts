import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type PromotionRow = RowOf<Got<'/api/promotions'>>
export type Promotion = Got<'/api/promotions/{id}'>
export type PromotionChoices = Got<'/api/promotion-choices'>
export type PromotionDraft = paths['/api/promotions']['post']['requestBody']['content']['application/json']
export type PromotionCheck = paths['/api/promotion-checks']['post']['requestBody']['content']['application/json']
export type Terms = PromotionDraft['terms']
export type Action = Terms['action']
export type Condition = NonNullable<Terms['conditions']>[number]

export const promotionDetail = (id: string) =>
  queryOptions({
    queryKey: ['pricing', 'promotion', id],
    queryFn: ({ signal }) => answer(api.GET('/api/promotions/{id}', { params: { path: { id } }, signal })),
  })

export const promotionCollisions = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['pricing', 'collisions', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/promotions/{id}/collisions', { params: { path: { id } }, signal })),
  })

export const checkPromotion = (body: PromotionCheck, signal: AbortSignal) =>
  answer(api.POST('/api/promotion-checks', { body, signal }))

/** In the language in which they are asked for. */
export const promotionChoices = (locale: string) =>
  queryOptions({
    queryKey: ['pricing', 'choices', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/promotion-choices', { signal })),
  })

export const couponPages = (id: string) => ({
  queryKey: ['pricing', 'coupons', id],
  queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
    answer(
      api.GET('/api/promotions/{id}/coupons', {
        params: { path: { id }, query: pageParam === undefined ? {} : { after: pageParam } },
        signal,
      }),
    ),
})

export const createPromotion = (body: PromotionDraft, key: string) =>
  answer(api.POST('/api/promotions', { params: { header: { 'Idempotency-Key': key } }, body }))

export const changePromotion = (id: string, version: number, body: PromotionDraft) =>
  answer(api.PUT('/api/promotions/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body }))

export const pausePromotion = (id: string, reason: string) =>
  answer(api.PUT('/api/promotions/{id}/pause', { params: { path: { id } }, body: { reason } }))

export const resumePromotion = (id: string, nonetheless?: string) =>
  answer(
    api.DELETE('/api/promotions/{id}/pause', {
      params: { path: { id }, query: nonetheless === undefined ? {} : { nonetheless } },
    }),
  )

export interface CouponWish {
  readonly codes?: string[]
  readonly count?: number
  readonly prefix?: string
  readonly mostUses: number | null
}

export const makeCoupons = (id: string, wish: CouponWish, key: string) =>
  answer(
    api.POST('/api/promotions/{id}/coupons', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: wish,
    }),
  )

export const withdrawCoupon = (id: string, code: string) =>
  answer(api.DELETE('/api/promotions/{id}/coupons/{code}', { params: { path: { id, code } } }))
