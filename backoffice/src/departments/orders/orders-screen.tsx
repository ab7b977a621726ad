import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { FilterBar, SearchField, StateChips } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useListSearch } from '../../ui/use-list-search.ts'
import { OrdersTable } from './orders-table.tsx'
import { ORDER_STATES } from './queries.ts'

export default function OrdersScreen() {
  const t = useTranslations('orders')
  const [{ state: asked, search }, change] = useListSearch()
  const state = ORDER_STATES.find((one) => one === asked)
  const filter = useMemo(() => ({ state, search }), [state, search])
  const onSearch = useCallback((text: string) => change({ search: text }), [change])
  const filtered = state !== undefined || search !== undefined
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar>
        <SearchField label={t('search')} value={search ?? ''} onSearch={onSearch} />
        <StateChips
          label={t('columns.state')}
          all={t('all')}
          states={ORDER_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(next) => change({ state: next })}
        />
      </FilterBar>
      <OrdersTable
        label={t('title')}
        filter={filter}
        emptyTitle={t(filtered ? 'noneFound' : 'empty')}
        emptyWords={filtered ? t('noneFoundRemedy') : <EmptyLesson />}
      />
    </>
  )
}

function EmptyLesson() {
  const t = useTranslations('orders')
  return t.rich('emptyRemedy', {
    shop: (chunks) => (
      <a href="/" target="_blank" rel="noreferrer">
        {chunks}
      </a>
    ),
  })
}
