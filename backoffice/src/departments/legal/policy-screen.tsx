import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import styles from './legal.module.css'
import { PolicyForm } from './policy-form.tsx'
import { namesOf } from './language-names.ts'
import { PolicyHistory } from './policy-history.tsx'
import { PolicyPreview } from './policy-preview.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { policyDetail, type Policy, type PolicyKind } from './queries.ts'

// i18n-dynamic: legal.kinds.*

/** One policy of a market: its draft beside what was published. */
export default function PolicyScreen() {
  const { market, kind } = useParams({ strict: false }) as { market: string; kind: PolicyKind }
  const t = useTranslations('legal')
  const { data, error, refetch } = useQuery(policyDetail(market, kind))
  const back = { to: '/policies', label: t('title') }
  if (!data) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  return <KnownPolicy key={`${market} ${kind}`} policy={data} />
}

function KnownPolicy({ policy }: { readonly policy: Policy }) {
  const t = useTranslations('legal')
  const client = useQueryClient()
  const mayPublish = useCan()('legal:publish')
  const [isPublishing, setPublishing] = useState(false)
  const { market, kind, draft, versions, inForce } = policy
  const marketName = useMarketName()
  const current = versions.find(({ id }) => id === inForce)
  const needs = mayPublish ? undefined : t('needsPermission', { permission: 'legal:publish' })
  const saved = () => {
    void client.invalidateQueries({ queryKey: ['legal'] })
    sayDone(t('saved'))
  }
  return (
    <>
      <RecordHeader
        title={t('titleOf', { kind: t(`kinds.${kind}`), market: marketName(market) })}
        subtitle={current ? t('versionInForce', { number: current.number }) : t('houseDraft')}
        state={{ tone: current ? 'good' : 'waiting', label: t(current ? 'published' : 'toCheck') }}
        back={{ to: '/policies', label: t('title') }}
        actions={[
          {
            key: 'publish',
            label: t('publish'),
            refusal: draft ? needs : t('noDraft'),
            onClick: () => setPublishing(true),
          },
        ]}
      />
      <RecordColumns
        main={
          <Panel title={t(draft ? 'draft' : 'newDraft')}>
            {!current && <p className={styles.check}>{t('checkIt')}</p>}
            {draft && draft.behind.length > 0 && (
              <p className={styles.check}>{t('behind', { languages: namesOf(draft.behind) })}</p>
            )}
            <PolicyForm key={draft?.version ?? 'new'} policy={policy} onSaved={saved} />
          </Panel>
        }
        side={
          <>
            <PolicyPreview policy={policy} />
            <PolicyHistory policy={policy} />
          </>
        }
      />
      {isPublishing && draft && (
        <PublishDialog policy={policy} version={draft.version} onClose={() => setPublishing(false)} />
      )}
    </>
  )
}
