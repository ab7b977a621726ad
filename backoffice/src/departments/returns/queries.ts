import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type WithdrawalRow = RowOf<Got<'/api/withdrawals'>>
export type Withdrawal = Got<'/api/withdrawals/{id}'>
export type Decision = 'accept' | 'refuse' | 'close'

export const STATE_TONES: Readonly<Record<Withdrawal['state'], Tone>> = {
  received: 'waiting',
  accepted: 'active',
  refused: 'danger',
  closed: 'neutral',
}

/** By language, since reasons are words. */
export const withdrawalDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['returns', 'one', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/withdrawals/{id}', { params: { path: { id } }, signal })),
  })

export const decideWithdrawal = (
  id: string,
  body: { readonly decision: Decision; readonly note: string },
  key: string,
) =>
  answer(
    api.POST('/api/withdrawals/{id}/decisions', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }),
  )
