import { IconPhone } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { DraftRow } from './draft-queries.ts'
import { TakeOrderButton } from './take-order-button.tsx'

// i18n-dynamic: orders.draft.states.*

const SHOWN = ['name', 'itemCount', 'total', 'madeBy', 'updatedAt', 'setAsideUntil', 'state']

/** Orders that staff take for somebody, by phone or at a desk: whose, how old, and what became of them. */
export default function DraftsScreen() {
  const t = useTranslations('orders.draft')
  const looks = useMemo<Looks<DraftRow>>(
    () => ({
      name: {
        width: '30%',
        cell: ({ name, email }) => <Cell title={name === '' ? t('nobody') : name} note={email} />,
      },
      itemCount: { width: '96px', place: 'figure' },
      total: { width: '120px', place: 'figure' },
      madeBy: { place: 'detail' },
      setAsideUntil: { width: '176px', place: 'detail' },
      updatedAt: { width: '176px' },
      state: {
        width: '144px',
        place: 'lead-end',
        cell: ({ state }) => (
          <StateBadge tone={state === 'open' ? 'waiting' : 'good'}>{t(`states.${state}`)}</StateBadge>
        ),
      },
    }),
    [t],
  )
  return (
    <ListScreen
      department="orders"
      path="/api/order-drafts"
      title={t('title')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      actions={<TakeOrderButton />}
      empty={
        <EmptyState icon={IconPhone} title={t('empty')} action={<TakeOrderButton />}>
          {t('emptyMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconPhone} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: DraftRow) => id
const titleOf = ({ name, email, updatedAt }: DraftRow) => name || email || updatedAt
const linkOf = ({ id }: DraftRow) => `/orders/drafts/${id}`
