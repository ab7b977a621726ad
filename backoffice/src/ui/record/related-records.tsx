import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { DateText } from '../date-text.tsx'
import { ErrorState } from '../error-state.tsx'
import { MoneyText } from '../money-text.tsx'
import { Panel } from '../panel.tsx'
import styles from './record.module.css'
import { recordRelated, type RecordRef, type RelatedGroup, type RelatedPlace } from './record-queries.ts'

interface RelatedRecordsProps {
  readonly record: RecordRef
  /** Groups that the page shows whole already. */
  readonly except?: readonly string[]
}

/** What other departments have that belongs to a record: the first few of each kind, and where the rest stands. */
export function RelatedRecords({ record, except = [] }: RelatedRecordsProps) {
  const t = useTranslations('ui.record')
  const { data, error, refetch } = useQuery(recordRelated(record, useLocale()))
  const groups = data?.groups.filter(({ name }) => !except.includes(name))
  return (
    <Panel title={t('related')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={96} />}
      {groups?.length === 0 && <p className="dimmed">{t('nothingRelated')}</p>}
      <div className={styles.groups}>
        {groups?.map((group) => (
          <Group key={group.name} group={group} />
        ))}
      </div>
    </Panel>
  )
}

function Group({ group: { label, items, all } }: { readonly group: RelatedGroup }) {
  const t = useTranslations('ui.record')
  return (
    <div>
      <h3 className={styles.groupTitle}>{label}</h3>
      <ul className={styles.related} aria-label={label}>
        {items.map(({ type, id, title, state, amount, at, place }) => (
          <li key={`${type} ${id}`}>
            <span className={styles.relatedWords}>
              <PlaceLink place={place}>{title}</PlaceLink>
              {(state ?? at) && (
                <span className={styles.note}>
                  {state}
                  {state && at && ' · '}
                  {at && <DateText value={at} />}
                </span>
              )}
            </span>
            {amount && <MoneyText value={amount} />}
          </li>
        ))}
      </ul>
      {all && (
        <p className={styles.note}>
          <PlaceLink place={all}>{t('allOf', { kind: label })}</PlaceLink>
        </p>
      )}
    </div>
  )
}

function PlaceLink({ place, children }: { readonly place: RelatedPlace | null; readonly children: ReactNode }) {
  if (!place) return <span>{children}</span>
  const narrowed = {
    ...(place.filter.length > 0 ? { filter: place.filter } : {}),
    ...(place.search === null ? {} : { search: place.search }),
  }
  return (
    <Link to={place.path} search={narrowed}>
      {children}
    </Link>
  )
}
