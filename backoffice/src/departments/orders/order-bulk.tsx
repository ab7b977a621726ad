import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { changeMany, isOver, kindOf, manyOutcome, manyTask, stopMany, type ManyAction } from './bulk-queries.ts'
import { orderTags } from './desk-queries.ts'
import styles from './desk.module.css'

interface OrderBulkProps {
  readonly target: BulkTarget
  readonly onDone: () => void
}

// i18n-dynamic: orders.many.*
const ACTIONS: readonly ManyAction[] = ['tag', 'untag', 'hold', 'release']

/** One change to many orders, as work that goes on by itself and tells of each order that refused. */
export function OrderBulk({ target, onDone }: OrderBulkProps) {
  const t = useTranslations('orders.many')
  const can = useCan()
  const [asking, setAsking] = useState<ManyAction>()
  return (
    <>
      {ACTIONS.map((action) => {
        const permission = kindOf(action) === 'tags' ? 'orders:write' : 'orders:hold'
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
  const [key] = useState(() => crypto.randomUUID())
  const [taskId, setTaskId] = useState<string>()
  const { data: tags } = useQuery({ ...orderTags, enabled: kindOf(action) === 'tags' })
  const choices = tags?.items ?? []
  const chosen = kindOf(action) === 'tags' ? value || (choices[0]?.id ?? '') : value.trim()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => changeMany({ target, action, value: chosen, key }),
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
      title={t(action)}
      confirm={t(taskId === undefined ? 'start' : 'done')}
      busy={isPending}
      ready={taskId !== undefined || chosen !== ''}
      error={error}
      onConfirm={() => (taskId === undefined ? mutate() : leave())}
      onClose={leave}
    >
      {taskId !== undefined ? (
        <Outcome taskId={taskId} action={action} />
      ) : (
        <>
          <p>{t('meaning', { count: 'ids' in target ? target.ids.length : 0 })}</p>
          {kindOf(action) === 'tags' ? (
            <NativeSelect
              label={t('whichTag')}
              data={choices.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen}
              onChange={(change) => setValue(change.currentTarget.value)}
            />
          ) : (
            <Textarea
              label={t('reason')}
              description={t('reasonMeaning')}
              maxLength={300}
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

function Outcome({ taskId, action }: { readonly taskId: string; readonly action: ManyAction }) {
  const t = useTranslations('orders.many')
  const { data: task } = useQuery(manyTask(taskId))
  const over = isOver(task?.state)
  const { data } = useQuery({ ...manyOutcome(kindOf(action), taskId, useLocale()), enabled: over, staleTime: 0 })
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
      {task?.state !== 'done' && <strong>{t('stopped')}</strong>}
      {data && <p>{t('figures', { changed: data.changed, unchanged: data.unchanged, refused: data.refused })}</p>}
      {data && data.refusals.length > 0 && (
        <section>
          <strong>{t('refusals')}</strong>
          <ul className={styles.examples}>
            {data.refusals.map(({ id, number, detail }) => (
              <li key={id}>
                <a href={`/office/orders/${id}`} target="_blank" rel="noreferrer">
                  {number}
                </a>
                <span>{detail}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
