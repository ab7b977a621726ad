import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { foundProducts } from './calendar-queries.ts'

export interface Goods {
  readonly id: string
  readonly title: string
}

interface PlanGoodsProps {
  readonly value: readonly Goods[]
  readonly onChange: (value: Goods[]) => void
}

const TYPING_MS = 200

/** Products, found by their names and codes. */
export function PlanGoods({ value, onChange }: PlanGoodsProps) {
  const t = useTranslations('work.calendar.plan')
  const tForm = useTranslations('ui.form')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const { data } = useQuery(foundProducts(search))
  const known = new Map<string, Goods>(value.map((one) => [one.id, one]))
  for (const { id, name } of data?.items ?? []) known.set(id, { id, title: name })
  return (
    <MultiSelect
      label={`${t('products')} (${tForm('optional')})`}
      description={t('productsHint')}
      searchable
      clearable
      hidePickedOptions
      filter={({ options }) => options}
      clearButtonProps={{ 'aria-label': t('clear') }}
      nothingFoundMessage={typed.trim() === '' ? t('typeToFind') : t('noneFound')}
      comboboxProps={{ withinPortal: false }}
      data={[...known.values()].map(({ id, title }) => ({ value: id, label: title }))}
      value={value.map(({ id }) => id)}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
    />
  )
}
