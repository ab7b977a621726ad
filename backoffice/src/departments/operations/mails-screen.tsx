import { IconMail } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, StateChips } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { mailList, type Mail } from './queries.ts'

// i18n-dynamic: operations.mails.states.*
const STATES = ['kept', 'sent'] as const

export default function MailsScreen() {
  const t = useTranslations('operations.mails')
  const [search, change] = useListSearch()
  const state = STATES.find((one) => one === search.state)
  const list = useKeysetList<Mail>(mailList({ state }))
  const columns = useMemo<Column<Mail>[]>(
    () => [
      {
        id: 'subject',
        header: t('columns.subject'),
        place: 'lead',
        cell: ({ subject, recipient }) => <Cell title={subject} note={recipient} />,
      },
      {
        id: 'when',
        width: '184px',
        header: t('columns.when'),
        place: 'detail',
        cell: ({ createdAt }) => <DateText value={createdAt} />,
      },
      {
        id: 'state',
        width: '144px',
        header: t('columns.state'),
        place: 'lead-end',
        cell: ({ state: now }) => (
          <StateBadge tone={now === 'sent' ? 'good' : 'waiting'}>{t(`states.${now}`)}</StateBadge>
        ),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <FilterBar>
        <StateChips
          label={t('columns.state')}
          all={t('all')}
          states={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(next) => change({ state: next })}
        />
      </FilterBar>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        linkTo={linkOf}
        empty={
          <EmptyState icon={IconMail} title={t('empty')}>
            {t('emptyRemedy')}
          </EmptyState>
        }
      />
    </>
  )
}

const idOf = ({ id }: Mail) => id
const linkOf = ({ id }: Mail) => `/mails/${id}`
