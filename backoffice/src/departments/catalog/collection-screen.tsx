import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useThisMinute } from '../../ui/this-minute.ts'
import { marketList } from '../settings/queries.ts'
import { RecordWork } from '../work/record-work.tsx'
import { CollectionPicks } from './collection-picks.tsx'
import { changeCollection, collectionDetail, removeCollectionPicture, type Collection } from './collection-queries.ts'
import { CollectionRulePanel } from './collection-rule-panel.tsx'
import { collectionState } from './collection-state.ts'
import { pageBodyOf, usePageFields } from './page-fields.ts'
import { PagePicture } from './page-picture.tsx'

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
  const client = useQueryClient()
  const locale = useLocale()
  const can = useCan()
  const { data: markets } = useQuery({ ...marketList, enabled: can('organisation:read') })
  const zone = markets?.items[0]?.timeZone ?? 'UTC'
  const { id } = collection
  const fixed = can('catalog:write') ? {} : { fixed: '' }
  const time = { kind: 'date-time', zone, optional: true, half: true, ...fixed } as const
  const fields = [
    ...usePageFields(t('hide'), t('hideHint')),
    { ...time, name: 'beginsAt', label: t('begins') },
    { ...time, name: 'endsAt', label: t('ends') },
  ]
  const shown = (one: Collection) => ({ ...one, beginsAt: one.beginsAt ?? '', endsAt: one.endsAt ?? '' })
  const form = useRecordForm({
    fields,
    initial: shown(collection),
    version: collection.version,
    draft: `collection/${id}`,
    save: ({ changes, version = 0 }) => changeCollection({ id, version }, bodyOf(changes)),
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type: 'collection', id }, locale)
      const latest = await client.fetchQuery({ ...collectionDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, shown(latest), latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const texts = [form.values['names'], form.values['descriptions']] as Collection['descriptions'][]
  return (
    <Panel
      title={t('words')}
      aside={<LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={texts} />}
    >
      <FormSheet form={form} submit={t('save')} quiet />
    </Panel>
  )
}

/** A time that was emptied is none. */
function bodyOf(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const body = pageBodyOf(changes)
  for (const name of ['beginsAt', 'endsAt']) if (name in body) body[name] = body[name] || null
  return body
}
