import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { AccountOfParty } from './account-of-party.tsx'
import { BookDialog } from './book-dialog.tsx'
import { dismissEntry, entryDetail, STATE_TONES, type Entry } from './queries.ts'

// i18n-dynamic: bank.states.*, bank.because.*

/** One entry of the bank: what it says, which order it may be for, and what became of it. */
export default function EntryScreen() {
  const t = useTranslations('bank')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: entry, error, refetch } = useQuery(entryDetail(id, useLocale()))
  const [asking, setAsking] = useState<'book' | 'dismiss'>()
  const back = { to: '/bank-entries', label: t('title') }
  if (!entry) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'bank', type: 'bank_entry' as const, id }
  const title = entry.party === '' ? t('nobody') : entry.party
  const refusalOf = (action: string) => entry.allowedActions.find((one) => one.action === action)?.reason?.message
  return (
    <>
      <RecordHeader
        title={title}
        state={{ tone: STATE_TONES[entry.state], label: t(`states.${entry.state}`) }}
        subtitle={<DayText value={entry.bookedOn} />}
        back={back}
        record={record}
        actions={[
          {
            key: 'dismiss',
            label: t('dismiss.open'),
            refusal: refusalOf('dismiss'),
            onClick: () => setAsking('dismiss'),
          },
          {
            key: 'book',
            label: t('book.open'),
            refusal: refusalOf('book'),
            primary: true,
            onClick: () => setAsking('book'),
          },
        ]}
      />
      <RecordColumns
        main={<Said entry={entry} />}
        side={
          <>
            <Meant entry={entry} />
            <RelatedRecords record={record} />
          </>
        }
        below={<RecordWork record={record} title={title} write="bank:write" />}
      />
      {asking === 'book' && <BookDialog entry={entry} onClose={() => setAsking(undefined)} />}
      {asking === 'dismiss' && (
        <ReasonDialog
          title={t('dismiss.title')}
          meaning={t('dismiss.meaning')}
          confirm={t('dismiss.open')}
          done={t('dismiss.done')}
          department="bank"
          act={(note) => dismissEntry(id, note)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

function Said({ entry }: { readonly entry: Entry }) {
  const t = useTranslations('bank.facts')
  const code = (text: string) => text !== '' && <code key={text}>{text}</code>
  return (
    <Panel title={t('title')}>
      <Facts
        items={[
          [t('amount'), <MoneyText key="amount" value={entry.amount} />],
          [t('remittance'), entry.remittance !== '' && entry.remittance],
          [t('structured'), code(entry.structuredReference)],
          [t('account'), entry.partyIbanEndsOn !== '' && <AccountOfParty key="account" entry={entry} />],
          [t('bookedOn'), <DayText key="booked" value={entry.bookedOn} />],
          [t('valueOn'), entry.valueOn !== null && <DayText key="value" value={entry.valueOn} />],
          [t('bankReference'), code(entry.bankReference)],
          [t('endToEndId'), code(entry.endToEndId)],
          [t('mandate'), code(entry.mandateReference)],
          [
            t('returnReason'),
            entry.returnReason !== null && (
              <span key="reason">
                {entry.returnReasonWords} {code(entry.returnReason)}
              </span>
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function Meant({ entry }: { readonly entry: Entry }) {
  const t = useTranslations('bank')
  const { state, decisions, proposedNumber, proposedOrderId, proposedBecause, orderId, orderNumber, payoutId } = entry
  return (
    <Panel title={t('meant')} flush={decisions.length > 0}>
      {state === 'open' &&
        (proposedNumber && proposedBecause ? (
          <p>
            <Link to={`/orders/${proposedOrderId}`}>{t('take.order', { number: proposedNumber })}</Link>{' '}
            {t(`because.${proposedBecause}`)}
          </p>
        ) : (
          <p className="dimmed">{t(entry.came ? 'unknown' : 'wentOut')}</p>
        ))}
      {decisions.length > 0 && (
        <PanelLines>
          {decisions.map(({ decision, note, at }) => (
            <PanelLine
              key={at}
              title={
                decision === 'booked' && orderId && orderNumber ? (
                  <Link to={`/orders/${orderId}`}>{t('take.order', { number: orderNumber })}</Link>
                ) : decision === 'booked' && payoutId ? (
                  <Link to={`/payouts/${payoutId}`}>{t('take.payout')}</Link>
                ) : (
                  t(`states.${decision}`)
                )
              }
              note={
                <>
                  <DateText value={at} />
                  {note !== '' && ` · ${note}`}
                </>
              }
            />
          ))}
        </PanelLines>
      )}
    </Panel>
  )
}
