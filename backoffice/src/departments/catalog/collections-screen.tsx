import { Button } from '@mantine/core'
import { IconPlus, IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useThisMinute } from '../../ui/this-minute.ts'
import { CatalogFrame } from './catalog-frame.tsx'
import { collectionList, createCollection } from './collection-queries.ts'
import { collectionState } from './collection-state.ts'
import { NewPage } from './new-page.tsx'
import { PageList } from './page-list.tsx'

// i18n-dynamic: catalog.collection.states.*
/** What is shown together: gifts, the season, what is reduced. */
export default function CollectionsScreen() {
  const t = useTranslations('catalog.collection')
  const mayWrite = useCan()('catalog:write')
  const now = useThisMinute()
  const [adding, setAdding] = useState(false)
  const fields: Field[] = [{ kind: 'texts', name: 'names', label: t('name'), show: 'all', maxLength: 255 }]
  return (
    <CatalogFrame
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <PageList
        title={t('title')}
        meaning={t('meaning')}
        list={useQuery(collectionList)}
        to="/products/collections/$id"
        icon={IconStack2}
        none={t('none')}
        noneRemedy={t('noneRemedy')}
        noteOf={({ byRule, members }) => `${t(byRule ? 'byRule' : 'byHand')} · ${t('members', { count: members })}`}
        marks={(line) => {
          const state = collectionState(line, now)
          return (
            <StateBadge tone={state === 'shown' ? 'good' : state === 'later' ? 'waiting' : 'neutral'}>
              {t(`states.${state}`)}
            </StateBadge>
          )
        }}
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
    </CatalogFrame>
  )
}
