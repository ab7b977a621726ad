import { ActionIcon, Popover, Skeleton, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { useFormatLocale } from '../use-format-locale.ts'
import { parseDay, writeDay } from './day.ts'
import { isUnread, type Unread } from './field.ts'
import { useTyped } from './use-typed.ts'

// As large as all other inputs together: it comes when somebody opens it.
const Calendar = lazy(() => import('./calendar.tsx'))

interface DayInputProps {
  readonly name: string
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly disabled?: boolean
  readonly required?: boolean
  readonly error?: string | undefined
  readonly earliest?: string | undefined
  readonly value: string | Unread | undefined
  readonly onChange: (value: string | Unread | undefined) => void
}

/** A local day: typed in the reader's way, or chosen from a calendar. */
export function DayInput({ value, error, earliest, onChange, disabled = false, ...look }: DayInputProps) {
  const t = useTranslations('ui.form')
  const locale = useFormatLocale()
  const thisYear = useNow().getFullYear()
  const [isOpen, setOpen] = useState(false)
  const { text, isWrong, type, leave } = useTyped<string>({
    value: value === '' ? undefined : value,
    write: (day) => writeDay(day, locale),
    read: (typed) => parseDay(typed, locale, thisYear),
    onChange,
  })
  const day = isUnread(value) || value === '' ? undefined : value
  const calendar = (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus withinPortal={false} position="bottom-end">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={t('openCalendar')}
          onClick={() => setOpen(!isOpen)}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('calendar')}>
        <Suspense fallback={<Skeleton width={252} height={280} />}>
          <Calendar
            day={day}
            earliest={earliest}
            onChoose={(chosen) => {
              onChange(chosen)
              setOpen(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextInput
      {...look}
      withAsterisk={false}
      disabled={disabled}
      autoComplete="off"
      error={isWrong ? t('noDay', { example: writeDay('2026-11-22', locale) }) : error}
      rightSection={calendar}
      value={text}
      onChange={(change) => type(change.currentTarget.value)}
      onBlur={leave}
    />
  )
}
