import { Progress } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { ProjectRow } from './project-queries.ts'
import styles from './project.module.css'

const WHOLE = 100

/** How far a project is: done of all, and what is late. */
export function ProjectProgress({ done, total, overdue }: Pick<ProjectRow, 'done' | 'total' | 'overdue'>) {
  const t = useTranslations('work.projects')
  const said = t('doneOf', { done, total })
  const share = total === 0 ? 0 : done / total
  return (
    <div className={styles.progress}>
      <Progress.Root size="md" className={styles.bar}>
        <Progress.Section value={share * WHOLE} aria-label={said} />
      </Progress.Root>
      <span className={styles.figures}>{said}</span>
      {overdue > 0 && <StateBadge tone="danger">{t('overdue', { count: overdue })}</StateBadge>}
    </div>
  )
}
