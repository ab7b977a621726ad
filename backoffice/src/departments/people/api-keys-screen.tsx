import { Button, Skeleton } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ApiKeyCard } from './api-key-card.tsx'
import { ApiKeyDialog } from './api-key-dialog.tsx'
import { apiKeyList, revokeApiKey, type ApiKey } from './api-key-queries.ts'
import { PeopleNav } from './people-nav.tsx'
import styles from './security.module.css'

export default function ApiKeysScreen() {
  const t = useTranslations('app.keys')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(apiKeyList)
  const [making, setMaking] = useState(false)
  const [leaving, setLeaving] = useState<ApiKey>()
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => {
      setLeaving(undefined)
      void client.invalidateQueries({ queryKey: apiKeyList.queryKey })
      sayDone(t('revoked'))
    },
  })
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t('add')}
    </Button>
  )
  const none = data?.items.length === 0
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} actions={none ? undefined : add} />
      <PeopleNav />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {none && (
        <EmptyState icon={IconKey} title={t('none')} action={add}>
          {t('noneMeaning')}
        </EmptyState>
      )}
      <div className={styles.keys}>
        {data?.items.map((key) => (
          <ApiKeyCard key={key.id} apiKey={key} onRevoke={() => setLeaving(key)} />
        ))}
      </div>
      <ApiKeyDialog opened={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        opened={leaving !== undefined}
        title={t('revokeTitle', { name: leaving?.name ?? '' })}
        confirm={t('revoke')}
        danger
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => leaving && revoke.mutate(leaving.id)}
        onClose={() => {
          setLeaving(undefined)
          revoke.reset()
        }}
      >
        <p>{t('revokeMeaning')}</p>
      </ConfirmDialog>
    </>
  )
}
