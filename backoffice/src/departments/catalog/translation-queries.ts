import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Progress = RowOf<Got<'/api/translation-progress'>>
export type TranslatedKind = Progress['kind']
export type RecordToTranslate = Got<'/api/translations/{kind}/{id}'>
export type TextToTranslate = RecordToTranslate['texts'][number]
export type Untranslated = RowOf<Got<'/api/translations'>>
export type Term = RowOf<Got<'/api/terms'>>

export const TARGETS = ['it', 'es', 'id'] as const
export type Target = (typeof TARGETS)[number]
export const KINDS: readonly TranslatedKind[] = [
  'product',
  'option',
  'category',
  'collection',
  'brand',
  'attribute',
  'choice',
]
export const STATES = ['missing', 'draft', 'outdated'] as const
export type TranslationState = (typeof STATES)[number]

/** What of the shop is looked through. */
export interface Wanted {
  readonly kind: TranslatedKind
  readonly language: Target
  readonly state: TranslationState
}

export const translationProgress = queryOptions({
  queryKey: ['catalog', 'translations', 'progress'],
  queryFn: ({ signal }) => answer(api.GET('/api/translation-progress', { signal })),
})

export const untranslated = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'translations', 'list', wanted],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...wanted, ...(pageParam === null ? {} : { after: pageParam }) }
      return answer(api.GET('/api/translations', { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const recordToTranslate = (kind: TranslatedKind, id: string, language: Target) =>
  queryOptions({
    queryKey: ['catalog', 'translations', 'record', kind, id, language],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/translations/{kind}/{id}', { params: { path: { kind, id }, query: { language } }, signal })),
  })

interface TextToPut {
  readonly kind: TranslatedKind
  readonly id: string
  readonly field: string
  readonly language: Target
  readonly source: string
  readonly text: string
}

/** Refused with 409 when the English is another by now. */
export function putTranslation({ source, text, ...path }: TextToPut) {
  return answer(
    api.PUT('/api/translations/{kind}/{id}/{field}/{language}', { params: { path }, body: { source, text } }),
  )
}

export interface TextsToApprove {
  readonly kind: TranslatedKind
  readonly language: Target
  /** With the English and the draft as they were seen; who approves many at once sends neither. */
  readonly texts: { id: string; field: string; source?: string; text?: string }[]
}

/** What cannot be approved is answered, and keeps none of the others back. */
export function approveTexts(body: TextsToApprove) {
  return answer(api.POST('/api/translation-approvals', { body }))
}

export const termList = queryOptions({
  queryKey: ['catalog', 'terms'],
  queryFn: ({ signal }) => answer(api.GET('/api/terms', { signal })),
})

export function putTerm({ code, version, ...body }: Omit<Term, 'version'> & { version: number | undefined }) {
  const header = version === undefined ? {} : { 'If-Match': `"${version}"` }
  return answer(api.PUT('/api/terms/{code}', { params: { path: { code }, header }, body }))
}
