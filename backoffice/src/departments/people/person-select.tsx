import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { foundPeople, type Staff } from './queries.ts'

interface PersonSelectProps {
  readonly label: string
  readonly description?: string
  readonly error?: string | undefined
  readonly value: string | null
  /** Who stands there before anybody looks. */
  readonly known?: { readonly id: string; readonly name: string } | null | undefined
  /** Who may be chosen; all who have not left, unless told. */
  readonly among?: (person: Staff) => boolean
  readonly onChange: (id: string | null) => void
}

/** One person, found by typing part of a name. */
export function PersonSelect({ known, among = () => true, onChange, ...look }: PersonSelectProps) {
  const t = useTranslations('people.choose')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const { data } = useQuery(foundPeople(search === known?.name ? '' : search))
  const found = (data?.items ?? []).filter((person) => person.state !== 'left' && among(person))
  const options = found.map(({ id, name }) => ({ value: id, label: name }))
  if (known && !options.some(({ value }) => value === known.id)) options.unshift({ value: known.id, label: known.name })
  return (
    <Select
      {...look}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      placeholder={t('placeholder')}
      nothingFoundMessage={t('nobody')}
      data={options}
      // What the house found is right already.
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  )
}
