import { IconStack2 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { CatalogNav } from './catalog-frame.tsx'
import { createCollection, type CollectionRow } from './collection-queries.ts'
import { NewPage } from './new-page.tsx'

// i18n-dynamic: catalog.collection.states.*
const SHOWN = ['name', 'members', 'beginsAt', 'endsAt', 'updatedAt', 'state']
const TONES: Readonly<Record<CollectionRow['state'], Tone>> = {
  shown: 'good',
  later: 'waiting',
  over: 'neutral',
  hidden: 'neutral',
}

/** What is shown together: gifts, the season, what is reduced. */
export default function CollectionsScreen() {
  const t = useTranslations('catalog.collection')
  const back = useTranslations('catalog')('title')
  const mayWrite = useCan()('catalog:write')
  const [adding, setAdding] = useState(false)
  const looks = useMemo<Looks<CollectionRow>>(
    () => ({
      name: {
        cell: ({ name, imageFileId, way }) => (
          <Cell
            picture={<Thumbnail fileId={imageFileId} />}
            title={<b>{name}</b>}
            note={t(way === 'rule' ? 'byRule' : 'byHand')}
          />
        ),
      },
      way: { width: '144px', place: 'hidden' },
      members: { width: '112px', place: 'figure' },
      beginsAt: { place: 'hidden' },
      endsAt: { place: 'hidden' },
      updatedAt: { place: 'hidden' },
      state: {
        width: '152px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
    }),
    [t],
  )
  const fields: Field[] = [{ kind: 'texts', name: 'names', label: t('name'), show: 'all', maxLength: 255 }]
  return (
    <>
      <RecordList
        department="catalog"
        path="/api/collections"
        icon={IconStack2}
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
        at="/products/collections"
        add={mayWrite && { label: t('add'), run: () => setAdding(true) }}
      />
      {adding && (
        <NewPage
          title={t('add')}
          draft="collection/new"
          fields={fields}
          initial={{ names: {} }}
          to="/products/collections/$id"
          create={(values) => {
            const names = values['names'] as { en: string }
            return createCollection({ handle: codeOf(names.en), names })
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

const nameOf = ({ name }: CollectionRow) => name
