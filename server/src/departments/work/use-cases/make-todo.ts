import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isLocalDate } from '../../../kernel/time.ts'
import { instantAt } from '../domain/local-time.ts'
import { recipientText, type Assignee } from '../domain/recipient.ts'
import { refusals } from '../domain/refusals.ts'
import { MOST_CHECKS, type Priority } from '../domain/todo.ts'
import type { Reference } from '../domain/told.ts'
import { insertChecks, insertStep, insertTodo } from '../store/todos.ts'
import { shopZone } from './shop-zone.ts'
import { emitChanged, tellTodo } from './tell-todo.ts'
import { nameAssignee } from './whose.ts'

export interface Due {
  readonly dueOn?: string | null | undefined
  /** 'HH:MM' in the shop's zone; the end of a working day unless told. */
  readonly dueTime?: string | null | undefined
}

export interface TodoWish extends Due {
  readonly title: string
  readonly note?: string | undefined
  readonly record?: Reference | null | undefined
  readonly assignee: Assignee
  readonly priority?: Priority | undefined
  readonly checklist?: readonly string[] | undefined
  readonly projectId?: string | undefined
  readonly recurrence?: { readonly id: string; readonly occursOn: string } | undefined
}

/** Whether there is such a record and whoever asks may see it. */
export type Sees = (record: Reference) => Promise<boolean>

const END_OF_WORK = '18:00'

/** Asks a person, a unit or a role to do something, and puts it into their inbox. */
export async function makeTodo(ctx: Context, wish: TodoWish, sees?: Sees): Promise<Result<{ id: string }>> {
  const checked = await checkWish(ctx, wish, sees)
  if (!checked.ok) return checked
  const { title, checks, dueAt, names } = checked.value
  const id = ctx.newId<'todo'>()
  const assignee = recipientText(wish.assignee)
  const record = wish.record ?? null
  insertTodo(ctx, {
    id,
    title,
    note: wish.note?.trim() ?? '',
    record,
    assignee,
    assigneeNames: names,
    priority: wish.priority ?? 'normal',
    dueAt,
    madeBy: staffBehind(ctx.actor) ?? null,
    madeName: 'name' in ctx.actor && ctx.actor.kind !== 'system' ? ctx.actor.name : null,
    projectId: wish.projectId ?? null,
    recurrenceId: wish.recurrence?.id ?? null,
    occursOn: wish.recurrence?.occursOn ?? null,
  })
  insertStep(ctx, id, { step: 'made' })
  insertChecks(ctx, id, checks)
  tellTodo(ctx, { id, title, dueAt, record, to: assignee, occasion: '1' })
  ctx.audit({
    action: 'work:make',
    objectType: 'todo',
    objectId: id,
    version: 1,
    changes: [
      { field: 'title', before: null, after: title },
      { field: 'assignee', before: null, after: names.en },
      { field: 'dueAt', before: null, after: dueAt?.toISOString() ?? null },
    ],
  })
  emitChanged(ctx, id)
  return ok({ id })
}

async function checkWish(ctx: Context, wish: TodoWish, sees: Sees | undefined) {
  const title = wish.title.trim()
  if (title === '') return refusals.title_missing({ field: 'title' })
  const checks = checklistOf(wish.checklist ?? [])
  if (!checks.ok) return checks
  const due = await dueAtOf(ctx, wish)
  if (!due.ok) return due
  const names = await nameAssignee(ctx.tx, wish.assignee)
  if (!names.ok) return names
  if (wish.record && sees && !(await sees(wish.record))) return refusals.unknown_record({ field: 'record' })
  return ok({ title, checks: checks.value, dueAt: due.value, names: names.value })
}

export function checklistOf(texts: readonly string[]): Result<string[]> {
  const tidy = texts.map((text) => text.trim())
  if (tidy.length > MOST_CHECKS) return refusals.too_many_checks({ field: 'checklist', params: { limit: MOST_CHECKS } })
  const empty = tidy.indexOf('')
  return empty === -1 ? ok(tidy) : refusals.check_missing({ field: `checklist.${empty}` })
}

export async function dueAtOf(ctx: Context, { dueOn, dueTime }: Due): Promise<Result<Date | null>> {
  if (!dueOn || !isLocalDate(dueOn)) return dueTime ? refusals.due_time_alone({ field: 'dueTime' }) : ok(null)
  return ok(instantAt(dueOn, dueTime ?? END_OF_WORK, await shopZone(ctx.tx)))
}
