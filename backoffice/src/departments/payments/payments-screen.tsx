import { IconCreditCard } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, StateChips } from '../../ui/filter-bar.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { PaymentStateBadge } from './payment-state.tsx'
import { paymentList, type PaymentRow } from './queries.ts'

// i18n-dynamic: payments.states.*
const STATES = ['review', 'open', 'captured', 'partially_refunded', 'refunded', 'voided'] as const

/** Every payment; a row opens the order that it is for. */
export default function PaymentsScreen() {
  const t = useTranslations('payments')
  const [{ state: asked }, change] = useListSearch()
  const state = STATES.find((one) => one === asked)
  const list = useKeysetList<PaymentRow>(paymentList(state === 'review' ? { inReview: true } : { state }))
  const columns = useMemo<Column<PaymentRow>[]>(
    () => [
      { id: 'when', header: t('columns.when'), place: 'lead', cell: ({ createdAt }) => <DateText value={createdAt} /> },
      {
        id: 'state',
        header: t('columns.state'),
        place: 'lead-end',
        cell: (payment) => <PaymentStateBadge state={payment.state} />,
      },
      {
        id: 'review',
        header: t('columns.review'),
        place: 'line',
        width: '32%',
        cell: ({ reviewReason }) => reviewReason && t(`reasons.${reviewReason}`),
      },
      {
        id: 'amount',
        header: t('columns.amount'),
        align: 'end',
        place: 'detail',
        cell: ({ amount }) => <MoneyText value={amount} />,
      },
    ],
    [t],
  )
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar>
        <StateChips
          label={t('columns.state')}
          all={t('all')}
          states={STATES.map((value) => ({ value, label: value === 'review' ? t('inReview') : t(`states.${value}`) }))}
          value={state}
          onChange={(next) => change({ state: next })}
        />
      </FilterBar>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        linkTo={({ orderId }) => `/orders/${orderId}`}
        empty={
          <EmptyState icon={IconCreditCard} title={t(state === 'review' ? 'nothingInReview' : 'noneYet')}>
            {t(state === 'review' ? 'nothingInReviewMeaning' : 'noneYetMeaning')}
          </EmptyState>
        }
      />
    </>
  )
}

const idOf = ({ id }: PaymentRow) => id
