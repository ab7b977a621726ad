import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { MOST_CHECKS } from '../domain/todo.ts'
import { deleteCheck, insertChecks, lockTodo, raiseVersion, setCheck, type LockedTodo } from '../store/todos.ts'
import type { Doer } from './move-todo.ts'
import { emitChanged } from './tell-todo.ts'

export async function addCheck(ctx: Context, { id, text }: { id: string; text: string }): Promise<Result<void>> {
  const tidy = text.trim()
  if (tidy === '') return refusals.check_missing({ field: 'text' })
  const todo = await lockLiving(ctx, id)
  if (!todo.ok) return todo
  if (todo.value.checks >= MOST_CHECKS) return refusals.too_many_checks({ params: { limit: MOST_CHECKS } })
  insertChecks(ctx, id, [tidy], todo.value.checks)
  return noteChecks(ctx, todo.value, { before: null, after: tidy })
}

export interface Ticking {
  readonly id: string
  readonly checkId: string
  readonly done: boolean
  readonly by: Doer
}

export async function tickCheck(ctx: Context, { id, checkId, done, by }: Ticking): Promise<Result<void>> {
  const todo = await lockLiving(ctx, id)
  if (!todo.ok) return todo
  if (!(await setCheck(ctx, { todoId: id, checkId, by: done ? by : null }))) return refusals.check_not_found()
  return noteChecks(ctx, todo.value, { before: !done, after: done })
}

export async function removeCheck(
  ctx: Context,
  { id, checkId }: { id: string; checkId: string },
): Promise<Result<void>> {
  const todo = await lockLiving(ctx, id)
  if (!todo.ok) return todo
  if (!(await deleteCheck(ctx, id, checkId))) return refusals.check_not_found()
  return noteChecks(ctx, todo.value, { before: checkId, after: null })
}

async function lockLiving(ctx: Context, id: string): Promise<Result<LockedTodo>> {
  const todo = await lockTodo(ctx.tx, id)
  if (!todo) return refusals.todo_not_found()
  return todo.state === 'done' || todo.state === 'dropped' ? refusals.todo_ended() : ok(todo)
}

function noteChecks(
  ctx: Context,
  { id, version }: LockedTodo,
  change: { before: unknown; after: unknown },
): Result<void> {
  raiseVersion(ctx, id)
  ctx.audit({
    action: 'work:check',
    objectType: 'todo',
    objectId: id,
    version: version + 1,
    changes: [{ field: 'checklist', ...change }],
  })
  emitChanged(ctx, id)
  return ok()
}
