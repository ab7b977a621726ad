import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../../people/index.ts'
import { findEndedTask } from '../queries/read-task.ts'
import { isTold } from '../store/inbox.ts'
import { tell } from './tell.ts'

export const TASK_ENDED = { event: 'task.ended.v1', job: 'alert-task-ended' } as const

type Words = (locale: string, key: string, params: Readonly<Record<string, string | number>>) => string

/** Finished or failed: into the inbox of who started it, once for each end. Whoever stopped it knows. */
export async function tellTaskEnded(
  ctx: Context,
  { taskId, path, words }: { readonly taskId: string; readonly path: string; readonly words: Words },
): Promise<Result<void>> {
  const task = await findEndedTask(ctx.tx, taskId)
  if (!task || task.state === 'cancelled') return ok()
  const told = { kind: 'alert', ref: { type: 'task', id: taskId }, occasion: task.state } as const
  if (await isTold(ctx, told)) return ok()
  const { locale = 'en' } = (await findStaff(ctx.tx, task.staffId)) ?? {}
  const what = words(locale, task.titleKey, task.titleParams)
  tell(ctx, {
    ...told,
    to: [{ kind: 'staff', id: task.staffId }],
    title: { key: `work.told.task_${task.state}`, params: { what } },
    path,
  })
  return ok()
}
