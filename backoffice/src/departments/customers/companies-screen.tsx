import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
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
  const add = mayWrite && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/buyer-companies/new" {...props} />}
    >
      {t('add')}
    </Button>
  )
  return (
    <ListScreen
      department="customers"
      path="/api/buyer-companies"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      actions={add}
      empty={
        <EmptyState icon={IconBuildingStore} title={t('empty')} action={add}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconBuildingStore} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: CompanyRow) => id
const nameOf = ({ legalName }: CompanyRow) => legalName
const linkOf = ({ id }: CompanyRow) => `/buyer-companies/${id}`
