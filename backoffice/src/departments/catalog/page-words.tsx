import { useQueryClient, type FetchQueryOptions } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { pageBodyOf, type Texts } from './page-fields.ts'

interface PageWordsProps<P extends { readonly id: string; readonly version: number }, K extends readonly unknown[]> {
  readonly type: 'brand' | 'category' | 'collection'
  readonly title: string
  readonly page: P
  readonly fields: readonly Field[]
  /** How the page is read anew after somebody else saved. */
  readonly detail: FetchQueryOptions<P, Error, P, K>
  /** As the fields show it, where that differs from how it is read. */
  readonly shown?: (page: P) => object
  /** Which of its texts tell in which languages it is said. */
  readonly texts: readonly [string, string]
  readonly save: (seen: { id: string; version: number }, body: Record<string, unknown>) => Promise<unknown>
}

/** The words of a page of the shop, of a category, a collection or a brand, merged with what others saved meanwhile. */
export function PageWords<P extends { readonly id: string; readonly version: number }, K extends readonly unknown[]>({
  type,
  title,
  page,
  fields,
  detail,
  shown = (one) => one,
  texts,
  save,
}: PageWordsProps<P, K>) {
  const t = useTranslations('catalog.page')
  const client = useQueryClient()
  const locale = useLocale()
  const { id } = page
  const form = useRecordForm({
    fields,
    initial: shown(page),
    version: page.version,
    draft: `${type}/${id}`,
    save: ({ changes, version = 0 }) => save({ id, version }, pageBodyOf(changes)),
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type, id }, locale)
      const latest = await client.fetchQuery({ ...detail, staleTime: 0 })
      return { ...loadedOf(fields, shown(latest), latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const said = texts.map((name) => form.values[name]) as Texts[]
  return (
    <Panel
      title={title}
      aside={<LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={said} />}
    >
      <FormSheet form={form} submit={t('save')} quiet />
    </Panel>
  )
}
