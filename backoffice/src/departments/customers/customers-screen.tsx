import { IconUsers } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, SearchField } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { customerList, type Customer } from './queries.ts'

export default function CustomersScreen() {
  const t = useTranslations('customers')
  const [{ search }, change] = useListSearch()
  const list = useKeysetList<Customer>(customerList({ search }))
  const onSearch = useCallback((text: string) => change({ search: text }), [change])
  const columns = useMemo<Column<Customer>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        place: 'lead',
        cell: ({ name, email }) => <Cell title={name} note={email} />,
      },
      {
        id: 'kind',
        width: '160px',
        header: t('columns.account'),
        place: 'lead-end',
        cell: ({ registered }) => (
          <StateBadge tone={registered ? 'active' : 'neutral'}>{t(registered ? 'registered' : 'guest')}</StateBadge>
        ),
      },
      {
        id: 'since',
        width: '168px',
        header: t('columns.since'),
        place: 'detail',
        cell: ({ createdAt }) => <DateText value={createdAt} form="date" />,
      },
    ],
    [t],
  )
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar>
        <SearchField label={t('search')} value={search ?? ''} onSearch={onSearch} />
      </FilterBar>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        linkTo={linkOf}
        empty={
          search ? (
            <EmptyState icon={IconUsers} title={t('noneFound')} />
          ) : (
            <EmptyState icon={IconUsers} title={t('empty')}>
              {t('emptyRemedy')}
            </EmptyState>
          )
        }
      />
    </>
  )
}

const idOf = ({ id }: Customer) => id
const linkOf = ({ id }: Customer) => `/customers/${id}`
