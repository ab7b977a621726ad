import { IconTrademark } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { createBrand, type BrandRow } from './brand-queries.ts'
import { CatalogNav } from './catalog-frame.tsx'
import { NewPage } from './new-page.tsx'
import { UnknownBrands } from './unknown-brands.tsx'

const SHOWN = ['name', 'products', 'maker', 'updatedAt', 'state']

/** Brands, and what products say that is none yet. */
export default function BrandsScreen() {
  const t = useTranslations('catalog.brand')
  const back = useTranslations('catalog')('title')
  const mayWrite = useCan()('catalog:write')
  const [adding, setAdding] = useState<string>()
  const looks = useMemo<Looks<BrandRow>>(
    () => ({
      name: {
        cell: ({ name, imageFileId }) => <Cell picture={<Thumbnail fileId={imageFileId} />} title={<b>{name}</b>} />,
      },
      products: { width: '112px', place: 'figure' },
      maker: { width: '24%', place: 'hidden' },
      updatedAt: { place: 'hidden' },
      state: {
        width: '144px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={state === 'hidden' ? 'neutral' : 'good'}>{t(state)}</StateBadge>,
      },
    }),
    [t],
  )
  const fields: Field[] = [{ kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 255 }]
  return (
    <>
      <RecordList
        department="catalog"
        path="/api/brands"
        icon={IconTrademark}
        words={{
          title: t('title'),
          meaning: t('meaning'),
          search: t('search'),
          empty: t('none'),
          emptyRemedy: t('noneRemedy'),
          noneFound: t('noneFound'),
        }}
        back={{ to: '/products', label: back }}
        beside={<CatalogNav />}
        shown={SHOWN}
        looks={looks}
        rowTitle={nameOf}
        at="/products/brands"
        add={mayWrite && { label: t('add'), run: () => setAdding('') }}
      />
      <UnknownBrands onMake={mayWrite ? setAdding : undefined} />
      {adding !== undefined && (
        <NewPage
          key={adding}
          title={t('add')}
          draft={`brand/new/${adding}`}
          fields={fields}
          initial={{ name: adding }}
          to="/products/brands/$id"
          create={(values) => {
            const name = String(values['name'])
            return createBrand({ name, handle: codeOf(name) })
          }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </>
  )
}

const nameOf = ({ name }: BrandRow) => name
