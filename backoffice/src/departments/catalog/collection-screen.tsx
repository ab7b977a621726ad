import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useThisMinute } from '../../ui/this-minute.ts'
import { marketList } from '../settings/queries.ts'
import { RecordWork } from '../work/record-work.tsx'
import { CollectionPicks } from './collection-picks.tsx'
import { changeCollection, collectionDetail, removeCollectionPicture, type Collection } from './collection-queries.ts'
import { CollectionRulePanel } from './collection-rule-panel.tsx'
import { collectionState } from './collection-state.ts'
import { usePageFields } from './page-fields.ts'
import { PagePicture } from './page-picture.tsx'
import { PageWaiting } from './page-waiting.tsx'
import { PageWords } from './page-words.tsx'

const BACK = '/products/collections'

// i18n-dynamic: catalog.collection.states.*
/** One collection: its words, what lies in it by rule or by hand, when it is shown. */
export default function CollectionScreen() {
  const t = useTranslations('catalog.collection')
  const locale = useLocale()
  const now = useThisMinute()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: collection, error, refetch } = useQuery(collectionDetail(id))
  const name = collection && (collection.names[locale] ?? collection.names.en)
  useRecentRecord('collection', `${BACK}/${id}`, name)
  const back = { to: BACK, label: t('title') }
  if (!collection) {
    return <PageWaiting title={t('one')} back={back} error={error} onRetry={() => void refetch()} />
  }
  const state = collectionState(collection, now)
  return (
    <>
      <RecordHeader
        title={name ?? ''}
        state={{ tone: state === 'shown' ? 'good' : 'neutral', label: t(`states.${state}`) }}
        subtitle={t('members', { count: collection.members })}
        back={back}
        record={{ type: 'collection', id }}
      />
      <RecordColumns
        main={
          <>
            <CollectionRulePanel key={`rule ${collection.version}`} collection={collection} />
            <CollectionPicks collection={collection} />
            <CollectionForm collection={collection} />
          </>
        }
        side={
          <>
            <PagePicture
              address={`/api/collections/${id}/picture`}
              fileId={collection.imageFileId}
              onRemove={() => removeCollectionPicture(id)}
            />
            {state === 'shown' && (
              <p>
                <a href={`/${locale}/collections/${collection.handle}`} target="_blank" rel="noreferrer">
                  {t('seeInShop')}
                </a>
              </p>
            )}
            <RecordWork record={{ department: 'catalog', type: 'collection', id }} title={name} write="catalog:write" />
          </>
        }
      />
    </>
  )
}

function CollectionForm({ collection }: { readonly collection: Collection }) {
  const t = useTranslations('catalog.collection')
  const can = useCan()
  const { data: markets } = useQuery({ ...marketList, enabled: can('organisation:read') })
  const zone = markets?.items[0]?.timeZone ?? 'UTC'
  const fixed = can('catalog:write') ? {} : { fixed: '' }
  const time = { kind: 'date-time', zone, optional: true, half: true, ...fixed } as const
  const fields = [
    ...usePageFields(t('hide'), t('hideHint')),
    { ...time, name: 'beginsAt', label: t('begins') },
    { ...time, name: 'endsAt', label: t('ends') },
  ]
  return (
    <PageWords
      type="collection"
      title={t('words')}
      page={collection}
      fields={fields}
      detail={collectionDetail(collection.id)}
      shown={(one) => ({ ...one, beginsAt: one.beginsAt ?? '', endsAt: one.endsAt ?? '' })}
      texts={['names', 'descriptions']}
      save={(seen, body) => changeCollection(seen, withTimes(body))}
    />
  )
}

/** A time that was emptied is none. */
function withTimes(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const emptied = ['beginsAt', 'endsAt'].filter((name) => name in body)
  return { ...body, ...Object.fromEntries(emptied.map((name) => [name, body[name] || null])) }
}
