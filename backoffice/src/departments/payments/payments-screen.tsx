import { IconCreditCard } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Column } from '../../ui/column.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { FirstStep } from '../set-up/first-step.tsx'
import { DeskLink } from '../work/desk-link.tsx'
import { PaymentStateBadge } from './payment-state.tsx'
import type { PaymentRow } from './queries.ts'
import { usePaidBy } from './use-paid-by.ts'

const SHOWN = ['orderNumber', 'createdAt', 'provider', 'inReview', 'state', 'amount', 'refunded']

/** Every payment; a row opens the order that it is for. */
export default function PaymentsScreen() {
  const t = useTranslations('payments')
  const paidBy = usePaidBy()
  const looks = useMemo<Looks<PaymentRow>>(
    () => ({
      orderNumber: { width: '120px', cell: ({ orderNumber }) => <b>{orderNumber}</b> },
      createdAt: { width: '168px' },
      provider: { width: '20%', cell: paidBy },
      state: { width: '176px', place: 'lead-end', cell: ({ state }) => <PaymentStateBadge state={state} /> },
      inReview: {
        width: '20%',
        place: 'line',
        cell: ({ reviewReason }) => reviewReason && t(`reasons.${reviewReason}`),
      },
      amount: { place: 'figure' },
      refunded: { place: 'figure' },
    }),
    [t, paidBy],
  )
  return (
    <ListScreen
      department="payments"
      path="/api/payments"
      title={t('title')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={idOf}
      linkTo={linkOf}
      lastColumn={DESK}
      empty={
        <EmptyState icon={IconCreditCard} title={t('noneYet')} action={<FirstStep step="payment" />}>
          {t('noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconCreditCard} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const DESK: Column<PaymentRow> = {
  id: 'desk',
  width: '64px',
  header: '',
  align: 'end',
  place: 'detail',
  cell: ({ id, createdAt }) => <DeskLink record={{ type: 'payment', id }} name={createdAt.slice(0, 10)} />,
}

const idOf = ({ id }: PaymentRow) => id
const linkOf = ({ orderId }: PaymentRow) => `/orders/${orderId}`
