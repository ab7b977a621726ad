import { Button, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { RecordWork } from '../work/record-work.tsx'
import { discardRun, fileOfRun, releaseRun, runDetail, RUN_TONES, sendRun, type Run } from './debit-queries.ts'
import styles from './bank.module.css'

// i18n-dynamic: bank.runs.states.*

/** One file for the bank: what is in it, whether it may go, and whether it went. */
export default function RunScreen() {
  const t = useTranslations('bank.runs')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: run, error, refetch } = useQuery(runDetail(id, useLocale()))
  const client = useQueryClient()
  const keyOf = useKeyOf()
  const [asking, setAsking] = useState<'discard' | 'send'>()
  const done = async (said: 'released' | 'wasSent') => {
    await client.invalidateQueries({ queryKey: ['bank'] })
    sayDone(t(said))
    setAsking(undefined)
  }
  const release = useMutation({
    mutationFn: () => releaseRun(id, keyOf({ id, state: run?.state, at: run?.madeAt })),
    onSuccess: () => done('released'),
    onError: (refused) => sayRefused(refused, t('failed')),
  })
  const send = useMutation({ mutationFn: () => sendRun(id), onSuccess: () => done('wasSent') })
  const back = { to: '/payment-runs', label: t('title') }
  if (!run) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'bank', type: 'payment_run' as const, id }
  const refusalOf = (action: string) => run.allowedActions.find((one) => one.action === action)?.reason?.message
  const next =
    run.state === 'released'
      ? { key: 'send', label: t('send'), onClick: () => setAsking('send') }
      : { key: 'release', label: t('release'), onClick: () => !release.isPending && release.mutate() }
  const isOpen = run.state === 'prepared' || run.state === 'released'
  return (
    <>
      <RecordHeader
        title={run.name}
        state={{ tone: RUN_TONES[run.state], label: t(`states.${run.state}`) }}
        subtitle={<DateText value={run.madeAt} />}
        back={back}
        record={record}
        actions={
          isOpen
            ? [
                {
                  key: 'discard',
                  label: t('discard.open'),
                  refusal: refusalOf('discard'),
                  onClick: () => setAsking('discard'),
                },
                { ...next, refusal: refusalOf(next.key), primary: true },
              ]
            : []
        }
      />
      <RecordColumns
        main={<Groups run={run} />}
        side={<Sums run={run} refusal={refusalOf('download')} />}
        below={<RecordWork record={record} title={run.name} write="bank:write" />}
      />
      {asking === 'discard' && (
        <ReasonDialog
          danger
          title={t('discard.title')}
          meaning={t('discard.meaning')}
          confirm={t('discard.open')}
          done={t('discard.done')}
          department="bank"
          act={(reason) => discardRun(id, reason, keyOf({ id, reason }))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'send' && (
        <ConfirmDialog
          opened
          title={t('sending.title')}
          confirm={t('sending.submit')}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => send.mutate()}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('sending.meaning')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Groups({ run }: { readonly run: Run }) {
  const t = useTranslations('bank.runs')
  const say = useTranslations('bank.debits.mandate')
  // Transfers have none.
  const nameOf = (sequence: string) => sequence !== '' && say(sequence === 'OOFF' ? 'oneOff' : 'recurring')
  if (run.groups.length === 0) {
    return (
      <Panel title={t('groups')}>
        <p className="dimmed">{t('empty')}</p>
      </Panel>
    )
  }
  return (
    <Panel
      flush
      title={t('groups')}
      aside={
        <Link to="/direct-debits" search={{ filter: [`runId:is:${run.id}`] }}>
          {t('all')}
        </Link>
      }
    >
      <PanelLines>
        {run.groups.map(({ batch, on, sequence, items, total }) => (
          <PanelLine
            key={batch}
            title={<DayText value={on} />}
            note={[batch, t('count', { count: items }), nameOf(sequence)].filter(Boolean).join(' · ')}
          >
            <MoneyText value={total} />
          </PanelLine>
        ))}
      </PanelLines>
    </Panel>
  )
}

function Sums({ run, refusal }: { readonly run: Run; readonly refusal: string | undefined }) {
  const t = useTranslations('bank.runs')
  const { total, items, message, account, sentAt, endedBecause, sha256 } = run
  return (
    <Panel title={t('file')}>
      <Facts
        items={[
          [t('total'), <MoneyText key="total" value={total} />],
          [t('items'), items],
          [t('account'), `${account.name}, ${account.iban.replaceAll(/(.{4})(?=.)/g, '$1 ')}`],
          [t('creditor'), account.creditorId],
          [t('message'), message],
          [t('sentAt'), sentAt && <DateText key="sent" value={sentAt} />],
          [t('because'), endedBecause],
          [t('mark'), sha256 && <code key="mark">{sha256.slice(0, 16)}</code>],
        ]}
      />
      {refusal === undefined ? (
        <Button
          mt={16}
          variant="default"
          component="a"
          href={fileOfRun(run.id)}
          download={`${run.name}.xml`}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('download')}
        </Button>
      ) : (
        // What was discarded says why already.
        endedBecause === null && <p className={`dimmed ${styles.below}`}>{refusal}</p>
      )}
    </Panel>
  )
}
