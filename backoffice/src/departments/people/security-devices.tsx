import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { deviceList, endDevice, endOtherDevices, type Device } from '../../app/session/proof-queries.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './security.module.css'

/** Where one is signed in, this device first in words if not in order. */
export function SecurityDevices() {
  const t = useTranslations('app.security')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(deviceList)
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: deviceList.queryKey })
    sayDone(t('signedOut'))
  }
  const one = useMutation({ mutationFn: endDevice, onSuccess })
  const others = useMutation({ mutationFn: endOtherDevices, onSuccess })
  const items = data?.items ?? []
  return (
    <Panel title={t('devices')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      <FormError error={one.error ?? others.error} />
      <ul className={styles.list}>
        {items.map((device) => (
          <DeviceLine key={device.id} device={device} busy={one.isPending} onEnd={() => one.mutate(device.id)} />
        ))}
      </ul>
      {items.length > 1 && (
        <Button variant="default" loading={others.isPending} onClick={() => others.mutate()}>
          {t('signOutOthers')}
        </Button>
      )}
    </Panel>
  )
}

interface DeviceLineProps {
  readonly device: Device
  readonly busy: boolean
  /** None where the reader may not end it. */
  readonly onEnd?: (() => void) | undefined
}

export function DeviceLine({ device: { device, isThis, lastSeenAt }, busy, onEnd }: DeviceLineProps) {
  const t = useTranslations('app.security')
  const { browser, system } = device
  const name = browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknownDevice'))
  return (
    <li className={styles.line}>
      <div>
        <div className={styles.name}>
          {name}
          {isThis && <StateBadge tone="good">{t('thisOne')}</StateBadge>}
        </div>
        <div className={styles.note}>{t.rich('seen', { when: () => <DateText value={lastSeenAt} /> })}</div>
      </div>
      {!isThis && onEnd && (
        <Button variant="subtle" disabled={busy} aria-label={t('signOutOf', { device: name })} onClick={onEnd}>
          {t('signOut')}
        </Button>
      )}
    </li>
  )
}
