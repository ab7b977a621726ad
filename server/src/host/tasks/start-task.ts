import { assert } from '../../kernel/assert.ts'
import { staffBehind } from '../actor.ts'
import type { Context } from '../context.ts'
import { jsonText } from '../database/json.ts'
import { sql } from '../database/sql.ts'
import { RUN_TASK, TASK_ATTEMPTS } from './run-task.ts'

export interface NewTask {
  readonly kind: string
  /** Message key of what the tray calls it, with the values of its blanks. */
  readonly titleKey: string
  readonly titleParams?: Readonly<Record<string, string | number>>
  readonly input: Readonly<Record<string, unknown>>
}

/** Asks for long work, in the transaction of `ctx`: with it the task exists and is queued, or neither. Answers its id. */
export function startTask(ctx: Context, task: NewTask): string {
  const staffId = staffBehind(ctx.actor)
  assert(staffId !== undefined, 'a task is started by a member of staff, or by a key of theirs')
  const id = ctx.newId<'task'>()
  ctx.tx.later(sql`
    INSERT INTO host.task (id, kind, title_key, title_params, staff_id, request_id, input, created_at, changed_at)
    VALUES (${id}, ${task.kind}, ${task.titleKey}, ${jsonText(task.titleParams ?? {})}::jsonb, ${staffId},
      ${ctx.requestId ?? null}, ${jsonText(task.input)}::jsonb, ${ctx.now}, clock_timestamp())`)
  ctx.enqueue({ kind: RUN_TASK, dedupKey: id, payload: { taskId: id }, maxAttempts: TASK_ATTEMPTS })
  return id
}
