import { Button, Group } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { orderDownloads, renewDownloads, stopDownloads, type OrderDownloads as View } from './download-queries.ts'
import type { Order } from './queries.ts'

type Line = View['downloads'][number]

/** What of an order is downloaded or done for the buyer, how often it was fetched, and what they agreed to. Nothing for goods. */
export function OrderDownloads({ order }: { readonly order: Order }) {
  const isAny = order.lines.some(({ kind }) => kind === 'digital' || kind === 'service')
  return isAny ? <Intangibles orderId={order.id} /> : null
}

// i18n-dynamic: orders.downloads.consents.*
function Intangibles({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('orders.downloads')
  const locale = useLocale()
  const { data, error, refetch } = useQuery(orderDownloads(orderId))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <>
      {data.downloads.map((line) => (
        <Files key={line.position} orderId={orderId} line={line} log={data.log} />
      ))}
      {data.services.map(({ position, name, notes }) => (
        <Panel key={position} title={name}>
          <p>{notes[locale] ?? notes['en'] ?? t('noNote')}</p>
        </Panel>
      ))}
      <Panel title={t('consent')}>
        <Facts
          items={[
            ...data.consents.map(
              ({ kind, at, textVersion }) =>
                [
                  t(`consents.${kind}`),
                  <span key={kind}>
                    <DateText value={at} form="full" /> ({textVersion})
                  </span>,
                ] as const,
            ),
            ...data.consentsMissing.map((kind) => [t(`consents.${kind}`), t('notAgreed')] as const),
            [t('withdrawalEnds'), <DateText key="ends" value={data.withdrawalEndsAt} form="full" />],
          ]}
        />
      </Panel>
    </>
  )
}

interface FilesProps {
  readonly orderId: string
  readonly line: Line
  readonly log: View['log']
}

// i18n-dynamic: orders.downloads.states.*
function Files({ orderId, line, log }: FilesProps) {
  const t = useTranslations('orders.downloads')
  const mayWrite = useCan()('orders:write')
  const [asking, setAsking] = useState<'renew' | 'stop'>()
  const taken = log.filter(({ position }) => position === line.position)
  return (
    <Panel title={t('title', { name: line.name })}>
      <Facts
        items={[
          [t('state'), t(`states.${line.state}`)],
          [t('opens'), line.opensAt && <DateText key="opens" value={line.opensAt} form="full" />],
          [t('closes'), line.closesAt && <DateText key="closes" value={line.closesAt} form="full" />],
          ...line.files.map(({ name, left }) => [name, left === null ? t('unlimited') : t('left', { left })] as const),
          ...taken.map(
            ({ name, number, at }, index) =>
              [
                t('taken', { count: taken.length - index }),
                <span key={index}>
                  {name} ({t('version', { number })}), <DateText value={at} form="full" />
                </span>,
              ] as const,
          ),
        ]}
      />
      {taken.length === 0 && <p className="dimmed">{t('nothingTaken')}</p>}
      {mayWrite && line.state !== 'unpaid' && (
        <Group mt="sm">
          <Button variant="default" onClick={() => setAsking('renew')}>
            {t('renew')}
          </Button>
          {line.state !== 'stopped' && (
            <Button variant="subtle" color="red" onClick={() => setAsking('stop')}>
              {t('stop')}
            </Button>
          )}
        </Group>
      )}
      {asking && <Ask orderId={orderId} line={line} act={asking} onClose={() => setAsking(undefined)} />}
    </Panel>
  )
}

interface AskProps {
  readonly orderId: string
  readonly line: Line
  readonly act: 'renew' | 'stop'
  readonly onClose: () => void
}

// i18n-dynamic: orders.downloads.renewMeaning, orders.downloads.stopMeaning, orders.downloads.renewed, orders.downloads.stopped
function Ask({ orderId, line, act, onClose }: AskProps) {
  const t = useTranslations('orders.downloads')
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => (act === 'renew' ? renewDownloads : stopDownloads)(orderId, line.position),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      onClose()
      sayDone(t(act === 'renew' ? 'renewed' : 'stopped'))
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t(act)}
      confirm={t(act)}
      danger={act === 'stop'}
      busy={isPending}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t(act === 'renew' ? 'renewMeaning' : 'stopMeaning', { name: line.name })}</p>
      <FormError error={error} />
    </ConfirmDialog>
  )
}
