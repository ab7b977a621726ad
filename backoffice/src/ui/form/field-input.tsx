import { MultiSelect, NativeSelect, NumberInput, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { Money } from '../format-money.ts'
import { AddressInput } from './address-input.tsx'
import { DateField, DateRangeField, DateTimeField } from './date-fields.tsx'
import type { Field, Unread } from './field.ts'
import styles from './form.module.css'
import { lookOf, type InputProps } from './input-props.ts'
import { MoneyInput } from './money-input.tsx'
import { MoneysInput } from './moneys-input.tsx'
import { DecimalInput, QuantityInput } from './number-inputs.tsx'
import { RecordInput } from './record-input.tsx'
import { TextsInput } from './texts-input.tsx'

type Props<Kind extends Field['kind']> = InputProps<Kind>

/** The input that a field needs; each says its own error. */
export function FieldInput(props: InputProps) {
  const { field } = props
  switch (field.kind) {
    case 'text':
      return <PlainText {...props} field={field} />
    case 'switch':
      return <OnOff {...props} field={field} />
    case 'choice':
      return <Choice {...props} field={field} />
    case 'many':
    case 'tags':
      return <Many {...props} field={field} />
    case 'integer':
      return <Whole {...props} field={field} />
    case 'quantity':
      return <QuantityInput {...props} field={field} />
    case 'decimal':
      return <DecimalInput {...props} field={field} />
    case 'texts':
      return <TextsInput {...props} field={field} />
    case 'money':
      return <OneAmount {...props} field={field} />
    case 'moneys':
      return <MoneysInput {...props} field={field} />
    case 'address':
      return <AddressInput {...props} field={field} />
    case 'record':
      return <RecordInput {...props} field={field} />
    case 'own':
      return null
    case 'date':
      return <DateField {...props} field={field} />
    case 'date-range':
      return <DateRangeField {...props} field={field} />
    case 'date-time':
      return <DateTimeField {...props} field={field} />
  }
}

function PlainText({ field, value, error, onChange }: Props<'text'>) {
  const t = useTranslations('ui.form')
  const list = useId()
  const { type = 'text', maxLength, autoComplete = 'off', lines = 1, suggestions } = field
  const common = { ...lookOf(field, t('optional')), error, autoComplete, value: String(value ?? '') }
  const limit = maxLength === undefined ? {} : { maxLength }
  if (suggestions) {
    return (
      <>
        <TextInput {...common} {...limit} list={list} onChange={(change) => onChange(change.currentTarget.value)} />
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      </>
    )
  }
  return lines > 1 ? (
    <Textarea
      {...common}
      {...limit}
      autosize
      minRows={lines}
      maxRows={24}
      onChange={(change) => onChange(change.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} {...limit} type={type} onChange={(change) => onChange(change.currentTarget.value)} />
  )
}

function OnOff({ field: { name, label, hint, fixed }, value, error, onChange }: Props<'switch'>) {
  return (
    <Switch
      name={name}
      label={label}
      description={fixed ?? hint}
      disabled={fixed !== undefined}
      error={error}
      checked={value === true}
      onChange={(change) => onChange(change.currentTarget.checked)}
    />
  )
}

function Choice({ field, value, error, onChange }: Props<'choice'>) {
  const t = useTranslations('ui.form')
  return (
    <NativeSelect
      {...lookOf(field, t('optional'))}
      error={error}
      value={String(value ?? '')}
      onChange={(change) => onChange(change.currentTarget.value)}
      data={[{ value: '', label: t(field.optional ? 'nothing' : 'choose') }, ...field.options]}
    />
  )
}

function Many({ field, value, error, onChange }: Props<'many' | 'tags'>) {
  const t = useTranslations('ui.form')
  const common = {
    ...lookOf(field, t('optional')),
    error,
    clearable: true,
    classNames: { pill: styles.pill ?? '' },
    clearButtonProps: { 'aria-label': t('clear') },
    comboboxProps: { withinPortal: false },
    value: Array.isArray(value) ? (value as string[]) : [],
    onChange,
  }
  if (field.kind === 'tags') {
    return <TagsInput {...common} acceptValueOnBlur {...(field.maxLength ? { maxLength: field.maxLength } : {})} />
  }
  return (
    <MultiSelect
      {...common}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('noSuch')}
      data={field.options.map((one) => ({ ...one }))}
    />
  )
}

function Whole({ field, value, error, onChange }: Props<'integer'>) {
  const t = useTranslations('ui.form')
  return (
    <NumberInput
      {...lookOf(field, t('optional'))}
      error={error}
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

function OneAmount({ field, value, error, onChange }: Props<'money'>) {
  const t = useTranslations('ui.form')
  return (
    <MoneyInput
      {...lookOf(field, t('optional'))}
      currency={field.currency}
      error={error}
      value={(value ?? undefined) as Money | Unread | undefined}
      onChange={onChange}
    />
  )
}
