import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type Template = RowOf<Got<'/api/ready-templates'>>
export type TemplateRow = RowOf<Got<'/api/templates'>>
export type TemplateBody = NonNullable<paths['/api/templates']['post']['requestBody']>['content']['application/json']
export type ProjectRow = RowOf<Got<'/api/projects'>>
export type Project = Got<'/api/projects/{id}'>
export type ProjectBody = NonNullable<paths['/api/projects']['post']['requestBody']>['content']['application/json']

/** By language: ready-made templates come in words. */
export const readyTemplates = (locale: string) =>
  queryOptions({
    queryKey: ['work', 'ready-templates', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/ready-templates', { signal })),
  })

const MOST_FOUND = 20

/** Own ones by part of the name. */
export const templateSearch = (q: string) =>
  queryOptions({
    queryKey: ['work', 'template-search', q],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/templates', {
          params: { query: { ...(q.trim().length > 1 ? { search: q.trim() } : {}), limit: MOST_FOUND } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  })

export const templateDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['work', 'template', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/templates/{id}', { params: { path: { id } }, signal })),
  })

export const projectDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['work', 'project', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/projects/{id}', { params: { path: { id } }, signal })),
  })

export function makeProject(body: ProjectBody, key: string) {
  return answer(api.POST('/api/projects', { headers: { 'Idempotency-Key': key }, body }))
}

const seen = (id: string, version: number) => ({ params: { path: { id } }, headers: { 'If-Match': `"${version}"` } })

export function changeProject(
  { id, version }: Pick<Project, 'id' | 'version'>,
  body: { title: string; keyOn: string },
) {
  return answer(api.PUT('/api/projects/{id}', { ...seen(id, version), body }))
}

export function saveTemplate(record: Template | undefined, body: TemplateBody, key: string) {
  if (!record || record.version === null) {
    return answer(api.POST('/api/templates', { headers: { 'Idempotency-Key': key }, body }))
  }
  return answer(api.PUT('/api/templates/{id}', { ...seen(record.id, record.version), body }))
}

export function retireTemplate({ id, version }: Template, reason: string) {
  return answer(api.POST('/api/templates/{id}/retirement', { ...seen(id, version ?? 0), body: { reason } }))
}
