import { Button } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
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
  const add = mayWrite && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/customer-groups/new" {...props} />}
    >
      {t('add')}
    </Button>
  )
  return (
    <ListScreen
      department="customers"
      path="/api/customer-groups"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      actions={add}
      empty={
        <EmptyState icon={IconUsersGroup} title={t('empty')} action={add}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconUsersGroup} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: GroupRow) => id
const nameOf = ({ name }: GroupRow) => name
const linkOf = ({ id }: GroupRow) => `/customer-groups/${id}`
