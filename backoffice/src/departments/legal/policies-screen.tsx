import { Skeleton } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { namesOf } from './language-names.ts'
import styles from './legal.module.css'
import { register, type RegisterRow } from './queries.ts'

// i18n-dynamic: legal.kinds.*

/** What the shop promises in writing: every market and kind, what is in force, what is to come, what is being written. */
export default function PoliciesScreen() {
  const t = useTranslations('legal')
  const marketName = useMarketName()
  const { data, error, refetch } = useQuery(register)
  const markets = Object.entries(Object.groupBy(data?.items ?? [], ({ market }) => market))
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={320} radius="lg" />
        )
      ) : markets.length === 0 ? (
        <Panel>
          <EmptyState icon={IconGavel} title={t('noMarket')} />
        </Panel>
      ) : (
        <div className={styles.stack}>
          {markets.map(([market, rows]) => (
            <Panel key={market} title={t('ofMarket', { market: marketName(market) })} flush>
              <PanelLines>
                {(rows ?? []).map((row) => (
                  <PolicyLine key={row.kind} row={row} />
                ))}
              </PanelLines>
            </Panel>
          ))}
        </div>
      )}
    </>
  )
}

function PolicyLine({ row: { market, kind, inForce, plannedAt, draft, missing } }: { readonly row: RegisterRow }) {
  const t = useTranslations('legal')
  return (
    <PanelLine
      to={`/policies/${market}/${kind}`}
      title={t(`kinds.${kind}`)}
      note={
        <>
          {inForce
            ? t.rich('inForceSince', {
                number: inForce.number,
                since: () => <DateText value={inForce.since} form="date" />,
              })
            : t('houseDraft')}
          {plannedAt && (
            <>
              {' · '}
              {t.rich('nextFrom', { at: () => <DateText value={plannedAt} form="full" /> })}
            </>
          )}
          {missing.length > 0 && ` · ${t('missingIn', { languages: namesOf(missing) })}`}
        </>
      }
    >
      {draft && <StateBadge tone="active">{t('hasDraft')}</StateBadge>}
      <StateBadge tone={inForce ? 'good' : 'waiting'}>{t(inForce ? 'published' : 'toCheck')}</StateBadge>
    </PanelLine>
  )
}
