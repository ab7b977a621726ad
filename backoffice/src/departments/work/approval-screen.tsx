import { Skeleton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { useStateWords } from '../../ui/record/use-state-words.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import styles from './approval.module.css'
import { ApprovalChanges } from './approval-changes.tsx'
import { ApprovalDialog, type ApprovalAction } from './approval-dialog.tsx'
import { approvalDetail, type Approval } from './approval-queries.ts'
import { ApprovalRequirements } from './approval-requirements.tsx'
import { TONE_OF_APPROVAL } from './approval-state.tsx'
import { isNothing, useFactText } from './use-approval-words.ts'
import { RecordWork } from './record-work.tsx'

// i18n-dynamic: work.approvals.actions.*, work.approvals.state.*
const ACTIONS: readonly ApprovalAction[] = ['withdraw', 'refuse', 'approve']

/** One request: what it would change, who asked and why it was held, who decided. */
export default function ApprovalScreen() {
  const t = useTranslations('work.approvals')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const client = useQueryClient()
  const { data: approval, error, refetch } = useQuery(approvalDetail(id, useLocale()))
  const [open, setOpen] = useState<ApprovalAction>()
  const sayState = useStateWords('work.approvals.state')
  useRecentRecord('approval', `/work/approvals/${id}`, approval?.summary)
  const back = { to: '/work/approvals', label: t('title') }
  if (!approval) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} radius="lg" />}
      </>
    )
  }
  return (
    <>
      <RecordHeader
        title={approval.summary}
        subtitle={<Asked approval={approval} />}
        back={back}
        record={{ type: 'approval', id }}
        state={{ tone: TONE_OF_APPROVAL[approval.state], label: t(`state.${approval.state}`) }}
        actions={approval.state === 'pending' ? actionsOf(approval, t, setOpen) : []}
      />
      <Outcome approval={approval} />
      <RecordColumns
        main={
          <>
            <ApprovalChanges approval={approval} />
          </>
        }
        side={
          <>
            <About approval={approval} />
            <ApprovalRequirements approval={approval} />
            <RecordWork
              record={{ department: 'work', type: 'approval', id }}
              title={approval.summary}
              write="approvals:read"
              say={sayState}
            />
          </>
        }
      />
      {open && (
        <ApprovalDialog
          approval={approval}
          action={open}
          onClose={() => setOpen(undefined)}
          onDone={() => void client.invalidateQueries({ queryKey: ['approvals'] })}
        />
      )}
    </>
  )
}

type Words = ReturnType<typeof useTranslations<'work.approvals'>>

/** What can never be this person's is left out; what is only not possible now says why. */
function actionsOf({ allowedActions }: Approval, t: Words, open: (action: ApprovalAction) => void) {
  return ACTIONS.flatMap((key) => {
    const found = allowedActions.find(({ action }) => action === key)
    if (!found || (key === 'withdraw' && !found.allowed)) return []
    const refusal = found.reason?.message
    return [
      {
        key,
        label: t(`actions.${key}`),
        danger: key === 'refuse',
        primary: key === 'approve',
        onClick: () => open(key),
        ...(found.allowed || refusal === undefined ? {} : { refusal }),
      },
    ]
  })
}

function Asked({ approval: { requester, askedAt } }: { readonly approval: Approval }) {
  const t = useTranslations('work.approvals')
  return t.rich(requester.byKey ? 'askedByKey' : 'asked', {
    name: requester.name,
    when: () => <DateText value={askedAt} />,
  })
}

function Outcome({ approval: { problem } }: { readonly approval: Approval }) {
  const t = useTranslations('work.approvals')
  if (!problem) return null
  return (
    <output className={styles.warning}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <strong>{t('failed')}</strong>
        <p>
          {problem.title} {problem.remedy}
        </p>
      </div>
    </output>
  )
}

function About({ approval }: { readonly approval: Approval }) {
  const t = useTranslations('work.approvals')
  const textOf = useFactText()
  const { facts, factLabels, label, path, expiresAt, endedAt, state } = approval
  const record = path ? <Link to={path}>{label || t('open')}</Link> : label
  return (
    <Panel title={t('about')}>
      <Facts
        items={[
          [t('record'), record],
          ...Object.entries(factLabels)
            .filter(([fact]) => !isNothing(facts[fact]))
            .map(([fact, name]) => [name, textOf(facts[fact])] as const),
          [t('until'), state === 'pending' && <DateText key="until" value={expiresAt} form="full" />],
          [t('ended'), endedAt && <DateText key="ended" value={endedAt} form="full" />],
        ]}
      />
    </Panel>
  )
}
