import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type SetUp = Got<'/api/set-up'>
export type Step = SetUp['steps'][number]

export const setUpGuide = queryOptions({
  queryKey: ['set-up'],
  queryFn: ({ signal }) => answer(api.GET('/api/set-up', { signal })),
})

/** A step that is done cannot be passed over (409). */
export function passOver(step: string, skipped: boolean) {
  return answer(api.PUT('/api/set-up/{step}', { params: { path: { step } }, body: { skipped } }))
}

export function isSettled({ done, skipped }: Step): boolean {
  return done || skipped
}
