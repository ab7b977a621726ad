import { IconMapPin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { useCountryNames } from './places.ts'
import { taxZoneList } from './tax-queries.ts'
import { TaxZoneForm } from './tax-zone-form.tsx'

/** Parts of countries that are taxed otherwise than the rest of them. */
export default function TaxZonesScreen() {
  const t = useTranslations('settings.zone')
  const countryNames = useCountryNames()
  return (
    <Definitions
      {...useDefinitionWords('zone')}
      icon={IconMapPin}
      writePermission="tax:write"
      list={useQuery(taxZoneList)}
      keyOf={byCode}
      show={({ name, country, regions, postcodes, instead }) => ({
        title: name,
        note: `${countryNames([country])} · ${[...regions, ...postcodes].join(', ')} · ${t(instead ? 'isInstead' : 'isAdded')}`,
      })}
      Form={TaxZoneForm}
    />
  )
}
