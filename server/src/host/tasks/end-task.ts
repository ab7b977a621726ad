import { ok } from '../../kernel/result.ts'
import { runCommand, system, type House } from '../context.ts'
import type { DomainEvent } from '../outbox/emit.ts'
import { endTask, type Ending, type Run } from './store.ts'
import type { TaskDefinition } from './task.ts'

/** Long work came to its end: done, failed or stopped. Who started it is told by whoever listens. */
const taskEnded = (id: string, path: string | null): DomainEvent => ({
  name: 'task.ended.v1',
  ref: { kind: 'task', id },
  payload: { taskId: id, path },
})

/** In one transaction with the end: of a run that was not ours any more nobody hears. */
export async function tellEnd(
  house: House,
  { run, definition }: { readonly run: Run; readonly definition: Pick<TaskDefinition, 'path'> | undefined },
  ending: Ending,
): Promise<void> {
  await runCommand(house, { actor: system('tasks') }, async (ctx) => {
    if (await endTask(ctx.tx, run, ending)) ctx.emit(taskEnded(run.id, definition?.path ?? null))
    return ok()
  })
}
