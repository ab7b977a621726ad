import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import type { ChosenScope } from './scope-of.ts'
import { locationList, marketList } from './queries.ts'

interface ScopeFieldsProps {
  readonly chosen: ChosenScope
  readonly hint: string
  readonly onChange: (chosen: ChosenScope) => void
}

/** How far the work of a person, or of a program, reaches. */
export function ScopeFields({ chosen, hint, onChange }: ScopeFieldsProps) {
  const t = useTranslations('people.access')
  const can = useCan()
  const { data: markets } = useQuery({ ...marketList, enabled: can('organisation:read') })
  const { data: locations } = useQuery({ ...locationList, enabled: can('inventory:read') })
  const codes = (known: readonly { code: string; name?: string }[] | undefined, held: readonly string[]) => {
    const options = (known ?? []).map(({ code, name }) => ({ value: code, label: name ?? code }))
    const others = held.filter((code) => !options.some(({ value }) => value === code))
    return [...options, ...others.map((code) => ({ value: code, label: code }))]
  }
  return (
    <>
      <MultiSelect
        label={t('markets')}
        description={hint}
        clearable
        data={codes(markets?.items, chosen.markets)}
        value={chosen.markets}
        onChange={(codesChosen) => onChange({ ...chosen, markets: codesChosen })}
      />
      <MultiSelect
        label={t('locations')}
        clearable
        data={codes(locations?.items, chosen.locations)}
        value={chosen.locations}
        onChange={(codesChosen) => onChange({ ...chosen, locations: codesChosen })}
      />
    </>
  )
}
