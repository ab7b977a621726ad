import { IconShoppingBag } from '@tabler/icons-react'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { announce } from '../../app/frame/announcer.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { OrderStateBadge } from './order-state.tsx'
import { OrderTotal } from './order-total.tsx'
import { orderList, type OrderFilter, type OrderRow } from './queries.ts'

interface OrdersTableProps {
  readonly label: string
  readonly filter: OrderFilter
  readonly emptyTitle: string
  readonly emptyWords?: ReactNode
  /** The first few, without paging. */
  readonly atMost?: number
}

/** Orders, newest first; new ones arrive by themselves. */
export function OrdersTable({ label, filter, emptyTitle, emptyWords, atMost }: OrdersTableProps) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const whole = useKeysetList<OrderRow>(orderList(filter, atMost))
  const list = atMost === undefined ? whole : { ...whole, rows: whole.rows?.slice(0, atMost), hasMore: false }
  const columns = useMemo<Column<OrderRow>[]>(
    () => [
      {
        id: 'number',
        width: '120px',
        header: t('columns.number'),
        place: 'lead',
        cell: ({ number }) => <span className="tabular">{number}</span>,
      },
      {
        id: 'when',
        width: '184px',
        header: t('columns.when'),
        place: 'detail',
        cell: ({ placedAt }) => <DateText value={placedAt} />,
      },
      ...(filter.customerId
        ? []
        : [
            {
              id: 'customer',
              header: t('columns.customer'),
              place: 'line' as const,
              cell: ({ name }: OrderRow) => name,
            },
          ]),
      {
        id: 'items',
        width: '96px',
        header: t('columns.items'),
        align: 'end',
        place: 'hidden',
        cell: ({ itemCount }) => format.number(itemCount),
      },
      {
        id: 'state',
        width: '184px',
        header: t('columns.state'),
        place: 'detail',
        cell: ({ state }) => <OrderStateBadge state={state} />,
      },
      {
        id: 'total',
        width: '136px',
        header: t('columns.total'),
        align: 'end',
        place: 'lead-end',
        cell: ({ total, rest }) => <OrderTotal total={total} rest={rest} />,
      },
    ],
    [t, format, filter.customerId],
  )
  const sayFresh = useCallback((count: number) => announce(t('arrived', { count })), [t])
  return (
    <DataTable
      label={label}
      list={list}
      columns={columns}
      rowId={idOf}
      linkTo={linkOf}
      announceFresh={sayFresh}
      empty={
        <EmptyState icon={IconShoppingBag} title={emptyTitle}>
          {emptyWords}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: OrderRow) => id
const linkOf = ({ id }: OrderRow) => `/orders/${id}`
