import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { assigneeSearch, type Assignee } from './todo-queries.ts'

interface AssigneeSelectProps {
  readonly label: string
  readonly description?: string
  readonly value: Assignee | undefined
  readonly kinds?: readonly Assignee['kind'][]
  readonly error?: string | undefined
  /** Nobody may be chosen, too. */
  readonly optional?: boolean
  readonly onChange: (value: Assignee | undefined) => void
}

const TYPING_MS = 120
const ORDER = ['unit', 'role', 'staff'] as const

// i18n-dynamic: work.todos.kinds.*
/** To whom something is given: departments and teams, roles, people, found by part of the name. */
export function AssigneeSelect({
  value,
  kinds = ORDER,
  onChange,
  error,
  optional = false,
  ...look
}: AssigneeSelectProps) {
  const t = useTranslations('work.todos')
  const tForm = useTranslations('ui.form')
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed === value?.name ? '' : typed, TYPING_MS)
  const { data } = useQuery(assigneeSearch(asked, useLocale()))
  const found = [...(data?.items ?? [])]
  if (value && !found.some((one) => keyOf(one) === keyOf(value))) found.push(value)
  const groups = ORDER.filter((kind) => kinds.includes(kind)).map((kind) => ({
    group: t(`kinds.${kind}`),
    items: found.filter((one) => one.kind === kind).map((one) => ({ value: keyOf(one), label: one.name })),
  }))
  return (
    <Select
      {...look}
      searchable
      required={!optional}
      withAsterisk={false}
      clearable={optional}
      clearButtonProps={{ 'aria-label': tForm('clear') }}
      placeholder={t('choose')}
      nothingFoundMessage={t('nobodyFound')}
      data={groups.filter(({ items }) => items.length > 0)}
      value={value ? keyOf(value) : null}
      error={error}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(key) => onChange(found.find((one) => keyOf(one) === key))}
    />
  )
}

const keyOf = ({ kind, id }: Assignee) => `${kind}:${id}`
