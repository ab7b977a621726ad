import { useTranslations } from 'use-intl'
import { isUnread, type Unread } from './field.ts'
import styles from './form.module.css'
import type { InputProps } from './input-props.ts'
import { MoneyInput } from './money-input.tsx'

/** An amount in each currency; what stays empty has none. */
export function MoneysInput({ field, value, error, errorOf, onChange }: InputProps<'moneys'>) {
  const t = useTranslations('ui.form')
  const amounts = (value ?? {}) as Readonly<Record<string, number | Unread>>
  const shown = (currency: string) => {
    const amount = amounts[currency]
    return typeof amount === 'number' ? { amount, currency } : amount
  }
  return (
    <fieldset className={styles.group}>
      <legend>{field.optional ? `${field.label} (${t('optional')})` : field.label}</legend>
      {(field.fixed ?? field.hint) && <p className={styles.hint}>{field.fixed ?? field.hint}</p>}
      <div className={styles.halves}>
        {field.currencies.map((currency) => (
          <MoneyInput
            key={currency}
            label={currency}
            name={`${field.name}.${currency}`}
            disabled={field.fixed !== undefined}
            currency={currency}
            value={shown(currency)}
            error={errorOf(`${field.name}.${currency}`)}
            onChange={(next) => {
              const { [currency]: _before, ...others } = amounts
              if (next === undefined) return onChange(others)
              onChange({ ...others, [currency]: isUnread(next) ? next : next.amount })
            }}
          />
        ))}
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  )
}
