import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type WithdrawalRow = RowOf<Got<'/api/withdrawals'>>
export type Withdrawal = Got<'/api/withdrawals/{id}'>
export const DECISIONS = ['accept', 'refuse', 'close'] as const
export type Decision = (typeof DECISIONS)[number]
export const FACTS = ['goods_back', 'proof_of_sending'] as const
export type Fact = Withdrawal['facts'][number]['fact']
export type Exemption = NonNullable<NonNullable<Withdrawal['assessment']>['lines'][number]['exempt']>

export const EXEMPTIONS = ['digital', 'service', 'sealed', 'made_to_measure', 'perishable'] as const

export interface DecisionBody {
  readonly decision: Decision
  readonly note: string
  readonly seen?: Withdrawal['state']
  readonly exempt?: { position: number; reason: Exemption }[]
  readonly refund?: { goods: number; delivery: number; valueLost: number; lostWords: string }
}

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

export const decideWithdrawal = (id: string, body: DecisionBody, key: string) =>
  answer(
    api.POST('/api/withdrawals/{id}/decisions', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }),
  )

export const recordFact = (id: string, body: { readonly fact: Fact; readonly on: string }) =>
  answer(api.POST('/api/withdrawals/{id}/facts', { params: { path: { id } }, body }))
