import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Definitions } from './definitions.tsx'
import { EntityForm } from './entity-form.tsx'
import { entityList } from './queries.ts'

export default function EntitiesScreen() {
  const t = useTranslations('settings.entity')
  return (
    <Definitions
      title={t('title')}
      meaning={t('meaning')}
      add={t('add')}
      icon={IconBuilding}
      writePermission="organisation:write"
      list={useQuery(entityList)}
      keyOf={({ code }) => code}
      show={({ legalName, vatNumber, city, country, currency, timeZone }) => ({
        title: legalName,
        note: [vatNumber ?? t('noVatNumber'), `${city}, ${country}`, currency, timeZone].join(' · '),
      })}
      Form={EntityForm}
    />
  )
}
