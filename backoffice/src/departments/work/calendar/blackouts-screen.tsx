import { Button, Drawer, Skeleton, TextInput } from '@mantine/core'
import { IconBan, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useMarketList } from '../../../app/market-names.ts'
import type { Got } from '../../../client/api.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { sayDone } from '../../../ui/done.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import type { Field } from '../../../ui/form/field.ts'
import { RecordForm } from '../../../ui/form/record-form.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { blackoutList, calendarChoices, closeWindow, liftWindow, passWindow, type Window } from './calendar-queries.ts'
import { DeskLink } from '../desk-link.tsx'
import styles from './calendar.module.css'

type Blackouts = Got<'/api/blackouts'>

/** When something is refused, why, and who may pass. */
export default function BlackoutsScreen() {
  const t = useTranslations('work.calendar.blackouts')
  const locale = useLocale()
  const { data, error, refetch } = useQuery(blackoutList(locale))
  const choices = useQuery(calendarChoices(locale))
  const [isClosing, setClosing] = useState(false)
  const [asking, setAsking] = useState<{ readonly window: Window; readonly act: 'lift' | 'pass' }>()
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setClosing(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/calendar', label: t('calendar') }}
        actions={data?.mayClose && add}
      />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={240} radius="lg" />
      ) : data.items.length === 0 ? (
        <EmptyState icon={IconBan} title={t('none')}>
          <p>{t('noneMeaning')}</p>
        </EmptyState>
      ) : (
        <Panel title={t('listed')} flush>
          <ul className={styles.windows}>
            {data.items.map((window) => (
              <WindowRow
                key={window.id}
                window={window}
                may={data}
                zone={choices.data?.zone ?? 'UTC'}
                onAsk={(act) => setAsking({ window, act })}
              />
            ))}
          </ul>
        </Panel>
      )}
      {data && choices.data && (
        <CloseDrawer
          opened={isClosing}
          acts={data.acts}
          markets={choices.data.markets}
          zone={choices.data.zone}
          onClose={() => setClosing(false)}
        />
      )}
      {asking && <ReasonDialog {...asking} onClose={() => setAsking(undefined)} />}
    </>
  )
}

interface WindowRowProps {
  readonly window: Window
  readonly may: Pick<Blackouts, 'mayClose' | 'mayOverride'>
  readonly zone: string
  readonly onAsk: (act: 'lift' | 'pass') => void
}

function WindowRow({ window, may, zone, onAsk }: WindowRowProps) {
  const t = useTranslations('work.calendar.blackouts')
  const format = useFormatter()
  const { reason, startsAt, endsAt, acts, markets, inForce } = window
  const marketList = useMarketList()
  const lasts = format.dateTimeRange(new Date(startsAt), new Date(endsAt), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  })
  return (
    <li className={styles.window}>
      <div className={styles.windowWords}>
        <strong>{reason}</strong>
        <div>{lasts}</div>
        <div className="dimmed">
          {acts.map(({ label }) => label).join(' · ')}
          {' · '}
          {markets.length > 0 ? marketList(markets) : t('everywhere')}
        </div>
      </div>
      <StateBadge tone={inForce ? 'danger' : 'waiting'}>{t(inForce ? 'inForce' : 'toCome')}</StateBadge>
      <DeskLink record={{ type: 'blackout', id: window.id }} name={reason} />
      {may.mayOverride && inForce && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('passNamed', { reason })}
          onClick={() => onAsk('pass')}
        >
          {t('pass')}
        </Button>
      )}
      {may.mayClose && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('liftNamed', { reason })}
          onClick={() => onAsk('lift')}
        >
          {t('lift')}
        </Button>
      )}
    </li>
  )
}

interface CloseDrawerProps {
  readonly opened: boolean
  readonly acts: Blackouts['acts']
  readonly markets: readonly string[]
  readonly zone: string
  readonly onClose: () => void
}

function CloseDrawer({ opened, acts, markets, zone, onClose }: CloseDrawerProps) {
  const t = useTranslations('work.calendar.blackouts')
  const client = useQueryClient()
  const fields: Field[] = [
    { kind: 'text', name: 'reason', label: t('reason'), hint: t('reasonHint'), maxLength: 300 },
    { kind: 'date-time', name: 'startsAt', label: t('startsAt'), zone },
    { kind: 'date-time', name: 'endsAt', label: t('endsAt'), zone },
    { kind: 'many', name: 'acts', label: t('acts'), options: acts.map(({ act, label }) => ({ value: act, label })) },
    {
      kind: 'many',
      name: 'markets',
      label: t('markets'),
      hint: t('marketsHint'),
      optional: true,
      options: markets.map((value) => ({ value, label: value })),
    },
  ]
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      title={t('add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <RecordForm
        fields={fields}
        initial={{}}
        draft="blackout/new"
        submit={t('save')}
        onCancel={onClose}
        save={({ values }) => closeWindow(values as Parameters<typeof closeWindow>[0])}
        onSaved={() => {
          sayDone(t('saved'))
          void client.invalidateQueries({ queryKey: ['calendar'] })
          onClose()
        }}
      />
    </Drawer>
  )
}

// i18n-dynamic: work.calendar.blackouts.*
function ReasonDialog({
  window,
  act,
  onClose,
}: {
  readonly window: Window
  readonly act: 'lift' | 'pass'
  readonly onClose: () => void
}) {
  const t = useTranslations('work.calendar.blackouts')
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => (act === 'lift' ? liftWindow(window, why.trim()) : passWindow(window.id, why.trim())),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calendar'] })
      sayDone(t(`${act}Done`))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t(`${act}Named`, { reason: window.reason })}
      confirm={t(act)}
      busy={isPending}
      ready={why.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t(`${act}Meaning`)}</p>
      <TextInput
        label={t('reason')}
        maxLength={300}
        data-autofocus
        value={why}
        onChange={(change) => setWhy(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
