import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Outage, Problem } from '../client/problem.ts'
import { endSession } from './session/session.ts'

/** A refusal is an answer and is not asked again; an outage is, with growing patience. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetEndedSession }),
  defaultOptions: {
    queries: {
      // The browser's own word for being online is often wrong: we ask, and the frame says when nobody answers.
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => error instanceof Outage && count < 2,
      retryDelay: (attempt) => 800 * 2 ** attempt,
    },
    mutations: { networkMode: 'always', onError: forgetEndedSession },
  },
})

function forgetEndedSession(error: unknown): void {
  if (error instanceof Problem && error.status === 401) endSession(queryClient)
}
