import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type Approval = Got<'/api/approvals/{id}'>
export type ApprovalRow = RowOf<Got<'/api/approvals'>>
export type ApprovalState = Approval['state']
export type Preview = Got<'/api/approvals/{id}/preview'>
export type ApprovalRule = RowOf<Got<'/api/approval-rules'>>
export type Acts = Got<'/api/guarded-acts'>
export type RuleBody = NonNullable<paths['/api/approval-rules']['post']['requestBody']>['content']['application/json']
export type Condition = RuleBody['condition']

/** By language: titles and reasons come in words. */
export const approvalDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['approvals', 'one', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/approvals/{id}', { params: { path: { id } }, signal })),
  })

export const approvalPreview = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['approvals', 'preview', id, locale],
    // What would change now: never from before.
    staleTime: 0,
    queryFn: ({ signal }) => answer(api.GET('/api/approvals/{id}/preview', { params: { path: { id } }, signal })),
  })

export function decideApproval(id: string, verdict: 'approve' | 'refuse', comment: string) {
  return answer(api.POST('/api/approvals/{id}/decision', { params: { path: { id } }, body: { verdict, comment } }))
}

export function withdrawApproval(id: string) {
  return answer(api.POST('/api/approvals/{id}/withdrawal', { params: { path: { id } } }))
}

export const approvalRules = queryOptions({
  queryKey: ['settings', 'approval-rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/approval-rules', { signal })),
})

export const guardedActs = (locale: string) =>
  queryOptions({
    queryKey: ['settings', 'guarded-acts', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/guarded-acts', { signal })),
  })

export function saveRule(rule: Pick<ApprovalRule, 'id' | 'version'> | undefined, body: RuleBody, key: string) {
  if (!rule) return answer(api.POST('/api/approval-rules', { headers: { 'Idempotency-Key': key }, body }))
  return answer(
    api.PUT('/api/approval-rules/{id}', {
      params: { path: { id: rule.id } },
      headers: { 'If-Match': `"${rule.version}"` },
      body,
    }),
  )
}

export function endRule(id: string) {
  return answer(api.DELETE('/api/approval-rules/{id}', { params: { path: { id } } }))
}
