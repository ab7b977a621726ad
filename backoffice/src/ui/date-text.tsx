import { useFormatter, useTranslations } from 'use-intl'
import { daysBetween, formatInstant } from './format-instant.ts'
import { useThisMinute } from './this-minute.ts'
import { useFormatLocale } from './use-format-locale.ts'

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
  const locale = useFormatLocale()
  const instant = new Date(value)
  if (form !== 'when') return <time dateTime={value}>{formatInstant(instant, form, locale)}</time>
  return (
    <time dateTime={value} title={formatInstant(instant, 'full', locale)}>
      <When instant={instant} locale={locale} />
    </time>
  )
}

interface WhenProps {
  readonly instant: Date
  readonly locale: string
}

function When({ instant, locale }: WhenProps) {
  const now = useThisMinute()
  const age = now.getTime() - instant.getTime()
  if (age >= -MINUTE_MS && age < HOUR_MS) return <Lately instant={instant} now={now} />
  const days = daysBetween(instant, now)
  if (days === 0 || days === 1) return <Near time={formatInstant(instant, 'time', locale)} isToday={days === 0} />
  return formatInstant(instant, instant.getFullYear() === now.getFullYear() ? 'when' : 'whenYear', locale)
}

function Lately({ instant, now }: { readonly instant: Date; readonly now: Date }) {
  const t = useTranslations('ui.date')
  const format = useFormatter()
  if (now.getTime() - instant.getTime() < MINUTE_MS) return t('justNow')
  return format.relativeTime(instant, { now, style: 'narrow' })
}

function Near({ time, isToday }: { readonly time: string; readonly isToday: boolean }) {
  const t = useTranslations('ui.date')
  return t(isToday ? 'today' : 'yesterday', { time })
}

/** A local date, which has no zone: `2026-11-22`. */
export function DayText({ value }: { readonly value: string }) {
  const locale = useFormatLocale()
  return <time dateTime={value}>{formatInstant(new Date(`${value}T00:00:00Z`), 'day', locale)}</time>
}
