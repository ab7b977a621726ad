import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './documents.module.css'
import { numbering, type Numbering, type Rule, type Series } from './queries.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { SeriesDialog } from './series-dialog.tsx'

// i18n-dynamic: documents.kinds.*, documents.rules.issuedAt.*, documents.rules.persons.*

/** How documents are numbered, entity by entity, and when each market issues them. */
export default function SeriesScreen() {
  const t = useTranslations('documents.series')
  const mayWrite = useCan()('documents:write')
  const { data, error, refetch } = useQuery(numbering)
  const [isBeginning, setBeginning] = useState(false)
  const back = { to: '/documents', label: useTranslations('documents')('title') }
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={back}
        actions={
          mayWrite &&
          data && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setBeginning(true)}>
              {t('begin')}
            </Button>
          )
        }
      />
      {data ? (
        <div className={styles.stack}>
          {data.entities.map(({ code, name }) => (
            <Panel key={code} title={name} flush>
              <PanelLines>
                {data.items
                  .filter(({ entityCode }) => entityCode === code)
                  .map((series) => (
                    <SeriesLine key={series.id ?? series.kind} series={series} />
                  ))}
              </PanelLines>
            </Panel>
          ))}
          <Rules rules={data.rules} mayWrite={mayWrite} />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
      {isBeginning && data && <SeriesDialog numbering={data} onClose={() => setBeginning(false)} />}
    </>
  )
}

function SeriesLine({ series: { kind, format, inUse, last, next } }: { readonly series: Series }) {
  const t = useTranslations('documents')
  return (
    <PanelLine
      title={t(`kinds.${kind}`)}
      note={
        inUse && next !== null
          ? t(last === null ? 'series.firstIs' : 'series.nextIs', { number: next })
          : t('series.endedAt', { number: last ?? format })
      }
    >
      <code className={styles.format}>{format}</code>
      <StateBadge tone={inUse ? 'good' : 'neutral'}>{t(inUse ? 'series.inUse' : 'series.ended')}</StateBadge>
    </PanelLine>
  )
}

function Rules({ rules, mayWrite }: { readonly rules: Numbering['rules']; readonly mayWrite: boolean }) {
  const t = useTranslations('documents.rules')
  const [open, setOpen] = useState<Rule>()
  const marketName = useMarketName()
  return (
    <Panel title={t('title')} flush>
      <PanelLines>
        {rules.map((rule) => (
          <PanelLine
            key={rule.market}
            title={marketName(rule.market)}
            note={`${t(`issuedAt.${rule.issued}`)} · ${t(`persons.${rule.forPersons}`)}`}
          >
            {mayWrite && (
              <Button
                variant="default"
                onClick={() => setOpen(rule)}
                aria-label={t('changeOf', { market: marketName(rule.market) })}
              >
                {t('change')}
              </Button>
            )}
          </PanelLine>
        ))}
      </PanelLines>
      {open && <RuleDialog rule={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}
