import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type MailKindRow = Got<'/api/mail-templates'>['items'][number]
export type TemplateDetail = Got<'/api/mail-templates/{kind}/{locale}/{market}'>
export type Content = TemplateDetail['content']
export type Block = Content['blocks'][number]
export type Value = TemplateDetail['values'][number]
export type Version = TemplateDetail['versions'][number]

export interface Key {
  readonly kind: string
  readonly locale: 'en' | 'it' | 'es' | 'id'
  /** `-`: every market without words of its own. */
  readonly market: string
}

export const EVERYWHERE = '-'

/** By the reader's language, since labels are words. */
export const mailKinds = (language: string) =>
  queryOptions({
    queryKey: ['content', 'mails', language],
    queryFn: ({ signal }) => answer(api.GET('/api/mail-templates', { signal })),
  })

export const templateDetail = ({ kind, locale, market }: Key, language: string) =>
  queryOptions({
    queryKey: ['content', 'mail', kind, locale, market, language],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/mail-templates/{kind}/{locale}/{market}', { params: { path: { kind, locale, market } }, signal }),
      ),
  })

export interface Look {
  readonly content: Content
  readonly number?: string
}

/** The last one stays until the next is there, so that typing does not flicker. */
export const preview = ({ kind, locale, market }: Key, body: Look) =>
  queryOptions({
    queryKey: ['content-preview', kind, locale, market, body],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/mail-templates/{kind}/{locale}/{market}/preview', {
          params: { path: { kind, locale, market } },
          body,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })

export function saveTemplate({ kind, locale, market }: Key, seen: number, body: { content: Content; reason: string }) {
  const params = { path: { kind, locale, market }, header: { 'If-Match': `"${seen}"` } }
  return answer(api.PUT('/api/mail-templates/{kind}/{locale}/{market}', { params, body }))
}

export function restoreTemplate(
  { kind, locale, market }: Key,
  seen: number,
  body: { version: number | null; reason: string },
) {
  const params = { path: { kind, locale, market }, header: { 'If-Match': `"${seen}"` } }
  return answer(api.POST('/api/mail-templates/{kind}/{locale}/{market}/restoration', { params, body }))
}

export function sendTest({ kind, locale, market }: Key, body: Look, idempotencyKey: string) {
  const params = { path: { kind, locale, market }, header: { 'Idempotency-Key': idempotencyKey } }
  return answer(api.POST('/api/mail-templates/{kind}/{locale}/{market}/test-mail', { params, body }))
}
