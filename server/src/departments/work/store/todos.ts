import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { Names } from '../domain/names.ts'
import type { Priority, Todo, TodoState } from '../domain/todo.ts'

/** A to-do under lock, with what its changes are told from. */
export interface LockedTodo extends Todo {
  readonly title: string
  readonly note: string
  readonly recordType: string | null
  readonly recordId: string | null
  readonly assigneeNames: Names
  readonly priority: Priority
  readonly dueAt: Date | null
  readonly occasion: string
  readonly checks: number
}

/** The lock is granted first, so that what is read behind it is what the holder before us wrote. */
export async function lockTodo(tx: Transaction, id: string): Promise<LockedTodo | undefined> {
  tx.later(sql`SELECT 1 FROM work.todo WHERE id = ${id} FOR UPDATE`)
  return tx.row(sql<LockedTodo>`
    SELECT t.id, t.title, t.note, t.record_type AS "recordType", t.record_id AS "recordId", t.state, t.assignee,
      t.assignee_names AS "assigneeNames", t.taken_by AS "takenBy", t.taken_name AS "takenName", t.made_by AS "madeBy", t.priority,
      t.due_at AS "dueAt", t.occasion, t.version,
      (SELECT count(*)::int FROM work.todo_check c WHERE c.todo_id = t.id) AS checks,
      (SELECT count(*)::int FROM work.todo_check c WHERE c.todo_id = t.id AND c.done_at IS NULL) AS "openChecks",
      (SELECT h.to_unit::text FROM work.handover h WHERE h.todo_id = t.id AND h.verdict IS NULL) AS "handedTo"
    FROM work.todo t WHERE t.id = ${id}`)
}

export interface NewTodo {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly record: { readonly type: string; readonly id: string } | null
  readonly assignee: string
  readonly assigneeNames: Names
  readonly priority: Priority
  readonly dueAt: Date | null
  readonly madeBy: string | null
  readonly madeName: string | null
  readonly projectId?: string | null
  readonly recurrenceId?: string | null
  readonly occursOn?: string | null
}

export function insertTodo(ctx: Context, todo: NewTodo): void {
  ctx.tx.later(sql`
    INSERT INTO work.todo (id, title, note, record_type, record_id, assignee, assignee_names, priority, due_at, made_by, made_name,
      made_at, project_id, recurrence_id, occurs_on)
    VALUES (${todo.id}, ${todo.title}, ${todo.note}, ${todo.record?.type ?? null}, ${todo.record?.id ?? null}, ${todo.assignee},
      ${jsonText(todo.assigneeNames)}::jsonb, ${todo.priority}, ${todo.dueAt}, ${todo.madeBy}, ${todo.madeName}, ${ctx.now},
      ${todo.projectId ?? null}, ${todo.recurrenceId ?? null}, ${todo.occursOn ?? null}::date)`)
}

export interface TodoFields {
  readonly title: string
  readonly note: string
  readonly recordType: string | null
  readonly recordId: string | null
  readonly assignee: string
  readonly assigneeNames: Names
  readonly priority: Priority
  readonly dueAt: Date | null
}

export function updateTodo(ctx: Context, id: string, fields: TodoFields): void {
  ctx.tx.later(sql`
    UPDATE work.todo SET title = ${fields.title}, note = ${fields.note}, record_type = ${fields.recordType},
      record_id = ${fields.recordId}, assignee = ${fields.assignee}, assignee_names = ${jsonText(fields.assigneeNames)}::jsonb,
      priority = ${fields.priority}, due_at = ${fields.dueAt}, version = version + 1
    WHERE id = ${id}`)
}

export interface NewState {
  readonly state: TodoState
  readonly takenBy: string | null
  readonly takenName: string | null
}

/** `raises` false as part of a change that has raised the version already. */
export function setState(
  ctx: Context,
  id: string,
  { state, takenBy, takenName }: NewState,
  { raises = true }: { readonly raises?: boolean } = {},
): void {
  const endedAt = state === 'done' || state === 'dropped' ? ctx.now : null
  ctx.tx.later(sql`
    UPDATE work.todo SET state = ${state}, taken_by = ${takenBy}, taken_name = ${takenName}, ended_at = ${endedAt},
      version = version + ${raises ? 1 : 0}
    WHERE id = ${id}`)
}

export function setAssignee(ctx: Context, id: string, assignee: string, names: Names): void {
  ctx.tx.later(sql`
    UPDATE work.todo SET assignee = ${assignee}, assignee_names = ${jsonText(names)}::jsonb WHERE id = ${id}`)
}

export function raiseVersion(ctx: Context, id: string): void {
  ctx.tx.later(sql`UPDATE work.todo SET version = version + 1 WHERE id = ${id}`)
}

export function noteOccasion(ctx: Context, id: string, occasion: string): void {
  ctx.tx.later(sql`UPDATE work.todo SET occasion = ${occasion} WHERE id = ${id}`)
}

export interface NewStep {
  readonly step: string
  readonly reason?: string | null
}

export function insertStep(ctx: Context, todoId: string, { step, reason = null }: NewStep): void {
  const { actor } = ctx
  const name = actor.kind === 'staff' || actor.kind === 'key' ? actor.name : null
  ctx.tx.later(sql`
    INSERT INTO work.todo_step (id, todo_id, step, at, by, by_name, reason)
    VALUES (${ctx.newId()}, ${todoId}, ${step}, ${ctx.now}, ${actorText(actor)}, ${name}, ${reason})`)
}

export function insertChecks(ctx: Context, todoId: string, texts: readonly string[], from = 0): void {
  if (texts.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO work.todo_check (id, todo_id, position, text)
    SELECT id, ${todoId}::uuid, position + ${from}::int, text
    FROM unnest(${texts.map(() => ctx.newId())}::uuid[], ${texts.map((_, index) => index)}::int[], ${texts}::text[])
      AS item(id, position, text)`)
}

/** False when there is no such item. */
export async function setCheck(
  ctx: Context,
  { todoId, checkId, by }: { todoId: string; checkId: string; by: { id: string; name: string } | null },
): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    UPDATE work.todo_check SET done_at = ${by ? ctx.now : null}, done_by = ${by?.id ?? null}, done_name = ${by?.name ?? null}
    WHERE id = ${checkId} AND todo_id = ${todoId} RETURNING id`)
  return row !== undefined
}

export async function deleteCheck(ctx: Context, todoId: string, checkId: string): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    DELETE FROM work.todo_check WHERE id = ${checkId} AND todo_id = ${todoId} RETURNING id`)
  return row !== undefined
}

export async function takeChecks(ctx: Context, todoId: string): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ text: string; position: number }>`
    DELETE FROM work.todo_check WHERE todo_id = ${todoId} RETURNING text, position`)
  return rows.sort((a, b) => a.position - b.position).map((row) => row.text)
}
