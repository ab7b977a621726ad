import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Names } from '../domain/names.ts'

export interface NewHandover {
  readonly todoId: string
  readonly fromAssignee: string
  readonly fromNames: Names
  readonly from: { readonly id: string; readonly name: string }
  readonly to: { readonly id: string; readonly name: string }
  readonly note: string
  readonly checks: readonly string[]
}

export function insertHandover(ctx: Context, handover: NewHandover): void {
  const { todoId, fromAssignee, fromNames, from, to, note, checks } = handover
  ctx.tx.later(sql`
    INSERT INTO work.handover (id, todo_id, from_assignee, from_names, from_staff, from_staff_name, to_unit, to_name, note, checks, at)
    VALUES (${ctx.newId()}, ${todoId}, ${fromAssignee}, ${jsonText(fromNames)}::jsonb, ${from.id}, ${from.name}, ${to.id}, ${to.name},
      ${note}, ${checks}, ${ctx.now})`)
}

export interface WaitingHandover {
  readonly id: string
  readonly fromAssignee: string
  readonly fromNames: Names
  readonly fromStaff: string
  readonly fromStaffName: string
}

/** The one that waits for its verdict; the to-do is locked. */
export function findWaiting(ctx: Context, todoId: string): Promise<WaitingHandover | undefined> {
  return ctx.tx.row(sql<WaitingHandover>`
    SELECT id, from_assignee AS "fromAssignee", from_names AS "fromNames", from_staff AS "fromStaff",
      from_staff_name AS "fromStaffName"
    FROM work.handover WHERE todo_id = ${todoId} AND verdict IS NULL`)
}

export interface Verdict {
  readonly verdict: 'accepted' | 'sent_back'
  readonly by: { readonly id: string; readonly name: string }
  readonly reason: string | null
}

export function settleHandover(ctx: Context, id: string, { verdict, by, reason }: Verdict): void {
  ctx.tx.later(sql`
    UPDATE work.handover SET verdict = ${verdict}, verdict_at = ${ctx.now}, verdict_by = ${by.id}, verdict_name = ${by.name},
      reason = ${reason}
    WHERE id = ${id}`)
}
