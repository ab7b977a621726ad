import { Button, Loader } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { cancelTask, hasEnded, useTask, type Task } from '../../app/tasks/task.ts'
import { isProblem, Problem } from '../../client/problem.ts'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { FilePicker, type ChosenFile } from './file-picker.tsx'
import { ImportSummary } from './import-summary.tsx'
import styles from './import-screen.module.css'
import { startImport, tryImport, type ImportReport } from './queries.ts'
import { RowErrors } from './row-errors.tsx'

/** First a trial that writes nothing, then the import of exactly the same file, as a task that is watched here. */
export default function ImportScreen() {
  const t = useTranslations('catalog.import')
  const [file, setFile] = useState<ChosenFile>()
  const trial = useMutation({ mutationFn: tryImport })
  const real = useMutation({ mutationFn: startImport })
  const { task, cancel } = useImportTask(real.data?.taskId)
  const choose = (chosen: ChosenFile) => {
    setFile(chosen)
    real.reset()
    trial.mutate(chosen)
  }
  const ended = task && hasEnded(task)
  const report = ended ? (task.result as ImportReport | null) : real.data ? undefined : trial.data?.report
  const error = real.error ?? problemOf(task?.problem) ?? trial.error
  const rowsRefused = isProblem(error, 'import-products.rows_refused')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} back={{ to: '/products', label: t('back') }} />
      <div className={styles.stack}>
        <Panel>
          <FilePicker name={file?.name} onChoose={choose} />
        </Panel>
        {trial.isPending && (
          <output className={styles.busy}>
            <Loader size="sm" />
            {t('reading')}
          </output>
        )}
        {task && !ended && (
          <Panel>
            <TaskProgress
              title={task.title}
              done={task.doneCount}
              total={task.totalCount}
              stopping={task.cancelAskedAt !== null}
              onCancel={cancel}
            />
          </Panel>
        )}
        {task?.state === 'cancelled' && <p>{t('cancelled')}</p>}
        {error && !rowsRefused && <FormError error={error} />}
        {rowsRefused && <RowErrors problem={error} />}
        {report && !error && !trial.isPending && (
          <Panel
            title={t(report.dryRun ? 'trialTitle' : 'resultTitle')}
            flush
            aside={
              report.dryRun && (
                <Button
                  leftSection={<IconUpload size={18} aria-hidden />}
                  disabled={report.created + report.changed === 0}
                  loading={real.isPending}
                  onClick={() => file && real.mutate(file)}
                >
                  {t('submit')}
                </Button>
              )
            }
          >
            <ImportSummary report={report} />
            <DifferenceTable report={report} />
          </Panel>
        )}
      </div>
    </>
  )
}

function useImportTask(id: string | null | undefined) {
  const client = useQueryClient()
  const task = useTask(id)
  const isDone = task?.state === 'done'
  useEffect(() => {
    if (isDone) void client.invalidateQueries({ queryKey: ['catalog'] })
  }, [isDone, client])
  const { mutate } = useMutation({
    mutationFn: cancelTask,
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks', id] }),
  })
  return { task, cancel: () => id && mutate(id) }
}

/** A task keeps its refusal without the frame of an answer. */
function problemOf(kept: Task['problem'] | undefined): Problem | undefined {
  return kept ? new Problem({ status: 422, detail: kept.title, requestId: '', ...kept }) : undefined
}
