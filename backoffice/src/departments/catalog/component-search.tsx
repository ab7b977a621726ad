import { Loader, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { nameOfVariant, variantSearch } from './bundle-queries.ts'

interface ComponentSearchProps {
  readonly label: string
  readonly onFound: (variantId: string, name: string, productId: string) => void
}

const PAUSE_MS = 200

/** Finds what goes into a bundle, by name or SKU; found, it is added and the field is empty again. */
export function ComponentSearch({ label, onFound }: ComponentSearchProps) {
  const t = useTranslations('catalog.bundle')
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data, isFetching } = useQuery(variantSearch(asked))
  const found = data?.items ?? []
  return (
    <Select
      label={label}
      placeholder={t('searchHint')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      comboboxProps={{ withinPortal: false }}
      // The house has looked already.
      filter={({ options }) => options}
      nothingFoundMessage={asked.length > 1 && !isFetching ? t('noneFound') : t('keepTyping')}
      rightSection={isFetching ? <Loader size={16} /> : undefined}
      data={found.map((one) => ({ value: one.id, label: `${nameOfVariant(one)} · ${one.sku}` }))}
      value={null}
      onChange={(id) => {
        const picked = found.find((one) => one.id === id)
        if (!picked) return
        onFound(picked.id, nameOfVariant(picked), picked.productId)
        setTyped('')
      }}
    />
  )
}
