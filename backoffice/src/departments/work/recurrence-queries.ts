import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type Recurrence = RowOf<Got<'/api/recurrences'>>
export type RecurrenceBody = NonNullable<
  paths['/api/recurrences']['post']['requestBody']
>['content']['application/json']
export type RecurrenceRule = Recurrence['rule']

export const recurrenceDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['work', 'recurrence', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/recurrences/{id}', { params: { path: { id } }, signal })),
  })

type Seen = Pick<Recurrence, 'id' | 'version'>
const seen = ({ id, version }: Seen) => ({ params: { path: { id } }, headers: { 'If-Match': `"${version}"` } })

export function saveRecurrence(record: Seen | undefined, body: RecurrenceBody, key: string) {
  if (!record) return answer(api.POST('/api/recurrences', { headers: { 'Idempotency-Key': key }, body }))
  return answer(api.PUT('/api/recurrences/{id}', { ...seen(record), body }))
}

export function pauseRecurrence(record: Seen, reason: string) {
  return answer(api.POST('/api/recurrences/{id}/pause', { ...seen(record), body: { reason } }))
}

export function resumeRecurrence(record: Seen) {
  return answer(api.DELETE('/api/recurrences/{id}/pause', seen(record)))
}
