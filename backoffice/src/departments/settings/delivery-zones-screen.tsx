import { IconMap2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { deliveryZoneList } from './delivery-queries.ts'
import { DeliveryZoneForm } from './delivery-zone-form.tsx'
import { useCountryNames } from './places.ts'

const MOST_NAMED = 4

/** Where goods go: countries, and parts of one. */
export default function DeliveryZonesScreen() {
  const t = useTranslations('settings.delivery')
  const countryNames = useCountryNames()
  return (
    <Definitions
      {...useDefinitionWords('deliveryZone')}
      icon={IconMap2}
      writePermission="orders:write"
      list={useQuery(deliveryZoneList)}
      keyOf={byCode}
      show={({ name, countries, regions, postcodes }) => ({
        title: name,
        note: [
          countries.length > MOST_NAMED ? t('countryCount', { count: countries.length }) : countryNames(countries),
          ...[...regions, ...postcodes].slice(0, 20),
        ].join(' · '),
      })}
      Form={DeliveryZoneForm}
    />
  )
}
