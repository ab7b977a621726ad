import type { Context } from '../../../host/context.ts'
import { insertStep, lockTodo, setState } from '../store/todos.ts'
import { emitChanged, untellTodo } from './tell-todo.ts'

/** What was asked is settled by what happened to its record, whoever has it: it is done and leaves the inbox. Ended, it stays so. */
export async function settleTodo(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  const todo = await lockTodo(ctx.tx, id)
  if (!todo || todo.state === 'done' || todo.state === 'dropped') return
  setState(ctx, id, { state: 'done', takenBy: todo.takenBy, takenName: todo.takenName })
  insertStep(ctx, id, { step: 'done', reason })
  await untellTodo(ctx, id)
  ctx.audit({
    action: 'work:complete',
    objectType: 'todo',
    objectId: id,
    version: todo.version + 1,
    changes: [{ field: 'state', before: todo.state, after: 'done' }],
    reason,
  })
  emitChanged(ctx, id)
}
