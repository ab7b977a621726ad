import { IconBuildingWarehouse } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { LocationForm } from './location-form.tsx'
import { useCountryNames } from './places.ts'
import { locationList } from './queries.ts'

// i18n-dynamic: settings.location.kinds.*
export default function LocationsScreen() {
  const t = useTranslations('settings.location')
  const countryNames = useCountryNames()
  return (
    <Definitions
      {...useDefinitionWords('location')}
      icon={IconBuildingWarehouse}
      writePermission="inventory:write"
      list={useQuery(locationList)}
      keyOf={byCode}
      recordType="location"
      show={({ name, kind, country }) => ({
        title: name,
        note: `${t(`kinds.${kind}`)} · ${countryNames([country])}`,
      })}
      Form={LocationForm}
    />
  )
}
