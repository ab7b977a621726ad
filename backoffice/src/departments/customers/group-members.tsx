import { ActionIcon, Button } from '@mantine/core'
import { IconClipboard, IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { AddByEmail } from './add-by-email.tsx'
import { addMembers, groupMembers, removeMember, type CustomerGroup, type GroupMember } from './group-queries.ts'
import styles from './groups.module.css'

/** Who is in the group, who came last first, and a way to paste addresses. */
export function GroupMembers({ group }: { readonly group: CustomerGroup }) {
  const t = useTranslations('customers.groups.members')
  const client = useQueryClient()
  const mayWrite = useCan()('customers:write')
  const [search, setSearch] = useState('')
  const [isAdding, setAdding] = useState(false)
  const pages = useInfiniteQuery({
    ...groupMembers(group.id, search),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const members = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const taking = useMutation({
    mutationFn: ({ id }: GroupMember) => removeMember(group.id, id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['customers'] })
      sayDone(t('taken'))
    },
  })
  const add = mayWrite && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconClipboard size={16} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('add')}
    </Button>
  )
  return (
    <Panel title={t('title', { count: group.members })} aside={add}>
      {group.members > 0 && (
        <div className={styles.search}>
          <SearchField label={t('search')} value={search} onSearch={setSearch} />
        </div>
      )}
      {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && members.length === 0 && (
        <p className="dimmed">{t(search !== '' ? 'noneFound' : group.rule ? 'noneRuled' : 'none')}</p>
      )}
      <FormError error={taking.error} />
      {members.length > 0 && (
        <ul className={styles.members}>
          {members.map((member) => (
            <li key={member.id}>
              <span className={styles.words}>
                <Link to={`/customers/${member.id}`}>{member.name}</Link>
                <span className={styles.note}>
                  {member.email} · {t(member.byHand ? 'byHand' : 'byRule')} ·{' '}
                  <DateText value={member.since} form="date" />
                </span>
              </span>
              {mayWrite && (
                <ActionIcon
                  variant="subtle"
                  size={44}
                  aria-label={t('take', { name: member.name })}
                  loading={taking.isPending && taking.variables === member}
                  onClick={() => taking.mutate(member)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button
          mt="md"
          size="compact-md"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {isAdding && (
        <AddByEmail title={t('add')} add={(emails) => addMembers(group.id, emails)} onClose={() => setAdding(false)} />
      )}
    </Panel>
  )
}
