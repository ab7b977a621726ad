import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { changeMany, isOver, kindOf, manyOutcome, manyTask, stopMany, UNDOES, type ManyAction } from './bulk-queries.ts'
import { orderTags } from './desk-queries.ts'
import styles from './desk.module.css'
import { PrintDialog } from './print-dialog.tsx'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'

interface OrderBulkProps {
  readonly target: BulkTarget
  readonly onDone: () => void
}

// i18n-dynamic: orders.many.*
const ACTIONS: readonly ManyAction[] = ['tag', 'untag', 'note', 'hold', 'release', 'cancel']
const PERMISSIONS = {
  tags: 'orders:write',
  notes: 'orders:write',
  holds: 'orders:hold',
  cancellations: 'orders:cancel',
} as const

/** One change to many orders, as work that goes on by itself and tells of each order that refused. */
export function OrderBulk({ target, onDone }: OrderBulkProps) {
  const t = useTranslations('orders.many')
  const can = useCan()
  const [asking, setAsking] = useState<ManyAction>()
  const [isPrinting, setPrinting] = useState(false)
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setPrinting(true)}>
        {t('print')}
      </Button>
      {ACTIONS.map((action) => {
        const permission = PERMISSIONS[kindOf(action)]
        return (
          <ActionButton
            key={action}
            variant="default"
            size="compact-sm"
            refusal={can(permission) ? undefined : t('needsPermission', { permission })}
            onClick={() => setAsking(action)}
          >
            {t(action)}
          </ActionButton>
        )
      })}
      {isPrinting && <PrintDialog target={target} onClose={() => setPrinting(false)} />}
      {asking && (
        <ManyDialog
          target={target}
          action={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            onDone()
          }}
        />
      )}
    </>
  )
}

interface ManyDialogProps extends OrderBulkProps {
  readonly action: ManyAction
  readonly onClose: () => void
}

function ManyDialog({ target, action, onClose, onDone }: ManyDialogProps) {
  const t = useTranslations('orders.many')
  const client = useQueryClient()
  const [value, setValue] = useState('')
  const keyOf = useKeyOf()
  const [taskId, setTaskId] = useState<string>()
  const { data: tags } = useQuery({ ...orderTags, enabled: kindOf(action) === 'tags' })
  const choices = tags?.items ?? []
  const chosen = kindOf(action) === 'tags' ? value || (choices[0]?.id ?? '') : value.trim()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => changeMany({ target, action, value: chosen, key: keyOf(chosen) }),
    onSuccess: (begun) => setTaskId(begun.taskId),
  })
  const leave = () => {
    void client.invalidateQueries({ queryKey: ['orders'] })
    if (taskId === undefined) onClose()
    else onDone()
  }
  return (
    <ConfirmDialog
      opened
      danger={action === 'cancel' && taskId === undefined}
      over={taskId !== undefined}
      title={t(action === 'cancel' ? 'cancelTitle' : action)}
      confirm={t(taskId !== undefined ? 'done' : action === 'cancel' ? 'cancel' : 'start')}
      busy={isPending}
      ready={taskId !== undefined || chosen !== ''}
      error={error}
      onConfirm={() => (taskId === undefined ? mutate() : leave())}
      onClose={leave}
    >
      {taskId !== undefined ? (
        <Outcome taskId={taskId} action={action} value={chosen} />
      ) : (
        <>
          {action === 'cancel' && <BlackoutNotice act="orders.cancel" />}
          <p>{t('meaning', { count: 'ids' in target ? target.ids.length : 0 })}</p>
          {action === 'cancel' && <p>{t('cancelMeaning')}</p>}
          {kindOf(action) === 'tags' ? (
            <NativeSelect
              label={t('whichTag')}
              data={choices.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen}
              onChange={(change) => setValue(change.currentTarget.value)}
            />
          ) : (
            <Textarea
              label={t(action === 'note' ? 'noteText' : 'reason')}
              description={t(
                action === 'note' ? 'noteMeaning' : action === 'cancel' ? 'cancelReason' : 'reasonMeaning',
              )}
              maxLength={action === 'note' ? 4_000 : 300}
              autosize
              minRows={2}
              data-autofocus
              value={value}
              onChange={(change) => setValue(change.currentTarget.value)}
            />
          )}
        </>
      )}
    </ConfirmDialog>
  )
}

interface OutcomeProps {
  readonly taskId: string
  readonly action: ManyAction
  readonly value: string
  /** What is done here, where the dialog's title says something else. */
  readonly heading?: string
}

/** How far it is and what came of it; where it can be taken back, the same of taking it back. */
function Outcome({ taskId, action, value, heading }: OutcomeProps) {
  const t = useTranslations('orders.many')
  const [undoing, setUndoing] = useState<string>()
  const keyOf = useKeyOf()
  const { data: task } = useQuery(manyTask(taskId))
  const over = isOver(task?.state)
  const { data } = useQuery({ ...manyOutcome(kindOf(action), taskId, useLocale()), enabled: over, staleTime: 0 })
  const inverse = UNDOES[action]
  const undo = useMutation({
    mutationFn: (back: ManyAction) =>
      changeMany({ target: { changedBy: taskId }, action: back, value, key: keyOf(`${back} ${taskId}`) }),
    onSuccess: (begun) => setUndoing(begun.taskId),
  })
  if (undoing !== undefined && inverse) {
    return <Outcome taskId={undoing} action={inverse} value={value} heading={t(inverse)} />
  }
  if (!over) {
    return (
      <>
        <TaskProgress
          title={task?.title ?? t('running')}
          done={task?.doneCount ?? 0}
          total={task?.totalCount ?? null}
          stopping={(task?.cancelAskedAt ?? null) !== null}
          onCancel={() => void stopMany(taskId)}
        />
        <p className={styles.note}>{t('began')}</p>
      </>
    )
  }
  return (
    <div className={styles.stack} aria-live="polite">
      {heading !== undefined && <strong>{heading}</strong>}
      {task?.state !== 'done' && <strong>{t('stopped')}</strong>}
      {data && <p>{t('figures', { changed: data.changed, unchanged: data.unchanged, refused: data.refused })}</p>}
      {data && data.refusals.length > 0 && <Refusals refusals={data.refusals} />}
      {data && data.changed > 0 && inverse && (
        <div>
          <Button variant="default" size="compact-sm" loading={undo.isPending} onClick={() => undo.mutate(inverse)}>
            {t('undo')}
          </Button>
        </div>
      )}
      <FormError error={undo.error} />
    </div>
  )
}

interface Refused {
  readonly id: string
  readonly number: string
  readonly detail: string
}

function Refusals({ refusals }: { readonly refusals: readonly Refused[] }) {
  const t = useTranslations('orders.many')
  return (
    <section>
      <strong>{t('refusals')}</strong>
      <ul className={styles.examples}>
        {refusals.map(({ id, number, detail }) => (
          <li key={id}>
            <a href={`/office/orders/${id}`} target="_blank" rel="noreferrer">
              {number}
            </a>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
