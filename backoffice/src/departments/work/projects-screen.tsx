import { Button } from '@mantine/core'
import { IconFlag, IconPlus, IconTemplate } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import type { Column } from '../../ui/column.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { DeskLink } from './desk-link.tsx'
import { ProjectProgress } from './project-progress.tsx'
import type { ProjectRow } from './project-queries.ts'

const SHOWN = ['title', 'keyOn', 'done']

/** What is under way around a day: launches, campaigns, closings. */
export default function ProjectsScreen() {
  const t = useTranslations('work.projects')
  const templates = useTranslations('work.templates')
  const mayWrite = useCan()('work:write')
  const looks = useMemo<Looks<ProjectRow>>(
    () => ({
      title: { cell: ({ title, templateName }) => <Cell title={<b>{title}</b>} note={templateName} /> },
      keyOn: { width: '144px', place: 'figure' },
      done: {
        width: '40%',
        place: 'line',
        cell: ({ done, total, overdue }) => <ProjectProgress done={done} total={total} overdue={overdue} />,
      },
    }),
    [],
  )
  const add = mayWrite && (
    <Button component={Link} to="/projects/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <ListScreen
      department="work"
      path="/api/projects"
      title={t('title')}
      subtitle={t('meaning')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      lastColumn={DESK}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
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
          {add}
        </>
      }
      empty={
        <EmptyState icon={IconFlag} title={t('none')} action={add}>
          {t('noneRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconFlag} title={t('noneFound')} />}
    />
  )
}

const DESK: Column<ProjectRow> = {
  id: 'desk',
  width: '64px',
  header: '',
  align: 'end',
  place: 'detail',
  cell: ({ id, title }) => <DeskLink record={{ type: 'project', id }} name={title} />,
}

const idOf = ({ id }: ProjectRow) => id
const titleOf = ({ title }: ProjectRow) => title
const linkOf = ({ id }: ProjectRow) => `/projects/${id}`
