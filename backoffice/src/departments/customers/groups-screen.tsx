import { IconUsersGroup } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import type { GroupRow } from './group-queries.ts'

const SHOWN = ['name', 'ruled', 'members', 'createdAt']

/** Groups of customers: who gets which prices and promotions. */
export default function GroupsScreen() {
  const t = useTranslations('customers.groups')
  const mayWrite = useCan()('customers:write')
  const looks = useMemo<Looks<GroupRow>>(
    () => ({
      name: { place: 'line', cell: ({ name, code }) => <Cell title={name} note={code} /> },
      ruled: { width: '144px', place: 'detail', cell: ({ ruled }) => t(ruled ? 'byRule' : 'byHand') },
      members: { width: '120px', place: 'lead-end' },
      createdAt: { width: '160px', place: 'hidden' },
    }),
    [t],
  )
  return (
    <RecordList
      department="customers"
      path="/api/customer-groups"
      icon={IconUsersGroup}
      words={{
        title: t('title'),
        search: t('search'),
        empty: t('empty'),
        emptyRemedy: t('emptyRemedy'),
        noneFound: t('noneFound'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={nameOf}
      at="/customer-groups"
      add={mayWrite && { label: t('add'), to: '/customer-groups/new' }}
    />
  )
}

const nameOf = ({ name }: GroupRow) => name
