import { Button, Skeleton } from '@mantine/core'
import { IconFlag, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useDayText } from './project-day-text.ts'
import { ProjectProgress } from './project-progress.tsx'
import { projectList } from './project-queries.ts'
import styles from './project.module.css'

/** What is under way around a day: launches, campaigns, closings. */
export default function ProjectsScreen() {
  const t = useTranslations('work.projects')
  const templates = useTranslations('work.templates')
  const mayWrite = useCan()('work:write')
  const dayText = useDayText()
  const { data, error, refetch } = useQuery(projectList)
  const add = mayWrite && (
    <Button component={Link} to="/projects/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        actions={
          <>
            <Button
              component={Link}
              to="/work/templates"
              variant="default"
              leftSection={<IconTemplate size={16} aria-hidden />}
            >
              {templates('title')}
            </Button>
            {data && data.items.length > 0 && add}
          </>
        }
      />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={240} radius="lg" />
      ) : data.items.length === 0 ? (
        <EmptyState icon={IconFlag} title={t('none')} action={add}>
          {t('noneRemedy')}
        </EmptyState>
      ) : (
        <Panel flush>
          <ul className={styles.list}>
            {data.items.map(({ id, title, templateName, keyOn, progress }) => (
              <li key={id} className={styles.row}>
                <div className={styles.words}>
                  <Link to={`/projects/${id}`} className={styles.name}>
                    {title}
                  </Link>
                  <span className={styles.note}>{t('about', { template: templateName, day: dayText(keyOn) })}</span>
                </div>
                <ProjectProgress {...progress} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
