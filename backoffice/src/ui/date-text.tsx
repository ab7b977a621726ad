import { useFormatter, useNow, useTranslations } from 'use-intl'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

interface DateTextProps {
  /** Instant, RFC 3339. */
  readonly value: string
  /** `when` is short and says today by its hour; `full` is for records; `date` has no time. */
  readonly form?: 'when' | 'full' | 'date'
}

/** An instant in the reader's language and zone; the full one stands in its title. */
export function DateText({ value, form = 'when' }: DateTextProps) {
  const format = useFormatter()
  const instant = new Date(value)
  const full = format.dateTime(instant, { dateStyle: 'long', timeStyle: 'short' })
  if (form === 'full') return <time dateTime={value}>{full}</time>
  if (form === 'date') return <time dateTime={value}>{format.dateTime(instant, { dateStyle: 'medium' })}</time>
  return (
    <time dateTime={value} title={full}>
      <When instant={instant} />
    </time>
  )
}

function When({ instant }: { readonly instant: Date }) {
  const t = useTranslations('ui.date')
  const format = useFormatter()
  const now = useNow({ updateInterval: MINUTE_MS })
  const age = now.getTime() - instant.getTime()
  if (age >= -MINUTE_MS && age < MINUTE_MS) return t('justNow')
  if (age >= 0 && age < HOUR_MS) return format.relativeTime(instant, { now, style: 'narrow' })
  const time = format.dateTime(instant, { hour: '2-digit', minute: '2-digit' })
  if (sameDay(instant, now)) return t('today', { time })
  if (sameDay(instant, new Date(now.getTime() - 24 * HOUR_MS))) return t('yesterday', { time })
  const year = instant.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return format.dateTime(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', ...year })
}

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}

/** A local date, which has no zone: `2026-11-22`. */
export function DayText({ value }: { readonly value: string }) {
  const format = useFormatter()
  return (
    <time dateTime={value}>
      {format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })}
    </time>
  )
}
