import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../actor.ts'
import { runCommand, type House } from '../context.ts'
import type { Input } from '../http/route.ts'
import type { Locale } from '../i18n/locales.ts'
import { hostRefusals } from '../refusals.ts'
import { holdRequest } from './hold-request.ts'
import { callAgain } from './kept-request.ts'
import { holdOf } from './weigh.ts'

export interface Asked {
  readonly operation: string
  readonly input: Input<unknown, unknown, unknown>
  readonly locale: Locale
}

/** An operation as somebody would ask for it over HTTP, from within the program: done, refused, or held and kept. */
export async function askAs(house: House, actor: Actor, { operation, input, locale }: Asked): Promise<Result<unknown>> {
  const route = house.ports?.approvable?.routes.get(operation)
  const command = route?.command
  if (!route || !command) return hostRefusals.not_found()
  const call = callAgain(house, actor, { input, ifMatch: undefined, locale })
  const result = await runCommand(house, { actor, requestId: call.requestId }, (ctx) =>
    command(ctx, input as never, call),
  )
  const hold = result.ok ? undefined : holdOf(result.refusal)
  return hold ? holdRequest(house, { route, call, input: input as never, keyed: undefined }, hold) : result
}
