import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import {
  categoryDetail,
  changeCategory,
  removeCategoryPicture,
  type Category,
  type CategoryChange,
} from './category-queries.ts'
import { usePageFields } from './page-fields.ts'
import { PagePicture } from './page-picture.tsx'
import { PageWaiting } from './page-waiting.tsx'
import { PageWords } from './page-words.tsx'
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
    return <PageWaiting title={t('one')} back={back} error={error} onRetry={() => void refetch()} />
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
  return (
    <PageWords
      type="category"
      title={t('words')}
      page={category}
      fields={usePageFields(t('hide'), t('hideHint'))}
      detail={categoryDetail(category.id)}
      texts={['names', 'descriptions']}
      save={(seen, body) => changeCategory(seen, body as CategoryChange)}
    />
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
