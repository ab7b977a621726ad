import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { TalkAbout } from './talk-queries.ts'
import { todosAbout } from './todo-queries.ts'
import { TodoStateBadge } from './todo-state.tsx'
import styles from './record-todos.module.css'

interface RecordTodosProps {
  readonly record: TalkAbout
  readonly title: string | undefined
}

/** What is asked of whom about a record, the newest first; and a way to ask for more. */
export function RecordTodos({ record: { type, id }, title }: RecordTodosProps) {
  const t = useTranslations('work.todos')
  const can = useCan()
  const maySee = can('work:read')
  const { data, error, refetch } = useQuery({ ...todosAbout({ type, id }), enabled: maySee })
  if (!maySee) return null
  return (
    <Panel
      title={t('title')}
      aside={
        can('work:write') && (
          <Button
            component={Link}
            to="/todos/new"
            search={{ type, id, title } as never}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('new')}
          </Button>
        )
      }
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={48} />}
      {data?.length === 0 && <p className="dimmed">{t('noneAbout')}</p>}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((todo) => (
            <li key={todo.id}>
              <span className={styles.words}>
                <Link to={`/todos/${todo.id}`}>{todo.title}</Link>
                <span className={styles.note}>
                  {todo.takenBy ?? todo.assigneeName}
                  {todo.dueAt && (
                    <>
                      {' · '}
                      <DateText value={todo.dueAt} />
                    </>
                  )}
                </span>
              </span>
              <TodoStateBadge state={todo.state} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
