// A drawing is an image to who listens, and no file of one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId, type ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { firstDayOf, placeDays, type CalendarDay } from './calendar-weeks.ts'
import { ChartFrame, type ChartState } from './chart-frame.tsx'
import styles from './charts.module.css'
import { strengthOf } from './scale.ts'
import { useDayText } from './time-series.tsx'
import { useWidth } from './use-width.ts'
import { useValueText, type Unit } from './use-value-text.ts'

interface CalendarHeatProps extends ChartState {
  readonly title: string
  /** Oldest first. */
  readonly days: readonly CalendarDay[]
  readonly unit: Unit
  readonly label: string
  readonly empty?: string
  readonly aside?: ReactNode
}

const GAP = 3
const LEFT = 40
const TOP = 24

/** Days as squares, a week a column: which days of the week and of the year are strong. */
export function CalendarHeat({ title, days, unit, label, empty, aside, ...state }: CalendarHeatProps) {
  const t = useTranslations('ui.charts')
  const locale = useLocale()
  const text = useValueText(unit)
  const day = useDayText()
  const { ref, width } = useWidth()
  const id = useId()
  const firstDay = firstDayOf(locale)
  const placed = placeDays(days, firstDay)
  const weeks = (placed.at(-1)?.week ?? 0) + 1
  const size = Math.max(11, Math.min(20, Math.floor((width - LEFT) / weeks) - GAP))
  const step = size + GAP
  const highest = Math.max(0, ...days.map(({ value }) => value))
  const peak = days.find(({ value }) => value === highest)
  const active = days.filter(({ value }) => value > 0).length
  const summary = t('calendar', {
    active,
    count: days.length,
    peak: text.full(highest),
    peakDay: peak ? day(peak.on) : '',
  })
  const table = {
    head: [t('day'), label],
    rows:
      highest === 0
        ? []
        : days.map(({ on, value }) => [
            { text: day(on), plain: on },
            { text: text.full(value), plain: text.plain(value) },
          ]),
  }
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const weekdayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const months = placed.filter(({ on, week }, index) => on.endsWith('-01') || (index === 0 && week === 0))
  return (
    <ChartFrame title={title} summary={summary} table={table} empty={empty} aside={aside} {...state}>
      {/* What scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={ref} className={styles.wide} role="group" aria-label={title} tabIndex={0}>
        <svg
          data-chart
          width={LEFT + weeks * step}
          height={TOP + 7 * step}
          role="img"
          aria-labelledby={id}
          className={styles.drawing}
        >
          <title id={id}>{summary}</title>
          {months.map(({ on, week }, index) =>
            // Two names side by side would run into each other.
            (months[index + 1]?.week ?? week + 9) - week < 3 ? null : (
              <text key={on} x={LEFT + week * step} y={14} className={styles.small}>
                {monthName.format(new Date(`${on}T00:00:00Z`))}
              </text>
            ),
          )}
          {[0, 2, 4].map((row) => (
            <text key={row} x={0} y={TOP + row * step + size - 2} className={styles.small}>
              {/* 2024-01-01 was a Monday. */}
              {weekdayName.format(new Date(Date.UTC(2024, 0, ((firstDay - 1 + row) % 7) + 1)))}
            </text>
          ))}
          {placed.map(({ on, value, week, weekday }) => (
            <rect
              key={on}
              x={LEFT + week * step}
              y={TOP + weekday * step}
              width={size}
              height={size}
              rx={3}
              className={styles.heat}
              data-strength={strengthOf(value, highest)}
            >
              <title>{`${day(on)}: ${text.full(value)}`}</title>
            </rect>
          ))}
        </svg>
      </div>
      <p className={styles.scale} aria-hidden>
        {t('less')}
        {[0, 1, 2, 3, 4].map((strength) => (
          <svg key={strength} width={12} height={12}>
            <rect width={12} height={12} rx={3} className={styles.heat} data-strength={strength} />
          </svg>
        ))}
        {t('more')}
      </p>
    </ChartFrame>
  )
}
