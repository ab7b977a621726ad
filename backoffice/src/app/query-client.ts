import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Outage, Problem } from '../client/problem.ts'

/** A refusal is an answer and is not asked again; an outage is, with growing patience. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetEndedSession }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof Outage && count < 2,
      retryDelay: (attempt) => 800 * 2 ** attempt,
    },
    mutations: { onError: forgetEndedSession },
  },
})

/** The frame watches the session and shows the sign-in page when it is gone. */
function forgetEndedSession(error: unknown): void {
  if (error instanceof Problem && error.status === 401) queryClient.setQueryData(['session'], null)
}
