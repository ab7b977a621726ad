import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Job = RowOf<Got<'/api/jobs'>>
export type Mail = RowOf<Got<'/api/mails'>>
export const MAIL_TONES = { sent: 'good', kept: 'waiting', withdrawn: 'neutral' } as const
export type AuditRow = RowOf<Got<'/api/audit'>>

export type Made = NonNullable<Got<'/api/mails/{id}'>['made']>

export const mailDetail = (id: string) =>
  queryOptions({
    queryKey: ['operations', 'mail', id],
    queryFn: ({ signal }) => answer(api.GET('/api/mails/{id}', { params: { path: { id } }, signal })),
  })

export const health = queryOptions({
  queryKey: ['operations', 'health'],
  queryFn: ({ signal }) => answer(api.GET('/api/health', { signal })),
  refetchInterval: 30_000,
})

export function replayJob(id: string) {
  return answer(api.POST('/api/jobs/{id}/replay', { params: { path: { id } } }))
}

/** Twice with one key is once. */
export function resendMail(id: string, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/mails/{id}/resending', { params }))
}
