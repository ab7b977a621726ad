import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type WebhookRow = RowOf<Got<'/api/webhooks'>>
export type Webhook = Got<'/api/webhooks/{id}'>
export type DeliveryRow = RowOf<Got<'/api/webhook-deliveries'>>
export type Delivery = Got<'/api/webhook-deliveries/{id}'>

export interface WebhookDraft {
  readonly name: string
  readonly address: string
  readonly kinds: Webhook['kinds']
}

const ALL = ['operations', 'webhooks'] as const
export const webhookKey = [...ALL] as const

export const webhookKinds = (locale: string) =>
  queryOptions({
    queryKey: [...ALL, 'kinds', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/webhook-kinds', { signal })),
  })

export const webhookDetail = (id: string) =>
  queryOptions({
    queryKey: [...ALL, 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/webhooks/{id}', { params: { path: { id } }, signal })),
  })

const FEW = 15

export const lastDeliveries = (id: string) =>
  queryOptions({
    queryKey: [...ALL, 'deliveries', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/webhook-deliveries', {
          params: { query: { filter: [`webhookId:is:${id}`], limit: FEW } },
          signal,
        }),
      ),
  })

export const deliveryDetail = (id: string) =>
  queryOptions({
    queryKey: [...ALL, 'delivery', id],
    queryFn: ({ signal }) => answer(api.GET('/api/webhook-deliveries/{id}', { params: { path: { id } }, signal })),
  })

export const createWebhook = (body: WebhookDraft) => answer(api.POST('/api/webhooks', { body }))

export function changeWebhook(id: string, version: number, body: Partial<WebhookDraft>) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PATCH('/api/webhooks/{id}', { params, body }))
}

const at = (id: string) => ({ params: { path: { id } } })

export const removeWebhook = (id: string) => answer(api.DELETE('/api/webhooks/{id}', at(id)))
export const pauseWebhook = (id: string) => answer(api.PUT('/api/webhooks/{id}/pause', at(id)))
export const resumeWebhook = (id: string) => answer(api.DELETE('/api/webhooks/{id}/pause', at(id)))
export const testWebhook = (id: string) => answer(api.POST('/api/webhooks/{id}/tests', at(id)))
export const rotateSecret = (id: string, overlapHours: number) =>
  answer(api.POST('/api/webhooks/{id}/secrets', { ...at(id), body: { overlapHours } }))
export const replayFailed = (id: string, since: string) =>
  answer(api.POST('/api/webhooks/{id}/replays', { ...at(id), body: { since } }))
export const replayDelivery = (id: string) => answer(api.POST('/api/webhook-deliveries/{id}/replay', at(id)))
