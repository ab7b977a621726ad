import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { brandDetail, changeBrand, removeBrandPicture, type Brand } from './brand-queries.ts'
import { contactList } from './definition-queries.ts'
import { pageBodyOf, usePageFields } from './page-fields.ts'
import { PagePicture } from './page-picture.tsx'

const BACK = '/products/brands'

/** One brand: its name, its page in the shop, its logo, who makes it. */
export default function BrandScreen() {
  const t = useTranslations('catalog.brand')
  const locale = useLocale()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: brand, error, refetch } = useQuery(brandDetail(id))
  useRecentRecord('brand', `${BACK}/${id}`, brand?.name)
  const back = { to: BACK, label: t('title') }
  if (!brand) {
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
  return (
    <>
      <RecordHeader
        title={brand.name}
        state={{ tone: brand.hidden ? 'neutral' : 'good', label: t(brand.hidden ? 'hidden' : 'shown') }}
        back={back}
        record={{ type: 'brand', id }}
      />
      <RecordColumns
        main={<BrandForm brand={brand} />}
        side={
          <>
            <PagePicture
              address={`/api/brands/${id}/picture`}
              fileId={brand.imageFileId}
              onRemove={() => removeBrandPicture(id)}
            />
            {!brand.hidden && (
              <p>
                <a href={`/${locale}/brands/${brand.handle}`} target="_blank" rel="noreferrer">
                  {t('seeInShop')}
                </a>
              </p>
            )}
            <RecordWork
              record={{ department: 'catalog', type: 'brand', id }}
              title={brand.name}
              write="catalog:write"
            />
          </>
        }
      />
    </>
  )
}

function BrandForm({ brand }: { readonly brand: Brand }) {
  const t = useTranslations('catalog.brand')
  const client = useQueryClient()
  const locale = useLocale()
  const { id } = brand
  const mayWrite = useCan()('catalog:write')
  const contacts = useQuery(contactList).data?.items ?? []
  const fixed = mayWrite ? {} : { fixed: '' }
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), hint: t('renameHint'), maxLength: 255, ...fixed },
    ...usePageFields(t('hide'), t('hideHint')).filter(({ name }) => name !== 'names'),
    {
      kind: 'choice',
      name: 'makerId',
      label: t('maker'),
      hint: t('makerHint'),
      optional: true,
      options: contacts.map(({ id: value, name, country }) => ({ value, label: `${name} (${country})` })),
      ...fixed,
    },
  ]
  const form = useRecordForm({
    fields,
    initial: brand,
    version: brand.version,
    draft: `brand/${id}`,
    save: ({ changes, version = 0 }) => {
      const body = pageBodyOf(changes)
      return changeBrand(
        { id, version },
        'makerId' in body ? { ...body, makerId: String(body['makerId']) || null } : body,
      )
    },
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type: 'brand', id }, locale)
      const latest = await client.fetchQuery({ ...brandDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const texts = [form.values['descriptions'], form.values['seoTitles']] as Brand['descriptions'][]
  return (
    <Panel
      title={t('words')}
      aside={<LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={texts} />}
    >
      <FormSheet form={form} submit={t('save')} quiet />
    </Panel>
  )
}
