import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listUnitNames } from '../../people/index.ts'
import { refusals } from '../domain/refusals.ts'
import { decideMove } from '../domain/todo.ts'
import { findWaiting, insertHandover, settleHandover } from '../store/handovers.ts'
import { insertChecks, insertStep, lockTodo, setAssignee, setState, takeChecks } from '../store/todos.ts'
import { checklistOf } from './make-todo.ts'
import { toldOf, type Doer } from './move-todo.ts'
import { emitChanged, retellTodo } from './tell-todo.ts'
import { moverOf } from './whose.ts'

export interface HandOver {
  readonly id: string
  readonly by: Doer
  readonly toUnit: string
  readonly note?: string | undefined
  /** What the next are asked to check off. */
  readonly checklist?: readonly string[] | undefined
}

/** To the next department, once one's own checklist is complete; it waits there until they accept it or send it back. */
export async function handOver(ctx: Context, { id, by, toUnit, note, checklist }: HandOver): Promise<Result<void>> {
  const checks = checklistOf(checklist ?? [])
  if (!checks.ok) return checks
  const todo = await lockTodo(ctx.tx, id)
  if (!todo) return refusals.todo_not_found()
  const decided = decideMove('hand_over', todo, await moverOf(ctx.tx, by.id))
  if (!decided.ok) return decided
  const unit = (await listUnitNames(ctx.tx)).find((one) => one.id === toUnit)
  if (!unit) return refusals.unknown_assignee({ field: 'toUnit', params: { who: toUnit } })
  if (todo.assignee === `unit:${toUnit}`)
    return refusals.already_theirs({ field: 'toUnit', params: { name: unit.name } })
  const handed = { fromAssignee: todo.assignee, fromNames: todo.assigneeNames, from: by, to: unit }
  insertHandover(ctx, { todoId: id, ...handed, note: note?.trim() ?? '', checks: await takeChecks(ctx, id) })
  setState(ctx, id, { state: 'open', takenBy: null, takenName: null })
  setAssignee(ctx, id, `unit:${toUnit}`, { en: unit.name })
  insertChecks(ctx, id, checks.value)
  insertStep(ctx, id, { step: 'handed_over' })
  const occasion = String(todo.version + 1)
  await retellTodo(ctx, { ...toldOf(todo), to: `unit:${toUnit}`, occasion, key: 'work.told.handed_over' })
  ctx.audit({
    action: 'work:hand-over',
    objectType: 'todo',
    objectId: id,
    version: todo.version + 1,
    changes: [{ field: 'assignee', before: todo.assigneeNames.en, after: unit.name }],
  })
  emitChanged(ctx, id)
  return ok()
}

/** Somebody of the next department takes it as theirs. */
export async function acceptHandover(ctx: Context, { id, by }: { id: string; by: Doer }): Promise<Result<void>> {
  const todo = await lockTodo(ctx.tx, id)
  if (!todo) return refusals.todo_not_found()
  const decided = decideMove('accept', todo, await moverOf(ctx.tx, by.id))
  if (!decided.ok) return decided
  const waiting = await findWaiting(ctx, id)
  if (!waiting) return refusals.nothing_to_accept()
  settleHandover(ctx, waiting.id, { verdict: 'accepted', by, reason: null })
  setState(ctx, id, { state: 'taken', takenBy: by.id, takenName: by.name })
  insertStep(ctx, id, { step: 'accepted' })
  await retellTodo(ctx, { ...toldOf(todo), to: `staff:${by.id}`, occasion: String(todo.version + 1) })
  auditVerdict(ctx, { id, version: todo.version + 1, action: 'accept', state: 'taken', taker: by.name })
  emitChanged(ctx, id)
  return ok()
}

export interface SendingBack {
  readonly id: string
  readonly by: Doer
  readonly reason: string
}

/** Back to who handed it over, with the reason: it is theirs again. */
export async function sendBack(ctx: Context, { id, by, reason }: SendingBack): Promise<Result<void>> {
  const why = reason.trim()
  if (why === '') return refusals.reason_missing({ field: 'reason' })
  const todo = await lockTodo(ctx.tx, id)
  if (!todo) return refusals.todo_not_found()
  const decided = decideMove('send_back', todo, await moverOf(ctx.tx, by.id))
  if (!decided.ok) return decided
  const waiting = await findWaiting(ctx, id)
  if (!waiting) return refusals.nothing_to_accept()
  settleHandover(ctx, waiting.id, { verdict: 'sent_back', by, reason: why })
  await takeChecks(ctx, id)
  setState(ctx, id, { state: 'taken', takenBy: waiting.fromStaff, takenName: waiting.fromStaffName })
  setAssignee(ctx, id, waiting.fromAssignee, waiting.fromNames)
  insertStep(ctx, id, { step: 'sent_back', reason: why })
  const occasion = String(todo.version + 1)
  await retellTodo(ctx, { ...toldOf(todo), to: `staff:${waiting.fromStaff}`, occasion, key: 'work.told.sent_back' })
  auditVerdict(ctx, {
    id,
    version: todo.version + 1,
    action: 'send-back',
    state: 'taken',
    taker: waiting.fromStaffName,
    why,
  })
  emitChanged(ctx, id)
  return ok()
}

interface Verdict {
  readonly id: string
  readonly version: number
  readonly action: 'accept' | 'send-back'
  readonly state: string
  readonly taker: string
  readonly why?: string
}

function auditVerdict(ctx: Context, { id, version, action, state, taker, why }: Verdict): void {
  ctx.audit({
    action: `work:${action}`,
    objectType: 'todo',
    objectId: id,
    version,
    changes: [
      { field: 'state', before: 'open', after: state },
      { field: 'taker', before: null, after: taker },
    ],
    ...(why === undefined ? {} : { reason: why }),
  })
}
