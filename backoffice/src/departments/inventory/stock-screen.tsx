import { Button } from '@mantine/core'
import { IconBuildingWarehouse } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, StateChips } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { CountDialog } from './count-dialog.tsx'
import { stockList, type StockRow } from './queries.ts'

export default function StockScreen() {
  const t = useTranslations('inventory')
  const format = useFormatter()
  const mayCount = useCan()('inventory:adjust')
  const [{ show }, change] = useListSearch()
  const low = show === 'low'
  const list = useKeysetList<StockRow>(stockList({ low }))
  const [counting, setCounting] = useState<StockRow>()
  const columns = useMemo<Column<StockRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.product'),
        place: 'lead',
        cell: ({ name, options, sku }) => (
          <Cell title={<b>{name}</b>} note={[options, sku].filter(Boolean).join(' · ')} />
        ),
      },
      {
        id: 'location',
        width: '184px',
        header: t('columns.location'),
        place: 'hidden',
        cell: ({ location }) => location,
      },
      {
        id: 'onHand',
        width: '104px',
        header: t('columns.onHand'),
        align: 'end',
        place: 'hidden',
        cell: ({ onHand }) => format.number(onHand),
      },
      {
        id: 'reserved',
        width: '104px',
        header: t('columns.reserved'),
        align: 'end',
        place: 'hidden',
        cell: ({ reserved }) => format.number(reserved),
      },
      {
        id: 'available',
        width: '128px',
        header: t('columns.available'),
        align: 'end',
        place: 'lead-end',
        cell: ({ available }) =>
          available > 0 ? format.number(available) : <StateBadge tone="danger">{t('soldOut')}</StateBadge>,
      },
      {
        id: 'count',
        width: '128px',
        header: '',
        align: 'end',
        place: 'detail',
        cell: (row) =>
          mayCount ? (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('countOf', { sku: row.sku })}
              onClick={() => setCounting(row)}
            >
              {t('count')}
            </Button>
          ) : null,
      },
    ],
    [t, format, mayCount],
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <FilterBar>
        <StateChips
          label={t('filter.label')}
          all={t('filter.all')}
          states={[{ value: 'low', label: t('filter.low') }]}
          value={low ? 'low' : undefined}
          onChange={(next) => change({ show: next })}
        />
      </FilterBar>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        empty={
          low ? (
            <EmptyState icon={IconBuildingWarehouse} title={t('empty.low')} />
          ) : (
            <EmptyState icon={IconBuildingWarehouse} title={t('empty.title')}>
              {t('empty.remedy')}
            </EmptyState>
          )
        }
      />
      {counting && <CountDialog row={counting} onClose={() => setCounting(undefined)} />}
    </>
  )
}

const idOf = ({ variantId, location }: StockRow) => `${variantId} ${location}`
