import { Button } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Column } from '../../ui/column.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { ImportButton } from './import-button.tsx'
import { STATE_TONES, type EntryRow } from './queries.ts'
import { TakeButton } from './take-button.tsx'

// i18n-dynamic: bank.states.*

const SHOWN = ['party', 'bookedOn', 'remittance', 'state', 'amount']

/** What the bank booked, and which orders it was for. */
export default function EntriesScreen() {
  const t = useTranslations('bank')
  const looks = useMemo<Looks<EntryRow>>(
    () => ({
      bookedOn: { width: '136px', place: 'detail' },
      party: { width: '20%', cell: ({ party }) => <b>{party === '' ? t('nobody') : party}</b> },
      remittance: { width: '24%', place: 'line' },
      state: {
        width: '136px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={STATE_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
      amount: { place: 'figure' },
    }),
    [t],
  )
  return (
    <ListScreen
      department="bank"
      path="/api/bank-entries"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      lastColumn={TAKE}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      actions={
        <>
          <Button variant="default" component={Link} to="/bank-statements">
            {t('files')}
          </Button>
          <ImportButton />
        </>
      }
      empty={
        <EmptyState icon={IconBuildingBank} title={t('noneYet')} action={<ImportButton />}>
          {t('noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconBuildingBank} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const TAKE: Column<EntryRow> = {
  id: 'take',
  width: '224px',
  header: '',
  align: 'end',
  place: 'detail',
  cell: (entry) => <TakeButton entry={entry} />,
}

const idOf = ({ id }: EntryRow) => id
const titleOf = ({ party, bookedOn }: EntryRow) => `${party} ${bookedOn}`
const linkOf = ({ id }: EntryRow) => `/bank-entries/${id}`
