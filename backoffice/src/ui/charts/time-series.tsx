import { Skeleton } from '@mantine/core'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ChartFrame, type ChartState, type ChartTable } from './chart-frame.tsx'
import styles from './charts.module.css'
import { useChangeText, useValueText, type Unit } from './use-value-text.ts'

const Plot = lazy(() => import('./time-series-plot.tsx'))
const HEIGHT = 240

export interface SeriesDay {
  /** Local date, `2026-11-22`. */
  readonly on: string
  readonly value: number
  readonly comparedOn?: string
  readonly compared?: number
}

interface TimeSeriesProps extends ChartState {
  readonly title: string
  readonly days: readonly SeriesDay[]
  readonly unit: Unit
  readonly labels: { readonly value: string; readonly compared?: string }
  readonly empty?: string
  readonly aside?: React.ReactNode
}

/** Values day by day, and beside them those of the days that they are compared with. */
export function TimeSeries({ title, days, unit, labels, empty, aside, ...state }: TimeSeriesProps) {
  const t = useTranslations('ui.charts')
  const text = useValueText(unit)
  const day = useDayText()
  const changeText = useChangeText()
  const [at, setAt] = useState<number>()
  const hasCompared = labels.compared !== undefined
  const total = sum(days.map(({ value }) => value))
  const before = sum(days.map(({ compared = 0 }) => compared))
  const isEmpty = total === 0 && before === 0
  const peak = days.reduce<SeriesDay | undefined>(
    (best, one) => (!best || one.value > best.value ? one : best),
    undefined,
  )
  const table = useMemo<ChartTable>(
    () => ({
      head: [t('day'), labels.value, ...(labels.compared ? [t('comparedDay'), labels.compared] : [])],
      rows: isEmpty
        ? []
        : days.map(({ on, value, comparedOn, compared }) => [
            { text: day(on), plain: on },
            { text: text.full(value), plain: text.plain(value) },
            ...(labels.compared
              ? [
                  { text: comparedOn ? day(comparedOn) : '', plain: comparedOn ?? '' },
                  { text: text.full(compared ?? 0), plain: text.plain(compared ?? 0) },
                ]
              : []),
          ]),
    }),
    [days, labels.value, labels.compared, isEmpty, t, day, text],
  )
  const summary = t(hasCompared ? 'seriesCompared' : 'series', {
    from: day(days[0]?.on ?? '2026-01-01'),
    to: day(days.at(-1)?.on ?? '2026-01-01'),
    total: text.full(total),
    before: text.full(before),
    change: changeText(total, before) ?? '–',
    peak: text.full(peak?.value ?? 0),
    peakDay: day(peak?.on ?? '2026-01-01'),
  })
  const shown = days[at ?? days.length - 1]
  const reading =
    shown &&
    [
      `${day(shown.on)}: ${text.full(shown.value)}`,
      hasCompared && shown.comparedOn && `${day(shown.comparedOn)}: ${text.full(shown.compared ?? 0)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <ChartFrame title={title} summary={summary} table={table} empty={empty} aside={aside} height={HEIGHT} {...state}>
      <div className={styles.legend}>
        <span className={styles.key} data-series="main">
          {labels.value}
        </span>
        {hasCompared && (
          <span className={styles.key} data-series="compared">
            {labels.compared}
          </span>
        )}
        <span className={styles.reading} aria-hidden>
          {reading}
        </span>
      </div>
      <Suspense fallback={<Skeleton height={HEIGHT} />}>
        <Plot days={days} hasCompared={hasCompared} axisText={text.short} height={HEIGHT} at={at} onPoint={setAt} />
      </Suspense>
      <input
        type="range"
        className={styles.walk}
        aria-label={t('walk', { title })}
        aria-valuetext={reading}
        min={0}
        max={days.length - 1}
        value={at ?? days.length - 1}
        onChange={(change) => setAt(Number(change.currentTarget.value))}
        onBlur={() => setAt(undefined)}
      />
    </ChartFrame>
  )
}

/** A local date in few words, with its weekday, since weekdays are compared. */
export function useDayText(): (on: string) => string {
  const format = useFormatter()
  return useMemo(
    () => (on: string) =>
      format.dateTime(new Date(`${on}T00:00:00Z`), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
      }),
    [format],
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
