import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { PurposeForm } from './purpose-form.tsx'
import { purposeDetail } from './purpose-queries.ts'
import { Wordings } from './wordings.tsx'

/** One purpose of consent, or a new one. */
export default function PurposeScreen() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id === undefined ? <NewPurpose /> : <KnownPurpose key={id} id={id} />
}

function NewPurpose() {
  const t = useTranslations('customers.purposes')
  return (
    <>
      <RecordHeader title={t('add')} back={{ to: '/consent-purposes', label: t('title') }} />
      <PurposeForm />
    </>
  )
}

function KnownPurpose({ id }: { readonly id: string }) {
  const t = useTranslations('customers.purposes')
  const locale = useLocale()
  const { data: purpose, error, refetch } = useQuery(purposeDetail(id))
  const back = { to: '/consent-purposes', label: t('title') }
  const name = purpose && (purpose.names[locale as 'en'] ?? purpose.names.en)
  useRecentRecord('consent_purpose', `/consent-purposes/${id}`, name)
  if (!purpose) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  const record = { department: 'customers', type: 'consent_purpose' as const, id }
  return (
    <>
      <RecordHeader
        title={name ?? purpose.code}
        subtitle={purpose.code}
        state={{ tone: purpose.retired ? 'neutral' : 'active', label: t(purpose.retired ? 'retired' : 'asked') }}
        back={back}
        record={{ type: 'consent_purpose', id }}
      />
      <RecordColumns
        main={<PurposeForm purpose={purpose} />}
        side={
          <>
            <Wordings purpose={purpose} />
            <RecordWork record={record} title={name ?? purpose.code} write="customers:purposes" />
          </>
        }
      />
    </>
  )
}
