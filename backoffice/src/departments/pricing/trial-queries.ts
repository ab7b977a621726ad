import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'
import type { PromotionDraft } from './queries.ts'

export type Trial = Got<'/api/promotion-trials/{id}'>
export type TrialOrder = Got<'/api/promotion-trials/{id}/orders/{number}'>

const WATCH_MS = 1000

/** Asked again while it runs. */
export const trialDetail = (id: string) =>
  queryOptions({
    queryKey: ['pricing', 'trial', id],
    queryFn: ({ signal }) => answer(api.GET('/api/promotion-trials/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WATCH_MS : false),
  })

export const trialsOfPromotion = (id: string) =>
  queryOptions({
    queryKey: ['pricing', 'trials', id],
    queryFn: ({ signal }) => answer(api.GET('/api/promotions/{id}/trials', { params: { path: { id } }, signal })),
  })

export const trialOrder = (id: string, number: number, locale: string) =>
  queryOptions({
    queryKey: ['pricing', 'trial', id, number, locale],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/promotion-trials/{id}/orders/{number}', {
          params: { path: { id, number: String(number) } },
          signal,
        }),
      ),
  })

export interface TrialWish {
  readonly draft: PromotionDraft
  readonly promotionId: string | undefined
  readonly days: number
}

export const beginTrial = ({ draft, promotionId, days }: TrialWish, key: string) =>
  answer(
    api.POST('/api/promotion-trials', {
      params: { header: { 'Idempotency-Key': key } },
      body: { draft, days, ...(promotionId === undefined ? {} : { promotionId }) },
    }),
  )

export const stopTrial = (id: string) =>
  answer(api.PUT('/api/promotion-trials/{id}/pause', { params: { path: { id } } }))

export const resumeTrial = (id: string) =>
  answer(api.DELETE('/api/promotion-trials/{id}/pause', { params: { path: { id } } }))
