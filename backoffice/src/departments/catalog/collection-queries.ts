import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type CollectionRow = RowOf<Got<'/api/collections'>>
export type Collection = Got<'/api/collections/{id}'>
export type CollectionRule = NonNullable<Collection['rule']>
export type Condition = CollectionRule['conditions'][number]
export type Pick = Collection['picks'][number]

export const collectionDetail = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'collection', id],
    queryFn: ({ signal }) => answer(api.GET('/api/collections/{id}', { params: { path: { id } }, signal })),
  })

interface CollectionToCreate {
  readonly handle: string
  readonly names: { en: string }
}

export const createCollection = (body: CollectionToCreate) => answer(api.POST('/api/collections', { body }))

export interface CollectionChange {
  readonly handle?: string
  readonly names?: Record<string, string>
  readonly descriptions?: Record<string, string>
  readonly seoTitles?: Record<string, string>
  readonly seoDescriptions?: Record<string, string>
  readonly hidden?: boolean
  readonly beginsAt?: string | null
  readonly endsAt?: string | null
  readonly rule?: CollectionRule | null
  readonly picks?: string[]
}

export function changeCollection(
  { id, version }: { readonly id: string; readonly version: number },
  body: CollectionChange,
) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PATCH('/api/collections/{id}', { params, body }))
}

export const removeCollectionPicture = (id: string) =>
  answer(api.DELETE('/api/collections/{id}/picture', { params: { path: { id } } }))

/** Asked only for rules that say something in each of their conditions. */
export const collectionPreview = (rule: CollectionRule, isWhole: boolean) =>
  queryOptions({
    queryKey: ['catalog', 'collection-preview', rule],
    queryFn: ({ signal }) => answer(api.POST('/api/collection-previews', { body: { rule }, signal })),
    enabled: isWhole,
  })
