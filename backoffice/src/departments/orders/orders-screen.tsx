import { IconShoppingBag } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from '../../app/frame/announcer.tsx'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen, type BulkTarget } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { DeskLinks } from './desk-links.tsx'
import styles from './desk.module.css'
import { HeldBadge } from './held-badge.tsx'
import type { ListQuestion } from '../../ui/list/list-queries.ts'
import { LinesExport } from './lines-export.tsx'
import { OrderBulk } from './order-bulk.tsx'
import { DispatchBadge, OrderStateBadge } from './order-state.tsx'
import { OrderTags } from './order-tags.tsx'
import { OrderTotal } from './order-total.tsx'
import type { OrderRow } from './queries.ts'
import { FirstStep } from '../set-up/first-step.tsx'

// Held stands below the state, so that the total is in sight on a usual screen; as a column of its own it can be chosen.
const SHOWN = ['number', 'placedAt', 'name', 'tags', 'state', 'dispatch', 'total']

export default function OrdersScreen() {
  const t = useTranslations('orders')
  const looks = useMemo<Looks<OrderRow>>(
    () => ({
      number: { width: '104px', cell: ({ number }) => <span className="tabular">{number}</span> },
      placedAt: { width: '136px' },
      name: { place: 'line', cell: ({ name, email }) => <Cell title={name} note={email} isWord /> },
      tags: { width: '128px', place: 'detail', cell: ({ tags }) => <OrderTags tags={tags} /> },
      held: { width: '168px', place: 'detail', cell: ({ held }) => <HeldBadge held={held} /> },
      itemCount: { width: '88px', place: 'hidden' },
      dispatch: { width: '136px', cell: ({ dispatch }) => dispatch && <DispatchBadge dispatch={dispatch} /> },
      state: {
        width: '168px',
        cell: ({ state, held }) => (
          <span className={styles.states}>
            <OrderStateBadge state={state} />
            <HeldBadge held={held} />
          </span>
        ),
      },
      total: { place: 'lead-end', cell: ({ total, rest }) => <OrderTotal total={total} rest={rest} /> },
    }),
    [],
  )
  const sayFresh = useCallback((count: number) => announce(t('arrived', { count })), [t])
  return (
    <ListScreen
      department="orders"
      path="/api/orders"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={numberOf}
      linkTo={linkOf}
      announceFresh={sayFresh}
      actions={<DeskLinks />}
      bulk={bulk}
      moreExports={moreExports}
      empty={
        <EmptyState icon={IconShoppingBag} title={t('empty')} action={<FirstStep step="product" />}>
          <EmptyLesson />
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconShoppingBag} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
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

const moreExports = (question: ListQuestion) => <LinesExport question={question} />
const bulk = (target: BulkTarget, onDone: () => void) => <OrderBulk target={target} onDone={onDone} />
const idOf = ({ id }: OrderRow) => id
const numberOf = ({ number }: OrderRow) => number
const linkOf = ({ id }: OrderRow) => `/orders/${id}`
