import { MultiSelect, NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { decimalOf, exponentOf } from '../format-money.ts'
import { parseMoney } from '../parse-money.ts'
import { languageName, LANGUAGES, type Field } from './field.ts'
import styles from './record-form.module.css'

interface FieldInputProps {
  readonly field: Field
  readonly value: unknown
  readonly error: string | undefined
  /** What is wrong inside it: `prices.EUR`. */
  readonly errorOf: (name: string) => string | undefined
  readonly onChange: (value: unknown) => void
}

/** The input that a field needs; each says its own error. */
export function FieldInput({ field, value, error, errorOf, onChange }: FieldInputProps) {
  const { name, label, hint, optional = false, fixed } = field
  const t = useTranslations('ui.form')
  const common = {
    name,
    label: optional ? `${label} (${t('optional')})` : label,
    description: fixed ?? hint,
    error,
    disabled: fixed !== undefined,
    required: !optional,
    withAsterisk: false,
  }
  if (field.kind === 'switch') {
    return (
      <Switch
        name={name}
        label={label}
        description={hint}
        error={error}
        checked={value === true}
        onChange={(change) => onChange(change.currentTarget.checked)}
      />
    )
  }
  if (field.kind === 'choice') {
    return (
      <NativeSelect
        {...common}
        value={String(value ?? '')}
        onChange={(change) => onChange(change.currentTarget.value)}
        data={[{ value: '', label: t('choose') }, ...field.options]}
      />
    )
  }
  if (field.kind === 'many') {
    const chosen = Array.isArray(value) ? (value as string[]) : []
    return (
      <MultiSelect
        {...common}
        searchable
        clearable
        hidePickedOptions
        clearButtonProps={{ 'aria-label': t('clear') }}
        nothingFoundMessage={t('noSuch')}
        comboboxProps={{ withinPortal: false }}
        data={field.options.map(({ value: one, label: words }) => ({ value: one, label: words }))}
        value={chosen}
        onChange={onChange}
      />
    )
  }
  if (field.kind === 'integer') {
    return (
      <NumberInput
        {...common}
        min={field.minimum}
        max={field.maximum}
        allowDecimal={false}
        allowNegative={field.minimum < 0}
        suffix={field.unit ? ` ${field.unit}` : ''}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      />
    )
  }
  if (field.kind === 'texts')
    return <TextsInput field={field} value={value} error={error} errorOf={errorOf} onChange={onChange} />
  if (field.kind === 'moneys')
    return <MoneysInput field={field} value={value} error={error} errorOf={errorOf} onChange={onChange} />
  const type = field.kind === 'date' ? 'date' : field.kind === 'text' ? (field.type ?? 'text') : 'text'
  return (
    <TextInput
      {...common}
      type={type}
      {...(field.kind === 'decimal' ? { inputMode: 'decimal' as const, rightSection: field.unit } : {})}
      {...(field.kind === 'text' ? { maxLength: field.maxLength, autoComplete: field.autoComplete ?? 'off' } : {})}
      value={String(value ?? '')}
      onChange={(change) => onChange(change.currentTarget.value)}
    />
  )
}

/** The same words in four languages; the reader's own comes after English, which is always asked for. */
function TextsInput({ field, value, error, errorOf, onChange }: FieldInputProps) {
  const t = useTranslations('ui.form')
  const texts = (value ?? {}) as Readonly<Record<string, string>>
  const Input = field.kind === 'texts' && field.long ? Textarea : TextInput
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${field.name}-error` : undefined}>
      <legend>{field.optional ? `${field.label} (${t('optional')})` : field.label}</legend>
      {field.hint && <p className={styles.hint}>{field.hint}</p>}
      <div className={styles.halves}>
        {LANGUAGES.map((language) => (
          <Input
            key={language}
            lang={language}
            label={languageName(language)}
            maxLength={field.kind === 'texts' ? field.maxLength : undefined}
            error={errorOf(`${field.name}.${language}`)}
            required={language === 'en' && !field.optional}
            withAsterisk={false}
            value={texts[language] ?? ''}
            onChange={(change) => {
              const words = change.currentTarget.value
              const { [language]: _before, ...others } = texts
              onChange(words === '' ? others : { ...others, [language]: words })
            }}
          />
        ))}
      </div>
      {error && (
        <p id={`${field.name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** An amount in each currency; what stays empty has none. */
function MoneysInput({ field, value, error, errorOf, onChange }: FieldInputProps) {
  const t = useTranslations('ui.form')
  const amounts = (value ?? {}) as Readonly<Record<string, number>>
  return (
    <fieldset className={styles.group}>
      <legend>{field.optional ? `${field.label} (${t('optional')})` : field.label}</legend>
      {field.hint && <p className={styles.hint}>{field.hint}</p>}
      <div className={styles.halves}>
        {(field.kind === 'moneys' ? field.currencies : []).map((currency) => (
          <MoneyField
            key={currency}
            currency={currency}
            amount={amounts[currency]}
            error={errorOf(`${field.name}.${currency}`)}
            onChange={(amount) => {
              const { [currency]: _before, ...others } = amounts
              onChange(amount === undefined ? others : { ...others, [currency]: amount })
            }}
          />
        ))}
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  )
}

interface MoneyFieldProps {
  readonly currency: string
  readonly amount: number | undefined
  readonly error: string | undefined
  readonly onChange: (amount: number | undefined) => void
}

function MoneyField({ currency, amount, error, onChange }: MoneyFieldProps) {
  const t = useTranslations('ui.form')
  const locale = useLocale()
  const [typed, setTyped] = useState(() => (amount === undefined ? '' : shown(amount, currency, locale)))
  const isWrong = typed.trim() !== '' && parseMoney(typed, currency) === undefined
  return (
    <TextInput
      label={currency}
      inputMode="decimal"
      error={isWrong ? t('noAmount') : error}
      value={typed}
      onChange={(change) => {
        const text = change.currentTarget.value
        setTyped(text)
        onChange(text.trim() === '' ? undefined : parseMoney(text, currency)?.amount)
      }}
    />
  )
}

function shown(amount: number, currency: string, locale: string): string {
  const exponent = exponentOf(currency)
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: exponent, maximumFractionDigits: exponent })
  return format.format(decimalOf(amount, exponent) as `${number}`)
}
