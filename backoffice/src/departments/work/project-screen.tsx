import { Modal, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useDayText } from './project-day-text.ts'
import { ProjectProgress } from './project-progress.tsx'
import { changeProject, projectDetail, type Project } from './project-queries.ts'
import { TodoStateBadge } from './todo-state.tsx'
import { RecordWork } from './record-work.tsx'
import styles from './project.module.css'

/** One project: how far it is, what is to be done, its key date. */
export default function ProjectScreen() {
  const t = useTranslations('work.projects')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const mayWrite = useCan()('work:write')
  const dayText = useDayText()
  const { data: project, error, refetch } = useQuery(projectDetail(id, useLocale()))
  const [isMoving, setMoving] = useState(false)
  useRecentRecord('project', `/projects/${id}`, project?.title)
  const back = { to: '/projects', label: t('title') }
  if (!project) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} radius="lg" />}
      </>
    )
  }
  const record = { department: 'work', type: 'project' as const, id }
  return (
    <>
      <RecordHeader
        title={project.title}
        subtitle={t('about', { template: project.templateName, day: dayText(project.keyOn) })}
        back={back}
        record={record}
        actions={mayWrite ? [{ key: 'move', label: t('move'), onClick: () => setMoving(true) }] : []}
      />
      <RecordColumns
        main={<Todos project={project} />}
        side={
          <>
            <Panel title={t('facts')}>
              <Facts
                items={[
                  [t('keyOn'), dayText(project.keyOn)],
                  [t('template'), project.templateName],
                ]}
              />
            </Panel>
            <RecordWork record={record} title={project.title} write="work:write" />
          </>
        }
      />
      {isMoving && <MoveDialog project={project} onClose={() => setMoving(false)} />}
    </>
  )
}

function Todos({ project: { todos, progress } }: { readonly project: Project }) {
  const t = useTranslations('work.projects')
  return (
    <Panel title={t('todos')} flush>
      <div className={styles.whole}>
        <ProjectProgress {...progress} />
      </div>
      <ul className={styles.list}>
        {todos.map(({ id, title, state, dueAt, assigneeName, takenBy }) => (
          <li key={id} className={styles.row}>
            <div className={styles.words}>
              <Link to={`/todos/${id}`} className={styles.name}>
                {title}
              </Link>
              <span className={styles.note}>
                {takenBy ?? assigneeName}
                {dueAt && (
                  <>
                    {' · '}
                    <DateText value={dueAt} />
                  </>
                )}
              </span>
            </div>
            <TodoStateBadge state={state} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function MoveDialog({ project, onClose }: { readonly project: Project; readonly onClose: () => void }) {
  const t = useTranslations('work.projects')
  const words = useTranslations('ui.dialog')
  const locale = useLocale()
  const client = useQueryClient()
  const { id } = project
  const fields: Field[] = [
    { kind: 'text', name: 'title', label: t('name'), maxLength: 200 },
    { kind: 'date', name: 'keyOn', label: t('keyOn'), hint: t('moveMeaning') },
  ]
  return (
    <Modal opened onClose={onClose} title={t('move')} closeButtonProps={{ 'aria-label': words('close') }} radius="lg">
      <RecordForm
        fields={fields}
        initial={project}
        version={project.version}
        save={({ values, version = project.version }) =>
          changeProject({ id, version }, { title: String(values['title']).trim(), keyOn: String(values['keyOn']) })
        }
        reread={async () => {
          const changedBy = lastChanges(client, { department: 'work', type: 'project', id }, locale)
          const latest = await client.fetchQuery({ ...projectDetail(id, locale), staleTime: 0 })
          return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
        }}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['work'] })
          sayDone(t('moved'))
          onClose()
        }}
        submit={t('save')}
        onCancel={onClose}
      />
    </Modal>
  )
}
