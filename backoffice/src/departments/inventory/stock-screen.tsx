import { ActionIcon, Button } from '@mantine/core'
import { IconBuildingWarehouse, IconCalendarClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import type { Column } from '../../ui/column.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { CountDialog } from './count-dialog.tsx'
import { PromiseDialog } from './promise-dialog.tsx'
import { recordCount, type StockRow } from './queries.ts'
import { FirstStep } from '../set-up/first-step.tsx'

const SHOWN = ['sku', 'name', 'location', 'onHand', 'reserved', 'available']

export default function StockScreen() {
  const t = useTranslations('inventory')
  const format = useFormatter()
  const mayCount = useCan()('inventory:adjust')
  const [counting, setCounting] = useState<StockRow>()
  const [promising, setPromising] = useState<StockRow>()
  const looks = useMemo<Looks<StockRow>>(
    () => ({
      sku: { width: '176px', place: 'detail', cell: ({ sku }) => <span className="tabular">{sku}</span> },
      name: { place: 'lead', cell: ({ name, options }) => <Cell title={<b>{name}</b>} note={options} /> },
      location: { width: '184px', place: 'line' },
      onHand: {
        width: '120px',
        ...(mayCount
          ? {
              editor: {
                inputMode: 'numeric' as const,
                text: ({ onHand }: StockRow) => String(onHand),
                check: (text: string) => (/^\d{1,9}$/.test(text.trim()) ? undefined : t('notACount')),
                apply: (row: StockRow, text: string) => ({
                  ...row,
                  onHand: Number(text),
                  available: row.available + Number(text) - row.onHand,
                }),
                save: async ({ variantId, locationCode }: StockRow, text: string) => {
                  const count = { variantId, locationCode, quantity: Number(text), reason: t('countedInList') }
                  await recordCount(count, crypto.randomUUID())
                  return {}
                },
              },
            }
          : {}),
      },
      reserved: { place: 'hidden' },
      available: {
        width: '128px',
        place: 'lead-end',
        cell: ({ available }) =>
          available > 0 ? format.number(available) : <StateBadge tone="danger">{t('soldOut')}</StateBadge>,
      },
    }),
    [t, format, mayCount],
  )
  const countColumn = useMemo<Column<StockRow> | undefined>(
    () =>
      mayCount
        ? {
            id: 'count',
            width: '148px',
            header: '',
            align: 'end',
            place: 'detail',
            cell: (row) => (
              <>
                <ActionIcon
                  variant="subtle"
                  title={t('promises.act')}
                  aria-label={t('promises.actOf', { sku: row.sku })}
                  onClick={() => setPromising(row)}
                >
                  <IconCalendarClock size={18} aria-hidden />
                </ActionIcon>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('countOf', { sku: row.sku })}
                  onClick={() => setCounting(row)}
                >
                  {t('count')}
                </Button>
              </>
            ),
          }
        : undefined,
    [mayCount, t],
  )
  return (
    <>
      <ListScreen
        department="inventory"
        path="/api/stock"
        title={t('title')}
        subtitle={t('intro')}
        shown={SHOWN}
        looks={looks}
        lastColumn={countColumn}
        actions={
          <Button variant="default" component={Link} to="/stock/promises">
            {t('promises.open')}
          </Button>
        }
        rowId={idOf}
        rowTitle={skuOf}
        empty={
          <EmptyState icon={IconBuildingWarehouse} title={t('empty.title')} action={<FirstStep step="location" />}>
            {t('empty.remedy')}
          </EmptyState>
        }
        noneFound={<EmptyState icon={IconBuildingWarehouse} title={t('empty.low')} />}
      />
      {promising && <PromiseDialog row={promising} onClose={() => setPromising(undefined)} />}
      {counting && <CountDialog row={counting} onClose={() => setCounting(undefined)} />}
    </>
  )
}

const idOf = ({ variantId, locationCode }: StockRow) => `${variantId} ${locationCode}`
const skuOf = ({ sku }: StockRow) => sku
