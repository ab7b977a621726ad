import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'
import type { NextStep } from './session.ts'

/** What the sign-in page offers besides passwords and passkeys. */
export const offeredProviders = queryOptions({
  queryKey: ['offered-providers'],
  queryFn: ({ signal }) => answer(api.GET('/api/session/providers', { signal })),
  staleTime: 60_000,
})

/** Leaves the office for the provider, which leads back to `/sign-in/return`. */
export async function goToProvider({ id, next }: { id: string; next: string }): Promise<void> {
  const asked = answer(api.POST('/api/session/providers/{id}', { params: { path: { id } }, body: { next } }))
  window.location.assign((await asked).url)
}

export function signInWithProvider(told: string): Promise<NextStep & { readonly to: string }> {
  return answer(api.POST('/api/session/provider', { body: { answer: told } }))
}
