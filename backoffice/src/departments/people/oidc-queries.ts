import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Provider = Got<'/api/sign-in-providers'>['items'][number]

export const providerList = queryOptions({
  queryKey: ['people', 'sign-in-providers'],
  queryFn: ({ signal }) => answer(api.GET('/api/sign-in-providers', { signal })),
})

export interface ProviderDraft {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** Empty: the one that is there stays. */
  readonly clientSecret: string
  readonly domains: string[]
  readonly createsPeople: boolean
  readonly roles: string[]
  readonly passwordsOff: boolean
  readonly addressesVerified: boolean
  readonly enabled: boolean
}

export async function saveProvider({ draft, was }: { draft: ProviderDraft; was: Provider | undefined }): Promise<void> {
  const { issuer, clientSecret, ...terms } = draft
  const body = { ...terms, name: terms.name.trim(), clientId: terms.clientId.trim() }
  if (!was) {
    await answer(api.POST('/api/sign-in-providers', { body: { ...body, issuer: issuer.trim(), clientSecret } }))
    return
  }
  await answer(
    api.PUT('/api/sign-in-providers/{id}', {
      params: { path: { id: was.id } },
      headers: { 'If-Match': `"${was.version}"` },
      body: clientSecret === '' ? body : { ...body, clientSecret },
    }),
  )
}

export const tryIssuer = (issuer: string) =>
  answer(api.POST('/api/sign-in-providers/discovery', { body: { issuer: issuer.trim() } }))
