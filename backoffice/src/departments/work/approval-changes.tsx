import { Skeleton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { Changes } from '../../ui/changes.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './approval.module.css'
import { approvalPreview, type Approval, type Preview } from './approval-queries.ts'
import { useChangeWords } from './use-change-words.ts'

/** While it waits, what would change now; afterwards, what was to change. */
export function ApprovalChanges({ approval }: { readonly approval: Approval }) {
  const t = useTranslations('work.approvals')
  const isPending = approval.state === 'pending'
  const locale = useLocale()
  const { data, error, refetch } = useQuery({ ...approvalPreview(approval.id, locale), enabled: isPending })
  return (
    <Panel title={t(isPending ? 'wouldChange' : 'wasToChange')}>
      {!isPending ? (
        <ChangeList changes={approval.changes} />
      ) : data ? (
        <Now preview={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={96} />
      )}
    </Panel>
  )
}

function Now({ preview: { changed, changes, problem, known } }: { readonly preview: Preview }) {
  const t = useTranslations('work.approvals')
  return (
    <>
      {(changed || problem) && (
        <output className={styles.warning}>
          <IconAlertTriangle size={20} aria-hidden />
          <div>
            <strong>{t(problem ? 'impossible' : 'changedSince')}</strong>
            <p>{problem ? `${problem.title} ${problem.remedy}` : t('changedSinceMeaning')}</p>
          </div>
        </output>
      )}
      {!known && <p className={styles.note}>{t('unknown')}</p>}
      <ChangeList changes={changes} />
    </>
  )
}

function ChangeList({ changes }: { readonly changes: Preview['changes'] }) {
  const t = useTranslations('work.approvals')
  const wordsOf = useChangeWords()
  if (changes.length === 0) return <p className={styles.note}>{t('noChanges')}</p>
  return <Changes changes={changes.map(wordsOf)} />
}
