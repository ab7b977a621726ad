import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { recipientText, type Assignee } from '../domain/recipient.ts'
import { refusals } from '../domain/refusals.ts'
import type { Priority } from '../domain/todo.ts'
import type { Reference } from '../domain/told.ts'
import { insertStep, lockTodo, setState, updateTodo, type LockedTodo, type TodoFields } from '../store/todos.ts'
import { dueAtOf, type Due, type Sees } from './make-todo.ts'
import { emitChanged, retellTodo, tellTodo } from './tell-todo.ts'
import { nameAssignee } from './whose.ts'

export interface TodoEdit extends Due {
  readonly title?: string | undefined
  readonly note?: string | undefined
  readonly record?: Reference | null | undefined
  readonly assignee?: Assignee | undefined
  readonly priority?: Priority | undefined
}

/** What is left out stays; given to somebody else, it is open for them, whoever had taken it. */
export async function changeTodo(
  ctx: Context,
  { id, version, edit, sees }: { id: string; version: number | undefined; edit: TodoEdit; sees: Sees },
): Promise<Result<void>> {
  const todo = await lockTodo(ctx.tx, id)
  if (!todo) return refusals.todo_not_found()
  const expected = expectVersion(todo.version, version)
  if (!expected.ok) return expected
  if (todo.state === 'done' || todo.state === 'dropped') return refusals.todo_ended()
  if (todo.handedTo !== null && edit.assignee) return refusals.awaits_acceptance()
  const fields = await fieldsOf(ctx, todo, edit, sees)
  if (!fields.ok) return fields
  const changes = changedFields(spoken(todo), spoken(fields.value))
  if (changes.length === 0) return ok()
  await save(ctx, todo, fields.value)
  ctx.audit({ action: 'work:change', objectType: 'todo', objectId: id, version: todo.version + 1, changes })
  emitChanged(ctx, id)
  return ok()
}

async function fieldsOf(ctx: Context, todo: LockedTodo, edit: TodoEdit, sees: Sees): Promise<Result<TodoFields>> {
  const title = (edit.title ?? todo.title).trim()
  if (title === '') return refusals.title_missing({ field: 'title' })
  const due = edit.dueOn === undefined && edit.dueTime === undefined ? ok(todo.dueAt) : await dueAtOf(ctx, edit)
  if (!due.ok) return due
  const names = edit.assignee ? await nameAssignee(ctx.tx, edit.assignee) : ok(todo.assigneeNames)
  if (!names.ok) return names
  if (edit.record && !(await sees(edit.record))) return refusals.unknown_record({ field: 'record' })
  const record = edit.record === undefined ? { type: todo.recordType, id: todo.recordId } : edit.record
  return ok({
    title,
    note: edit.note?.trim() ?? todo.note,
    recordType: record?.type ?? null,
    recordId: record?.id ?? null,
    assignee: edit.assignee ? recipientText(edit.assignee) : todo.assignee,
    assigneeNames: names.value,
    priority: edit.priority ?? todo.priority,
    dueAt: due.value,
  })
}

const spoken = ({ title, note, recordType, recordId, assigneeNames, priority, dueAt }: TodoFields) => ({
  title,
  note,
  record: recordId === null ? null : `${recordType} ${recordId}`,
  assignee: assigneeNames.en,
  priority,
  dueAt: dueAt?.toISOString() ?? null,
})

async function save(ctx: Context, todo: LockedTodo, fields: TodoFields): Promise<void> {
  const given = fields.assignee !== todo.assignee
  updateTodo(ctx, todo.id, fields)
  if (given) {
    insertStep(ctx, todo.id, { step: 'assigned' })
    if (todo.state === 'taken')
      setState(ctx, todo.id, { state: 'open', takenBy: null, takenName: null }, { raises: false })
  }
  const { title, dueAt, recordType, recordId } = fields
  const record = recordType !== null && recordId !== null ? { type: recordType, id: recordId } : null
  const to = given || todo.takenBy === null ? fields.assignee : `staff:${todo.takenBy}`
  const waiting = todo.handedTo === null ? to : `unit:${todo.handedTo}`
  const told = { id: todo.id, title, dueAt, record, to: waiting }
  if (given) await retellTodo(ctx, { ...told, occasion: String(todo.version + 1) })
  // Whoever has read it has read it: only its words and its time are others now.
  else tellTodo(ctx, { ...told, occasion: todo.occasion })
}
