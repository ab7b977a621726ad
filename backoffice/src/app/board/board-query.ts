import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'

/** The figures that several departments' cards share; null is what this person may not see. */
export const board = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => answer(api.GET('/api/board', { signal })),
  refetchInterval: 60_000,
})
