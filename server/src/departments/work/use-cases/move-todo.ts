import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { decideMove, type Move } from '../domain/todo.ts'
import { insertStep, lockTodo, setState, type LockedTodo, type NewState } from '../store/todos.ts'
import { emitChanged, retellTodo, untellTodo } from './tell-todo.ts'
import { moverOf } from './whose.ts'

export interface Doer {
  readonly id: string
  readonly name: string
}

export type SimpleMove = Extract<Move, 'take' | 'give_back' | 'complete' | 'drop' | 'reopen'>

const STEPS = { take: 'taken', give_back: 'given_back', complete: 'done', drop: 'dropped', reopen: 'reopened' } as const

export interface Moving {
  readonly id: string
  readonly move: SimpleMove
  readonly by: Doer
  readonly reason?: string | undefined
}

/** Takes it, gives it back, ends it or opens it again. Of two who take it at once the row's lock lets one, and tells the other who. */
export async function moveTodo(ctx: Context, { id, move, by, reason }: Moving): Promise<Result<void>> {
  const why = reason?.trim() ?? ''
  if (why === '' && (move === 'drop' || move === 'reopen')) return refusals.reason_missing({ field: 'reason' })
  const todo = await lockTodo(ctx.tx, id)
  if (!todo) return refusals.todo_not_found()
  const decided = decideMove(move, todo, await moverOf(ctx.tx, by.id))
  if (!decided.ok) return decided
  const next = nextState(move, todo, by)
  setState(ctx, id, next)
  insertStep(ctx, id, { step: STEPS[move], reason: why === '' ? null : why })
  await tellNext(ctx, todo, next)
  ctx.audit({
    action: `work:${move.replace('_', '-')}`,
    objectType: 'todo',
    objectId: id,
    version: todo.version + 1,
    changes: [
      { field: 'state', before: todo.state, after: next.state },
      ...(todo.takenName === next.takenName ? [] : [{ field: 'taker', before: todo.takenName, after: next.takenName }]),
    ],
    ...(why === '' ? {} : { reason: why }),
  })
  emitChanged(ctx, id)
  return ok()
}

function nextState(move: SimpleMove, todo: LockedTodo, by: Doer): NewState {
  if (move === 'take') return { state: 'taken', takenBy: by.id, takenName: by.name }
  if (move === 'give_back' || move === 'reopen') return { state: 'open', takenBy: null, takenName: null }
  if (move === 'complete') return { state: 'done', takenBy: by.id, takenName: by.name }
  return { state: 'dropped', takenBy: todo.takenBy, takenName: todo.takenName }
}

async function tellNext(ctx: Context, todo: LockedTodo, next: NewState): Promise<void> {
  if (next.state === 'done' || next.state === 'dropped') return untellTodo(ctx, todo.id)
  const to = next.takenBy === null ? todo.assignee : `staff:${next.takenBy}`
  await retellTodo(ctx, { ...toldOf(todo), to, occasion: String(todo.version + 1) })
}

export function toldOf({ id, title, dueAt, recordType, recordId }: LockedTodo) {
  const record = recordType !== null && recordId !== null ? { type: recordType, id: recordId } : null
  return { id, title, dueAt, record }
}
