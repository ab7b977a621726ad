import type { Values } from '../../ui/form/field.ts'
import type { Assignee, Todo } from './todo-queries.ts'

interface Start extends Pick<Todo, 'title' | 'note' | 'assignee'> {
  readonly checklist?: readonly string[]
}

/** As the fields hold it: whoever is asked is one thing, a checklist is lines. */
export function askedValues(start: Start | undefined): Values {
  return {
    title: start?.title ?? '',
    assignee: assigneeValue(start?.assignee),
    note: start?.note ?? '',
    checklist: start?.checklist?.join('\n') ?? '',
  }
}

/** As it is sent. */
export function askedOf(values: Values) {
  const assignee = assigneeIn(values['assignee'])
  if (!assignee) throw new Error('a form without whom it asks is not sent')
  return {
    title: String(values['title'] ?? '').trim(),
    note: String(values['note'] ?? ''),
    assignee: { kind: assignee.kind, id: assignee.id },
    checklist: String(values['checklist'] ?? '')
      .split('\n')
      .flatMap((line) => line.trim() || []),
  }
}

export function assigneeIn(value: unknown): Assignee | undefined {
  return Array.isArray(value) ? (value[0] as Assignee | undefined) : undefined
}

export const assigneeValue = (chosen: Start['assignee'] | undefined) =>
  chosen && chosen.kind !== 'may' ? [{ kind: chosen.kind, id: chosen.id, name: chosen.name }] : []
