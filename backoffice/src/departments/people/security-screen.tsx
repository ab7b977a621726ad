import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { securityQuery } from '../../app/session/proof-queries.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { SecurityApp } from './security-app.tsx'
import { SecurityDevices } from './security-devices.tsx'
import { SecurityPasskeys } from './security-passkeys.tsx'
import { SecurityPassword } from './security-password.tsx'

/** One's own ways in, and where one is in. */
export default function SecurityScreen() {
  const t = useTranslations('app.security')
  const { data, error, refetch } = useQuery(securityQuery)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={480} />}
      {data && (
        <RecordColumns
          main={
            <>
              <SecurityPassword security={data} />
              <SecurityApp security={data} />
              <SecurityPasskeys security={data} />
            </>
          }
          side={<SecurityDevices />}
        />
      )}
    </>
  )
}
