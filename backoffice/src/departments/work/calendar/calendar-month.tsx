import { UnstyledButton } from '@mantine/core'
import { useRef, type KeyboardEvent } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { addDays, layOut, weeksOfMonth, type DaySpan } from './calendar-days.ts'
import { EntryBar } from './calendar-entry.tsx'
import type { Entry } from './calendar-queries.ts'
import styles from './calendar.module.css'

export interface ShownEntry extends DaySpan {
  readonly entry: Entry
}

export interface CalendarViewProps {
  readonly day: string
  readonly today: string
  readonly zone: string
  readonly firstDay: number
  readonly shown: readonly ShownEntry[]
  readonly labelOf: (kind: string) => string
  readonly onNew: ((on: string) => void) | undefined
  readonly onMove: ((entry: Entry, days: number) => void) | undefined
  readonly onOpenDay: (on: string) => void
}

const LANES = 4
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month in whole weeks. Days are reached by arrow keys, entries by Tab; Alt with an arrow moves an entry. */
export function CalendarMonth(props: CalendarViewProps) {
  const { day, firstDay } = props
  const format = useFormatter()
  const weeks = weeksOfMonth(day, firstDay)
  const [week = day] = weeks
  const box = useRef<HTMLDivElement>(null)
  const walk = (press: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[press.key]
    const on = (press.target as HTMLElement).dataset['day']
    if (step === undefined || on === undefined) return
    const next = box.current?.querySelector<HTMLElement>(`[data-day="${addDays(on, step)}"]`)
    if (!next) return
    press.preventDefault()
    next.focus()
  }
  return (
    // Arrow keys are a short way between buttons that Tab reaches, too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} className={styles.month} onKeyDown={walk}>
      <div className={styles.weekdays} aria-hidden>
        {Array.from({ length: 7 }, (_, index) => (
          <span key={index}>
            {format.dateTime(new Date(`${addDays(week, index)}T00:00:00Z`), { weekday: 'short', timeZone: 'UTC' })}
          </span>
        ))}
      </div>
      {weeks.map((one) => (
        <Week key={one} week={one} {...props} />
      ))}
    </div>
  )
}

function Week({ week, ...props }: CalendarViewProps & { readonly week: string }) {
  const { day, today, zone, shown, labelOf, onNew, onMove, onOpenDay } = props
  const t = useTranslations('work.calendar')
  const format = useFormatter()
  const pieces = layOut(shown, week, 7)
  const days = Array.from({ length: 7 }, (_, index) => addDays(week, index))
  const hidden = days.map(
    (_, column) =>
      pieces.filter((one) => one.lane >= LANES && one.column <= column && column < one.column + one.span).length,
  )
  const full = (on: string) => format.dateTime(new Date(`${on}T00:00:00Z`), { dateStyle: 'full', timeZone: 'UTC' })
  return (
    <div className={styles.week}>
      {days.map((on, column) => (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- something is dropped here by mouse; keys move it by Alt and an arrow
        <div
          key={on}
          className={styles.day}
          style={{ gridColumn: column + 1 }}
          data-other={on.slice(0, 7) !== day.slice(0, 7)}
          data-today={on === today}
          onDragOver={(drag) => onMove && drag.preventDefault()}
          onDrop={(drop) => {
            const dropped = shown.find(({ entry }) => entry.id === drop.dataTransfer.getData('text/plain'))
            if (!dropped || !onMove) return
            drop.preventDefault()
            const days = Math.round((Date.parse(on) - Date.parse(dropped.fromOn)) / 86_400_000)
            if (days !== 0) onMove(dropped.entry, days)
          }}
        >
          <UnstyledButton
            data-day={on}
            className={styles.number}
            aria-label={onNew ? t('newOn', { day: full(on) }) : t('openDay', { day: full(on) })}
            {...(on === today ? { 'aria-current': 'date' as const } : {})}
            onClick={() => (onNew ? onNew(on) : onOpenDay(on))}
          >
            {Number(on.slice(8))}
          </UnstyledButton>
          {(hidden[column] ?? 0) > 0 && (
            <UnstyledButton className={styles.more} onClick={() => onOpenDay(on)}>
              {t('more', { count: hidden[column] ?? 0 })}
              <span className="sr-only">, {full(on)}</span>
            </UnstyledButton>
          )}
        </div>
      ))}
      {pieces
        .filter(({ lane }) => lane < LANES)
        .map(({ of: { entry }, column, span, lane, begins, ends }) => (
          <div
            key={entry.id}
            className={styles.place}
            style={{ gridColumn: `${column + 1} / span ${span}`, gridRow: lane + 2 }}
          >
            <EntryBar
              entry={entry}
              zone={zone}
              label={labelOf(entry.kind)}
              begins={begins}
              ends={ends}
              onMove={entry.plan && !entry.plan.ofRecord && onMove ? (days) => onMove(entry, days) : undefined}
            />
          </div>
        ))}
    </div>
  )
}
