import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/es'
import 'dayjs/locale/id'
import 'dayjs/locale/it'
import { DatePicker, DatesProvider } from '@mantine/dates'
import { useLocale, useTranslations } from 'use-intl'
import { useFormatLocale } from '../use-format-locale.ts'

interface CalendarProps {
  readonly day: string | undefined
  readonly earliest?: string | undefined
  readonly onChoose: (day: string) => void
}

const SUNDAY = 0
const MONDAY = 1

/** A month to choose a day from, by mouse and by arrow keys. */
export default function Calendar({ day, earliest, onChoose }: CalendarProps) {
  const t = useTranslations('ui.form')
  const locale = useLocale()
  const isAmerican = /^en(-US)?$/.test(useFormatLocale())
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: isAmerican ? SUNDAY : MONDAY, weekendDays: [] }}>
      <DatePicker
        value={day ?? null}
        {...(day ? { defaultDate: day } : {})}
        {...(earliest ? { minDate: earliest } : {})}
        ariaLabels={{ nextMonth: t('nextMonth'), previousMonth: t('previousMonth') }}
        hideOutsideDates
        size="md"
        onChange={(chosen) => chosen && onChoose(chosen)}
      />
    </DatesProvider>
  )
}
