import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { addMembers, groupMembers, removeMember, type CustomerGroup } from './group-queries.ts'
import styles from './groups.module.css'
import { MembersPanel } from './members-panel.tsx'

/** Who is in the group, who came last first, and a way to paste addresses. */
export function GroupMembers({ group }: { readonly group: CustomerGroup }) {
  const t = useTranslations('customers.groups.members')
  const [search, setSearch] = useState('')
  const pages = useInfiniteQuery({
    ...groupMembers(group.id, search),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const members = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <MembersPanel
      words={{
        title: t('title', { count: group.members }),
        add: t('add'),
        taken: t('taken'),
        take: (name) => t('take', { name }),
      }}
      members={members.map(({ id, name, email, byHand, since }) => ({
        id,
        name,
        note: (
          <>
            {email} · {t(byHand ? 'byHand' : 'byRule')} · <DateText value={since} form="date" />
          </>
        ),
      }))}
      add={(emails) => addMembers(group.id, emails)}
      take={(id) => removeMember(group.id, id)}
      above={
        <>
          {group.members > 0 && (
            <div className={styles.search}>
              <SearchField label={t('search')} value={search} onSearch={setSearch} />
            </div>
          )}
          {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
          {pages.data && members.length === 0 && (
            <p className="dimmed">{t(search !== '' ? 'noneFound' : group.rule ? 'noneRuled' : 'none')}</p>
          )}
        </>
      }
      below={
        pages.hasNextPage && (
          <Button
            mt="md"
            size="compact-md"
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )
      }
    />
  )
}
