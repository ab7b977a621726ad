import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { addCheck, removeCheck, tickCheck, todoDetail, type Todo } from './todo-queries.ts'
import styles from './todo.module.css'

/** What has to be done before it is done, or goes to the next department. */
export function TodoChecklist({ todo }: { readonly todo: Todo }) {
  const t = useTranslations('work.todos')
  const locale = useLocale()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const isOver = todo.state === 'done' || todo.state === 'dropped'
  const { mutate, error, isPending } = useMutation({
    mutationFn: (deed: () => Promise<Todo>) => deed(),
    onSuccess: (changed) => client.setQueryData(todoDetail(todo.id, locale).queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey: ['work', 'todo', todo.id] }),
  })
  const done = todo.checks.filter(({ doneAt }) => doneAt !== null).length
  return (
    <Panel
      title={t('checklist')}
      aside={
        todo.checks.length > 0 && <span className="dimmed">{t('checksDone', { done, total: todo.checks.length })}</span>
      }
    >
      {todo.checks.length === 0 && <p className="dimmed">{t('noChecks')}</p>}
      <ul className={styles.checks}>
        {todo.checks.map((check) => (
          <li key={check.id}>
            <Checkbox
              checked={check.doneAt !== null}
              disabled={isOver || isPending}
              label={check.text}
              description={check.doneBy ? t('checkedBy', { name: check.doneBy }) : undefined}
              onChange={(change) => {
                const { checked } = change.currentTarget
                mutate(() => tickCheck(todo.id, check.id, checked))
              }}
            />
            {!isOver && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                aria-label={t('removeCheck', { text: check.text })}
                onClick={() => mutate(() => removeCheck(todo.id, check.id))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!isOver && (
        <form
          className={styles.addCheck}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '') return
            mutate(() => addCheck(todo.id, text.trim()))
            setText('')
          }}
        >
          <TextInput
            aria-label={t('addCheck')}
            placeholder={t('addCheck')}
            maxLength={200}
            value={text}
            onChange={(change) => setText(change.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            {t('add')}
          </Button>
        </form>
      )}
      <FormError error={error} />
    </Panel>
  )
}
