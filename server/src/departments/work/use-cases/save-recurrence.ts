import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { instantAt } from '../domain/local-time.ts'
import { recipientText, type Assignee } from '../domain/recipient.ts'
import { decideSpan, type RecurrenceSpan } from '../domain/recurrence.ts'
import { recurrenceRefusals } from '../domain/recurrence-refusals.ts'
import { refusals } from '../domain/refusals.ts'
import type { Priority } from '../domain/todo.ts'
import { calendarChanged } from '../events.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import {
  endPause,
  insertPause,
  insertRecurrence,
  lockRecurrence,
  noteMadeUntil,
  updateRecurrence,
  type LockedRecurrence,
  type RecurrenceFields,
} from '../store/recurrences.ts'
import { checklistOf } from './make-todo.ts'
import { isTheirsOf } from './view-todo.ts'
import { nameAssignee } from './whose.ts'

export interface RecurrenceWish extends RecurrenceSpan {
  readonly title: string
  readonly note?: string | undefined
  readonly assignee: Assignee
  readonly priority?: Priority | undefined
  readonly checklist?: readonly string[] | undefined
  /** 'HH:MM' by the clock of the shop. */
  readonly dueTime: string
}

export interface KeptRecurrence {
  readonly id: string
  readonly version: number
}

export async function makeRecurrence(ctx: Context, wish: RecurrenceWish): Promise<Result<KeptRecurrence>> {
  const fields = await fieldsOf(ctx, wish)
  if (!fields.ok) return fields
  const id = ctx.newId<'recurrence'>()
  const { zone } = await readPlanPlaces(ctx.tx)
  const today = localDateIn(ctx.now, zone)
  // Today's is made too, unless it would be late at once.
  const isLate = instantAt(today, wish.dueTime, zone) <= ctx.now
  const madeUntil = isLate ? today : addDays(today, -1)
  insertRecurrence(ctx, { id, madeBy: staffBehind(ctx.actor) ?? null, madeUntil }, fields.value)
  return note(ctx, { id, version: 1 }, { changes: changedFields(undefined, facts(fields.value)) })
}

export interface RecurrenceEdit {
  readonly id: string
  readonly version: number | undefined
}

/** To-dos that were made stay as they are; the next one is made by the new words. */
export async function changeRecurrence(
  ctx: Context,
  edit: RecurrenceEdit,
  wish: RecurrenceWish,
): Promise<Result<KeptRecurrence>> {
  const found = await getSeen(ctx, edit)
  if (!found.ok) return found
  const { id, version } = found.value
  const fields = await fieldsOf(ctx, wish)
  if (!fields.ok) return fields
  const changes = changedFields(facts(found.value), facts(fields.value))
  if (changes.length === 0) return ok({ id, version })
  updateRecurrence(ctx, id, fields.value)
  return note(ctx, { id, version: version + 1 }, { changes })
}

export async function pauseRecurrence(
  ctx: Context,
  edit: RecurrenceEdit & { readonly reason: string },
): Promise<Result<KeptRecurrence>> {
  const reason = edit.reason.trim()
  if (reason === '') return refusals.reason_missing({ field: 'reason' })
  const found = await getSeen(ctx, edit)
  if (!found.ok) return found
  const { id, version, paused } = found.value
  if (paused) return recurrenceRefusals.recurrence_paused()
  const { actor } = ctx
  insertPause(ctx, id, { reason, byName: actor.kind === 'staff' || actor.kind === 'key' ? actor.name : null })
  return note(ctx, { id, version: version + 1 }, { changes: [{ field: 'paused', before: false, after: true }], reason })
}

/** What fell into the pause is not made up for. */
export async function resumeRecurrence(ctx: Context, edit: RecurrenceEdit): Promise<Result<KeptRecurrence>> {
  const found = await getSeen(ctx, edit)
  if (!found.ok) return found
  const { id, version, paused } = found.value
  if (!paused) return recurrenceRefusals.recurrence_not_paused()
  endPause(ctx, id)
  const { zone } = await readPlanPlaces(ctx.tx)
  noteMadeUntil(ctx, id, addDays(localDateIn(ctx.now, zone), -1))
  return note(ctx, { id, version: version + 1 }, { changes: [{ field: 'paused', before: true, after: false }] })
}

async function getSeen(ctx: Context, { id, version }: RecurrenceEdit): Promise<Result<LockedRecurrence>> {
  const found = await lockRecurrence(ctx, id)
  if (!found || !(await isTheirsOf(ctx, found))) return recurrenceRefusals.recurrence_not_found()
  const expected = expectVersion(found.version, version)
  return expected.ok ? ok(found) : expected
}

async function fieldsOf(ctx: Context, wish: RecurrenceWish): Promise<Result<RecurrenceFields>> {
  const title = wish.title.trim()
  if (title === '') return refusals.title_missing({ field: 'title' })
  const checks = checklistOf(wish.checklist ?? [])
  if (!checks.ok) return checks
  const { seats } = await readPlanPlaces(ctx.tx)
  const { rule, startsOn, endsOn } = wish
  const span = decideSpan({ rule, startsOn, endsOn }, seats[0] ?? '')
  if (!span.ok) return span
  const names = await nameAssignee(ctx.tx, wish.assignee)
  if (!names.ok) return names
  return ok({
    ...span.value,
    title,
    note: wish.note?.trim() ?? '',
    assignee: recipientText(wish.assignee),
    assigneeNames: names.value,
    priority: wish.priority ?? 'normal',
    checklist: checks.value,
    dueTime: wish.dueTime,
  })
}

interface Noted {
  readonly changes: ReturnType<typeof changedFields>
  readonly reason?: string
}

function note(ctx: Context, kept: KeptRecurrence, { changes, reason }: Noted): Result<KeptRecurrence> {
  const { id, version } = kept
  ctx.audit({
    action: 'work:repeat',
    objectType: 'recurrence',
    objectId: id,
    version,
    changes,
    ...(reason ? { reason } : {}),
  })
  ctx.emit(calendarChanged(id))
  return ok(kept)
}

/** As the trail tells them. */
function facts(fields: RecurrenceFields) {
  const { title, note: words, assigneeNames, priority, checklist, dueTime, startsOn, endsOn, rule } = fields
  return {
    ...{ title, note: words, priority, dueTime, checklist },
    assignee: assigneeNames.en,
    from: startsOn as string,
    to: endsOn as LocalDate | null,
    rule: ruleText(rule),
  }
}

function ruleText(rule: RecurrenceSpan['rule']): string {
  if (rule.every === 'week') return `week ${rule.weekdays.join(' ')}`
  return rule.every === 'month' ? `month ${rule.day}` : rule.every
}
