import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Problem } from '../../client/problem.ts'
import { FormError } from '../../ui/form-error.tsx'
import { AssigneeSelect } from './assignee-select.tsx'
import type { Assignee, Todo } from './todo-queries.ts'
import styles from './todo.module.css'

interface Start extends Pick<Todo, 'title' | 'note' | 'assignee'> {
  readonly checklist?: readonly string[]
}

/** What is asked of whom, once or again and again: what forms of both begin and end with. */
export function useAsked(start: Start | undefined) {
  const [title, setTitle] = useState(start?.title ?? '')
  const [assignee, setAssignee] = useState(start && assigneeOf(start))
  const [note, setNote] = useState(start?.note ?? '')
  const [checklist, setChecklist] = useState(start?.checklist?.join('\n') ?? '')
  return { title, setTitle, assignee, setAssignee, note, setNote, checklist, setChecklist }
}

type Asked = ReturnType<typeof useAsked>

/** As it is sent; undefined while something is missing. */
export function askedOf({ title, assignee, note, checklist }: Asked) {
  if (title.trim() === '' || assignee === undefined) return undefined
  const lines = checklist.split('\n').flatMap((line) => line.trim() || [])
  return { title: title.trim(), note, assignee, checklist: lines }
}

/** What a refusal says of a field. */
export function saidOf(error: unknown, field: string): string | undefined {
  return error instanceof Problem && error.body.field === field ? error.body.title : undefined
}

interface PartProps {
  readonly asked: Asked
  readonly error: unknown
}

export function WhatAndWho({ asked, error }: PartProps) {
  const t = useTranslations('work.todos.fields')
  return (
    <>
      <TextInput
        label={t('title')}
        data-autofocus
        maxLength={200}
        value={asked.title}
        error={saidOf(error, 'title')}
        onChange={(change) => asked.setTitle(change.currentTarget.value)}
      />
      <AssigneeSelect
        label={t('assignee')}
        description={t('assigneeHint')}
        value={asked.assignee}
        error={saidOf(error, 'assignee')}
        onChange={asked.setAssignee}
      />
    </>
  )
}

/** A to-do that stands already has its checklist on its page. */
export function NoteAndChecklist({
  asked,
  checklist = true,
}: Pick<PartProps, 'asked'> & { readonly checklist?: boolean }) {
  const t = useTranslations('work.todos.fields')
  return (
    <>
      <Textarea
        label={t('note')}
        autosize
        minRows={2}
        maxLength={4000}
        value={asked.note}
        onChange={(change) => asked.setNote(change.currentTarget.value)}
      />
      {checklist && (
        <Textarea
          label={t('checklist')}
          description={t('checklistHint')}
          autosize
          minRows={2}
          value={asked.checklist}
          onChange={(change) => asked.setChecklist(change.currentTarget.value)}
        />
      )}
    </>
  )
}

interface SendProps {
  readonly submit: string
  readonly busy: boolean
  readonly ready: boolean
  readonly error: unknown
  readonly onBack: () => void
}

export function SendOrBack({ submit, busy, ready, error, onBack }: SendProps) {
  const t = useTranslations('ui.dialog')
  return (
    <>
      <FormError error={error} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button type="submit" loading={busy} disabled={!ready}>
          {submit}
        </Button>
      </div>
    </>
  )
}

const assigneeOf = ({ assignee: { kind, id, name } }: Start): Assignee | undefined =>
  kind === 'may' ? undefined : { kind, id, name }
