import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'
import { Problem } from '../../client/problem.ts'
import { forgetDrafts } from '../../ui/form/draft-store.ts'

export type Session = Got<'/api/session'>

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answer(api.GET('/api/session'))
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** In, or what this browser must show before. */
export interface NextStep {
  readonly next: 'done' | 'second_factor' | 'enrolment'
  readonly methods: readonly string[]
}

export function signIn(credentials: { email: string; password: string }): Promise<NextStep> {
  return answer(api.POST('/api/session', { body: credentials }))
}

export function activate(input: { token: string; password: string }): Promise<NextStep> {
  return answer(api.POST('/api/session/activation', { body: input }))
}

/** The frame watches the session and leads to the sign-in page; what this person saw is not kept for the next. */
export function endSession(client: QueryClient): void {
  client.setQueryData(sessionQuery.queryKey, null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
}

export async function signOut(client: QueryClient): Promise<void> {
  await answer(api.DELETE('/api/session'))
  forgetDrafts()
  endSession(client)
}

/** The signed-in person; only below the frame, which never shows without one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession is called outside the signed-in frame')
  return data
}

export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}
