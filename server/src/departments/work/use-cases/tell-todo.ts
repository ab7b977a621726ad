import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { recipientOf } from '../domain/recipient.ts'
import type { Reference } from '../domain/told.ts'
import { todoChanged } from '../events.ts'
import { markRefSeen } from '../store/inbox.ts'
import { noteOccasion } from '../store/todos.ts'
import { tell, untell } from './tell.ts'

export interface TodoTold {
  readonly id: string
  readonly title: string
  readonly dueAt: Date | null
  readonly record: Reference | null
  /** `staff:`, `unit:` or `role:`. */
  readonly to: string
  readonly occasion: string
  readonly key?: 'work.told.todo' | 'work.told.handed_over' | 'work.told.sent_back'
}

/** A to-do lies in the inbox of whoever has it or is asked; who put it there has read it. */
export function tellTodo(
  ctx: Context,
  { id, title, dueAt, record, to, occasion, key = 'work.told.todo' }: TodoTold,
): void {
  const ref = { type: 'todo', id }
  tell(ctx, {
    to: [recipientOf(to)],
    kind: 'todo',
    ref,
    occasion,
    ...(record ? { record } : {}),
    title: { key, params: { title } },
    path: `/todos/${id}`,
    dueAt,
  })
  noteOccasion(ctx, id, occasion)
  const staffId = staffBehind(ctx.actor)
  if (staffId !== undefined) markRefSeen(ctx, { kind: 'todo', ref, staffId })
}

/** Out of the inbox where it lay, into the next. */
export async function retellTodo(ctx: Context, told: TodoTold): Promise<void> {
  await untellTodo(ctx, told.id)
  tellTodo(ctx, told)
}

export async function untellTodo(ctx: Context, id: string): Promise<void> {
  await untell(ctx, { kind: 'todo', ref: { type: 'todo', id } })
}

export function emitChanged(ctx: Context, id: string): void {
  ctx.emit(todoChanged(id))
}
