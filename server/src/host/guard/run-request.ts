import { ok, type Result } from '../../kernel/result.ts'
import { isWithin, permissionsOf, scopeOf, type Actor } from '../actor.ts'
import { runCommand, type House } from '../context.ts'
import type { Route } from '../http/route.ts'
import { hostRefusals } from '../refusals.ts'
import { startTask } from '../tasks/start-task.ts'
import { UNDER } from './hold-task.ts'
import type { HeldOperation, KeptChange, Pass } from './guard.ts'
import { callAgain, openCall, openTask, rehearsalOf, sealAnswer, type KeptCall } from './kept-request.ts'
import { rehearse } from './rehearse.ts'
import { settle } from './weigh.ts'

export interface KeptRequest {
  readonly id: string
  readonly operation: HeldOperation
  readonly sealedInput: Buffer
  /** Who asked, with what they may do at this moment; undefined for who may nothing any more. */
  readonly requester: Actor | undefined
}

/**
 * Runs what was held, as the one who asked and with their present rights: a role taken away meanwhile is gone. The last approval
 * is written in the transaction of the effect (weigh.ts, settle), so a process killed anywhere leaves both or neither.
 */
export async function runRequest(house: House, request: KeptRequest, pass: Pass): Promise<Result<unknown>> {
  const { requester, operation } = request
  if (!requester || !permissionsOf(requester).has(operation.permission)) {
    return hostRefusals.not_allowed({ params: { permission: operation.permission } })
  }
  const approved: House = { ...house, guardMode: { kind: 'approved', pass } }
  if (operation.kind === 'task') return startHeldTask(approved, request, requester)
  const route = house.ports?.approvable?.routes.get(operation.name)
  if (!route) return hostRefusals.not_found()
  const kept = openCall(house, request.id, request.sealedInput)
  const within = await isWithinScope(house, requester, route, kept)
  return within ? runRoute(approved, { request, requester, route, kept, pass }) : hostRefusals.beyond_scope()
}

interface Running {
  readonly request: KeptRequest
  readonly requester: Actor
  readonly route: Route
  readonly kept: KeptCall
  readonly pass: Pass
}

async function runRoute(house: House, { request, requester, route, kept, pass }: Running): Promise<Result<unknown>> {
  const call = callAgain(house, requester, kept)
  const input = kept.input as never
  const options = { actor: requester, requestId: call.requestId }
  const { command, answer } = route
  const keep = (value: unknown) => sealAnswer(house, request.id, value)
  if (command) {
    return runCommand(house, options, async (ctx) => {
      // First of all: the second of two approvers waits here, and finds it done.
      const settled = ctx.guard && (await settle(ctx, ctx.guard, pass))
      if (settled && !settled.ok) return settled
      const result = await command(ctx, input, call)
      if (result.ok) ctx.guard?.desk?.keepAnswer(ctx, request.id, keep(result.value))
      return result
    })
  }
  const result = answer ? await answer(call, input) : hostRefusals.not_found()
  if (!result.ok) return result
  const written = await runCommand(house, options, async (ctx) => {
    // Where the command found nothing to weigh any more, nothing has settled the request yet.
    const settled = ctx.guard && (await settle(ctx, ctx.guard, pass))
    if (settled && !settled.ok && settled.refusal.status !== 409) return settled
    ctx.guard?.desk?.keepAnswer(ctx, request.id, keep(result.value))
    return ok()
  })
  return written.ok ? result : written
}

/** Long work begins anew under the approval: the request ends, and the task starts, in one transaction. */
function startHeldTask(house: House, { id, operation, sealedInput }: KeptRequest, requester: Actor) {
  const { input, titleKey, titleParams } = openTask(house, id, sealedInput)
  return runCommand(house, { actor: requester }, async (ctx) => {
    const mode = house.guardMode
    const settled = ctx.guard && mode?.kind === 'approved' ? await settle(ctx, ctx.guard, mode.pass) : ok()
    if (!settled.ok) return settled
    const taskId = startTask(ctx, { kind: operation.name, titleKey, titleParams, input: { ...input, [UNDER]: id } })
    ctx.guard?.desk?.keepAnswer(ctx, id, sealAnswer(house, id, { taskId }))
    return ok({ taskId })
  })
}

/** What would change if it were approved now. Undefined for what cannot be tried out: long work. */
export async function rehearseRequest(
  house: House,
  request: KeptRequest,
): Promise<Result<readonly KeptChange[]> | undefined> {
  const { requester, operation } = request
  const route = house.ports?.approvable?.routes.get(operation.name)
  const command = route && rehearsalOf(route)
  if (operation.kind !== 'route' || !command) return undefined
  if (!requester || !permissionsOf(requester).has(operation.permission)) {
    return hostRefusals.not_allowed({ params: { permission: operation.permission } })
  }
  const kept = openCall(house, request.id, request.sealedInput)
  const call = callAgain(house, requester, kept)
  return rehearse(house, requester, (ctx) => command(ctx, kept.input as never, call))
}

async function isWithinScope(house: House, actor: Actor, route: Route, { input }: KeptCall): Promise<boolean> {
  const scope = scopeOf(actor)
  if (scope === undefined || route.withinScope === 'narrowed') return true
  if (route.withinScope === undefined) return false
  const place = await route.withinScope(house.database, input.params as Record<string, string>)
  return place !== undefined && isWithin(scope, place)
}
