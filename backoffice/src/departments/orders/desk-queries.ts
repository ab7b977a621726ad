import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type OrderDesk = Got<'/api/orders/{id}/desk'>
export type Hold = OrderDesk['holds'][number]
export type Tag = Got<'/api/order-tags'>['items'][number]
export type TagColour = Tag['colour']
export type HoldRules = Got<'/api/hold-rules'>
export type HoldRule = HoldRules['items'][number]
export type HoldTerms = HoldRule['terms']
type RuleBody = Pick<HoldRule, 'terms' | 'markets' | 'active' | 'assignee'>

export const orderDesk = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'desk', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/desk', { params: { path: { id } }, signal })),
  })

export const orderTags = queryOptions({
  queryKey: ['orders', 'tags'],
  queryFn: ({ signal }) => answer(api.GET('/api/order-tags', { signal })),
})

/** By language: rules are told as sentences. */
export const holdRules = (locale: string) =>
  queryOptions({
    queryKey: ['orders', 'rules', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/hold-rules', { signal })),
  })

export const ruleTrial = (terms: HoldTerms | undefined, markets: readonly string[], locale: string) =>
  queryOptions({
    queryKey: ['orders', 'trial', terms, markets, locale],
    queryFn: ({ signal }) => {
      if (!terms) throw new Error('nothing to try')
      return answer(api.POST('/api/hold-rule-trials', { body: { terms, markets: [...markets] }, signal }))
    },
    enabled: terms !== undefined,
    retry: false,
  })

export function tagOrder(id: string, change: { readonly add: string[]; readonly remove: string[] }) {
  return answer(api.POST('/api/orders/{id}/tags', { params: { path: { id } }, body: change }))
}

export function holdOrder(id: string, reason: string) {
  return answer(api.POST('/api/orders/{id}/holds', { params: { path: { id } }, body: { reason } }))
}

export function releaseOrder(id: string, reason: string, holdId?: string) {
  const body = { reason, ...(holdId === undefined ? {} : { holdId }) }
  return answer(api.POST('/api/orders/{id}/release', { params: { path: { id } }, body }))
}

const seen = (version: number) => ({ 'If-Match': `"${version}"` })

export function saveTag(tag: Pick<Tag, 'id' | 'version'> | undefined, body: Pick<Tag, 'name' | 'colour'>, key: string) {
  if (tag === undefined) return answer(api.POST('/api/order-tags', { headers: { 'Idempotency-Key': key }, body }))
  const params = { path: { id: tag.id } }
  return answer(api.PUT('/api/order-tags/{id}', { params, headers: seen(tag.version), body }))
}

export function removeTag(id: string) {
  return answer(api.DELETE('/api/order-tags/{id}', { params: { path: { id } } }))
}

export function saveRule(rule: Pick<HoldRule, 'id' | 'version'> | undefined, body: RuleBody, key: string) {
  if (rule === undefined) return answer(api.POST('/api/hold-rules', { headers: { 'Idempotency-Key': key }, body }))
  const params = { path: { id: rule.id } }
  return answer(api.PUT('/api/hold-rules/{id}', { params, headers: seen(rule.version), body }))
}

export function removeRule(id: string) {
  return answer(api.DELETE('/api/hold-rules/{id}', { params: { path: { id } } }))
}
