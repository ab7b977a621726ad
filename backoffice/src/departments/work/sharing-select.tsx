import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { mentionables } from './talk-queries.ts'

const INTERNAL = 'internal'

interface SharingSelectProps {
  readonly value: string | null
  readonly onChange: (companyId: string | null) => void
}

/** Who reads a thread: the house alone, or one company besides. */
export function SharingSelect({ value, onChange }: SharingSelectProps) {
  const t = useTranslations('work.talk')
  const { data } = useQuery(mentionables(''))
  if (!data || data.companies.length === 0) return null
  return (
    <Select
      label={t('readers')}
      size="sm"
      allowDeselect={false}
      data={[
        { value: INTERNAL, label: t('internal') },
        ...data.companies.map(({ id, name }) => ({ value: id, label: t('sharedWith', { name }) })),
      ]}
      value={value ?? INTERNAL}
      onChange={(chosen) => onChange(chosen === INTERNAL ? null : chosen)}
    />
  )
}
