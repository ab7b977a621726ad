import { useFormatter, useTranslations } from 'use-intl'
import { EntryBar } from './calendar-entry.tsx'
import type { CalendarViewProps, ShownEntry } from './calendar-month.tsx'
import styles from './calendar.module.css'

/** Day by day, as a phone shows it; what began before stands on the first day that is shown. */
export function CalendarList({ day, today, zone, shown, labelOf }: CalendarViewProps) {
  const t = useTranslations('work.calendar')
  const format = useFormatter()
  const byDay = [...Map.groupBy(shown, ({ fromOn }) => (fromOn < day ? day : fromOn))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return (
    <div className={styles.list}>
      {byDay.map(([on, entries]) => (
        <section key={on} className={styles.listDay}>
          <h2 className={styles.listHead} data-today={on === today}>
            {format.dateTime(new Date(`${on}T00:00:00Z`), {
              weekday: 'long',
              day: 'numeric',
              month: 'long',
              timeZone: 'UTC',
            })}
            {on === today && <span className={styles.todayMark}>{t('today')}</span>}
          </h2>
          <ul className={styles.listEntries}>
            {entries.map((one) => (
              <li key={one.entry.id}>
                <EntryBar entry={one.entry} zone={zone} label={labelOf(one.entry.kind)} />
                <span className={styles.listNote}>
                  {[labelOf(one.entry.kind), lastsText(one, format), one.entry.note].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function lastsText({ fromOn, toOn }: ShownEntry, format: ReturnType<typeof useFormatter>): string {
  if (fromOn === toOn) return ''
  const at = (on: string) => new Date(`${on}T00:00:00Z`)
  return format.dateTimeRange(at(fromOn), at(toOn), { day: 'numeric', month: 'short', timeZone: 'UTC' })
}
