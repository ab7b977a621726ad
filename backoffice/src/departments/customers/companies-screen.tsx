import { IconBuildingStore } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { useCountryNames } from '../settings/places.ts'
import type { CompanyRow } from './company-queries.ts'

const SHOWN = ['legalName', 'country', 'vatNumber', 'buyers', 'createdAt']

/** Companies that buy: with whom prices are agreed, and whose tax follows from their number. */
export default function CompaniesScreen() {
  const t = useTranslations('customers.companies')
  const mayWrite = useCan()('customers:write')
  const countryNames = useCountryNames()
  const looks = useMemo<Looks<CompanyRow>>(
    () => ({
      legalName: { place: 'line' },
      country: { width: '160px', place: 'detail', cell: ({ country }) => countryNames([country]) },
      vatNumber: { width: '176px', place: 'detail' },
      buyers: { width: '112px', place: 'lead-end' },
      createdAt: { width: '160px', place: 'hidden' },
    }),
    [countryNames],
  )
  return (
    <RecordList
      department="customers"
      path="/api/buyer-companies"
      icon={IconBuildingStore}
      words={{
        title: t('title'),
        search: t('search'),
        empty: t('empty'),
        emptyRemedy: t('emptyRemedy'),
        noneFound: t('noneFound'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={nameOf}
      at="/buyer-companies"
      add={mayWrite && { label: t('add'), to: '/buyer-companies/new' }}
    />
  )
}

const nameOf = ({ legalName }: CompanyRow) => legalName
