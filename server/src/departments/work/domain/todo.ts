import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const TODO_STATES = ['open', 'taken', 'done', 'dropped'] as const
export type TodoState = (typeof TODO_STATES)[number]

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

export const MOST_CHECKS = 50

/** What is decided about: who is asked (as text), who has it, and how far it is. */
export interface Todo {
  readonly id: string
  readonly state: TodoState
  readonly assignee: string
  readonly takenBy: string | null
  readonly takenName: string | null
  readonly madeBy: string | null
  readonly openChecks: number
  /** The unit that it waits for, while one hands it over. */
  readonly handedTo: string | null
  readonly version: number
}

/** Who moves it: their id, and the texts under which they are asked (`staff:`, `unit:`, `role:`). */
export interface Mover {
  readonly id: string
  readonly addresses: ReadonlySet<string>
}

export const MOVES = ['take', 'give_back', 'complete', 'drop', 'reopen', 'hand_over', 'accept', 'send_back'] as const
export type Move = (typeof MOVES)[number]

const isAsked = (todo: Todo, mover: Mover) => mover.addresses.has(todo.assignee)
const hasIt = (todo: Todo, mover: Mover) => todo.takenBy === mover.id
/** Whoever has it, is asked, or asked for it. */
const isConcerned = (todo: Todo, mover: Mover) => hasIt(todo, mover) || isAsked(todo, mover) || todo.madeBy === mover.id

/** The one table of what may be done with a to-do, by which screens show their buttons too. */
const rules: Readonly<Record<Move, (todo: Todo, mover: Mover) => Result<void>>> = {
  take: (todo, mover) => {
    if (isEnded(todo)) return refusals.todo_ended()
    if (todo.handedTo !== null) return refusals.awaits_acceptance()
    if (todo.state === 'taken') return taken(todo)
    return isAsked(todo, mover) ? ok() : refusals.not_asked()
  },
  give_back: (todo, mover) => {
    if (isEnded(todo)) return refusals.todo_ended()
    if (todo.state !== 'taken') return refusals.not_taken()
    return isConcerned(todo, mover) ? ok() : taken(todo)
  },
  complete: (todo, mover) => {
    if (isEnded(todo)) return refusals.todo_ended()
    if (todo.handedTo !== null) return refusals.awaits_acceptance()
    if (todo.state === 'taken' && !hasIt(todo, mover)) return taken(todo)
    if (todo.state === 'open' && !isAsked(todo, mover)) return refusals.not_asked()
    return wholeChecklist(todo)
  },
  drop: (todo, mover) => {
    if (isEnded(todo)) return refusals.todo_ended()
    if (todo.handedTo !== null) return refusals.awaits_acceptance()
    return isConcerned(todo, mover) ? ok() : refusals.not_asked()
  },
  reopen: (todo, mover) => {
    if (!isEnded(todo)) return refusals.todo_not_ended()
    return isConcerned(todo, mover) ? ok() : refusals.not_asked()
  },
  hand_over: (todo, mover) => {
    if (isEnded(todo)) return refusals.todo_ended()
    if (todo.handedTo !== null) return refusals.awaits_acceptance()
    if (todo.state === 'taken' && !hasIt(todo, mover)) return taken(todo)
    if (todo.state === 'open' && !isAsked(todo, mover)) return refusals.not_asked()
    return wholeChecklist(todo)
  },
  accept: decideVerdict,
  send_back: decideVerdict,
}

export function decideMove(move: Move, todo: Todo, mover: Mover): Result<void> {
  return rules[move](todo, mover)
}

function decideVerdict(todo: Todo, mover: Mover): Result<void> {
  if (todo.handedTo === null) return refusals.nothing_to_accept()
  return mover.addresses.has(`unit:${todo.handedTo}`) ? ok() : refusals.not_the_next()
}

function wholeChecklist({ openChecks }: Todo): Result<void> {
  return openChecks === 0 ? ok() : refusals.checklist_open({ params: { count: openChecks } })
}

function isEnded({ state }: Todo): boolean {
  return state === 'done' || state === 'dropped'
}

const taken = (todo: Todo) => refusals.already_taken({ params: { name: todo.takenName ?? '' } })

export interface PossibleMove {
  readonly action: Move
  /** The one that the move would get. */
  readonly refusal: Refusal | null
}

/** What makes sense in this state, each with whether this person may; the rest is not worth a button. */
export function possibleMoves(todo: Todo, mover: Mover): PossibleMove[] {
  return offered(todo).map((action) => {
    const verdict = decideMove(action, todo, mover)
    return { action, refusal: verdict.ok ? null : verdict.refusal }
  })
}

function offered({ state, handedTo }: Todo): Move[] {
  if (state === 'done' || state === 'dropped') return ['reopen']
  if (handedTo !== null) return ['accept', 'send_back']
  if (state === 'open') return ['take', 'complete', 'hand_over', 'drop']
  return ['complete', 'hand_over', 'give_back', 'drop']
}
