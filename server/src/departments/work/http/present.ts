import { localDateIn } from '../../../kernel/time.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { AllowedAction } from '../../../host/http/allowed-actions.ts'
import { recordKey, type ShownRecord } from '../../../host/records/record-directory.ts'
import type { InboxRow } from '../queries/inbox.ts'
import type { TodoParts, TodoRecord } from '../queries/get-todo.ts'
import { shortFacts } from './short-facts.ts'

type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string

interface Recipient {
  readonly kind: 'staff' | 'unit' | 'role' | 'may'
  readonly id: string
  readonly name: string
}

export interface ItemParts {
  readonly names: ReadonlyMap<string, Recipient>
  readonly records: ReadonlyMap<string, ShownRecord>
  readonly translate: Translate
  readonly locale: Locale
}

// i18n-dynamic: work.told.*
export function presentItem(row: InboxRow, { names, records, translate, locale }: ItemParts) {
  const { record_type: type, record_id: id } = row
  return {
    id: row.id,
    kind: row.kind,
    title: translate(row.title_key, shortFacts(row.title_params, locale)),
    path: row.path,
    record: type !== null && id !== null ? (records.get(recordKey({ type, id })) ?? null) : null,
    recipient: names.get(row.recipient) ?? { kind: 'may' as const, id: row.recipient, name: '' },
    at: row.at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    seen: row.seen,
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    todo:
      row.todo_state !== null && row.priority !== null
        ? { id: row.ref_id, state: row.todo_state, priority: row.priority }
        : null,
  }
}

export interface TodoSaying {
  readonly parts: TodoParts
  readonly record: ShownRecord | null
  readonly zone: string
  readonly nameIn: (names: TodoRecord['assigneeNames']) => string
  readonly timeIn: (at: Date, zone: string) => string
  readonly reasonIn: (reason: string | null) => string | null
  readonly allowedActions: readonly AllowedAction[]
}

export function presentTodo(
  todo: TodoRecord,
  { parts, record, zone, nameIn, timeIn, reasonIn, allowedActions }: TodoSaying,
) {
  const at = todo.assignee.indexOf(':')
  return {
    id: todo.id,
    title: todo.title,
    note: todo.note,
    state: todo.state,
    priority: todo.priority,
    assignee: {
      kind: todo.assignee.slice(0, at) as 'staff' | 'unit' | 'role',
      id: todo.assignee.slice(at + 1),
      name: nameIn(todo.assigneeNames),
    },
    takenBy: todo.takenBy === null ? null : { id: todo.takenBy, name: todo.takenName ?? '' },
    madeBy: todo.madeName,
    madeAt: todo.madeAt.toISOString(),
    endedAt: todo.endedAt?.toISOString() ?? null,
    dueAt: todo.dueAt?.toISOString() ?? null,
    dueOn: todo.dueAt && localDateIn(todo.dueAt, zone),
    dueTime: todo.dueAt && timeIn(todo.dueAt, zone),
    timeZone: zone,
    record,
    project: todo.projectId === null ? null : { id: todo.projectId, title: todo.projectTitle ?? '' },
    recurring: todo.recurrenceId !== null,
    checks: parts.checks.map(({ id, text, doneAt, doneName }) => ({
      id,
      text,
      doneAt: doneAt?.toISOString() ?? null,
      doneBy: doneName,
    })),
    steps: parts.steps.map(({ id, step, at: when, byName, reason }) => ({
      id,
      step,
      at: when.toISOString(),
      by: byName,
      reason: reasonIn(reason),
    })),
    handovers: parts.handovers.map((row) => ({
      id: row.id,
      from: nameIn(row.fromNames),
      fromPerson: row.fromStaffName,
      to: row.toName,
      note: row.note,
      checks: row.checks,
      at: row.at.toISOString(),
      verdict: row.verdict,
      verdictAt: row.verdictAt?.toISOString() ?? null,
      verdictBy: row.verdictName,
      reason: row.reason,
    })),
    allowedActions: [...allowedActions],
    version: todo.version,
  }
}
