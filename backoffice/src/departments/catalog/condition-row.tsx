import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { FieldInput } from '../../ui/form/field-input.tsx'
import type { Field } from '../../ui/form/field.ts'
import { brandNames } from './brand-queries.ts'
import styles from './category.module.css'
import type { Condition } from './collection-queries.ts'
import { attributeList } from './definition-queries.ts'
import { nameIn } from './name-in.ts'
import { categories } from './queries.ts'
import { CONDITION_KINDS, newCondition, type ConditionKind } from './rule-values.ts'
import { useShopCurrencies } from './use-shop-currencies.ts'

interface ConditionRowProps {
  readonly number: number
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

// i18n-dynamic: catalog.collection.kinds.*
/** One thing that a product must be: of what kind, and which. */
export function ConditionRow({ number, condition, onChange, onRemove }: ConditionRowProps) {
  const t = useTranslations('catalog.collection')
  const currencies = useShopCurrencies()
  const fields = useFieldsOf(condition, currencies)
  const values = condition as Readonly<Record<string, unknown>>
  return (
    <fieldset className={styles.condition} aria-label={t('condition', { number })}>
      <NativeSelect
        label={t('kind')}
        value={condition.kind}
        onChange={(change) => onChange(newCondition(change.currentTarget.value as ConditionKind, currencies[0]))}
        data={CONDITION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={field.kind === 'money' ? asMoney(values[field.name], values['currency']) : values[field.name]}
          error={undefined}
          errorOf={() => undefined}
          language="en"
          onChange={(value) => onChange(changedBy(condition, field, value))}
        />
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        className={`icon-button ${styles.bin}`}
        aria-label={t('removeCondition', { number })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}

function asMoney(amount: unknown, currency: unknown) {
  return typeof amount === 'number' ? { amount, currency } : amount === null ? undefined : amount
}

function changedBy(condition: Condition, { name, kind }: Field, value: unknown): Condition {
  if (kind === 'money') {
    const { amount } = (value ?? { amount: null }) as { readonly amount?: number | null }
    return { ...condition, [name]: amount ?? null } as Condition
  }
  if (kind === 'integer') return { ...condition, [name]: typeof value === 'number' ? value : 0 } as Condition
  // Another attribute has other values.
  if (name === 'attribute') return { ...condition, attribute: String(value), values: [] } as unknown as Condition
  return { ...condition, [name]: value } as Condition
}

function useFieldsOf(condition: Condition, currencies: readonly string[]): Field[] {
  const t = useTranslations('catalog.collection')
  const locale = useLocale()
  const { kind } = condition
  const tree = useQuery({ ...categories, enabled: kind === 'category' }).data?.items ?? []
  const brands = useQuery({ ...brandNames, enabled: kind === 'brand' }).data?.names ?? []
  const attributes = useQuery({ ...attributeList, enabled: kind === 'attribute' }).data?.items ?? []
  const currency: Field = {
    kind: 'choice',
    name: 'currency',
    label: t('currency'),
    options: currencies.map((value) => ({ value, label: value })),
  }
  switch (kind) {
    case 'category':
      return [
        {
          kind: 'many',
          name: 'categories',
          label: t('kinds.category'),
          options: tree.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    case 'brand':
      return [
        {
          kind: 'many',
          name: 'brands',
          label: t('kinds.brand'),
          options: [...new Set([...brands, ...condition.brands])].map((value) => ({
            value,
            label: value,
          })),
        },
      ]
    case 'label':
      return [{ kind: 'tags', name: 'labels', label: t('kinds.label'), maxLength: 100 }]
    case 'attribute': {
      const filterable = attributes.filter((one) => one.filterable)
      const chosen = filterable.find(({ code }) => code === condition.attribute)
      const choices =
        chosen?.kind === 'yes_no'
          ? [
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]
          : (chosen?.choices ?? []).map(({ code, names }) => ({ value: code, label: nameIn(names, locale) }))
      return [
        {
          kind: 'choice',
          name: 'attribute',
          label: t('kinds.attribute'),
          options: filterable.map(({ code, names }) => ({ value: code, label: nameIn(names, locale) })),
        },
        { kind: 'many', name: 'values', label: t('values'), options: choices },
      ]
    }
    case 'price':
      return [
        currency,
        { kind: 'money', name: 'atLeast', label: t('atLeast'), optional: true, currency: condition.currency },
        { kind: 'money', name: 'atMost', label: t('atMost'), optional: true, currency: condition.currency },
      ]
    case 'reduced':
      return [currency]
    case 'created':
      return [{ kind: 'integer', name: 'withinDays', label: t('withinDays'), minimum: 1, maximum: 3_650 }]
    default:
      return [{ kind: 'integer', name: 'atLeast', label: t('pieces'), minimum: 1, maximum: 1_000_000 }]
  }
}
