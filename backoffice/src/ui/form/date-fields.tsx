import { TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DayInput } from './date-input.tsx'
import { isUnread, type Unread } from './field.ts'
import styles from './form.module.css'
import { lookOf, type InputProps } from './input-props.ts'
import { instantOf, wallTimeOf } from './zone-time.ts'

type Typed = string | Unread | undefined

export function DateField({ field, value, error, onChange }: InputProps<'date'>) {
  const t = useTranslations('ui.form')
  const { earliest } = field
  return (
    <DayInput
      {...lookOf(field, t('optional'))}
      error={error}
      earliest={earliest}
      value={(value ?? undefined) as Typed}
      onChange={onChange}
    />
  )
}

interface Range {
  readonly from?: Typed
  readonly to?: Typed
}

/** The first and the last day, both counted in. */
export function DateRangeField({ field, value, error, errorOf, onChange }: InputProps<'date-range'>) {
  const t = useTranslations('ui.form')
  const { name, label, hint, optional = false, fixed } = field
  const range = (value ?? {}) as Range
  const { from, to } = range
  const isTurned = typeof from === 'string' && typeof to === 'string' && from > to
  return (
    <fieldset className={styles.group}>
      <legend>{optional ? `${label} (${t('optional')})` : label}</legend>
      {(fixed ?? hint) && <p className={styles.hint}>{fixed ?? hint}</p>}
      <div className={styles.halves}>
        <DayInput
          name={`${name}.from`}
          label={t('fromDay')}
          disabled={fixed !== undefined}
          error={errorOf(`${name}.from`)}
          value={from}
          onChange={(day) => onChange({ ...range, from: day })}
        />
        <DayInput
          name={`${name}.to`}
          label={t('toDay')}
          disabled={fixed !== undefined}
          error={isTurned ? t('endsBefore') : errorOf(`${name}.to`)}
          earliest={typeof from === 'string' ? from : undefined}
          value={to}
          onChange={(day) => onChange({ ...range, to: day })}
        />
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  )
}

const MIDNIGHT = '00:00'

/** An instant, typed as the shop's clock shows it, wherever the reader sits. */
export function DateTimeField({ field, value, error, onChange }: InputProps<'date-time'>) {
  const t = useTranslations('ui.form')
  const { name, label, hint, optional = false, fixed, zone } = field
  const isRead = typeof value === 'string' && value !== ''
  const [day, time = MIDNIGHT] = isRead ? wallTimeOf(value, zone).split('T') : []
  const write = (nextDay: string, nextTime: string) => onChange(instantOf(`${nextDay}T${nextTime}`, zone))
  return (
    <fieldset className={styles.group}>
      <legend>{optional ? `${label} (${t('optional')})` : label}</legend>
      <p className={styles.hint}>
        {[fixed ?? hint, t('inZone', { zone: zone.replaceAll('_', ' ') })].filter(Boolean).join(' ')}
      </p>
      <div className={styles.halves}>
        <DayInput
          name={name}
          label={t('day')}
          disabled={fixed !== undefined}
          error={error}
          value={isUnread(value) ? value : day}
          onChange={(next) => (typeof next === 'string' ? write(next, time) : onChange(next))}
        />
        <TextInput
          type="time"
          name={`${name}.time`}
          label={t('time')}
          disabled={fixed !== undefined || day === undefined}
          value={day === undefined ? '' : time}
          onChange={(change) =>
            day !== undefined && change.currentTarget.value !== '' && write(day, change.currentTarget.value)
          }
        />
      </div>
    </fieldset>
  )
}
