import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormError } from '../../ui/form-error.tsx'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { isOver, manyTask, printedFile, printOrders, stopMany, type PrintedPaper } from './bulk-queries.ts'
import styles from './desk.module.css'

interface PrintDialogProps {
  readonly target: BulkTarget
  readonly onClose: () => void
}

// i18n-dynamic: orders.many.papers.*
const PAPERS: readonly PrintedPaper[] = ['sheet', 'slips']

/** Papers of the chosen orders as one file: which, then how far it is, then the file. */
export function PrintDialog({ target, onClose }: PrintDialogProps) {
  const t = useTranslations('orders.many')
  const can = useCan()
  const [papers, setPapers] = useState<readonly PrintedPaper[]>(can('fulfilment:read') ? PAPERS : ['sheet'])
  const keyOf = useKeyOf()
  const [taskId, setTaskId] = useState<string>()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => printOrders(target, papers, keyOf(papers)),
    onSuccess: (begun) => setTaskId(begun.taskId),
  })
  const toggle = (paper: PrintedPaper, isWanted: boolean) =>
    setPapers(PAPERS.filter((one) => (one === paper ? isWanted : papers.includes(one))))
  return (
    <ConfirmDialog
      opened
      title={t('printTitle')}
      confirm={t(taskId === undefined ? 'print' : 'done')}
      over={taskId !== undefined}
      busy={isPending}
      ready={taskId !== undefined || papers.length > 0}
      error={error}
      onConfirm={() => (taskId === undefined ? mutate() : onClose())}
      onClose={onClose}
    >
      {taskId !== undefined ? (
        <Printed taskId={taskId} />
      ) : (
        <>
          <p>{t('printMeaning', { count: 'ids' in target ? target.ids.length : 0 })}</p>
          {PAPERS.map((paper) => (
            <Checkbox
              key={paper}
              label={t(`papers.${paper}`)}
              description={t(`papers.${paper}Meaning`)}
              checked={papers.includes(paper)}
              disabled={paper === 'slips' && !can('fulfilment:read')}
              onChange={(change) => toggle(paper, change.currentTarget.checked)}
            />
          ))}
        </>
      )}
    </ConfirmDialog>
  )
}

function Printed({ taskId }: { readonly taskId: string }) {
  const t = useTranslations('orders.many')
  const { data: task } = useQuery(manyTask(taskId))
  if (!isOver(task?.state)) {
    return (
      <TaskProgress
        title={task?.title ?? t('running')}
        done={task?.doneCount ?? 0}
        total={task?.totalCount ?? null}
        stopping={(task?.cancelAskedAt ?? null) !== null}
        onCancel={() => void stopMany(taskId)}
      />
    )
  }
  if (task?.state !== 'done') {
    return (
      <div className={styles.stack} aria-live="polite">
        <strong>{t('stopped')}</strong>
        <FormError error={task?.problem} />
      </div>
    )
  }
  return (
    <div className={styles.stack} aria-live="polite">
      <p>{t('printed')}</p>
      <Button component="a" href={printedFile(taskId)} download="orders.pdf" variant="light">
        {t('openFile')}
      </Button>
    </div>
  )
}
