import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { possibleMoves, type PossibleMove } from '../domain/todo.ts'
import { findTodo, readTodoParts, type TodoParts, type TodoRecord } from '../queries/get-todo.ts'
import { shopZone } from './shop-zone.ts'
import { moverOf, theirsOf } from './whose.ts'

export { nameIn } from '../domain/names.ts'
export { timeIn } from '../domain/local-time.ts'

export interface ViewedTodo {
  readonly todo: TodoRecord
  readonly parts: TodoParts
  readonly zone: string
  readonly possible: readonly PossibleMove[]
}

export interface Viewer {
  readonly id: string
  /** Who may read (or change) to-dos has all of them; others those that they are asked, have or made. */
  readonly seesAll: boolean
}

type Reader = Pick<Database, 'row' | 'rows'>

export async function viewTodo(reader: Reader, id: string, viewer: Viewer): Promise<Result<ViewedTodo>> {
  const [todo, parts, zone, mover] = await Promise.all([
    findTodo(reader, id),
    readTodoParts(reader, id),
    shopZone(reader),
    moverOf(reader, viewer.id),
  ])
  if (!todo || !(viewer.seesAll || isTheirs(todo, mover))) return refusals.todo_not_found()
  return ok({ todo, parts, zone, possible: possibleMoves(todo, mover) })
}

/** For those who see no to-dos but their own: is this one? */
export async function mustBeTheirs(reader: Reader, id: string, viewer: Viewer): Promise<Result<void>> {
  if (viewer.seesAll) return ok()
  const [todo, mover] = await Promise.all([findTodo(reader, id), moverOf(reader, viewer.id)])
  return todo && isTheirs(todo, mover) ? ok() : refusals.todo_not_found()
}

/** For who is narrowed: everything of work that belongs to people is theirs where they are asked, or made it. */
export async function isTheirsOf(
  { tx, actor }: Pick<Context, 'tx' | 'actor'>,
  { assignee, madeBy }: { readonly assignee: string; readonly madeBy: string | null },
): Promise<boolean> {
  const theirs = await theirsOf(tx, actor)
  return theirs === undefined || madeBy === theirs.staffId || theirs.addresses.includes(assignee)
}

function isTheirs(todo: TodoRecord, mover: Awaited<ReturnType<typeof moverOf>>): boolean {
  return mover.addresses.has(todo.assignee) || todo.takenBy === mover.id || todo.madeBy === mover.id
}
