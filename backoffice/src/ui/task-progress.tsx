import { Button, Progress } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import styles from './task-progress.module.css'

interface TaskProgressProps {
  readonly title: string
  readonly done: number
  readonly total: number | null
  readonly stopping: boolean
  readonly onCancel: () => void
}

/** How far long work is; it goes on when one leaves the screen. */
export function TaskProgress({ title, done, total, stopping, onCancel }: TaskProgressProps) {
  const t = useTranslations('ui.task')
  const format = useFormatter()
  const percent = total ? Math.min(100, Math.floor((done * 100) / total)) : 0
  return (
    <output className={styles.task}>
      <div className={styles.head}>
        <strong>{title}</strong>
        <span className="dimmed tabular">
          {total === null ? t('begun') : t('of', { done: format.number(done), total: format.number(total) })}
        </span>
      </div>
      <Progress
        value={total === null ? 100 : percent}
        striped={total === null}
        animated={total === null}
        aria-label={title}
      />
      <Button variant="default" size="compact-sm" disabled={stopping} onClick={onCancel}>
        {stopping ? t('stopping') : t('cancel')}
      </Button>
    </output>
  )
}
