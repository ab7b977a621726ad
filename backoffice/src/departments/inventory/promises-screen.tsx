import { Button, Skeleton } from '@mantine/core'
import { IconCalendarClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { formatInstant } from '../../ui/format-instant.ts'
import { useFormatLocale } from '../../ui/use-format-locale.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PromiseDialog } from './promise-dialog.tsx'
import { stockPromises, type StockPromise } from './queries.ts'

/** Everything that is sold, or may be, before it is there: by the day on which it ships. */
export default function PromisesScreen() {
  const t = useTranslations('inventory')
  const say = useTranslations('inventory.promises')
  const { data, error, refetch } = useQuery(stockPromises(useLocale()))
  const [changing, setChanging] = useState<StockPromise>()
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('intro')} back={{ to: '/stock', label: t('title') }} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={240} radius="lg" />
      ) : data.items.length === 0 ? (
        <EmptyState icon={IconCalendarClock} title={say('empty')}>
          {say('emptyRemedy')}
        </EmptyState>
      ) : (
        <Days items={data.items} onChange={setChanging} />
      )}
      {changing && <PromiseDialog row={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

interface DaysProps {
  readonly items: readonly StockPromise[]
  readonly onChange: (promise: StockPromise) => void
}

// i18n-dynamic: inventory.promises.kinds.*
// i18n-dynamic: inventory.promises.said.*
function Days({ items, onChange }: DaysProps) {
  const t = useTranslations('inventory.promises')
  const mayPromise = useCan()('inventory:adjust')
  const locale = useFormatLocale()
  const paidWords = ({ paidToday: { kind, percent, amount } }: StockPromise) =>
    t(`said.${kind}`, {
      percent: Number(percent ?? 0),
      amount: amount ? formatMoney(amount, locale) : '',
    })
  const days = [...new Set(items.map(({ shipsOn }) => shipsOn))]
  return days.map((day) => (
    <Panel key={day} title={formatInstant(new Date(`${day}T00:00:00Z`), 'day', locale)} flush>
      <PanelLines>
        {items
          .filter(({ shipsOn }) => shipsOn === day)
          .map((one) => (
            <PanelLine
              key={`${one.variantId} ${one.locationCode}`}
              title={[one.name, one.options].filter(Boolean).join(', ')}
              note={
                <>
                  {one.sku} · {one.location} · {t(`kinds.${one.kind}`)} ·{' '}
                  {t('sold', { sold: one.sold, most: one.most })} ·{' '}
                  {one.paidToday.kind !== 'all' && <>{paidWords(one)} · </>}
                  <Link to="/orders" search={{ search: one.sku } as never}>
                    {t('orders', { sku: one.sku })}
                  </Link>
                </>
              }
            >
              {mayPromise && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('actOf', { sku: one.sku })}
                  onClick={() => onChange(one)}
                >
                  {t('act')}
                </Button>
              )}
            </PanelLine>
          ))}
      </PanelLines>
    </Panel>
  ))
}
