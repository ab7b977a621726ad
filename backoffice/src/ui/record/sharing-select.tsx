import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { partnerCompanies } from './record-queries.ts'

const INTERNAL = 'internal'

export interface SharingWords {
  readonly readers: string
  readonly internal: string
  readonly sharedWith: (name: string) => string
}

interface SharingSelectProps {
  readonly value: string | null
  readonly words: SharingWords
  readonly onChange: (companyId: string | null) => void
}

/** Who reads a thread or a file: the house alone, or one company besides. Nothing where there is no company outside. */
export function SharingSelect({ value, words, onChange }: SharingSelectProps) {
  const { data } = useQuery(partnerCompanies())
  if (!data || data.companies.length === 0) return null
  return (
    <Select
      label={words.readers}
      size="sm"
      allowDeselect={false}
      data={[
        { value: INTERNAL, label: words.internal },
        ...data.companies.map(({ id, name }) => ({ value: id, label: words.sharedWith(name) })),
      ]}
      value={value ?? INTERNAL}
      onChange={(chosen) => onChange(chosen === INTERNAL ? null : chosen)}
    />
  )
}
