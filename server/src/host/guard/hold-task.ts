import type { Refusal } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import { runCommand, type House } from '../context.ts'
import { sql } from '../database/sql.ts'
import { inputHashOf } from '../idempotency/store.ts'
import { hostRefusals } from '../refusals.ts'
import type { RunningTask } from '../tasks/task.ts'
import type { KeptChange } from './guard.ts'
import { sealKept } from './kept-request.ts'
import type { Hold } from './weigh.ts'

/** Member of a task's input: the request under whose approval it runs. Written by run-request.ts alone. */
export const UNDER = 'underApproval'

interface TitleRow {
  readonly title_key: string
  readonly title_params: Readonly<Record<string, string | number>>
  readonly permission?: string
}

/**
 * Long work that was held keeps its request and ends, having changed nothing; once it is approved, a task begins with the same
 * input. Answers the problem by which the person finds the request.
 */
export async function holdTask(house: House, task: RunningTask, hold: Hold): Promise<Refusal> {
  const input = Object.fromEntries(Object.entries(task.input).filter(([name]) => name !== UNDER))
  const problem = (params: Record<string, string>) => hostRefusals.held_for_approval({ params }).refusal
  const desk = house.ports?.approvals
  const permission = house.ports?.approvable?.tasks.get(task.kind)?.permission
  if (!desk || permission === undefined) return problem({ act: hold.claim.act })
  const kept = await runCommand(house, { actor: task.actor, requestId: task.requestId }, async (ctx) => {
    const title = await ctx.tx.row(sql<TitleRow>`SELECT title_key, title_params FROM host.task WHERE id = ${task.id}`)
    const id = ctx.newId<'approval'>()
    const changes: KeptChange[] = []
    const held = await desk.keep(ctx, {
      ...hold,
      id,
      changes,
      locale: 'en',
      operation: { kind: 'task', name: task.kind, permission },
      inputHash: inputHashOf(task.kind, input),
      sealedInput: sealKept(house, id, {
        input,
        titleKey: title?.title_key ?? '',
        titleParams: title?.title_params ?? {},
      }),
    })
    return ok(held)
  })
  return problem({ act: hold.claim.act, ...(kept.ok ? { approval: kept.value.id } : {}) })
}
