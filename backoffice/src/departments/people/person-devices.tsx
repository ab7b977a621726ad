import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { endSessionOf, endSessionsOf, sessionsOf } from './person-sessions.ts'
import { DeviceLine } from './security-devices.tsx'
import styles from './security.module.css'

/** Where somebody else is signed in: for who may end it, and for who may not with the reason. */
export function PersonDevices({ id, refusal }: { readonly id: string; readonly refusal?: string | undefined }) {
  const t = useTranslations('people.devices')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(sessionsOf(id))
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: ['people'] })
    sayDone(t('ended'))
  }
  const one = useMutation({ mutationFn: (sessionId: string) => endSessionOf(id, sessionId), onSuccess })
  const all = useMutation({ mutationFn: () => endSessionsOf(id), onSuccess })
  const items = data?.items ?? []
  return (
    <Panel title={t('title')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={80} />}
      <FormError error={one.error ?? all.error} />
      {data && items.length === 0 && <p className={styles.note}>{t('none')}</p>}
      <ul className={styles.list}>
        {items.map((device) => (
          <DeviceLine
            key={device.id}
            device={device}
            busy={one.isPending}
            onEnd={refusal === undefined ? () => one.mutate(device.id) : undefined}
          />
        ))}
      </ul>
      {items.length > 1 && refusal === undefined && (
        <Button variant="default" loading={all.isPending} onClick={() => all.mutate()}>
          {t('endAll')}
        </Button>
      )}
      {items.length > 0 && refusal !== undefined && <p className={styles.note}>{refusal}</p>}
    </Panel>
  )
}
