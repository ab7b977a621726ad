import { IconCreditCardRefund } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DISPUTE_TONES, type DisputeRow } from './dispute-queries.ts'

// i18n-dynamic: payments.dispute.states.*, payments.dispute.reasons.*

const SHOWN = ['orderNumber', 'state', 'reason', 'dueAt', 'owner', 'openedAt', 'amount']

/** Every payment that a shopper disputes at their bank, with the day by which it takes an answer. */
export default function DisputesScreen() {
  const t = useTranslations('payments.dispute')
  const looks = useMemo<Looks<DisputeRow>>(
    () => ({
      orderNumber: { width: '120px', cell: ({ orderNumber }) => <b>{orderNumber}</b> },
      state: {
        width: '152px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={DISPUTE_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
      reason: { place: 'line', cell: ({ reason }) => t(`reasons.${reason}`) },
      dueAt: { width: '160px' },
      owner: { width: '160px', place: 'hidden' },
      openedAt: { width: '160px', place: 'hidden' },
      amount: { place: 'figure' },
    }),
    [t],
  )
  return (
    <ListScreen
      department="payments"
      path="/api/disputes"
      title={t('title')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      empty={
        <EmptyState icon={IconCreditCardRefund} title={t('noneYet')}>
          {t('noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconCreditCardRefund} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: DisputeRow) => id
const titleOf = ({ orderNumber, providerRef }: DisputeRow) => orderNumber ?? providerRef
const linkOf = ({ id }: DisputeRow) => `/disputes/${id}`
