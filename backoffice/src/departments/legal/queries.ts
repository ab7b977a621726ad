import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type RegisterRow = RowOf<Got<'/api/policy-register'>>
export type Policy = Got<'/api/policy-register/{market}/{kind}'>
export type PolicyVersion = Policy['versions'][number]
export type PolicyKind = Policy['kind']
export type PolicyDraft = NonNullable<Policy['draft']>

export const register = queryOptions({
  queryKey: ['legal', 'register'],
  queryFn: ({ signal }) => answer(api.GET('/api/policy-register', { signal })),
})

export const policyDetail = (market: string, kind: PolicyKind) =>
  queryOptions({
    queryKey: ['legal', 'policy', market, kind],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/policy-register/{market}/{kind}', { params: { path: { market, kind } }, signal })),
  })

export function saveDraft(
  { market, kind }: Pick<Policy, 'market' | 'kind'>,
  version: number | undefined,
  body: Pick<PolicyDraft, 'texts' | 'rules'>,
) {
  const header = version ? { 'If-Match': `"${version}"` } : {}
  return answer(
    api.PUT('/api/policy-register/{market}/{kind}/draft', { params: { path: { market, kind }, header }, body }),
  )
}

export const publish = (
  { market, kind }: Pick<Policy, 'market' | 'kind'>,
  body: { readonly version: number; readonly effectiveAt?: string },
) => answer(api.POST('/api/policy-register/{market}/{kind}/publication', { params: { path: { market, kind } }, body }))
