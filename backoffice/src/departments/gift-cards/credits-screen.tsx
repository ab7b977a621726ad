import { Button } from '@mantine/core'
import { IconCoin } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import type { CreditRow } from './credit-queries.ts'

const SHOWN = ['customer', 'because', 'balance', 'initial', 'issuedAt', 'expiresOn']

/** Every grant of store credit, the newest first: to whom, why, and how much of it is left. */
export default function CreditsScreen() {
  const t = useTranslations('gift-cards.credit')
  const looks = useMemo<Looks<CreditRow>>(
    () => ({
      customer: { width: '28%', cell: (credit) => <b>{credit.customer}</b> },
      because: { width: '176px', place: 'line' },
      balance: { place: 'figure' },
      issuedAt: { width: '160px' },
      expiresOn: { width: '136px' },
    }),
    [],
  )
  return (
    <ListScreen
      department="gift-cards"
      path="/api/store-credits"
      title={t('list.title')}
      searchLabel={t('list.search')}
      shown={SHOWN}
      looks={looks}
      rowId={({ id }) => id}
      rowTitle={({ customer }) => customer}
      linkTo={({ customerId }) => `/customers/${customerId}`}
      actions={
        <Button variant="default" component={Link} to="/store-credit-debts">
          {t('debts.title')}
        </Button>
      }
      empty={
        <EmptyState icon={IconCoin} title={t('list.noneYet')}>
          {t('list.noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconCoin} title={t('list.noneFound')}>
          {t('list.noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}
