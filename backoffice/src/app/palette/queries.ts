import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type FoundRecord = RowOf<Got<'/api/search'>>

const SHORTEST = 2

/** Records of all departments that this person may read; an earlier question is called off by the next. */
export const recordSearch = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed],
    queryFn: ({ signal }) => answer(api.GET('/api/search', { params: { query: { q: typed, limit: 5 } }, signal })),
    enabled: typed.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
