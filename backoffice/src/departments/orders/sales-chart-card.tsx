import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { answer, api } from '../../client/api.ts'
import { CalendarHeat } from '../../ui/charts/calendar-heat.tsx'
import { TimeSeries } from '../../ui/charts/time-series.tsx'
import { inCurrency } from './sales-figures.ts'

const SPANS = ['30', '90', '364'] as const
/** Longer than that, days are better seen as a calendar. */
const MOST_IN_A_LINE = 120

const salesByDay = (days: number) =>
  queryOptions({
    queryKey: ['board', 'sales', days],
    queryFn: ({ signal }) => answer(api.GET('/api/board/sales', { params: { query: { days } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** Sales day by day beside the same weekdays before; a whole year as a calendar. */
export default function SalesChartCard() {
  const t = useTranslations('app.today')
  const [days, setDays] = useState<string>('30')
  const [wanted, setCurrency] = useState<string>()
  const { data, error, refetch } = useQuery(salesByDay(Number(days)))
  const currency = data?.currencies.find((one) => one === wanted) ?? data?.currencies[0] ?? 'EUR'
  const shown = useMemo(
    () =>
      (data?.days ?? []).map(({ on, comparedOn, sales, compared }) => ({
        on,
        comparedOn,
        value: inCurrency(sales, currency).total.amount,
        compared: inCurrency(compared, currency).total.amount,
      })),
    [data, currency],
  )
  const aside = (
    <>
      {(data?.currencies.length ?? 0) > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('currency')}
          value={currency}
          onChange={setCurrency}
          data={data?.currencies ?? []}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('span')}
        value={days}
        onChange={setDays}
        data={SPANS.map((value) => ({ value, label: t('days', { days: Number(value) }) }))}
      />
    </>
  )
  const common = {
    title: t('salesByDay'),
    unit: { kind: 'money', currency },
    empty: t('noSales'),
    aside,
    isLoading: !data && !error,
    error: data ? undefined : error,
    onRetry: () => void refetch(),
  } as const
  if (shown.length > MOST_IN_A_LINE) return <CalendarHeat {...common} days={shown} label={t('sold')} />
  return <TimeSeries {...common} days={shown} labels={{ value: t('sold'), compared: t('soldBefore') }} />
}
