import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { decimalOf } from '../format-money.ts'
import { parseMoney } from '../parse-money.ts'
import type { Condition } from './filter.ts'
import styles from './list.module.css'
import type { ColumnDeclaration } from './list-queries.ts'

// i18n-dynamic: ui.list.operators.*, ui.list.units.*

interface ConditionFormProps {
  readonly columns: readonly ColumnDeclaration[]
  readonly condition?: Condition | undefined
  readonly onSubmit: (condition: Condition) => void
}

const OPERATORS = ['is', 'not', 'from', 'to', 'last', 'has', 'empty'] as const

/** Builds one condition in three steps: of what, how compared, with what. */
export function ConditionForm({ columns, condition, onSubmit }: ConditionFormProps) {
  const t = useTranslations('ui.list')
  const [key, setKey] = useState(condition?.column ?? columns[0]?.key ?? '')
  const column = columns.find((one) => one.key === key)
  const offered = OPERATORS.filter((one) => column?.operators.includes(one))
  const [wanted, setOperator] = useState(condition?.operator)
  const operator = offered.find((one) => one === wanted) ?? offered[0] ?? 'is'
  const [values, setValues] = useState<readonly string[]>(condition?.values ?? [])
  const said = valuesOf(column, operator, values)
  const choose = (nextKey: string) => {
    setKey(nextKey)
    setOperator(undefined)
    setValues([])
  }
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (said.length > 0) onSubmit({ column: key, operator, values: said })
      }}
    >
      <NativeSelect
        label={t('editor.column')}
        data-autofocus
        value={key}
        onChange={(change) => choose(change.currentTarget.value)}
        data={columns.map(({ key: value, label }) => ({ value, label }))}
      />
      <NativeSelect
        label={t('editor.operator')}
        value={operator}
        onChange={(change) => {
          setOperator(change.currentTarget.value)
          setValues([])
        }}
        data={offered.map((value) => ({ value, label: t(`operators.${value}`) }))}
      />
      <ValueField key={`${key}${operator}`} column={column} operator={operator} values={values} onChange={setValues} />
      <Button type="submit" disabled={said.length === 0}>
        {t('editor.apply')}
      </Button>
    </form>
  )
}

interface ValueFieldProps {
  readonly column: ColumnDeclaration | undefined
  readonly operator: string
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

function ValueField({ column, operator, values, onChange }: ValueFieldProps) {
  const t = useTranslations('ui.list')
  const first = values[0] ?? ''
  if (operator === 'empty' || column?.type === 'boolean') {
    return (
      <NativeSelect
        label={t('editor.value')}
        value={first || 'true'}
        onChange={(change) => onChange([change.currentTarget.value])}
        data={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
      />
    )
  }
  if (operator === 'last') return <LastField value={first || '7d'} onChange={(value) => onChange([value])} />
  if (column?.values) {
    return (
      <fieldset className={styles.choices}>
        <legend>{t('editor.value')}</legend>
        {column.values.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={values.includes(value)}
            onChange={(change) =>
              onChange(change.currentTarget.checked ? [...values, value] : values.filter((one) => one !== value))
            }
          />
        ))}
      </fieldset>
    )
  }
  if (column?.type === 'money') return <AmountField value={first} onChange={(value) => onChange([value])} />
  const isTime = column?.type === 'instant' || column?.type === 'date'
  return (
    <TextInput
      label={t('editor.value')}
      type={isTime ? 'date' : 'text'}
      inputMode={column?.type === 'integer' ? 'numeric' : undefined}
      value={isTime ? first.slice(0, 10) : first}
      onChange={(change) => onChange([change.currentTarget.value])}
    />
  )
}

function AmountField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useTranslations('ui.list')
  const [typed, setTyped] = useState(value === '' ? '' : decimalOf(Number(value), 2))
  return (
    <TextInput
      label={t('editor.amount')}
      inputMode="decimal"
      value={typed}
      onChange={(change) => {
        setTyped(change.currentTarget.value)
        onChange(String(parseMoney(change.currentTarget.value, 'EUR')?.amount ?? ''))
      }}
    />
  )
}

function LastField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useTranslations('ui.list')
  const unit = value.endsWith('h') ? 'h' : 'd'
  const count = Number.parseInt(value, 10) || 1
  return (
    <div className={styles.pair}>
      <TextInput
        label={t('editor.value')}
        type="number"
        min={1}
        max={9999}
        value={count}
        onChange={(change) => onChange(`${Math.max(1, Number(change.currentTarget.value) || 1)}${unit}`)}
      />
      <NativeSelect
        label={t('editor.unit')}
        value={unit}
        onChange={(change) => onChange(`${count}${change.currentTarget.value}`)}
        data={(['d', 'h'] as const).map((one) => ({ value: one, label: t(`units.${one}`) }))}
      />
    </div>
  )
}

/** What would be asked; empty while something is missing. */
function valuesOf(
  column: ColumnDeclaration | undefined,
  operator: string,
  values: readonly string[],
): readonly string[] {
  if (values.length > 0) {
    const full = values.map((value) => value.trim()).filter((value) => value !== '')
    return column?.type === 'integer' && !full.every((value) => /^-?\d+$/.test(value)) ? [] : full
  }
  if (operator === 'empty' || column?.type === 'boolean') return ['true']
  return operator === 'last' ? ['7d'] : []
}
