import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Board = Got<'/api/board'>

// i18n-dynamic: app.today.than.*
/** The days beside which today is set, as the board names them. */
export const COMPARED = ['yesterday', 'lastWeek', 'lastYear'] as const

/** The figures that several departments' cards share; null is what this person may not see. */
export const board = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => answer(api.GET('/api/board', { signal })),
  refetchInterval: 60_000,
})
