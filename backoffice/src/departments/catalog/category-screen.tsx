import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import {
  categoryDetail,
  changeCategory,
  removeCategoryPicture,
  type Category,
  type CategoryChange,
} from './category-queries.ts'
import { pageBodyOf, usePageFields } from './page-fields.ts'
import { PagePicture } from './page-picture.tsx'
import { TaxonomyPanel } from './taxonomy-panel.tsx'

const BACK = '/products/categories'

/** One category: its words in each language, its picture, its place in the taxonomies. */
export default function CategoryScreen() {
  const t = useTranslations('catalog.categories')
  const locale = useLocale()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: category, error, refetch } = useQuery(categoryDetail(id))
  const name = category && (category.names[locale] ?? category.names.en)
  useRecentRecord('category', `${BACK}/${id}`, name)
  const back = { to: BACK, label: t('title') }
  if (!category) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <RecordColumns main={<Skeleton height={400} radius="lg" />} side={<Skeleton height={240} radius="lg" />} />
        )}
      </>
    )
  }
  const record = { department: 'catalog', type: 'category', id } as const
  return (
    <>
      <RecordHeader
        title={name ?? ''}
        state={{ tone: category.hidden ? 'neutral' : 'good', label: t(category.hidden ? 'hidden' : 'shown') }}
        back={back}
        record={{ type: 'category', id }}
      />
      <RecordColumns
        main={
          <>
            <CategoryForm category={category} />
            <CategoryTaxonomy category={category} />
          </>
        }
        side={
          <>
            <PagePicture
              address={`/api/categories/${id}/picture`}
              fileId={category.imageFileId}
              onRemove={() => removeCategoryPicture(id)}
            />
            {!category.hidden && (
              <p>
                <a href={`/${locale}/categories/${category.handle}`} target="_blank" rel="noreferrer">
                  {t('seeInShop')}
                </a>
              </p>
            )}
            <RecordWork record={record} title={name} write="catalog:write" />
          </>
        }
      />
    </>
  )
}

function CategoryForm({ category }: { readonly category: Category }) {
  const t = useTranslations('catalog.categories')
  const client = useQueryClient()
  const locale = useLocale()
  const { id } = category
  const fields = usePageFields(t('hide'), t('hideHint'))
  const form = useRecordForm({
    fields,
    initial: category,
    version: category.version,
    draft: `category/${id}`,
    save: ({ changes, version = 0 }) => changeCategory({ id, version }, pageBodyOf(changes) as CategoryChange),
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type: 'category', id }, locale)
      const latest = await client.fetchQuery({ ...categoryDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const texts = [form.values['names'], form.values['descriptions']] as Category['descriptions'][]
  return (
    <Panel
      title={t('words')}
      aside={<LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={texts} />}
    >
      <FormSheet form={form} submit={t('save')} quiet />
    </Panel>
  )
}

function CategoryTaxonomy({ category }: { readonly category: Category }) {
  const client = useQueryClient()
  const locale = useLocale()
  return (
    <TaxonomyPanel
      placing={category.placing}
      suggestFor={category.names[locale] ?? category.names.en}
      mayWrite={useCan()('catalog:write')}
      onPlace={async (own) => {
        await changeCategory(category, own)
        await client.invalidateQueries({ queryKey: ['catalog'] })
      }}
    />
  )
}
