import { IconLock } from '@tabler/icons-react'
import { Skeleton } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { longWord, outage, sampleLinks } from './samples.ts'
import { Shelf, State } from './shelf.tsx'

const nothing = () => undefined

/** A record's page: its head with what may be done, and its two columns. */
export function RecordSamples() {
  const t = useTranslations('app.gallery')
  const back = { to: sampleLinks[0], label: t('title') }
  const label = t('sample.action')
  return (
    <Shelf name="record-header, record-columns">
      <State name="allowed, refused, dangerous" wide>
        <RecordHeader
          title={t('sample.short')}
          subtitle={t('sample.long')}
          state={{ tone: 'good', label: t('tones.good') }}
          back={back}
          actions={[
            { key: 'a', label, onClick: nothing },
            { key: 'b', label: `${label} b`, refusal: t('sample.long'), onClick: nothing },
            { key: 'c', label: `${label} c`, danger: true, onClick: nothing },
          ]}
        />
      </State>
      <State name="very long" wide>
        <RecordHeader title={longWord} subtitle={longWord} back={back} />
      </State>
      <State name="loading" wide>
        <RecordColumns main={<Skeleton height={160} radius="lg" />} side={<Skeleton height={96} radius="lg" />} />
      </State>
      <State name="two columns" wide>
        <RecordColumns
          main={
            <Panel title={`${t('sample.short')} a`}>
              <p>{t('sample.long')}</p>
            </Panel>
          }
          side={
            <Panel title={`${t('sample.short')} b`}>
              <Facts items={[[t('sample.field'), longWord]]} />
            </Panel>
          }
        />
      </State>
      <State name="failed" wide>
        <ErrorState error={outage} onRetry={nothing} />
      </State>
      <State name="forbidden" wide>
        <Notice icon={IconLock} title={t('sample.short')}>
          {t('sample.long')}
        </Notice>
      </State>
    </Shelf>
  )
}
