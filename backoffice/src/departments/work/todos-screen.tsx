import { Button } from '@mantine/core'
import { IconChecklist, IconPlus, IconRepeat } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import type { TodoRow } from './todo-queries.ts'
import { PriorityBadge, TodoStateBadge } from './todo-state.tsx'

const SHOWN = ['title', 'assignee', 'takenBy', 'dueAt', 'priority', 'state']

/** What is to be done here, whoever is asked. */
export default function TodosScreen() {
  const t = useTranslations('work.todos')
  const recurring = useTranslations('work.recurring')
  const mayMake = useCan()('work:write')
  const looks = useMemo<Looks<TodoRow>>(
    () => ({
      title: { cell: ({ title, checks }) => <Cell title={title} note={<Checks {...checks} />} /> },
      assignee: { width: '184px', place: 'line', cell: ({ assigneeName }) => assigneeName },
      takenBy: { width: '160px', place: 'hidden' },
      dueAt: { width: '168px', place: 'line', cell: ({ dueAt }) => dueAt && <DateText value={dueAt} /> },
      madeAt: { width: '168px', cell: ({ madeAt }) => <DateText value={madeAt} /> },
      priority: { width: '120px', place: 'hidden', cell: ({ priority }) => <PriorityBadge priority={priority} /> },
      state: { width: '144px', place: 'lead-end', cell: ({ state }) => <TodoStateBadge state={state} /> },
    }),
    [],
  )
  const action = mayMake && (
    <Button component={Link} to="/todos/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <ListScreen
      department="work"
      path="/api/todos"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      actions={
        <>
          <Button
            component={Link}
            to="/work/recurring"
            variant="default"
            leftSection={<IconRepeat size={16} aria-hidden />}
          >
            {recurring('title')}
          </Button>
          {action}
        </>
      }
      empty={
        <EmptyState icon={IconChecklist} title={t('empty')} action={action}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconChecklist} title={t('noneFound')} />}
    />
  )
}

function Checks({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useTranslations('work.todos')
  return total > 0 ? t('checksDone', { done, total }) : null
}

const idOf = ({ id }: TodoRow) => id
const titleOf = ({ title }: TodoRow) => title
const linkOf = ({ id }: TodoRow) => `/todos/${id}`
