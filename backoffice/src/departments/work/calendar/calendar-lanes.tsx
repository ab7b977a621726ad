import { useFormatter, useTranslations } from 'use-intl'
import { addDays, addMonths, daysFrom, layOut, quarterOf } from './calendar-days.ts'
import { EntryBar } from './calendar-entry.tsx'
import { lookOfKind } from './calendar-kinds.ts'
import type { CalendarViewProps, ShownEntry } from './calendar-month.tsx'
import styles from './calendar.module.css'

interface LanesProps extends CalendarViewProps {
  /** Into which lane an entry belongs, by its key and its name. */
  readonly laneOf: (shown: ShownEntry) => { readonly key: string; readonly name: string; readonly kind?: string }
}

const ROW_PX = 28

/** A quarter from left to right: a lane for each kind or department, with a line where today is. */
export function CalendarLanes({ day, today, zone, shown, labelOf, laneOf, onMove }: LanesProps) {
  const t = useTranslations('work.calendar')
  const format = useFormatter()
  const { fromOn, toOn } = quarterOf(day)
  const days = daysFrom(fromOn, toOn) + 1
  const percent = (on: string) => `${(daysFrom(fromOn, on) / days) * 100}%`
  const months = [fromOn, addMonths(fromOn, 1), addMonths(fromOn, 2)]
  const lanes = [...Map.groupBy(shown, (one) => laneOf(one).key)].map(([key, entries]) => {
    const [first] = entries
    const lane = first ? laneOf(first) : { key, name: key }
    const pieces = layOut(entries, fromOn, days)
    return { ...lane, pieces, rows: Math.max(1, ...pieces.map((piece) => piece.lane + 1)) }
  })
  return (
    // A region that scrolls must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.lanes} aria-label={t('views.lanes')} tabIndex={0}>
      <div className={styles.lanesInside}>
        <div className={styles.laneHead} aria-hidden>
          <span />
          <div className={styles.laneTrack}>
            {months.map((month) => (
              <span key={month} className={styles.laneMonth} style={{ left: percent(month) }}>
                {format.dateTime(new Date(`${month}T00:00:00Z`), { month: 'long', timeZone: 'UTC' })}
              </span>
            ))}
          </div>
        </div>
        {lanes.map(({ key, name, kind, pieces, rows }) => {
          const Icon = kind === undefined ? undefined : lookOfKind(kind).icon
          return (
            <section key={key} className={styles.lane} aria-label={name}>
              <h2 className={styles.laneName}>
                {Icon && <Icon size={16} aria-hidden />}
                {name}
              </h2>
              <div className={styles.laneTrack} style={{ minHeight: rows * ROW_PX + 8 }}>
                {months.slice(1).map((month) => (
                  <i key={month} className={styles.laneRule} style={{ left: percent(month) }} />
                ))}
                {today >= fromOn && today <= toOn && (
                  <i className={styles.todayLine} style={{ left: percent(today) }} />
                )}
                {pieces.map(({ of: { entry }, column, span, lane, begins, ends }) => (
                  <div
                    key={entry.id}
                    className={styles.lanePlace}
                    style={{
                      left: percent(addDays(fromOn, column)),
                      width: `max(${entry.plan?.collisions ? 48 : 24}px, ${(span / days) * 100}%)`,
                      top: lane * ROW_PX + 4,
                    }}
                  >
                    <EntryBar
                      entry={entry}
                      zone={zone}
                      label={labelOf(entry.kind)}
                      begins={begins}
                      ends={ends}
                      onMove={
                        entry.plan && !entry.plan.ofRecord && onMove ? (moved) => onMove(entry, moved) : undefined
                      }
                    />
                  </div>
                ))}
              </div>
            </section>
          )
        })}
      </div>
    </section>
  )
}
