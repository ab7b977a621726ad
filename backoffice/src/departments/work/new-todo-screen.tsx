import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { makeTodo } from './todo-queries.ts'
import { TodoForm, type TodoDraft } from './todo-form.tsx'
import styles from './todo.module.css'

interface About {
  readonly type?: string
  readonly id?: string
  readonly title?: string
}

/** Asks somebody to do something; from a record's page it is about that record. */
export default function NewTodoScreen() {
  const t = useTranslations('work.todos')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { type, id, title } = useSearch({ strict: false }) as About
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ assignee, ...draft }: TodoDraft) =>
      makeTodo(
        {
          ...draft,
          assignee: { kind: assignee.kind, id: assignee.id },
          ...(type && id ? { record: { type, id: String(id) } } : {}),
        },
        key,
      ),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['work'] })
      sayDone(t('made'))
      await navigate({ to: `/todos/${made.id}` })
    },
  })
  return (
    <>
      <PageHeader title={t('new')} back={{ to: '/todos', label: t('title') }} />
      <div className={styles.narrow}>
        <Panel>
          <TodoForm
            about={title ? <p className="dimmed">{t('about', { title })}</p> : undefined}
            submit={t('make')}
            busy={isPending}
            error={error}
            onSubmit={(draft) => mutate(draft)}
            onBack={() => void navigate({ to: '/todos' })}
          />
        </Panel>
      </div>
    </>
  )
}
