import { Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cancelTask, hasEnded, useTask } from '../../../app/tasks/task.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TaskProgress } from '../../../ui/task-progress.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportPictures } from './import-pictures.tsx'
import { ImportPlan } from './import-plan.tsx'
import { importDetail, isAtWork, runImport, tryImport, undoImport, type ProductImport } from './import-queries.ts'
import { ImportState } from './import-state.tsx'
import styles from './imports.module.css'
import { RefusedRows } from './refused-rows.tsx'

/** One import, from its columns over its trial to what came of it, and back. */
export default function ImportRecordScreen() {
  const t = useTranslations('catalog.import')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: record, error, refetch } = useQuery(importDetail(id))
  const back = { to: '/products/imports', label: t('list') }
  if (!record)
    return (
      <>
        <PageHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={400} radius="lg" />}
      </>
    )
  return (
    <>
      <PageHeader
        title={record.name}
        mark={<ImportState state={record.state} />}
        back={back}
        actions={<ImportActions record={record} />}
      />
      <div className={styles.stack}>
        {isAtWork(record) && !record.stalled && <AtWork record={record} />}
        {record.stalled && <output className={styles.problem}>{t('stalled')}</output>}
        {record.problem && (
          <output className={styles.problem}>
            <strong>{record.problem.title}</strong> {record.problem.remedy}
          </output>
        )}
        <ImportOutcome record={record} />
        <ImportPictures record={record} />
        {!isAtWork(record) && <RefusedRows record={record} />}
        {record.mayPlan && <ImportPlan key={`${record.format} ${record.mapped}`} record={record} />}
      </div>
    </>
  )
}

/** One's own task shows how far it is and can be stopped; of others' only the state is known. */
function AtWork({ record }: { readonly record: ProductImport }) {
  const client = useQueryClient()
  const task = useTask(record.taskId)
  const ended = task !== undefined && hasEnded(task)
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['catalog'] })
  }, [ended, client])
  const stop = useMutation({
    mutationFn: cancelTask,
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks', record.taskId] }),
  })
  if (!task || ended) return null
  return (
    <Panel>
      <TaskProgress
        title={task.title}
        done={task.doneCount}
        total={task.totalCount}
        stopping={task.cancelAskedAt !== null}
        onCancel={() => stop.mutate(task.id)}
      />
    </Panel>
  )
}

function ImportActions({ record }: { readonly record: ProductImport }) {
  const t = useTranslations('catalog.import')
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { id, state, report, refused, mayPlan, mayTry, mayRun, mayUndo } = record
  const stale = () => client.invalidateQueries({ queryKey: ['catalog', 'import', id] })
  const run = useMutation({ mutationFn: () => runImport(id), onSettled: stale })
  const attempt = useMutation({ mutationFn: () => tryImport(id), onSettled: stale })
  const undo = useMutation({
    mutationFn: () => undoImport(id),
    onSuccess: () => setAsking(false),
    onSettled: stale,
  })
  const count = (report?.created ?? 0) + (report?.changed ?? 0)
  return (
    <>
      <FormError error={run.error ?? attempt.error} />
      {mayUndo && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {state === 'undoing' ? t('undoOn') : t('undo')}
        </Button>
      )}
      {mayTry && !mayPlan && (
        <Button loading={attempt.isPending} onClick={() => attempt.mutate()}>
          {t('attemptAgain')}
        </Button>
      )}
      {mayPlan && !mayRun && (
        <ActionButton
          variant="default"
          leftSection={<IconUpload size={18} aria-hidden />}
          refusal={t('tryFirst')}
          onClick={() => {}}
        >
          {t('submit')}
        </ActionButton>
      )}
      {mayRun && (
        <Button
          leftSection={<IconUpload size={18} aria-hidden />}
          disabled={state === 'tried' && count === 0}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {state === 'stopped' || state === 'running'
            ? t('goOn')
            : refused > 0
              ? t('submitRest', { count })
              : t('submit')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('undoTitle')}
        confirm={t('undo')}
        danger
        busy={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('undoMeaning', { created: record.created, changed: record.changed })}</p>
      </ConfirmDialog>
    </>
  )
}
