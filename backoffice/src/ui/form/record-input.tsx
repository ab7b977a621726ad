import { Loader, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { recordSearch } from '../../app/palette/queries.ts'
import { lookOf, type InputProps } from './input-props.ts'

interface Chosen {
  readonly kind: string
  readonly id: string
  readonly title: string
}

const PAUSE_MS = 200
const SHORTEST = 2

/** A record of the house, found as the command palette finds it: only what this person may read. */
export function RecordInput({ field, value, error, onChange }: InputProps<'record'>) {
  const t = useTranslations('ui.form')
  const chosen = (value ?? undefined) as Chosen | undefined
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const isAsking = asked.length >= SHORTEST && asked !== chosen?.title
  const { data, isFetching } = useQuery({ ...recordSearch(asked), enabled: isAsking })
  const found = (isAsking ? (data?.items ?? []) : []).filter(({ kind }) => field.kinds.includes(kind))
  const others = found.filter(({ id }) => id !== chosen?.id)
  const options = [...(chosen ? [chosen] : []), ...others].map(({ id, title }) => ({ value: id, label: title }))
  const subtitles = new Map(found.map(({ id, subtitle }) => [id, subtitle]))
  return (
    <Select
      {...lookOf(field, t('optional'))}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      comboboxProps={{ withinPortal: false }}
      // The house has looked already; looking again would lose what it finds by likeness.
      filter={({ options: all }) => all}
      nothingFoundMessage={t(isAsking && !isFetching ? 'noSuch' : 'keepTyping')}
      rightSection={isFetching ? <Loader size={16} /> : undefined}
      data={options}
      value={chosen?.id ?? null}
      onSearchChange={setTyped}
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="dimmed">{subtitles.get(option.value)}</span>
        </span>
      )}
      onChange={(id) => {
        const picked = found.find((one) => one.id === id)
        if (picked) onChange({ kind: picked.kind, id: picked.id, title: picked.title })
        else if (id === null) onChange(undefined)
      }}
    />
  )
}
