import { Button, Skeleton } from '@mantine/core'
import { IconLogin2, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './oidc.module.css'
import { OidcProviderCard } from './oidc-provider-card.tsx'
import { OidcProviderDialog } from './oidc-provider-dialog.tsx'
import { OidcReturnAddress } from './oidc-return-address.tsx'
import { providerList, type Provider } from './oidc-queries.ts'
import { PeopleNav } from './people-nav.tsx'
import { ScimPanel } from './scim-panel.tsx'

export default function OidcProvidersScreen() {
  const t = useTranslations('people.providers')
  const mayChange = useCan()('people:write')
  const { data, error, refetch } = useQuery(providerList)
  const [open, setOpen] = useState<Provider | 'new'>()
  const add = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  )
  const none = data?.items.length === 0
  return (
    <>
      <PeopleNav />
      <PageHeader title={t('title')} subtitle={t('intro')} actions={none ? undefined : add} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} radius="lg" />}
      {data && none && (
        <EmptyState icon={IconLogin2} title={t('none')} action={add}>
          <p>{t('noneMeaning')}</p>
          <OidcReturnAddress value={data.returnUri} />
        </EmptyState>
      )}
      <div className={styles.cards}>
        {data?.items.map((provider) => (
          <OidcProviderCard
            key={provider.id}
            provider={provider}
            onChange={mayChange ? () => setOpen(provider) : undefined}
          />
        ))}
      </div>
      {data && <ScimPanel base={data.scimBase} />}
      {data && open && (
        <OidcProviderDialog
          was={open === 'new' ? undefined : open}
          returnUri={data.returnUri}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
