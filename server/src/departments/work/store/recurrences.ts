import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Names } from '../domain/names.ts'
import type { RecurrenceSpan } from '../domain/recurrence.ts'
import type { Priority } from '../domain/todo.ts'

/** What a recurrence asks for, each time, and of whom. */
export interface RecurrenceFields extends RecurrenceSpan {
  readonly title: string
  readonly note: string
  readonly assignee: string
  readonly assigneeNames: Names
  readonly priority: Priority
  readonly checklist: readonly string[]
  readonly dueTime: string
}

export interface LockedRecurrence extends RecurrenceFields {
  readonly id: string
  readonly madeUntil: LocalDate
  readonly madeBy: string | null
  readonly paused: boolean
  readonly version: number
}

/** The lock is granted first, so that what is read behind it is what the holder before us wrote. */
export async function lockRecurrence({ tx }: Context, id: string): Promise<LockedRecurrence | undefined> {
  tx.later(sql`SELECT 1 FROM work.recurrence WHERE id = ${id} FOR UPDATE`)
  return tx.row(sql<LockedRecurrence>`
    SELECT r.id, r.title, r.note, r.assignee, r.assignee_names AS "assigneeNames", r.priority, r.checklist, r.rule,
      to_char(r.due_time, 'HH24:MI') AS "dueTime", r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn",
      r.made_until::text AS "madeUntil", r.made_by AS "madeBy", r.version,
      EXISTS (SELECT 1 FROM work.recurrence_pause p WHERE p.recurrence_id = r.id AND p.ended_at IS NULL) AS paused
    FROM work.recurrence r WHERE r.id = ${id}`)
}

export function insertRecurrence(
  ctx: Context,
  { id, madeBy, madeUntil }: { id: string; madeBy: string | null; madeUntil: LocalDate },
  fields: RecurrenceFields,
): void {
  const { title, note, assignee, priority, checklist, dueTime, startsOn, endsOn } = fields
  ctx.tx.later(sql`
    INSERT INTO work.recurrence (id, title, note, assignee, assignee_names, priority, checklist, rule, due_time, starts_on, ends_on,
      made_until, made_by, made_at)
    VALUES (${id}, ${title}, ${note}, ${assignee}, ${jsonText(fields.assigneeNames)}::jsonb, ${priority}, ${checklist}::text[],
      ${jsonText(fields.rule)}::jsonb, ${dueTime}::time, ${startsOn}::date, ${endsOn}::date, ${madeUntil}::date, ${madeBy}, ${ctx.now})`)
}

export function updateRecurrence(ctx: Context, id: string, fields: RecurrenceFields): void {
  const { title, note, assignee, priority, checklist, dueTime, startsOn, endsOn } = fields
  ctx.tx.later(sql`
    UPDATE work.recurrence SET title = ${title}, note = ${note}, assignee = ${assignee},
      assignee_names = ${jsonText(fields.assigneeNames)}::jsonb, priority = ${priority}, checklist = ${checklist}::text[],
      rule = ${jsonText(fields.rule)}::jsonb, due_time = ${dueTime}::time, starts_on = ${startsOn}::date, ends_on = ${endsOn}::date,
      version = version + 1
    WHERE id = ${id}`)
}

/** Never back: what was made once is not made again. */
export function noteMadeUntil(ctx: Context, id: string, on: LocalDate): void {
  ctx.tx.later(sql`UPDATE work.recurrence SET made_until = GREATEST(made_until, ${on}::date) WHERE id = ${id}`)
}

export function insertPause(
  ctx: Context,
  id: string,
  { reason, byName }: { reason: string; byName: string | null },
): void {
  ctx.tx.later(sql`
    INSERT INTO work.recurrence_pause (id, recurrence_id, reason, at, by_name)
    VALUES (${ctx.newId()}, ${id}, ${reason}, ${ctx.now}, ${byName})`)
  ctx.tx.later(sql`UPDATE work.recurrence SET version = version + 1 WHERE id = ${id}`)
}

export function endPause(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    UPDATE work.recurrence_pause SET ended_at = ${ctx.now} WHERE recurrence_id = ${id} AND ended_at IS NULL`)
  ctx.tx.later(sql`UPDATE work.recurrence SET version = version + 1 WHERE id = ${id}`)
}
