import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import type { Field } from '../../ui/form/field.ts'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { brandDetail, changeBrand, removeBrandPicture, type Brand } from './brand-queries.ts'
import { BrandProducts } from './brand-products.tsx'
import { contactList } from './definition-queries.ts'
import { usePageFields } from './page-fields.ts'
import { PagePicture } from './page-picture.tsx'
import { PageWaiting } from './page-waiting.tsx'
import { PageWords } from './page-words.tsx'

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
    return <PageWaiting title={t('one')} back={back} error={error} onRetry={() => void refetch()} />
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
        main={
          <>
            <BrandForm brand={brand} />
            <BrandProducts name={brand.name} />
          </>
        }
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
  return (
    <PageWords
      type="brand"
      title={t('words')}
      page={brand}
      fields={fields}
      detail={brandDetail(brand.id)}
      texts={['descriptions', 'seoTitles']}
      save={(seen, body) =>
        changeBrand(seen, 'makerId' in body ? { ...body, makerId: String(body['makerId']) || null } : body)
      }
    />
  )
}
