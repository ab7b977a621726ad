import { Button } from '@mantine/core'
import { IconFileImport, IconTags } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, SearchField, StateChips } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { productList, type ProductRow } from './queries.ts'

// i18n-dynamic: catalog.states.*
const STATES = ['published', 'draft'] as const

export default function ProductsScreen() {
  const t = useTranslations('catalog')
  const format = useFormatter()
  const mayImport = useCan()('catalog:import')
  const [{ state: asked, search }, change] = useListSearch()
  const state = STATES.find((one) => one === asked)
  const list = useKeysetList<ProductRow>(productList({ state, search }))
  const onSearch = useCallback((text: string) => change({ search: text }), [change])
  const columns = useMemo<Column<ProductRow>[]>(
    () => [
      {
        id: 'name',
        header: t('columns.product'),
        place: 'lead',
        cell: ({ name, vendor, imageFileId }) => (
          <Cell picture={<Thumbnail fileId={imageFileId} />} title={name} note={vendor} />
        ),
      },
      {
        id: 'category',
        width: '22%',
        header: t('columns.category'),
        place: 'hidden',
        cell: ({ categoryName }) => categoryName,
      },
      {
        id: 'variants',
        width: '104px',
        header: t('columns.variants'),
        align: 'end',
        place: 'hidden',
        cell: ({ variantCount }) => format.number(variantCount),
      },
      {
        id: 'updated',
        width: '176px',
        header: t('columns.updated'),
        place: 'hidden',
        cell: ({ updatedAt }) => <DateText value={updatedAt} />,
      },
      {
        id: 'state',
        width: '144px',
        header: t('columns.state'),
        place: 'lead-end',
        cell: (row) => (
          <StateBadge tone={row.state === 'published' ? 'good' : 'neutral'}>{t(`states.${row.state}`)}</StateBadge>
        ),
      },
    ],
    [t, format],
  )
  const importButton = mayImport && (
    <Button
      leftSection={<IconFileImport size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/products/import" {...props} />}
    >
      {t('import.open')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} actions={importButton} />
      <FilterBar>
        <SearchField label={t('search')} value={search ?? ''} onSearch={onSearch} />
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
          search || state ? (
            <EmptyState icon={IconTags} title={t('noneFound')} />
          ) : (
            <EmptyState icon={IconTags} title={t('empty')} action={importButton}>
              {t('emptyRemedy')}
            </EmptyState>
          )
        }
      />
    </>
  )
}

const idOf = ({ id }: ProductRow) => id
const linkOf = ({ id }: ProductRow) => `/products/${id}`
