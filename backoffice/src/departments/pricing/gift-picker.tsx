import { Loader, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { RecordFormState } from '../../ui/form/use-record-form.ts'
import { giftVariant, giftVariants } from './gift-queries.ts'

const PAUSE_MS = 200
const SHORTEST = 2

/** Which goods are given: found by name or SKU. */
export function GiftPicker({ form }: { readonly form: RecordFormState }) {
  const t = useTranslations('pricing.form')
  const value = String(form.values['variant'] ?? '')
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data: chosen } = useQuery({ ...giftVariant(value), enabled: value !== '' })
  const label = chosen ? labelOf(chosen) : value
  const isAsking = asked.length >= SHORTEST && asked !== label
  const { data, isFetching } = useQuery({ ...giftVariants(asked), enabled: isAsking })
  const found = (isAsking ? (data?.items ?? []) : []).filter(({ id }) => id !== value)
  const fixed = form.fields.find(({ name }) => name === 'variant')?.fixed
  return (
    <div data-field="variant">
      <Select
        label={t('variant')}
        description={fixed ?? t('variantHint')}
        disabled={fixed !== undefined}
        error={form.errorOf('variant')}
        searchable
        // The house has looked already.
        filter={({ options }) => options}
        nothingFoundMessage={t(isAsking && !isFetching ? 'variantNone' : 'variantHint')}
        rightSection={isFetching ? <Loader size={16} /> : undefined}
        onSearchChange={setTyped}
        data={[
          ...(value === '' ? [] : [{ value, label }]),
          ...found.map((one) => ({ value: one.id, label: labelOf(one) })),
        ]}
        value={value === '' ? null : value}
        onChange={(id) => form.set('variant', id ?? '')}
      />
    </div>
  )
}

const labelOf = ({ name, sku }: { readonly name: string; readonly sku: string }) => `${name} · ${sku}`
