import { IconBox, IconCheck, IconMail } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { AddressText } from '../../ui/address-text.tsx'
import { Cell } from '../../ui/cell.tsx'
import { Changes } from '../../ui/changes.tsx'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { KeysText } from '../palette/keys-text.tsx'
import { longWord, outage, refusal, sampleAddress } from './samples.ts'
import { Shelf, State } from './shelf.tsx'

// i18n-dynamic: app.gallery.tones.*
const TONES: readonly Tone[] = ['neutral', 'waiting', 'active', 'good', 'danger']
const AMOUNTS = [
  { amount: 123_456_789, currency: 'EUR' },
  { amount: -1999, currency: 'EUR' },
  { amount: 25_000_000, currency: 'IDR' },
  { amount: 1500, currency: 'JPY' },
  { amount: 1234, currency: 'KWD' },
]
const INSTANT = '2026-11-20T08:15:00Z'

/** What is read. */
export function TextSamples() {
  const t = useTranslations('app.gallery')
  const changes = [
    { field: t('sample.field'), before: t('sample.short'), after: longWord },
    { field: t('sample.amount'), before: AMOUNTS[0], after: AMOUNTS[1] },
    { field: t('sample.hidden') },
  ]
  return (
    <>
      <Shelf name="state-badge">
        {TONES.map((tone) => (
          <State key={tone} name={tone}>
            <StateBadge tone={tone}>{t(`tones.${tone}`)}</StateBadge>
          </State>
        ))}
      </Shelf>
      <Shelf name="money-text">
        {AMOUNTS.map((amount) => (
          <State key={amount.currency + amount.amount} name={amount.currency}>
            <MoneyText value={amount} />
          </State>
        ))}
      </Shelf>
      <Shelf name="date-text">
        <State name="when">
          <DateText value={INSTANT} />
        </State>
        <State name="full">
          <DateText value={INSTANT} form="full" />
        </State>
        <State name="date">
          <DateText value={INSTANT} form="date" />
        </State>
        <State name="day-text">
          <DayText value="2026-11-22" />
        </State>
      </Shelf>
      <Shelf name="keys-text">
        <State name="g o">
          <KeysText keys="g o" />
        </State>
      </Shelf>
      <Shelf name="cell">
        <State name="title">
          <Cell title={t('sample.short')} />
        </State>
        <State name="picture, note">
          <Cell picture={<Thumbnail fileId={null} />} title={t('sample.short')} note={t('sample.long')} />
        </State>
        <State name="long">
          <Cell title={longWord} note={longWord} />
        </State>
      </Shelf>
      <Shelf name="facts, address-text, changes, timeline">
        <State name="facts" wide>
          <Panel title={t('sample.field')}>
            <Facts
              items={[
                [t('sample.field'), t('sample.long')],
                [t('sample.amount'), <MoneyText key="amount" value={{ amount: 4990, currency: 'EUR' }} />],
                [t('sample.hidden'), null],
              ]}
            />
          </Panel>
        </State>
        <State name="address-text" wide>
          <Panel>
            <AddressText address={sampleAddress} />
          </Panel>
        </State>
        <State name="changes" wide>
          <Panel>
            <Changes changes={changes} />
          </Panel>
        </State>
        <State name="timeline" wide>
          <Panel>
            <Timeline
              items={[
                {
                  id: '2',
                  icon: IconCheck,
                  title: t('sample.long'),
                  who: sampleAddress.name,
                  at: INSTANT,
                  body: <Changes changes={changes.slice(0, 1)} />,
                },
                { id: '1', icon: IconMail, title: t('sample.short'), who: null, at: INSTANT },
              ]}
            />
          </Panel>
        </State>
      </Shelf>
      <Shelf name="notice, empty-state, error-state">
        <State name="empty" wide>
          <Panel>
            <EmptyState icon={IconBox} title={t('sample.short')}>
              {t('sample.long')}
            </EmptyState>
          </Panel>
        </State>
        <State name="notice" wide>
          <Panel>
            <Notice icon={IconMail} title={longWord}>
              {t('sample.long')}
            </Notice>
          </Panel>
        </State>
        <State name="outage" wide>
          <Panel>
            <ErrorState error={outage} onRetry={() => undefined} />
          </Panel>
        </State>
        <State name="fault" wide>
          <Panel>
            <ErrorState error={refusal('', '')} onRetry={() => undefined} />
          </Panel>
        </State>
        <State name="refusal" wide>
          <Panel>
            <ErrorState error={refusal(t('sample.short'), t('sample.long'))} />
          </Panel>
        </State>
      </Shelf>
    </>
  )
}
