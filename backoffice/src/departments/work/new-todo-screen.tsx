import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { makeTodo } from './todo-queries.ts'
import { TodoForm } from './todo-form.tsx'
import { wishOf } from './todo-values.ts'
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
  const made = useRef('')
  return (
    <>
      <PageHeader title={t('new')} back={{ to: '/todos', label: t('title') }} />
      <div className={styles.narrow}>
        <Panel>
          <TodoForm
            about={title ? <p className="dimmed">{t('about', { title })}</p> : undefined}
            submit={t('make')}
            save={async ({ values }) => {
              const about = type && id ? { record: { type, id: String(id) } } : {}
              made.current = (await makeTodo({ ...wishOf(values), ...about }, key)).id
            }}
            onSaved={() => {
              void client.invalidateQueries({ queryKey: ['work'] })
              sayDone(t('made'))
              void navigate({ to: `/todos/${made.current}` })
            }}
            onBack={() => void navigate({ to: '/todos' })}
          />
        </Panel>
      </div>
    </>
  )
}
