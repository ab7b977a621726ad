import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type PaymentProvider = Got<'/api/payment-providers'>['items'][number]
export type CaptureRule = Got<'/api/capture-rules'>['items'][number]

export const paymentProviders = queryOptions({
  queryKey: ['settings', 'payment-providers'],
  queryFn: ({ signal }) => answer(api.GET('/api/payment-providers', { signal })),
})

export const captureRules = queryOptions({
  queryKey: ['settings', 'capture-rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/capture-rules', { signal })),
})

export interface AccountWish {
  readonly enabled: boolean
  readonly key?: string
  readonly webhookSecret?: string
}

const seen = (version: number | undefined) => (version === undefined ? {} : { 'If-Match': `"${version}"` })

export function putPaymentProvider(provider: string, version: number, body: AccountWish) {
  return answer(
    api.PUT('/api/payment-providers/{provider}', { params: { path: { provider }, header: seen(version) }, body }),
  )
}

export const checkPaymentProvider = (provider: string) =>
  answer(api.POST('/api/payment-providers/{provider}/check', { params: { path: { provider } } }))

export type CaptureWish = Pick<CaptureRule, 'captureOn'> & Partial<Pick<CaptureRule, 'captureShare'>>

export function putCaptureRule(market: string, version: number | undefined, body: CaptureWish) {
  return answer(
    api.PUT('/api/capture-rules/{market}', {
      params: { path: { market }, header: seen(version) },
      body,
    }),
  )
}
