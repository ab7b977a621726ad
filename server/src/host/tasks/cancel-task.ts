import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../context.ts'
import { sql } from '../database/sql.ts'
import { hostRefusals } from '../refusals.ts'
import { findTask, type OwnTask, type TaskRow } from './read-tasks.ts'
import { touched } from './store.ts'

/** What waits is cancelled at once; what runs is asked to stop between two chunks. Asked twice, it stays the same. */
export async function cancelTask(ctx: Context, own: OwnTask): Promise<Result<TaskRow>> {
  const [asked] = await ctx.tx.rows(sql<{ id: string }>`
    UPDATE host.task SET cancel_asked_at = coalesce(cancel_asked_at, ${ctx.now}),
      state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END,
      finished_at = CASE WHEN state = 'waiting' THEN clock_timestamp() END,
      input = CASE WHEN state = 'waiting' THEN NULL ELSE input END, ${touched}
    WHERE id = ${own.id} AND staff_id = ${own.staffId} AND state IN ('waiting', 'running') RETURNING id`)
  const task = await findTask(ctx.tx, own)
  if (!task) return hostRefusals.not_found()
  return asked ? ok(task) : hostRefusals.task_finished()
}
