import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { EntityForm } from './entity-form.tsx'
import { entityList } from './queries.ts'

export default function EntitiesScreen() {
  const t = useTranslations('settings.entity')
  return (
    <Definitions
      {...useDefinitionWords('entity')}
      icon={IconBuilding}
      writePermission="organisation:write"
      list={useQuery(entityList)}
      keyOf={byCode}
      show={({ legalName, vatNumber, city, country, currency, timeZone }) => ({
        title: legalName,
        note: [vatNumber ?? t('noVatNumber'), `${city}, ${country}`, currency, timeZone].join(' · '),
      })}
      Form={EntityForm}
    />
  )
}
