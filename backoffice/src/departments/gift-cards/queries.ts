import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Money } from '../../ui/format-money.ts'

export type CardRow = RowOf<Got<'/api/gift-cards'>>
export type Card = Got<'/api/gift-cards/{id}'>
export type Debt = Got<'/api/gift-card-debts'>['items'][number]
export type Rule = Got<'/api/gift-card-rules'>['items'][number]

/** By language, since reasons are words. */
export const cardDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['gift-cards', 'card', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/gift-cards/{id}', { params: { path: { id } }, signal })),
  })

export const debts = queryOptions({
  queryKey: ['gift-cards', 'debts'],
  queryFn: ({ signal }) => answer(api.GET('/api/gift-card-debts', { signal })),
})

export const rules = queryOptions({
  queryKey: ['gift-cards', 'rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/gift-card-rules', { signal })),
})

export interface CardToIssue {
  readonly market: string
  readonly amount: Money
  readonly recipientEmail: string
  readonly recipientName: string
  readonly message: string
  readonly language: 'en' | 'it' | 'es' | 'id'
  readonly reason: string
}

export const issueCard = (body: CardToIssue, key: string) =>
  answer(api.POST('/api/gift-cards', { params: { header: { 'Idempotency-Key': key } }, body }))

export const blockCard = (id: string, reason: string) =>
  answer(api.PUT('/api/gift-cards/{id}/block', { params: { path: { id } }, body: { reason } }))

export const unblockCard = (id: string) =>
  answer(api.DELETE('/api/gift-cards/{id}/block', { params: { path: { id } } }))

export function adjustCard(id: string, body: { amount: Money; reason: string }, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/gift-cards/{id}/adjustments', { params, body }))
}

export function lapseCard(id: string, reason: string, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/gift-cards/{id}/lapse', { params, body: { reason } }))
}

export function sendCard(id: string, recipientEmail: string, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/gift-cards/{id}/mails', { params, body: { recipientEmail } }))
}

export function putRule(market: string, version: number | undefined, validMonths: number) {
  const header = version ? { 'If-Match': `"${version}"` } : {}
  return answer(
    api.PUT('/api/gift-card-rules/{market}', { params: { path: { market }, header }, body: { validMonths } }),
  )
}
