import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type LedgerEntry = RowOf<Got<'/api/ledger/entries'>>
export type AccountBalance = Got<'/api/ledger/trial-balance'>['accounts'][number]

export const trialBalance = queryOptions({
  queryKey: ['ledger', 'trial-balance'],
  queryFn: ({ signal }) => answer(api.GET('/api/ledger/trial-balance', { signal })),
})
