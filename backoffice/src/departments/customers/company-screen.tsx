import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { CompanyBuyers } from './company-buyers.tsx'
import { CompanyForm } from './company-form.tsx'
import { companyDetail } from './company-queries.ts'
import { Exemptions } from './exemptions.tsx'
import { VatCheck } from './vat-check.tsx'

/** One company that buys, or a new one. */
export default function CompanyScreen() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id === undefined ? <NewCompany /> : <KnownCompany key={id} id={id} />
}

function NewCompany() {
  const t = useTranslations('customers.companies')
  return (
    <>
      <RecordHeader title={t('add')} back={{ to: '/buyer-companies', label: t('title') }} />
      <CompanyForm />
    </>
  )
}

function KnownCompany({ id }: { readonly id: string }) {
  const t = useTranslations('customers.companies')
  const { data: company, error, refetch } = useQuery(companyDetail(id))
  const back = { to: '/buyer-companies', label: t('title') }
  useRecentRecord('buyer_company', `/buyer-companies/${id}`, company?.legalName)
  if (!company) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  const record = { department: 'customers', type: 'buyer_company' as const, id }
  return (
    <>
      <RecordHeader
        title={company.legalName}
        {...(company.vatNumber ? { subtitle: company.vatNumber } : {})}
        back={back}
        record={{ type: 'buyer_company', id }}
      />
      <RecordColumns
        main={
          <>
            <CompanyForm company={company} />
            <CompanyBuyers company={company} />
          </>
        }
        side={
          <>
            {company.vatNumber && <VatCheck vatNumber={company.vatNumber} />}
            <Exemptions owner="company" id={id} country={company.country} />
            <RecordWork record={record} title={company.legalName} write="customers:write" />
          </>
        }
      />
    </>
  )
}
