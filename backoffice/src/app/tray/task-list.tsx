import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCircleCheck, IconDownload, IconProgress } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { isOpen } from './heard-task.ts'
import { stopTask, trayTasks, type TrayTask } from './tasks-query.ts'
import styles from './tray.module.css'

// i18n-dynamic: app.tray.states.*
const ICONS = {
  waiting: IconProgress,
  running: IconProgress,
  done: IconCircleCheck,
  failed: IconAlertTriangle,
  cancelled: IconBan,
}

export default function TaskList({ tasks }: { readonly tasks: readonly TrayTask[] }) {
  const t = useTranslations('app.tray')
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: stopTask,
    onSettled: () => client.invalidateQueries({ queryKey: trayTasks.queryKey }),
  })
  return (
    <>
      <h2 className={styles.title}>{t('title')}</h2>
      <FormError error={stop.error} />
      {tasks.length === 0 ? (
        <div className={styles.empty} tabIndex={-1} data-autofocus>
          <p>{t('empty')}</p>
          <p className="dimmed">{t('emptyMeaning')}</p>
        </div>
      ) : (
        <ul className={styles.list}>
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} onStop={() => stop.mutate(task.id)} />
          ))}
        </ul>
      )}
    </>
  )
}

function TaskItem({ task, onStop }: { readonly task: TrayTask; readonly onStop: () => void }) {
  const t = useTranslations('app.tray')
  const format = useFormatter()
  const { id, title, state, doneCount, totalCount, cancelAskedAt, finishedAt, hasResult, problem } = task
  const Icon = ICONS[state]
  const open = isOpen(task)
  const percent = totalCount ? Math.min(100, Math.floor((doneCount * 100) / totalCount)) : 0
  return (
    <li className={styles.task} data-state={state}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>
        <strong>{title}</strong>
        {open && (
          <Progress
            size="sm"
            value={totalCount === null ? 100 : percent}
            animated={totalCount === null && state === 'running'}
            aria-label={title}
          />
        )}
        <span className={styles.note}>
          {t(`states.${state}`)}
          {open && totalCount !== null && (
            <span className="tabular">
              {' · '}
              {t('progress', { done: format.number(doneCount), total: format.number(totalCount) })}
            </span>
          )}
          {finishedAt && (
            <>
              {' · '}
              <DateText value={finishedAt} />
            </>
          )}
        </span>
        {problem && (
          <span className={styles.problem}>
            {problem.title} {problem.remedy}
          </span>
        )}
        {hasResult && (
          <a className={styles.result} href={`/api/tasks/${id}/result`} download={`${title}.json`}>
            <IconDownload size={16} aria-hidden />
            {t('result')}
          </a>
        )}
      </div>
      {open && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={cancelAskedAt !== null}
          aria-label={t('stopNamed', { title })}
          onClick={onStop}
        >
          {cancelAskedAt === null ? t('stop') : t('stopping')}
        </Button>
      )}
    </li>
  )
}
